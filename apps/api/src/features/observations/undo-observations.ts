import type { Transaction } from '../../platform/database/unit-of-work.js';
import { markDays } from '../rollup-marks/index.js';

export interface UndoObservations {
  readonly importId: string;
  readonly metricIds: readonly string[];
  readonly firstAt: Date;
  readonly lastAt: Date;
}

/**
 * Takes back what an import brought: what it corrected has its former value again, what it added is gone. Where a later
 * import has corrected it since, that stays, and remembers what was there before this import instead.
 */
export async function undoObservations(transaction: Transaction, undo: UndoObservations): Promise<number> {
  const same = (a: string, b: string) =>
    `${a}.organization_id = ${b}.organization_id AND ${a}.metric_id = ${b}.metric_id
     AND ${a}.observed_at = ${b}.observed_at AND ${a}.natural_key = ${b}.natural_key`;
  const own = `o.organization_id = $1 AND o.metric_id = ANY($3::uuid[]) AND o.observed_at BETWEEN $4 AND $5 AND o.import_id = $2`;
  const [row] = await transaction.query<{ taken: number }>(
    `WITH former AS (
       DELETE FROM observation_replaced r WHERE r.organization_id = $1 AND r.import_id = $2 RETURNING r.*
     ), restored AS (
       UPDATE observation o SET value = f.value, n = f.n, segment_set_id = f.segment_set_id, import_id = f.former_import_id
       FROM former f WHERE ${same('o', 'f')} AND ${own}
       RETURNING o.metric_id, o.observed_at
     ), removed AS (
       DELETE FROM observation o WHERE ${own} AND NOT EXISTS (SELECT FROM former f WHERE ${same('o', 'f')})
       RETURNING o.metric_id, o.observed_at
     ), handed_on AS (
       UPDATE observation_replaced r SET value = f.value, n = f.n, segment_set_id = f.segment_set_id,
         former_import_id = f.former_import_id
       FROM former f WHERE ${same('r', 'f')} AND r.former_import_id = $2
     ), forgotten AS (
       DELETE FROM observation_replaced r WHERE r.organization_id = $1 AND r.former_import_id = $2
         AND NOT EXISTS (SELECT FROM former f WHERE ${same('r', 'f')})
     ), changed AS (
       SELECT * FROM restored UNION ALL SELECT * FROM removed
     ), marked AS (${markDays('changed')})
     SELECT count(*)::int AS taken FROM changed`,
    [transaction.organizationId, undo.importId, undo.metricIds, undo.firstAt, undo.lastAt],
  );
  return row!.taken;
}
