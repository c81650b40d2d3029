import { Injectable } from '@nestjs/common';
import { nextPainPointStates, NotFoundError, type PainPointFacts } from '@touchstone/domain';
import { wilsonInterval } from '@touchstone/metrics';
import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import { searchPattern } from '../../platform/database/search-pattern.js';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Connection, connectionFrom, pageOf } from '../../platform/graphql/connection.js';
import { rowId } from '../../platform/graphql/row-id.js';
import { abilityOf, type Principal } from '../../platform/tenancy/principal.js';
import type { PainPointOrderEnum } from './pain-point.enums.js';
import { FEEDBACK_COUNT, INITIATIVE_COUNT, pageJson, SUMMARY_JSON, TEAMS_CONCERNED } from './pain-point-sql.js';
import type { PainPointStepType, PainPointSummaryType, PainPointType } from './pain-point.type.js';

export interface PainPointFilter {
  readonly search: string | null;
  readonly state: string | null;
  readonly kind: string | null;
  readonly touchpointId: string | null;
  /** At a touchpoint that stands in this journey. */
  readonly journeyId: string | null;
  readonly severityAtLeast: number | null;
  /** Nothing takes it up, nor the common one that it belongs to. */
  readonly withoutInitiative: boolean;
  readonly includeArchived: boolean;
}

export interface PainPointSort {
  readonly by: PainPointOrderEnum;
  readonly ascending: boolean;
}

type ReadPainPoint = Omit<PainPointType, 'nextStates' | 'frequencyLower' | 'frequencyUpper'>;
type SortedRow = PainPointSummaryType & { readonly rank: number };

/** Pain points: the list and the page of one, a statement each. */
@Injectable()
export class PainPointsReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(
    principal: Principal,
    filter: PainPointFilter,
    sort: PainPointSort,
    first: number,
    after: string | null,
  ): Promise<Connection<PainPointSummaryType>> {
    const page = pageOf(first, after, ['number', 'number']);
    const [answer] = await this.unitOfWork.read(principal, ({ query, organizationId }) =>
      query<{ total: number; rows: SortedRow[] | null }>(LIST, [
        organizationId,
        filter.includeArchived,
        searchPattern(filter.search),
        filter.state,
        filter.kind,
        filter.touchpointId ? rowId(filter.touchpointId, 'Touchpoint') : null,
        filter.journeyId ? rowId(filter.journeyId, 'Journey') : null,
        numberOf(filter.search),
        page.after?.[0] ?? null,
        page.after?.[1] ?? null,
        page.first,
        filter.severityAtLeast,
        filter.withoutInitiative,
        sort.by,
        sort.ascending ? -1 : 1,
      ]),
    );
    return connectionFrom(answer?.rows ?? [], page, answer?.total ?? 0, ({ rank, number }) => [rank, number]);
  }

  one(principal: Principal, id: string): Promise<PainPointType> {
    return this.unitOfWork.read(principal, (transaction) => this.oneIn(transaction, id));
  }

  async oneIn(transaction: Transaction, id: string): Promise<PainPointType> {
    const may = abilityToSql(abilityOf(transaction.principal), 'update', 'PainPoint', { teamId: 'g.team_id' }, 3);
    const mayUpdate = `EXISTS (SELECT FROM (${TEAMS_CONCERNED}) g WHERE ${may.sql})`;
    const [row] = await transaction.query<{ painPoint: ReadPainPoint }>(
      `SELECT ${pageJson(mayUpdate)} AS "painPoint" FROM pain_point p WHERE p.organization_id = $1 AND p.id = $2`,
      [transaction.organizationId, rowId(id, 'PainPoint'), ...may.parameters],
    );
    if (!row) throw new NotFoundError('PainPoint');
    return { ...row.painPoint, ...shareOf(row.painPoint), nextStates: stepsOf(row.painPoint) };
  }
}

