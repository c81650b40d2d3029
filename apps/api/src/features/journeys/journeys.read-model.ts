import { Injectable } from '@nestjs/common';
import { NotFoundError, staleBefore } from '@touchstone/domain';
import { searchPattern } from '../../platform/database/search-pattern.js';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Connection, connectionFrom, pageOf } from '../../platform/graphql/connection.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import type { JourneyState } from './journey.entity.js';
import { JOURNEY_FACTS } from './journey.sql.js';
import type { JourneyType } from './journey.type.js';

export interface JourneyFilter {
  readonly first: number;
  readonly after: string | null;
  readonly search: string | null;
  readonly state: JourneyState | null;
  readonly includeArchived: boolean;
}

type JourneyRow = JourneyType & { sortKey: string };

/** The atlas, a page at a time, in the order of its tree: one statement. */
@Injectable()
export class JourneysReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(principal: Principal, filter: JourneyFilter): Promise<Connection<JourneyType>> {
    const page = pageOf(filter.first, filter.after, ['text']);
    const [answer] = await this.unitOfWork.read(principal, (transaction) =>
      transaction.query<{ total: number; rows: JourneyRow[] | null }>(LIST, [
        transaction.organizationId,
        staleBefore(new Date()),
        filter.includeArchived,
        searchPattern(filter.search),
        filter.state,
        page.after?.[0] ?? null,
        page.first,
      ]),
    );
    return connectionFrom<JourneyRow>(answer?.rows ?? [], page, answer?.total ?? 0, ({ sortKey }) => [sortKey]);
  }

  async oneIn({ query, organizationId }: Transaction, id: string): Promise<JourneyType> {
    const [row] = await query<{ journey: JourneyType }>(ONE, [
      organizationId,
      staleBefore(new Date()),
      rowId(id, 'Journey'),
    ]);
    if (!row) throw new NotFoundError('Journey');
    return row.journey;
  }
}

/** Confirmations in the journey `j`: of cells that say something, and of touchpoints placed. */
const CONFIRMED = `
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS filled, min(x.confirmed_at) AS oldest,
      count(DISTINCT x.touchpoint_id)::int AS touchpoints,
      count(*) FILTER (WHERE x.confirmed_at < $2::timestamptz)::int AS stale
    FROM (
      SELECT c.confirmed_at, NULL::uuid AS touchpoint_id FROM journey_stage s
      JOIN stage_cell c ON c.organization_id = s.organization_id AND c.stage_id = s.id AND c.text <> ''
      WHERE s.organization_id = j.organization_id AND s.journey_id = j.id
      UNION ALL
      SELECT p.confirmed_at, p.touchpoint_id FROM journey_stage s
      JOIN touchpoint_placement p ON p.organization_id = s.organization_id AND p.stage_id = s.id
      WHERE s.organization_id = j.organization_id AND s.journey_id = j.id
    ) x
  ) n`;

const journeyJson = (depth: string, sortKey: string): string => `json_build_object(${JOURNEY_FACTS},
  'depth', ${depth}, 'sortKey', ${sortKey},
  'stageCount', (SELECT count(*)::int FROM journey_stage s
    WHERE s.organization_id = j.organization_id AND s.journey_id = j.id),
  'touchpointCount', n.touchpoints, 'filledCount', n.filled, 'staleCount', n.stale, 'oldestConfirmedAt', n.oldest)`;

/**
 * A journey stands below the journey it is a part of, and a future state right below what it is to replace. The path of
 * names down to it is its place in the list; compared byte by byte, so that whatever stands below follows at once.
 */
const LIST = `
  WITH RECURSIVE shown AS (
    SELECT j.*, coalesce(j.future_of_id, j.parent_id) AS below,
      CASE WHEN j.future_of_id IS NULL THEN '1' ELSE '0' END || lower(j.name) || chr(1) || j.id AS step
    FROM journey j WHERE j.organization_id = $1 AND ($3 OR j.archived_at IS NULL)
  ), tree AS (
    SELECT s.id, 0 AS depth, s.step AS path FROM shown s
    WHERE s.below IS NULL OR NOT EXISTS (SELECT FROM shown a WHERE a.id = s.below)
    UNION ALL
    SELECT s.id, t.depth + 1, t.path || chr(1) || s.step FROM shown s JOIN tree t ON s.below = t.id
  ), matching AS (
    SELECT j.*, t.depth, t.path COLLATE "C" AS path FROM tree t
    JOIN journey j ON j.organization_id = $1 AND j.id = t.id
    LEFT JOIN persona pe ON pe.organization_id = j.organization_id AND pe.id = j.persona_id
    LEFT JOIN product pr ON pr.organization_id = j.organization_id AND pr.id = j.product_id
    WHERE ($4::text IS NULL OR j.name ILIKE $4 OR j.summary ILIKE $4 OR pe.name ILIKE $4 OR pr.name ILIKE $4)
      AND ($5::text IS NULL OR j.state = $5)
  ), page AS (
    SELECT * FROM matching WHERE $6::text IS NULL OR path > $6 COLLATE "C" ORDER BY path LIMIT $7 + 1
  )
  SELECT (SELECT count(*)::int FROM matching) AS total,
    (SELECT json_agg(${journeyJson('j.depth', 'j.path')} ORDER BY j.path) FROM page j ${CONFIRMED}) AS rows`;

/** By itself a journey has no place in the list; its depth is that of its chain upwards. */
const ONE = `
  WITH RECURSIVE above AS (
    SELECT id, coalesce(future_of_id, parent_id) AS below, 0 AS depth FROM journey
    WHERE organization_id = $1 AND id = $3
    UNION ALL
    SELECT j.id, coalesce(j.future_of_id, j.parent_id), a.depth + 1 FROM journey j
    JOIN above a ON j.organization_id = $1 AND j.id = a.below
  )
  SELECT ${journeyJson('(SELECT max(depth) FROM above)', 'NULL')} AS journey FROM journey j ${CONFIRMED}
  WHERE j.organization_id = $1 AND j.id = $3`;
