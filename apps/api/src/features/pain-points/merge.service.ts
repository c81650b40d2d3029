import { Injectable } from '@nestjs/common';
import { ConflictError, ForbiddenError, type MergedPainPoint, refuseMerge, RuleError } from '@touchstone/domain';
import { changedFields } from '../../platform/audit/audit-entry.js';
import { compareAndSet } from '../../platform/database/compare-and-set.js';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { MOST_CAUSES } from './causes.service.js';
import { PainPointEntity } from './pain-point.entity.js';
import type { PainPointType } from './pain-point.type.js';
import { PainPointsReadModel } from './pain-points.read-model.js';
import { spokenPainPoint } from './spoken-pain-point.js';

/** A pain point in the version that was seen. */
export interface Seen {
  readonly id: string;
  readonly version: number;
}

/** What moved, by number; ids of feedback would fill the trail and are found at the one that stays. */
type Moved = Readonly<Record<'feedback' | 'touchpoints' | 'personas' | 'causes' | 'gathered', number>> & {
  readonly opportunityIds: readonly string[];
  readonly initiativeIds: readonly string[];
};

/** Two pain points that turn out to be one: in one transaction all that hangs on the one goes to the other. */
@Injectable()
export class MergeService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly painPoints: PainPointsReadModel,
  ) {}

  async merge(principal: Principal, goes: Seen, stays: Seen): Promise<PainPointType> {
    const [goesId, staysId] = [rowId(goes.id, 'PainPoint'), rowId(stays.id, 'PainPoint')];
    await this.unitOfWork.write(principal, async (transaction) => {
      const { organizationId, query } = transaction;
      // Both in one order, so that two who merge them crosswise wait for each other instead of blocking each other.
      await query('SELECT FROM pain_point WHERE organization_id = $1 AND id = ANY($2) ORDER BY id FOR UPDATE', [
        organizationId,
        [goesId, staysId],
      ]);
      const from = await this.seen(transaction, goesId, goes.version);
      const into = await this.seen(transaction, staysId, stays.version);
      const refusal = refuseMerge(factsOf(from), factsOf(into));
      if (refusal)
        throw new RuleError(`PAIN_POINT_MERGE_${refusal}`, 'These cannot be merged.', { number: into.number });
      if (from.causes.length + into.causes.length > MOST_CAUSES)
        throw new RuleError('PAIN_POINT_MERGE_CAUSES', 'Too many causes.', { maximum: MOST_CAUSES });
      const moved = await move(transaction, goesId, staysId);
      const gone = { mergedIntoId: staysId, archivedAt: new Date(), commonId: null };
      await compareAndSet(transaction, PainPointEntity, 'PainPoint', goesId, goes.version, gone);
      const taken = takenOver(from, into);
      await compareAndSet(transaction, PainPointEntity, 'PainPoint', staysId, stays.version, taken);
      const about = (act: string, objectId: string, other: PainPointType, more: object) =>
        transaction.audit({
          act,
          objectKind: 'PainPoint',
          objectId,
          changes: { other: { id: other.id, number: other.number }, ...moved, ...more },
        });
      about('painPoint.merged', goesId, into, {});
      about('painPoint.absorbed', staysId, from, changedFields<Partial<PainPointEntity>>(into, taken));
    });
    return this.painPoints.one(principal, stays.id);
  }

  private async seen(transaction: Transaction, id: string, version: number): Promise<PainPointType> {
    const painPoint = await this.painPoints.oneIn(transaction, id);
    if (!painPoint.mayUpdate) throw new ForbiddenError(`Another team answers for P-${painPoint.number}.`);
    if (painPoint.version !== version) throw new ConflictError('PainPoint', spokenPainPoint(painPoint));
    return painPoint;
  }
}

const factsOf = ({ id, kind, state, commonId, archivedAt, mergedInto }: PainPointType): MergedPainPoint => ({
  id,
  kind,
  state,
  commonId,
  archived: archivedAt !== null,
  merged: mergedInto !== null,
});

/** What the one that stays says itself, stays; where it says nothing, the word of the other is kept. */
function takenOver(from: PainPointType, into: PainPointType): Partial<PainPointEntity> {
  return {
    ...(into.description === '' && { description: from.description }),
    ...(into.severity === null && { severity: from.severity, severityEvidence: from.severityEvidence }),
    ...(into.frequencyCount === null && {
      frequencyCount: from.frequencyCount,
      frequencyBase: from.frequencyBase,
      frequencyEvidence: from.frequencyEvidence,
    }),
    ...(into.kind === 'single' && into.commonId === null && { commonId: from.commonId }),
  };
}

async function move(transaction: Transaction, from: string, into: string): Promise<Moved> {
  const { query, organizationId } = transaction;
  const parameters = [organizationId, from, into];
  const count = async (sql: string) => (await query<{ count: number }>(sql, parameters))[0]?.count ?? 0;
  const links = async (table: string, column: string): Promise<string[]> => {
    const rows = await query<{ id: string }>(
      `WITH gone AS (DELETE FROM ${table} WHERE organization_id = $1 AND pain_point_id = $2 RETURNING ${column} AS id),
       kept AS (INSERT INTO ${table} (organization_id, pain_point_id, ${column})
         SELECT $1, $3, id FROM gone ON CONFLICT DO NOTHING)
       SELECT id FROM gone ORDER BY id`,
      parameters,
    );
    return rows.map(({ id }) => id);
  };
  const opportunityIds = await links('opportunity_pain_point', 'opportunity_id');
  const initiativeIds = await links('initiative_pain_point', 'initiative_id');
  // Whoever has their form open learns that the links are others now.
  await relinked(transaction, 'opportunity', 'Opportunity', opportunityIds, from, into);
  await relinked(transaction, 'initiative', 'Initiative', initiativeIds, from, into);
  return {
    feedback: await count(
      `WITH moved AS (UPDATE feedback SET pain_point_id = $3, version = version + 1
         WHERE organization_id = $1 AND pain_point_id = $2 RETURNING 1) SELECT count(*)::int AS count FROM moved`,
    ),
    touchpoints: (await links('pain_point_touchpoint', 'touchpoint_id')).length,
    personas: (await links('pain_point_persona', 'persona_id')).length,
    // Behind those that are there, each tree as it was.
    causes: await count(
      `WITH moved AS (UPDATE cause SET pain_point_id = $3, version = version + 1, position = position + (
           SELECT coalesce(max(position) + 1, 0) FROM cause WHERE organization_id = $1 AND pain_point_id = $3)
         WHERE organization_id = $1 AND pain_point_id = $2 RETURNING 1) SELECT count(*)::int AS count FROM moved`,
    ),
    gathered: await count(
      `WITH moved AS (UPDATE pain_point SET common_id = $3, version = version + 1
         WHERE organization_id = $1 AND common_id = $2 RETURNING 1) SELECT count(*)::int AS count FROM moved`,
    ),
    opportunityIds,
    initiativeIds,
  };
}

async function relinked(
  { query, organizationId, audit }: Transaction,
  table: 'opportunity' | 'initiative',
  objectKind: string,
  ids: readonly string[],
  from: string,
  into: string,
): Promise<void> {
  await query(`UPDATE ${table} SET version = version + 1 WHERE organization_id = $1 AND id = ANY($2)`, [
    organizationId,
    ids,
  ]);
  for (const objectId of ids)
    audit({ act: `${table}.updated`, objectKind, objectId, changes: { painPointIds: { before: from, after: into } } });
}
