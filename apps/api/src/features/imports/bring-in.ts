import type { Transaction } from '../../platform/database/unit-of-work.js';
import { STAGED } from './answer-stage.js';
import type { ImportPlan } from './import-plan.js';

export interface BringIn {
  readonly importId: string;
  readonly assessmentId: string;
  readonly plan: ImportPlan;
  readonly locales: readonly string[];
}

export interface BroughtIn {
  readonly answers: number;
  /** Respondents who were imported before, by this file or another. */
  readonly duplicates: number;
}

/**
 * Moves what was staged into the wave. Ids are random and the order is that of keyed hashes: nothing in the stored rows
 * tells where in the file somebody stood, and two imports at once wait for each other in the same order.
 */
export async function bringIn(
  transaction: Transaction,
  { importId, assessmentId, plan, locales }: BringIn,
): Promise<BroughtIn> {
  const { organizationId } = transaction;
  await transaction.query('ANALYZE import_line');
  await transaction.query(
    `CREATE TEMP TABLE import_submission ON COMMIT DROP AS
     SELECT respondent, place, key, gen_random_uuid() AS id FROM import_line WHERE kind = ${STAGED.respondent}`,
  );
  const [known] = await transaction.query<{ duplicates: number }>(
    `WITH inserted AS (
       INSERT INTO submission (organization_id, id, assessment_id, rater_group_id, submitted_on, source, locale, import_id, external_key)
       SELECT $1, s.id, $2, ($3::uuid[])[s.place + 1], (now() AT TIME ZONE o.time_zone)::date, 'import', $4, $5, s.key
       FROM import_submission s CROSS JOIN organization o
       WHERE o.id = $1
       ORDER BY s.key
       ON CONFLICT (organization_id, assessment_id, external_key) WHERE external_key IS NOT NULL DO NOTHING
       RETURNING id
     ), gone AS (
       DELETE FROM import_submission s WHERE NOT EXISTS (SELECT FROM inserted i WHERE i.id = s.id) RETURNING 1
     )
     SELECT count(*)::int AS duplicates FROM gone`,
    [organizationId, assessmentId, plan.groups.map(({ id }) => id), locales[0] ?? 'en', importId],
  );
  const [stored] = await transaction.query<{ answers: number }>(
    `WITH stored AS (
       INSERT INTO answer (organization_id, submission_id, item_id, value, not_applicable)
       SELECT $1, s.id, ($2::text[])[l.place + 1], l.value, l.value IS NULL
       FROM import_line l JOIN import_submission s ON s.respondent = l.respondent
       WHERE l.kind = ${STAGED.answer}
       ORDER BY s.id
       RETURNING 1
     )
     SELECT count(*)::int AS answers FROM stored`,
    [organizationId, plan.items.map(({ item }) => item.id)],
  );
  // Comments stand apart from submissions, here as everywhere.
  await transaction.query(
    `INSERT INTO answer_comment (organization_id, id, assessment_id, practice_id, locale, text)
     SELECT $1, gen_random_uuid(), $2, ($3::text[])[l.place + 1],
       CASE WHEN l.text ~ '[\\u4e00-\\u9fff]' THEN $4 ELSE $5 END, l.text
     FROM import_line l JOIN import_submission s ON s.respondent = l.respondent
     WHERE l.kind = ${STAGED.comment}
     ORDER BY random()`,
    [
      organizationId,
      assessmentId,
      plan.items.map(({ practice }) => practice.id),
      locales.find((locale) => locale.startsWith('zh')) ?? locales[0] ?? 'en',
      locales.find((locale) => !locale.startsWith('zh')) ?? locales[0] ?? 'en',
    ],
  );
  return { answers: stored?.answers ?? 0, duplicates: known?.duplicates ?? 0 };
}
