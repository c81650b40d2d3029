import { NotFoundError, RuleError, ValidationError } from '@touchstone/domain';
import type { Transaction } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';

/**
 * One change of an organisation's structure at a time: two moves that are each harmless could together close a cycle,
 * and a unit could be archived while a team is put into it. Held until the transaction ends.
 */
export async function lockStructure({ query, organizationId }: Transaction): Promise<void> {
  await query(`SELECT pg_advisory_xact_lock(hashtextextended('structure:' || $1, 0))`, [organizationId]);
}

/** The unit that something is put into; an archived one takes nothing any more. */
export async function demandActiveUnit({ query, organizationId }: Transaction, id: string): Promise<void> {
  const [unit] = await query<{ archived: boolean }>(
    'SELECT archived_at IS NOT NULL AS archived FROM business_unit WHERE organization_id = $1 AND id = $2',
    [organizationId, rowId(id, 'Business unit')],
  );
  if (!unit) throw new NotFoundError('Business unit');
  if (unit.archived) throw new RuleError('ARCHIVED', 'The business unit is archived.');
}

/** A unit may stand anywhere but under itself. */
export async function refuseCycle({ query, organizationId }: Transaction, id: string, parentId: string): Promise<void> {
  const [below] = await query(
    `WITH RECURSIVE above AS (
       SELECT id, parent_id FROM business_unit WHERE organization_id = $1 AND id = $3
       UNION
       SELECT u.id, u.parent_id FROM business_unit u JOIN above a ON u.organization_id = $1 AND u.id = a.parent_id
     ) SELECT id FROM above WHERE id = $2`,
    [organizationId, id, parentId],
  );
  if (below) throw ValidationError.of('parentId', 'cycle', 'A unit cannot stand under itself or a unit below it.');
}

/** What still stands in a unit has to be moved or archived first; the refusal says which it is and how many. */
export async function refuseOccupied({ query, organizationId }: Transaction, id: string): Promise<void> {
  const [inside] = await query<{ units: number; teams: number }>(
    `SELECT
       (SELECT count(*)::int FROM business_unit WHERE organization_id = $1 AND parent_id = $2 AND archived_at IS NULL) AS units,
       (SELECT count(*)::int FROM team WHERE organization_id = $1 AND business_unit_id = $2 AND archived_at IS NULL) AS teams`,
    [organizationId, id],
  );
  const { units = 0, teams = 0 } = inside ?? {};
  if (units > 0) throw new RuleError('UNIT_HAS_UNITS', 'Units below this one are still active.', { count: units });
  if (teams > 0) throw new RuleError('UNIT_HAS_TEAMS', 'Teams of this unit are still active.', { count: teams });
}
