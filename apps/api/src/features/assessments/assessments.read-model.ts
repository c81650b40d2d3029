import { Inject, Injectable } from '@nestjs/common';
import { NotFoundError } from '@touchstone/domain';
import { validate as isUuid } from 'uuid';
import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import { CONFIG } from '../../platform/config/config.module.js';
import type { Config } from '../../platform/config/config.js';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Connection, connectionFrom, pageOf } from '../../platform/graphql/connection.js';
import { abilityOf, type Principal } from '../../platform/tenancy/principal.js';
import type { AssessmentSummaryType, AssessmentType } from './assessment.type.js';
import { verbsFor } from './assessment-verbs.js';
import { groupToken, linkAddress } from './respondent-link.js';

export interface AssessmentFilter {
  readonly first: number;
  readonly after?: string | null;
  readonly state?: string | null;
  readonly search?: string | null;
}

export type AssessmentRow = Omit<AssessmentType, 'verbs' | 'raterGroups'> & {
  modelPublished: boolean;
  raterGroups: (AssessmentType['raterGroups'][number] & { linkNonce: string })[];
};

/** The list of waves, and one wave with its response counts: one statement each, whatever their number. */
@Injectable()
export class AssessmentsReadModel {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list(principal: Principal, filter: AssessmentFilter): Promise<Connection<AssessmentSummaryType>> {
    const page = pageOf(filter.first, filter.after, ['instant', 'id']);
    const visible = abilityToSql(abilityOf(principal), 'read', 'Assessment', { state: 'a.state' }, 7);
    const [row] = await this.unitOfWork.read(principal, (transaction) =>
      transaction.query<{ total: number; rows: AssessmentSummaryType[] | null }>(
        `WITH matching AS (
           SELECT a.* FROM assessment a
           WHERE a.organization_id = $1 AND ${visible.sql}
             AND ($2::text IS NULL OR a.state = $2)
             AND ($3::text IS NULL OR a.name ILIKE '%' || $3 || '%')
         ), page AS (
           SELECT * FROM matching a
           WHERE $4::timestamptz IS NULL OR (a.created_at, a.id) < ($4, $5::uuid)
           ORDER BY a.created_at DESC, a.id DESC LIMIT $6 + 1
         )
         SELECT (SELECT count(*)::int FROM matching) AS total,
           (SELECT json_agg(${SUMMARY_JSON} ORDER BY a.created_at DESC, a.id DESC) FROM page a ${SUMMARY_JOINS}) AS rows`,
        [
          principal.organizationId,
          filter.state ?? null,
          filter.search?.trim().replace(/[\\%_]/g, '\\$&') || null,
          page.after?.[0] ?? null,
          page.after?.[1] ?? null,
          page.first,
          ...visible.parameters,
        ],
      ),
    );
    return connectionFrom(row?.rows ?? [], page, row?.total ?? 0, (node) => [String(node.createdAt), node.id]);
  }

  async one(principal: Principal, id: string): Promise<AssessmentType> {
    return this.unitOfWork.read(principal, (transaction) => this.oneIn(transaction, id));
  }

  async oneIn(transaction: Transaction, id: string): Promise<AssessmentType> {
    return this.present(transaction.principal, await this.factsIn(transaction, id));
  }

  /** The wave as it stands in this transaction, for deciding what may happen to it. */
  async factsIn(transaction: Transaction, id: string): Promise<AssessmentRow> {
    if (!isUuid(id)) throw new NotFoundError('Assessment');
    const ability = abilityOf(transaction.principal);
    const visible = abilityToSql(ability, 'read', 'Assessment', { state: 'a.state' }, 3);
    const [row] = await transaction.query<{ assessment: AssessmentRow }>(
      `SELECT ${ASSESSMENT_JSON} AS assessment FROM assessment a ${SUMMARY_JOINS}
       WHERE a.organization_id = $1 AND a.id = $2 AND ${visible.sql}`,
      [transaction.organizationId, id, ...visible.parameters],
    );
    if (!row) throw new NotFoundError('Assessment');
    return row.assessment;
  }

