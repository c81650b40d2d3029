import type { Transaction } from '../../platform/database/unit-of-work.js';
import { markDays } from '../rollup-marks/index.js';
import { instant } from './instant.js';

export interface MergeObservations {
  readonly importId: string;
  /** In the order of the plan: a staged line names its metric by its place. */
  readonly metricIds: readonly string[];
  /** The numbers of the file's segment sets. */
  readonly setIds: readonly number[];
  readonly staged: number;
  readonly firstAt: number;
  readonly lastAt: number;
}

export interface Merged {
  readonly added: number;
  readonly corrected: number;
  readonly repeated: number;
  /** Rows that give an observation another value than an earlier row of the same file. */
  readonly contradictions: readonly number[];
}

const MOST_CONTRADICTIONS = 10_000;

/**
 * One at a time changes the observations of an organisation: what is a repetition and what a correction is then the same
 * for everybody, and two imports of the same file do not meet half-way.
 */
export const lockObservations = (transaction: Transaction): Promise<unknown> =>
  transaction.query(`SELECT pg_advisory_xact_lock(hashtextextended('observations ' || $1::text, 0))`, [
    transaction.organizationId,
  ]);

/** Moves what was staged into the observations: new ones are added, repeated ones left, others corrected and the former kept. */
export async function mergeObservations(transaction: Transaction, merge: MergeObservations): Promise<Merged> {
  if (merge.staged === 0) return { added: 0, corrected: 0, repeated: 0, contradictions: [] };
  const { organizationId } = transaction;
  const [insert] = await transaction.query<{ added: number }>(
    `WITH added AS (
       INSERT INTO observation (organization_id, metric_id, observed_at, natural_key, segment_set_id, value, n, import_id)
       SELECT $1, ($2::uuid[])[metric + 1], observed_at, natural_key, ($3::int[])[segments + 1], value, n, $4
       FROM observation_line ORDER BY metric, observed_at, natural_key, row_number
       ON CONFLICT DO NOTHING
       RETURNING metric_id, observed_at
     ), marked AS (${markDays('added')})
     SELECT count(*)::int AS added FROM added`,
    [organizationId, merge.metricIds, merge.setIds, merge.importId],
  );
  const { added } = insert!;
  if (added === merge.staged) return { added, corrected: 0, repeated: 0, contradictions: [] };

  const contradictions = await contradictingRows(transaction);
  const [update] = await transaction.query<{ corrected: number }>(
    `WITH line AS (
       SELECT DISTINCT ON (metric, observed_at, natural_key) ($2::uuid[])[metric + 1] AS metric_id, observed_at, natural_key,
         ($3::int[])[segments + 1] AS segment_set_id, value, n
       FROM observation_line ORDER BY metric, observed_at, natural_key, row_number
     ), differing AS (
       SELECT l.metric_id, l.observed_at, l.natural_key, l.segment_set_id, l.value, l.n, o.segment_set_id AS former_set,
         o.value AS former_value, o.n AS former_n, o.import_id AS former_import
       FROM line l JOIN observation o ON o.organization_id = $1 AND o.metric_id = l.metric_id
         AND o.observed_at = l.observed_at AND o.natural_key = l.natural_key AND o.observed_at BETWEEN $5 AND $6
       WHERE o.import_id IS DISTINCT FROM $4::uuid
         AND (o.value, o.n, o.segment_set_id) IS DISTINCT FROM (l.value, l.n, l.segment_set_id)
     ), kept AS (
       INSERT INTO observation_replaced (organization_id, import_id, metric_id, observed_at, natural_key, segment_set_id,
         value, n, former_import_id)
       SELECT $1, $4, metric_id, observed_at, natural_key, former_set, former_value, former_n, former_import FROM differing
     ), corrected AS (
       UPDATE observation o SET value = d.value, n = d.n, segment_set_id = d.segment_set_id, import_id = $4
       FROM differing d
       WHERE o.organization_id = $1 AND o.metric_id = d.metric_id AND o.observed_at = d.observed_at
         AND o.natural_key = d.natural_key AND o.observed_at BETWEEN $5 AND $6
       RETURNING o.metric_id, o.observed_at
     ), marked AS (${markDays('corrected')})
     SELECT count(*)::int AS corrected FROM corrected`,
    [organizationId, merge.metricIds, merge.setIds, merge.importId, instant(merge.firstAt), instant(merge.lastAt)],
  );
  const { corrected } = update!;
  return { added, corrected, repeated: merge.staged - added - corrected - contradictions.length, contradictions };
}

async function contradictingRows(transaction: Transaction): Promise<number[]> {
  const rows = await transaction.query<{ row: number }>(
    `SELECT row_number AS row FROM (
       SELECT row_number, (value, n, segments) IS DISTINCT FROM
         (first_value(value) OVER same, first_value(n) OVER same, first_value(segments) OVER same) AS contradicts
       FROM observation_line WINDOW same AS (PARTITION BY metric, observed_at, natural_key ORDER BY row_number)) AS line
     WHERE contradicts ORDER BY row_number LIMIT ${MOST_CONTRADICTIONS}`,
  );
  return rows.map(({ row }) => row);
}
