import { NotFoundError, RuleError } from '@touchstone/domain';
import type { Transaction } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';

const refuseArchived = (archived: boolean): void => {
  if (archived) throw new RuleError('ARCHIVED', 'The journey is archived.');
};

/** The journey whose stages are about to change; held, so that two who move stages at once do not mix them up. */
export async function holdJourney({ query, organizationId }: Transaction, id: string): Promise<void> {
  const [journey] = await query<{ archived: boolean }>(
    'SELECT archived_at IS NOT NULL AS archived FROM journey WHERE organization_id = $1 AND id = $2 FOR UPDATE',
    [organizationId, rowId(id, 'Journey')],
  );
  if (!journey) throw new NotFoundError('Journey');
  refuseArchived(journey.archived);
}

/**
 * The journey of a stage in which something is about to change. `SHARE` keeps journey and stage as they are while others
 * write into other cells; `UPDATE` lets nobody else change anything in the journey. The journey is locked first, as
 * everywhere, so that no two wait for each other.
 */
export async function openStage(
  { query, organizationId }: Transaction,
  stageId: string,
  hold: 'SHARE' | 'UPDATE',
): Promise<string> {
  const [stage] = await query<{ journeyId: string; archived: boolean }>(
    `SELECT s.journey_id AS "journeyId", j.archived_at IS NOT NULL AS archived FROM journey j
     JOIN journey_stage s ON s.organization_id = j.organization_id AND s.journey_id = j.id
     WHERE j.organization_id = $1 AND s.id = $2 FOR ${hold}`,
    [organizationId, rowId(stageId, 'Stage')],
  );
  if (!stage) throw new NotFoundError('Stage');
  refuseArchived(stage.archived);
  return stage.journeyId;
}

/** Who acts, for `confirmed_by` and `created_by`; the system is nobody. */
export const actorOf = ({ principal }: Transaction): string | null =>
  principal.kind === 'member' ? principal.membershipId : null;