  private present(principal: Principal, row: AssessmentRow): AssessmentType {
    const ability = abilityOf(principal);
    const handsOutLinks = ability.can('create', 'Invitation');
    const { modelPublished, ...rest } = row;
    const facts = { ...rest, modelPublished };
    return {
      ...rest,
      raterGroups: row.raterGroups.map(({ linkNonce, ...group }) => ({
        ...group,
        link:
          handsOutLinks && !group.linkRevoked ? this.groupLink(principal.organizationId, group.id, linkNonce) : null,
      })),
      verbs: ability.can('run', 'Assessment') ? verbsFor(facts, new Date()) : [],
    };
  }

  private groupLink(organizationId: string, groupId: string, nonce: string): string {
    return linkAddress(
      this.config.publicUrl,
      groupToken(this.config.secretKey as string, organizationId, groupId, nonce),
    );
  }
}

/** Of a summary: used by results and comparison too, so that a wave looks the same wherever it is named. */
export const SUMMARY_JSON = `json_build_object(
  'id', a.id, 'name', a.name, 'state', a.state, 'modelName', v.content -> 'name', 'modelVersion', v.model_version,
  'scopeKind', a.scope_kind, 'businessUnitName', u.name, 'periodStart', a.period_start, 'periodEnd', a.period_end,
  'deadline', a.deadline, 'expected', g.expected, 'submitted', s.submitted, 'createdAt', a.created_at,
  'publishedAt', a.published_at, 'previousAssessmentId', a.previous_assessment_id, 'version', a.version)`;

export const SUMMARY_JOINS = `
  JOIN maturity_model_version v ON v.organization_id = a.organization_id AND v.id = a.model_version_id
  LEFT JOIN business_unit u ON u.organization_id = a.organization_id AND u.id = a.business_unit_id
  CROSS JOIN LATERAL (SELECT coalesce(sum(expected_size), 0)::int AS expected FROM rater_group g
    WHERE g.organization_id = a.organization_id AND g.assessment_id = a.id) g
  CROSS JOIN LATERAL (SELECT count(*)::int AS submitted FROM submission s
    WHERE s.organization_id = a.organization_id AND s.assessment_id = a.id) s`;

const GROUPS_JSON = `
  SELECT json_agg(json_build_object(
    'id', g.id, 'kind', g.kind, 'name', g.name, 'expectedSize', g.expected_size, 'linkNonce', g.link_nonce,
    'linkRevoked', g.link_revoked_at IS NOT NULL, 'invited', i.invited, 'opened', i.opened,
    'submitted', s.submitted, 'lastSubmittedOn', i.last_on) ORDER BY g.position)
  FROM rater_group g
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE i.kind = 'person' AND i.revoked_at IS NULL)::int AS invited,
           count(*) FILTER (WHERE i.opened_at IS NOT NULL)::int AS opened, max(i.submitted_on) AS last_on
    FROM invitation i
    WHERE i.organization_id = g.organization_id AND i.assessment_id = g.assessment_id AND i.rater_group_id = g.id) i
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS submitted FROM submission s
    WHERE s.organization_id = g.organization_id AND s.assessment_id = g.assessment_id AND s.rater_group_id = g.id) s
  WHERE g.organization_id = a.organization_id AND g.assessment_id = a.id`;

const ASSESSMENT_JSON = `json_build_object(
  'id', a.id, 'name', a.name, 'purpose', a.purpose, 'state', a.state,
  'modelVersionId', v.id, 'modelKey', v.model_key, 'modelName', v.content -> 'name', 'modelVersion', v.model_version,
  'modelPublished', v.state = 'published',
  'scopeKind', a.scope_kind, 'businessUnitId', a.business_unit_id, 'businessUnitName', u.name,
  'periodStart', a.period_start, 'periodEnd', a.period_end, 'deadline', a.deadline,
  'anonymity', a.anonymity, 'minimumGroupSize', a.minimum_group_size,
  'raterGroups', (${GROUPS_JSON}), 'previousAssessmentId', a.previous_assessment_id,
  'resultsComputedAt', (SELECT r.computed_at FROM result_set r
    WHERE r.organization_id = a.organization_id AND r.assessment_id = a.id AND r.superseded_at IS NULL),
  'resultsJobId', a.results_job_id, 'createdAt', a.created_at, 'openedAt', a.opened_at, 'closedAt', a.closed_at,
  'publishedAt', a.published_at, 'archivedAt', a.archived_at, 'version', a.version)`;
