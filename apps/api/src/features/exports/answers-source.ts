import type { Transaction } from '../../platform/database/unit-of-work.js';

/** One response as it is stored. Items and values stand side by side; null is "not applicable". */
export interface StoredResponse {
  readonly groupId: string;
  readonly items: readonly string[];
  readonly values: readonly (number | null)[];
  readonly person: string | null;
  readonly email: string | null;
}

export interface AnswerCount {
  readonly groupId: string | null;
  readonly itemId: string;
  readonly value: number | null;
  readonly count: number;
}

export interface StoredComment {
  readonly practiceId: string;
  readonly text: string;
}

const PAGE = 500;

/** Reads a wave's responses in pages and in random order: neither order of arrival nor of storage leaves the database. */
export async function* responsesOf(transaction: Transaction, assessmentId: string): AsyncGenerator<StoredResponse> {
  await transaction.query(
    `DECLARE exported CURSOR FOR
     SELECT s.rater_group_id AS "groupId", coalesce(a.items, '{}') AS items, coalesce(a.answers, '{}') AS values,
       i.name AS person, i.email
     FROM submission s
     LEFT JOIN invitation i ON i.organization_id = s.organization_id AND i.id = s.invitation_id
     LEFT JOIN LATERAL (
       SELECT array_agg(item_id) AS items, array_agg(value) AS answers FROM answer
       WHERE organization_id = s.organization_id AND submission_id = s.id) a ON true
     WHERE s.organization_id = $1 AND s.assessment_id = $2
     ORDER BY random()`,
    [transaction.organizationId, assessmentId],
  );
  for (;;) {
    const page = await transaction.query<StoredResponse>(`FETCH ${PAGE} FROM exported`);
    yield* page;
    if (page.length < PAGE) break;
  }
  await transaction.query('CLOSE exported');
}

/** How many gave which answer, per group and over all. */
export function answerCounts(transaction: Transaction, assessmentId: string): Promise<AnswerCount[]> {
  return transaction.query<AnswerCount>(
    `SELECT s.rater_group_id AS "groupId", a.item_id AS "itemId", a.value, count(*)::int AS count
     FROM submission s JOIN answer a ON a.organization_id = s.organization_id AND a.submission_id = s.id
     WHERE s.organization_id = $1 AND s.assessment_id = $2
     GROUP BY GROUPING SETS ((s.rater_group_id, a.item_id, a.value), (a.item_id, a.value))`,
    [transaction.organizationId, assessmentId],
  );
}

export function commentsOf(transaction: Transaction, assessmentId: string): Promise<StoredComment[]> {
  return transaction.query<StoredComment>(
    `SELECT practice_id AS "practiceId", text FROM answer_comment WHERE organization_id = $1 AND assessment_id = $2`,
    [transaction.organizationId, assessmentId],
  );
}
