import { Injectable } from '@nestjs/common';
import { NotFoundError } from '@touchstone/domain';
import { searchPattern } from '../../platform/database/search-pattern.js';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Connection, connectionFrom, pageOf } from '../../platform/graphql/connection.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { type Criteria, type Estimated, throughLenses } from './opportunity-lenses.js';
import type {
  OpportunityCriteriaType,
  OpportunityLensType,
  OpportunityStateEnum,
  OpportunityType,
} from './opportunity.type.js';

export interface OpportunityFilter {
  readonly search: string | null;
  readonly states: readonly OpportunityStateEnum[] | null;
  readonly includeArchived: boolean;
}

/** Opportunities, one, and the open ones through the lenses: one statement each. */
@Injectable()
export class OpportunitiesReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(
    principal: Principal,
    filter: OpportunityFilter,
    first: number,
    after: string | null,
  ): Promise<Connection<OpportunityType>> {
    const page = pageOf(first, after, ['number']);
    const [answer] = await this.unitOfWork.read(principal, ({ query, organizationId }) =>
      query<{ total: number; rows: OpportunityType[] | null }>(LIST, [
        organizationId,
        searchPattern(filter.search),
        filter.states,
        filter.includeArchived,
        page.after?.[0] ?? null,
        page.first,
      ]),
    );
    return connectionFrom<OpportunityType>(answer?.rows ?? [], page, answer?.total ?? 0, ({ number }) => [number]);
  }

  one(principal: Principal, id: string): Promise<OpportunityType> {
    return this.unitOfWork.read(principal, (transaction) => this.oneIn(transaction, id));
  }

  async oneIn({ query, organizationId }: Transaction, id: string): Promise<OpportunityType> {
    const [row] = await query<{ opportunity: OpportunityType }>(
      `SELECT ${OPPORTUNITY} AS opportunity FROM opportunity o WHERE o.organization_id = $1 AND o.id = $2`,
      [organizationId, rowId(id, 'Opportunity')],
    );
    if (!row) throw new NotFoundError('Opportunity');
    return row.opportunity;
  }

  async lenses(principal: Principal): Promise<OpportunityLensType[]> {
    const rows = await this.unitOfWork.read(principal, ({ query, organizationId }) =>
      query<Estimated & { criteria: Criteria | null }>(OPEN, [organizationId]),
    );
    return throughLenses(rows, rows[0]?.criteria ?? []);
  }

  criteria(principal: Principal): Promise<OpportunityCriteriaType> {
    return this.unitOfWork.read(principal, (transaction) => this.criteriaIn(transaction));
  }

  async criteriaIn({ query, organizationId }: Transaction): Promise<OpportunityCriteriaType> {
    const [row] = await query<OpportunityCriteriaType>(
      'SELECT criteria, version FROM opportunity_criteria WHERE organization_id = $1',
      [organizationId],
    );
    return row ?? { criteria: [], version: 0 };
  }
}

const OPPORTUNITY = `json_build_object('id', o.id, 'number', o.number, 'title', o.title, 'description', o.description,
  'state', o.state, 'stateReason', o.state_reason, 'reach', o.reach, 'impact', o.impact, 'confidence', o.confidence,
  'effort', o.effort, 'userValue', o.user_value, 'timeCriticality', o.time_criticality, 'riskReduction', o.risk_reduction, 'ease', o.ease,
  'scores', (SELECT coalesce(json_agg(json_build_object('criterionId', s.key, 'score', s.value::int) ORDER BY s.key), '[]') FROM jsonb_each_text(o.scores) s),
  'painPoints', (SELECT coalesce(json_agg(json_build_object('id', p.id, 'number', p.number, 'title', p.title) ORDER BY p.number), '[]')
    FROM opportunity_pain_point l JOIN pain_point p ON p.organization_id = l.organization_id AND p.id = l.pain_point_id
    WHERE l.organization_id = o.organization_id AND l.opportunity_id = o.id),
  'initiatives', (SELECT coalesce(json_agg(json_build_object('id', i.id, 'number', i.number, 'title', i.title) ORDER BY i.number), '[]')
    FROM initiative i WHERE i.organization_id = o.organization_id AND i.opportunity_id = o.id),
  'archivedAt', o.archived_at, 'version', o.version)`;

const LIST = `
  WITH matching AS (
    SELECT o.id, o.number FROM opportunity o
    WHERE o.organization_id = $1
      AND ($2::text IS NULL OR o.title ILIKE $2 OR o.description ILIKE $2 OR 'O-' || o.number ILIKE $2)
      AND ($3::text[] IS NULL OR o.state = ANY($3))
      AND ($4 OR o.archived_at IS NULL)
  ), page AS (
    SELECT id FROM matching WHERE $5::int IS NULL OR number < $5 ORDER BY number DESC LIMIT $6 + 1
  )
  SELECT (SELECT count(*)::int FROM matching) AS total,
    (SELECT json_agg(${OPPORTUNITY} ORDER BY o.number DESC)
     FROM page JOIN opportunity o ON o.organization_id = $1 AND o.id = page.id) AS rows`;

/** A pain point whose severity or frequency nobody has said yet adds nothing. */
const OPEN = `
  SELECT o.id, o.number, o.title, o.reach, o.impact, o.confidence, o.effort, o.user_value AS "userValue",
    o.time_criticality AS "timeCriticality", o.risk_reduction AS "riskReduction", o.ease, o.scores,
    (SELECT c.criteria FROM opportunity_criteria c WHERE c.organization_id = o.organization_id) AS criteria,
    (SELECT coalesce(sum(p.severity * p.frequency_count::float8 / p.frequency_base), 0)::float8
     FROM opportunity_pain_point l JOIN pain_point p ON p.organization_id = l.organization_id AND p.id = l.pain_point_id
     WHERE l.organization_id = o.organization_id AND l.opportunity_id = o.id) AS pain
  FROM opportunity o WHERE o.organization_id = $1 AND o.state = 'open' AND o.archived_at IS NULL
  ORDER BY o.number`;