/** What its state depends on; a reason is given with the act and asked for by the form. */
export function factsOf(painPoint: ReadPainPoint, reason: string): PainPointFacts {
  const { severityEvidence, frequencyEvidence, frequencyCount, frequencyBase } = painPoint;
  const written = [severityEvidence, frequencyEvidence].filter((text) => text.trim() !== '').length;
  return {
    state: painPoint.state,
    severity: painPoint.severity,
    frequency:
      frequencyCount === null || frequencyBase === null ? null : { count: frequencyCount, base: frequencyBase },
    evidence: painPoint.feedbackCount + written,
    // What a common one gathers happens somewhere already.
    touchpoints: painPoint.touchpoints.length + painPoint.gathered.length,
    initiatives: painPoint.initiatives as PainPointFacts['initiatives'],
    reason,
  };
}

/** How sure the share of those who meet it is, as far as they were drawn at random. */
function shareOf({ frequencyCount, frequencyBase }: ReadPainPoint) {
  if (frequencyCount === null || frequencyBase === null) return { frequencyLower: null, frequencyUpper: null };
  const { lower, upper } = wilsonInterval({ successes: frequencyCount, n: frequencyBase });
  return { frequencyLower: lower, frequencyUpper: upper };
}

/** With a reason taken as given: the form asks for it where it is demanded. */
const stepsOf = (painPoint: ReadPainPoint): PainPointStepType[] =>
  nextPainPointStates(factsOf(painPoint, 'given')).map((step) => ({
    to: step.to as PainPointStepType['to'],
    allowed: step.allowed,
    unmet: step.allowed ? [] : step.unmet.map(({ code, remedy }) => ({ code, remedy })),
  }));

/** “P-12” and “12” name a number. */
function numberOf(search: string | null): number | null {
  const digits = /^(?:p-?)?(\d{1,9})$/i.exec(search?.trim() ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}

/** What was not said yet ranks below everything; what ranks alike stands newest first. */
const RANK = `$15::int * CASE $14
    WHEN 'severity' THEN coalesce(p.severity, -1)
    WHEN 'frequency' THEN coalesce(p.frequency_count::bigint * 1000000000 / p.frequency_base, -1)
    WHEN 'feedback' THEN ${FEEDBACK_COUNT}
    ELSE p.number END`;

const LIST = `
  WITH matching AS (
    SELECT p.*, ${RANK} AS rank FROM pain_point p
    WHERE p.organization_id = $1 AND ($2 OR p.archived_at IS NULL)
      AND ($3::text IS NULL OR p.title ILIKE $3 OR p.description ILIKE $3 OR p.number = $8::int)
      AND ($4::text IS NULL OR p.state = $4)
      AND ($5::text IS NULL OR p.kind = $5)
      AND ($6::uuid IS NULL OR EXISTS (SELECT FROM pain_point_touchpoint x
        WHERE x.organization_id = p.organization_id AND x.pain_point_id = p.id AND x.touchpoint_id = $6))
      AND ($7::uuid IS NULL OR EXISTS (SELECT FROM pain_point_touchpoint x
        JOIN touchpoint_placement t ON t.organization_id = x.organization_id AND t.touchpoint_id = x.touchpoint_id
        JOIN journey_stage s ON s.organization_id = t.organization_id AND s.id = t.stage_id
        WHERE x.organization_id = p.organization_id AND x.pain_point_id = p.id AND s.journey_id = $7))
      AND ($12::int IS NULL OR p.severity >= $12)
      AND (NOT $13 OR ${INITIATIVE_COUNT} = 0)
  ), page AS (
    SELECT * FROM matching WHERE $9::bigint IS NULL OR (rank, number) < ($9, $10::int)
    ORDER BY rank DESC, number DESC LIMIT $11 + 1
  )
  SELECT (SELECT count(*)::int FROM matching) AS total,
    (SELECT json_agg(${SUMMARY_JSON} || jsonb_build_object('rank', p.rank) ORDER BY p.rank DESC, p.number DESC) FROM page p) AS rows`;
