import { NotFoundError, RuleError, ValidationError } from '@touchstone/domain';
import type { Transaction } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { JourneyEntity } from './journey.entity.js';

/** One change of the tree at a time: two moves that are each harmless could together close a circle. */
export async function lockAtlas({ query, organizationId }: Transaction): Promise<void> {
  await query(`SELECT pg_advisory_xact_lock(hashtextextended('atlas:' || $1, 0))`, [organizationId]);
}

type Place = Pick<JourneyEntity, 'parentId' | 'personaId' | 'productId'>;

/** What a journey hangs on has to exist, and to be in use where it is newly chosen. */
export async function demandPlace(transaction: Transaction, before: JourneyEntity | null, place: Place): Promise<void> {
  await demand(transaction, 'journey', 'Journey', place.parentId, before?.parentId);
  await demand(transaction, 'persona', 'Persona', place.personaId, before?.personaId);
  await demand(transaction, 'product', 'Product', place.productId, before?.productId);
  if (before && place.parentId) await refuseCircle(transaction, before.id, place.parentId);
}

async function demand(
  { query, organizationId }: Transaction,
  table: 'journey' | 'persona' | 'product',
  what: string,
  id: string | null,
  before: string | null | undefined,
): Promise<void> {
  if (id === null || id === before) return;
  const [row] = await query<{ archived: boolean }>(
    `SELECT archived_at IS NOT NULL AS archived FROM ${table} WHERE organization_id = $1 AND id = $2`,
    [organizationId, rowId(id, what)],
  );
  if (!row) throw new NotFoundError(what);
  if (row.archived) throw new RuleError('ARCHIVED', `The ${what.toLowerCase()} is archived.`);
}

/** A journey may stand anywhere but under itself, whether as a part or by way of a future state. */
async function refuseCircle({ query, organizationId }: Transaction, id: string, parentId: string): Promise<void> {
  const [circle] = await query(
    `WITH RECURSIVE above AS (
       SELECT id, parent_id, future_of_id FROM journey WHERE organization_id = $1 AND id = $3
       UNION
       SELECT j.id, j.parent_id, j.future_of_id FROM journey j
       JOIN above a ON j.organization_id = $1 AND j.id IN (a.parent_id, a.future_of_id)
     ) SELECT id FROM above WHERE id = $2`,
    [organizationId, id, parentId],
  );
  if (circle) throw ValidationError.of('parentId', 'cycle', 'A journey cannot stand under itself or a part of it.');
}
