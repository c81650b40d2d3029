import { randomUUID } from 'node:crypto';
import type { GivenAnswer } from '@touchstone/domain';
import type { Transaction } from '../../platform/database/unit-of-work.js';
import { hasValue } from './given-answers.js';
import type { PreparedModel } from './model-cache.js';
import type { SeatOfPerson } from './respondent-seat.js';

export interface SubmissionToStore {
  readonly seat: SeatOfPerson;
  readonly prepared: PreparedModel;
  readonly told: readonly GivenAnswer[];
  readonly locale: string;
}

/**
 * One statement for everybody's everything: marks the links as used – of two submissions at once by one link, one finds
 * it used – and stores what came with those that were free. Gives the day for each invitation that was taken.
 *
 * Ids of submissions are random and not in order of time, so that they do not tell who came when. The day is kept no finer
 * than the month unless the wave is named: a day with one answer would say whose it is.
 */
const STORE = `
  WITH free AS (
    SELECT i.id, i.assessment_id, i.rater_group_id, a.anonymity = 'named' AS named, a.model_version_id,
      (now() AT TIME ZONE o.time_zone)::date AS day
    FROM invitation i
    JOIN assessment a ON a.organization_id = i.organization_id AND a.id = i.assessment_id AND a.state = 'open'
    JOIN organization o ON o.id = i.organization_id
    WHERE i.organization_id = $1 AND i.id = ANY ($2::uuid[]) AND i.token_hash = ANY ($3::bytea[])
      AND i.submitted_on IS NULL AND i.revoked_at IS NULL
    ORDER BY i.id FOR NO KEY UPDATE OF i
  ), claimed AS (
    UPDATE invitation i SET submitted_on = free.day FROM free
    WHERE i.organization_id = $1 AND i.id = free.id
    RETURNING i.id
  ), taken AS (
    SELECT free.*, given.submission_id, given.place, given.locale
    FROM unnest($2::uuid[], $4::uuid[], $5::text[]) WITH ORDINALITY AS given (invitation_id, submission_id, locale, place)
    JOIN free ON free.id = given.invitation_id JOIN claimed ON claimed.id = free.id
  ), s AS (
    INSERT INTO submission (organization_id, id, assessment_id, rater_group_id, submitted_on, source, locale, invitation_id)
    SELECT $1, submission_id, assessment_id, rater_group_id,
      CASE WHEN named THEN day ELSE date_trunc('month', day)::date END, 'respondent', locale, CASE WHEN named THEN id END
    FROM taken
  ), a AS (
    INSERT INTO answer (organization_id, submission_id, item_id, value, not_applicable)
    SELECT $1, taken.submission_id, item, value, value IS NULL
    FROM taken JOIN unnest($6::int[], $7::text[], $8::float8[]) AS given (place, item, value) USING (place)
  ), c AS (
    INSERT INTO answer_comment (organization_id, id, assessment_id, practice_id, locale, text)
    SELECT $1, given.id, taken.assessment_id,
      coalesce((SELECT n.parent_id FROM model_node n WHERE n.organization_id = $1
                  AND n.model_version_id = taken.model_version_id AND n.node_kind = 'item' AND n.node_id = given.item), given.item),
      taken.locale, given.text
    FROM taken JOIN jsonb_to_recordset($9::jsonb) AS given (place int, id uuid, item text, text text) USING (place)
  ), d AS (
    DELETE FROM answer_draft WHERE organization_id = $1 AND invitation_id IN (SELECT id FROM taken)
  )
  SELECT id, day::text FROM taken`;

export async function storeSubmissions(
  transaction: Transaction,
  submissions: readonly SubmissionToStore[],
): Promise<ReadonlyMap<string, string>> {
  const places: number[] = [];
  const items: string[] = [];
  const values: (number | null)[] = [];
  const comments: { place: number; id: string; item: string; text: string }[] = [];
  submissions.forEach(({ told, prepared }, index) => {
    const place = index + 1;
    for (const answer of told) {
      const { itemId, value, comment } = answer;
      const isText = prepared.checker.item(itemId)?.type === 'text';
      if (!isText && hasValue(answer)) {
        places.push(place);
        items.push(itemId);
        values.push(value === 'na' ? null : (value as number));
      }
      for (const text of [isText ? value : null, comment])
        if (typeof text === 'string' && text.trim() !== '')
          comments.push({ place, id: randomUUID(), item: itemId, text: text.trim() });
    }
  });
  const rows = await transaction.prepared<{ id: string; day: string }>(STORE, [
    transaction.organizationId,
    submissions.map(({ seat }) => seat.invitation_id),
    submissions.map(({ seat }) => seat.token_hash),
    submissions.map(() => randomUUID()),
    submissions.map(({ locale }) => locale.slice(0, 20)),
    places,
    items,
    values,
    JSON.stringify(comments),
  ]);
  return new Map(rows.map(({ id, day }) => [id, day]));
}
