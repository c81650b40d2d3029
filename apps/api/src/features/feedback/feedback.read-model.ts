import { Injectable } from '@nestjs/common';
import { NEAR_DUPLICATE, NotFoundError, similarityTo } from '@touchstone/domain';
import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import { searchPattern } from '../../platform/database/search-pattern.js';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Connection, connectionFrom, pageOf } from '../../platform/graphql/connection.js';
import { rowId } from '../../platform/graphql/row-id.js';
import { abilityOf, type Principal } from '../../platform/tenancy/principal.js';
import { accountableTeam } from '../pain-points/index.js';
import type { FeedbackType, NearFeedbackType } from './feedback.type.js';

export interface FeedbackFilter {
  readonly search: string | null;
  readonly state: string | null;
  readonly source: string | null;
  readonly language: string | null;
  readonly touchpointId: string | null;
  readonly painPointId: string | null;
  readonly mergedIntoId: string | null;
  /** With a rating, and one of at most this. */
  readonly ratingAtMost: number | null;
  /** Brought in by it. */
  readonly importId: string | null;
}

/** What to go on after: the last one that was seen, by its time and id. */
export type After = readonly [string, string] | null;

/** So many share a key with a text at most; those that share most are compared. */
const CANDIDATES = 200;
const SUGGESTED = 10;

/** The inbox and what it came to: one statement each; near-duplicates take two, whatever their number. */
@Injectable()
export class FeedbackReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(
    principal: Principal,
    filter: FeedbackFilter,
    first: number,
    after: string | null,
  ): Promise<Connection<FeedbackType>> {
    const page = pageOf(first, after, ['instant', 'id']);
    const may = mayUpdate(principal, 14);
    const asked = parametersOf(principal, filter, page.after as After, page.first + 1);
    const [answer] = await this.unitOfWork.read(principal, ({ query }) =>
      query<{ total: number; rows: FeedbackType[] | null }>(
        `${narrowedSql(may.sql)} SELECT (SELECT count(*)::int FROM matching) AS total, (SELECT rows FROM listed) AS rows`,
        [...asked, ...may.parameters],
      ),
    );
    return connectionFrom(answer?.rows ?? [], page, answer?.total ?? 0, ({ saidAt, id }) => [String(saidAt), id]);
  }

  /** The same without its number, for what is written down whole: page by page, from the first after what was seen. */
  async rows(principal: Principal, filter: FeedbackFilter, after: After, limit: number): Promise<FeedbackType[]> {
    const may = mayUpdate(principal, 14);
    const [answer] = await this.unitOfWork.read(principal, ({ query }) =>
      query<{ rows: FeedbackType[] | null }>(`${narrowedSql(may.sql)} SELECT rows FROM listed`, [
        ...parametersOf(principal, filter, after, limit),
        ...may.parameters,
      ]),
    );
    return answer?.rows ?? [];
  }

  one(principal: Principal, id: string): Promise<FeedbackType> {
    return this.unitOfWork.read(principal, (transaction) => this.oneIn(transaction, id));
  }

  async oneIn({ query, organizationId, principal }: Transaction, id: string): Promise<FeedbackType> {
    const may = mayUpdate(principal, 3);
    const [row] = await query<{ feedback: FeedbackType }>(
      `SELECT ${feedbackJson(may.sql)} AS feedback FROM feedback f ${AROUND} WHERE f.organization_id = $1 AND f.id = $2`,
      [organizationId, rowId(id, 'Feedback'), ...may.parameters],
    );
    if (!row) throw new NotFoundError('Feedback');
    return row.feedback;
  }

  /**
   * Others that say nearly the same, most alike first: candidates by their keys, with nothing but their texts, then compared
   * exactly. What stands around feedback is looked up for the few that are shown.
   */
  near(principal: Principal, id: string): Promise<NearFeedbackType[]> {
    const may = mayUpdate(principal, 3);
    return this.unitOfWork.read(principal, async ({ query, prepared, organizationId }) => {
      const [own] = await prepared<{ text: string; others: { id: string; text: string }[] }>(CANDIDATES_SQL, [
        organizationId,
        rowId(id, 'Feedback'),
        CANDIDATES,
      ]);
      if (!own) throw new NotFoundError('Feedback');
      const similarity = similarityTo(own.text);
      const alike = own.others
        .map((other) => ({ id: other.id, similarity: similarity(other.text) }))
        .filter((other) => other.similarity >= NEAR_DUPLICATE)
        .sort((a, b) => b.similarity - a.similarity || a.id.localeCompare(b.id))
        .slice(0, SUGGESTED);
      if (alike.length === 0) return [];
      const shown = await query<{ feedback: FeedbackType }>(
        `SELECT ${feedbackJson(may.sql)} AS feedback FROM feedback f ${AROUND}
         WHERE f.organization_id = $1 AND f.id = ANY ($2::uuid[])`,
        [organizationId, alike.map((other) => other.id), ...may.parameters],
      );
      const byId = new Map(shown.map(({ feedback }) => [feedback.id, feedback]));
      return alike.map((other) => ({ feedback: byId.get(other.id)!, similarity: other.similarity }));
    });
  }
}

