import { Injectable } from '@nestjs/common';
import { ConflictError, type LifecycleStage, NotFoundError, RuleError } from '@touchstone/domain';
import { changedFields } from '../../platform/audit/audit-entry.js';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { graphqlName } from '../../platform/graphql/enum-names.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { checkedName } from '../identity/index.js';
import { JourneyChanges } from './journey-changes.js';
import { JourneyMapReadModel } from './journey-map.read-model.js';
import { JourneyStageEntity } from './journey-stage.entity.js';
import { LifecycleEnum } from './journey.enums.js';
import type { JourneyMapType } from './journey.type.js';
import { holdJourney } from './open-map.js';

/** More columns than anybody can take in; a longer journey is cut into parts. */
const MOST_STAGES = 30;

/** The columns of a map: added, named, moved and removed, one change of a map at a time. */
@Injectable()
export class StageService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly maps: JourneyMapReadModel,
    private readonly changes: JourneyChanges,
  ) {}

  /** At the end, where no position is given. */
  add(
    principal: Principal,
    journeyId: string,
    input: { name: string; lifecycle: LifecycleStage | null },
    position: number | null,
  ): Promise<JourneyMapType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      await this.addIn(transaction, journeyId, input, position);
      return this.told(transaction, journeyId);
    });
  }

  async addIn(
    transaction: Transaction,
    journeyId: string,
    input: { name: string; lifecycle: LifecycleStage | null },
    position: number | null,
  ): Promise<string> {
    const name = checkedName(input.name);
    await holdJourney(transaction, journeyId);
    const order = await this.order(transaction, journeyId);
    if (order.length >= MOST_STAGES) {
      throw new RuleError('TOO_MANY_STAGES', 'The journey has all the stages it can have.', { limit: MOST_STAGES });
    }
    const { organizationId, manager } = transaction;
    const id = newId();
    const row = { organizationId, id, journeyId, name, lifecycle: input.lifecycle, position: order.length };
    await manager.getRepository(JourneyStageEntity).insert(row);
    await this.arrange(transaction, placed(order, id, position ?? order.length));
    const changes = { journeyId, name };
    transaction.audit({ act: 'journey_stage.added', objectKind: 'JourneyStage', objectId: id, changes });
    return id;
  }

  update(
    principal: Principal,
    id: string,
    version: number,
    input: { name: string; lifecycle: LifecycleStage | null },
  ): Promise<JourneyMapType> {
    const after = { name: checkedName(input.name), lifecycle: input.lifecycle };
    return this.change(principal, id, version, async (transaction, stage) => {
      await transaction.query(
        `UPDATE journey_stage SET name = $3, lifecycle = $4, version = version + 1
         WHERE organization_id = $1 AND id = $2`,
        [transaction.organizationId, id, after.name, after.lifecycle],
      );
      const changes = changedFields(stage, after);
      transaction.audit({ act: 'journey_stage.updated', objectKind: 'JourneyStage', objectId: id, changes });
    });
  }

  move(principal: Principal, id: string, version: number, position: number): Promise<JourneyMapType> {
    return this.change(principal, id, version, async (transaction, stage) => {
      const order = await this.order(transaction, stage.journeyId);
      await this.arrange(transaction, placed(order, id, position));
      const changes = { position: { before: stage.position, after: position } };
      transaction.audit({ act: 'journey_stage.moved', objectKind: 'JourneyStage', objectId: id, changes });
    });
  }

  /** With all that stands in it; the touchpoints stay in the library. */
  remove(principal: Principal, id: string, version: number): Promise<JourneyMapType> {
    return this.change(principal, id, version, async (transaction, stage) => {
      const { organizationId, query } = transaction;
      await query('DELETE FROM journey_stage WHERE organization_id = $1 AND id = $2', [organizationId, id]);
      await this.arrange(transaction, await this.order(transaction, stage.journeyId));
      const changes = { journeyId: stage.journeyId, name: stage.name };
      transaction.audit({ act: 'journey_stage.removed', objectKind: 'JourneyStage', objectId: id, changes });
    });
  }

  private change(
    principal: Principal,
    id: string,
    version: number,
    act: (transaction: Transaction, stage: JourneyStageEntity) => Promise<void>,
  ): Promise<JourneyMapType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      const { organizationId, manager } = transaction;
      const stages = manager.getRepository(JourneyStageEntity);
      const found = await stages.findOneBy({ organizationId, id: rowId(id, 'Stage') });
      if (!found) throw new NotFoundError('Stage');
      await holdJourney(transaction, found.journeyId);
      // Read again now that nobody else can change it.
      const stage = await stages.findOneBy({ organizationId, id });
      if (!stage) throw new NotFoundError('Stage');
      if (stage.version !== version) {
        const lifecycle = stage.lifecycle && graphqlName(LifecycleEnum, stage.lifecycle);
        throw new ConflictError('Stage', { id, name: stage.name, lifecycle, version: stage.version });
      }
      await act(transaction, stage);
      return this.told(transaction, stage.journeyId);
    });
  }

  private async told(transaction: Transaction, journeyId: string): Promise<JourneyMapType> {
    await this.changes.tell(transaction, journeyId);
    return this.maps.mapIn(transaction, journeyId);
  }

  private async order({ query, organizationId }: Transaction, journeyId: string): Promise<string[]> {
    const rows = await query<{ id: string }>(
      'SELECT id FROM journey_stage WHERE organization_id = $1 AND journey_id = $2 ORDER BY position',
      [organizationId, journeyId],
    );
    return rows.map(({ id }) => id);
  }

  private async arrange({ query, organizationId }: Transaction, ids: readonly string[]): Promise<void> {
    await query(
      `UPDATE journey_stage s SET position = o.place - 1
       FROM unnest($2::uuid[]) WITH ORDINALITY AS o (id, place)
       WHERE s.organization_id = $1 AND s.id = o.id AND s.position <> o.place - 1`,
      [organizationId, ids],
    );
  }
}

/** The order with one of them at a position; beyond either end means at that end. */
export function placed(order: readonly string[], id: string, position: number): string[] {
  const others = order.filter((each) => each !== id);
  const at = Math.min(Math.max(position, 0), others.length);
  return [...others.slice(0, at), id, ...others.slice(at)];
}
