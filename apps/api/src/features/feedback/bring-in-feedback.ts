import type { Transaction } from '../../platform/database/unit-of-work.js';

export interface BroughtInFeedback {
  readonly added: number;
  /** There before, by whatever file. */
  readonly repeated: number;
  /** Twice in the file. */
  readonly duplicates: number;
}

/** One at a time brings feedback of an organisation in or takes it back: what is a repetition is then the same for both. */
export const lockFeedback = (transaction: Transaction): Promise<unknown> =>
  transaction.query(`SELECT pg_advisory_xact_lock(hashtextextended('feedback ' || $1::text, 0))`, [
    transaction.organizationId,
  ]);

/** Moves what was staged into the inbox. What is there already stays as it is, triage and all; of a file's duplicates the first counts. */
export async function bringInFeedback(
  transaction: Transaction,
  importId: string,
  staged: number,
  createdBy: string | null,
): Promise<BroughtInFeedback> {
  if (staged === 0) return { added: 0, repeated: 0, duplicates: 0 };
  await transaction.query('ANALYZE feedback_line (natural_key)');
  const [row] = await transaction.query<{ distinct: number; added: number }>(
    `WITH line AS MATERIALIZED (
       SELECT DISTINCT ON (natural_key) * FROM feedback_line ORDER BY natural_key, row_number
     ), added AS (
       INSERT INTO feedback (organization_id, id, source, text, language, said_at, rating, touchpoint_id, persona_id, metric_id,
         natural_key, similarity_keys, import_id, created_by)
       SELECT $1, id, source, text, language, said_at, rating, touchpoint_id, persona_id, metric_id, natural_key, similarity_keys,
         $2, $3
       FROM line
       ON CONFLICT (organization_id, natural_key) DO NOTHING
       RETURNING id, similarity_keys
     ), keyed AS (
       INSERT INTO feedback_key (organization_id, key, feedback_id)
       SELECT $1, u.key, a.id FROM added a CROSS JOIN unnest(a.similarity_keys) u (key) ORDER BY u.key, a.id
     )
     SELECT (SELECT count(*)::int FROM line) AS distinct, (SELECT count(*)::int FROM added) AS added`,
    [transaction.organizationId, importId, createdBy],
  );
  const { distinct, added } = row!;
  return { added, repeated: distinct - added, duplicates: staged - distinct };
}

const MOST_CONTRADICTIONS = 10_000;

/** Rows that give the same reference another text than an earlier row of the file: which of them was meant, nobody can tell. */
export async function contradictingFeedback(
  transaction: Transaction,
): Promise<{ readonly count: number; readonly rows: readonly number[] }> {
  const found = await transaction.query<{ row: number; count: number }>(
    `SELECT row_number AS row, (count(*) OVER ())::int AS count FROM (
       SELECT row_number, md5(text) AS said,
         first_value(md5(text)) OVER (PARTITION BY natural_key ORDER BY row_number) AS first_said
       FROM feedback_line) line
     WHERE said <> first_said ORDER BY row_number LIMIT ${MOST_CONTRADICTIONS}`,
  );
  return { count: found[0]?.count ?? 0, rows: found.map(({ row }) => row) };
}

/** What somebody has decided about: triaged, or others were merged into it. Expects `f`. */
export const IS_TRIAGED = `(f.state <> 'new' OR EXISTS (SELECT FROM feedback d
  WHERE d.organization_id = f.organization_id AND d.merged_into_id = f.id))`;

/** Of these at a time: their keys are given to the statement, so that it knows how many there are and does not go through all by each. */
const TAKEN_AT_ONCE = 5000;

/** Takes back what an import brought, with its keys; what was triaged meanwhile stays. */
export async function takeFeedbackBack(transaction: Transaction, importId: string): Promise<number> {
  const { query, organizationId } = transaction;
  let taken = 0;
  for (;;) {
    const gone = await query<{ id: string; keys: number[] }>(
      `DELETE FROM feedback WHERE organization_id = $1 AND id = ANY(ARRAY(
         SELECT f.id FROM feedback f WHERE f.organization_id = $1 AND f.import_id = $2 AND NOT ${IS_TRIAGED} LIMIT $3))
       RETURNING id, similarity_keys AS keys`,
      [organizationId, importId, TAKEN_AT_ONCE],
    );
    await query(
      `DELETE FROM feedback_key k USING unnest($2::int[], $3::uuid[]) u (key, feedback_id)
       WHERE k.organization_id = $1 AND k.key = u.key AND k.feedback_id = u.feedback_id`,
      [organizationId, gone.flatMap(({ keys }) => keys), gone.flatMap(({ id, keys }) => keys.map(() => id))],
    );
    taken += gone.length;
    if (gone.length < TAKEN_AT_ONCE) return taken;
  }
}