const CANDIDATES_SQL = `
  SELECT own.text, (SELECT coalesce(json_agg(json_build_object('id', f.id, 'text', f.text)), '[]')
    FROM (SELECT k.feedback_id AS id FROM unnest(own.similarity_keys) u (key)
      JOIN feedback_key k ON k.organization_id = $1 AND k.key = u.key
      GROUP BY k.feedback_id ORDER BY count(*) DESC, k.feedback_id LIMIT $3) n
    JOIN feedback f ON f.organization_id = $1 AND f.id = n.id
    WHERE f.id <> own.id AND f.state <> 'merged') AS others
  FROM feedback own WHERE own.organization_id = $1 AND own.id = $2`;

const parametersOf = (principal: Principal, filter: FeedbackFilter, after: After, limit: number): unknown[] => [
  principal.organizationId,
  searchPattern(filter.search),
  filter.state,
  filter.source,
  filter.language,
  filter.touchpointId ? rowId(filter.touchpointId, 'Touchpoint') : null,
  filter.painPointId ? rowId(filter.painPointId, 'PainPoint') : null,
  filter.mergedIntoId ? rowId(filter.mergedIntoId, 'Feedback') : null,
  filter.ratingAtMost,
  filter.importId ? rowId(filter.importId, 'Import') : null,
  after?.[0] ?? null,
  after?.[1] ?? null,
  limit,
];

/** The office sorts all of it; a lead what was said of own touchpoints and metrics. */
function mayUpdate(principal: Principal, firstParameter: number) {
  const columns = { teamId: 'g.team_id' };
  const { sql, parameters } = abilityToSql(abilityOf(principal), 'update', 'Feedback', columns, firstParameter);
  const teams = `SELECT NULL::uuid AS team_id UNION ALL ${accountableTeam('f.organization_id', 'f.touchpoint_id')}
    UNION ALL SELECT o.owner_team_id FROM metric o WHERE o.organization_id = f.organization_id AND o.id = f.metric_id`;
  return { sql: `EXISTS (SELECT FROM (${teams}) g WHERE ${sql})`, parameters };
}

/** What stands around feedback `f`. */
const AROUND = `
  LEFT JOIN touchpoint t ON t.organization_id = f.organization_id AND t.id = f.touchpoint_id
  LEFT JOIN persona e ON e.organization_id = f.organization_id AND e.id = f.persona_id
  LEFT JOIN metric m ON m.organization_id = f.organization_id AND m.id = f.metric_id
  LEFT JOIN pain_point p ON p.organization_id = f.organization_id AND p.id = f.pain_point_id
  LEFT JOIN feedback_import i ON i.organization_id = f.organization_id AND i.id = f.import_id
  LEFT JOIN membership w ON w.organization_id = f.organization_id AND w.id = f.triaged_by
  LEFT JOIN membership c ON c.organization_id = f.organization_id AND c.id = f.created_by`;

const feedbackJson = (may: string): string => `jsonb_build_object(
  'id', f.id, 'source', f.source, 'text', f.text, 'language', f.language, 'saidAt', f.said_at, 'rating', f.rating,
  'touchpointId', t.id, 'touchpointName', t.name, 'personaId', e.id, 'personaName', e.name, 'metricId', m.id,
  'metricName', m.name, 'alertId', f.alert_id, 'assessmentId', f.assessment_id, 'nodeId', f.node_id,
  'importId', i.id, 'importName', i.file_name, 'state', f.state,
  'painPointId', p.id, 'painPointNumber', p.number, 'painPointTitle', p.title, 'mergedIntoId', f.merged_into_id,
  'mergedCount', (SELECT count(*)::int FROM feedback d
    WHERE d.organization_id = f.organization_id AND d.merged_into_id = f.id),
  'dismissedReason', f.dismissed_reason, 'triagedByName', w.name, 'triagedAt', f.triaged_at, 'createdByName', c.name,
  'createdAt', f.created_at, 'mayUpdate', ${may}, 'version', f.version)`;

const narrowedSql = (may: string): string => `
  WITH matching AS (
    SELECT f.id, f.said_at FROM feedback f
    WHERE f.organization_id = $1
      AND ($2::text IS NULL OR f.text ILIKE $2)
      AND ($3::text IS NULL OR f.state = $3)
      AND ($4::text IS NULL OR f.source = $4)
      AND ($5::text IS NULL OR f.language = $5)
      AND ($6::uuid IS NULL OR f.touchpoint_id = $6)
      AND ($7::uuid IS NULL OR f.pain_point_id = $7 OR f.pain_point_id IN (
        SELECT s.id FROM pain_point s WHERE s.organization_id = $1 AND s.common_id = $7))
      AND ($8::uuid IS NULL OR f.merged_into_id = $8)
      AND ($9::float8 IS NULL OR f.rating <= $9)
      AND ($10::uuid IS NULL OR f.import_id = $10)
  ), page AS (
    SELECT id FROM matching
    WHERE $11::timestamptz IS NULL OR (said_at, id) < ($11, $12::uuid)
    ORDER BY said_at DESC, id DESC LIMIT $13
  ), listed AS (
    SELECT json_agg(${feedbackJson(may)} ORDER BY f.said_at DESC, f.id DESC) AS rows
    FROM page q JOIN feedback f ON f.organization_id = $1 AND f.id = q.id ${AROUND}
  )`;
