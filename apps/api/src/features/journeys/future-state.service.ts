import { Injectable } from '@nestjs/common';
import { NotFoundError, RuleError } from '@touchstone/domain';
import { newId, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { JourneyChanges } from './journey-changes.js';
import { JourneyEntity } from './journey.entity.js';
import { nameOnce } from './journey.service.js';
import { lockAtlas } from './journey-place.js';
import type { JourneyMapType } from './journey.type.js';
import { JourneyMapReadModel } from './journey-map.read-model.js';
import { actorOf, holdJourney } from './open-map.js';

/** Begins the future state of a journey as a copy of how it is, to be changed from there. */
@Injectable()
export class FutureStateService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly maps: JourneyMapReadModel,
    private readonly changes: JourneyChanges,
  ) {}

  /** What customers felt stays with the current state: nobody has lived the future one yet. */
  begin(principal: Principal, journeyId: string): Promise<JourneyMapType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      const { organizationId, manager, query } = transaction;
      rowId(journeyId, 'Journey');
      await lockAtlas(transaction);
      await holdJourney(transaction, journeyId);
      const journeys = manager.getRepository(JourneyEntity);
      const current = await journeys.findOneBy({ organizationId, id: journeyId });
      if (!current) throw new NotFoundError('Journey');
      if (current.state === 'future') throw new RuleError('ALREADY_FUTURE', 'This is a future state already.');
      const [future] = await query(
        'SELECT id FROM journey WHERE organization_id = $1 AND future_of_id = $2 AND archived_at IS NULL',
        [organizationId, journeyId],
      );
      if (future) throw new RuleError('FUTURE_EXISTS', 'The journey has a future state already.');
      const id = newId();
      const { name, summary, parentId, personaId, productId, lifecycle, template } = current;
      const kept = { name, summary, parentId, personaId, productId, lifecycle, template };
      const origin = { state: 'future' as const, futureOfId: journeyId, createdBy: actorOf(transaction) };
      await nameOnce(() => journeys.insert({ organizationId, id, ...kept, ...origin }));
      const stages = await query<{ id: string }>(
        'SELECT id FROM journey_stage WHERE organization_id = $1 AND journey_id = $2 ORDER BY position',
        [organizationId, journeyId],
      );
      const pairs = stages.map((stage) => ({ old: stage.id, new: newId() }));
      await query(COPY, [organizationId, id, JSON.stringify(pairs), actorOf(transaction)]);
      const changes = { futureOfId: journeyId, stages: stages.length };
      transaction.audit({ act: 'journey.future_begun', objectKind: 'Journey', objectId: id, changes });
      await this.changes.tell(transaction, journeyId);
      return this.maps.mapIn(transaction, id);
    });
  }
}

const COPY = `
  WITH pair AS (
    SELECT p.old, p.new FROM json_to_recordset($3) AS p (old uuid, new uuid)
  ), stages AS (
    INSERT INTO journey_stage (organization_id, id, journey_id, position, name, lifecycle)
    SELECT s.organization_id, pair.new, $2, s.position, s.name, s.lifecycle
    FROM pair JOIN journey_stage s ON s.organization_id = $1 AND s.id = pair.old
    RETURNING id
  ), cells AS (
    INSERT INTO stage_cell (organization_id, stage_id, lane, text, evidence, evidence_kind, evidence_on, confirmed_by)
    SELECT c.organization_id, pair.new, c.lane, c.text, c.evidence, c.evidence_kind, c.evidence_on, $4
    FROM pair JOIN stage_cell c ON c.organization_id = $1 AND c.stage_id = pair.old AND c.text <> ''
    WHERE pair.new IN (SELECT id FROM stages)
    RETURNING stage_id
  )
  INSERT INTO touchpoint_placement (organization_id, id, stage_id, touchpoint_id, position, factor, expectation, confirmed_by)
  SELECT p.organization_id, gen_random_uuid(), pair.new, p.touchpoint_id, p.position, p.factor, p.expectation, $4
  FROM pair JOIN touchpoint_placement p ON p.organization_id = $1 AND p.stage_id = pair.old
  WHERE pair.new IN (SELECT id FROM stages)`;
