import { Injectable } from '@nestjs/common';
import { NotFoundError } from '@touchstone/domain';
import { validate as isUuid } from 'uuid';
import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { abilityOf, type Principal } from '../../platform/tenancy/principal.js';
import { SUMMARY_JOINS, SUMMARY_JSON } from '../assessments/index.js';
import { presentVersion, PublishedModels, type VersionRow } from '../models/index.js';
import { explainCell, type ExplainableCell } from './explain-cell.js';
import { type FrozenNumbers, FrozenResults } from './frozen-results.js';
import type { NodeKindEnum, ResultsType, ScoreExplanationType } from './result.type.js';

type ResultsRow = Omit<ResultsType, 'model' | keyof FrozenNumbers> & {
  /** Null where this process has them already. */
  numbers: FrozenNumbers | null;
  versionId: string;
  /** Null where this process has the version already. */
  version: VersionRow | null;
};

/** The frozen results of a wave, as they were computed: one statement for the page, one for an explanation. */
@Injectable()
export class ResultsReadModel {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly models: PublishedModels,
    private readonly frozen: FrozenResults,
  ) {}

  async results(principal: Principal, assessmentId: string): Promise<ResultsType> {
    if (!isUuid(assessmentId)) throw new NotFoundError('Results');
    const { organizationId } = principal;
    const visible = abilityToSql(abilityOf(principal), 'read', 'ResultSet', { state: 'a.state' }, 5);
    const models = this.models.of(organizationId);
    const frozen = this.frozen.of(organizationId);
    const [row] = await this.unitOfWork.read(principal, (transaction) =>
      transaction.prepared<{ results: ResultsRow }>(
        `SELECT ${RESULTS_JSON} AS results ${FROM} WHERE a.organization_id = $1 AND a.id = $2 AND ${visible.sql}`,
        [organizationId, assessmentId, [...models.keys()], [...frozen.keys()], ...visible.parameters],
      ),
    );
    if (!row) throw new NotFoundError('Results');
    const { versionId, version, numbers: fresh, ...results } = row.results;
    const model = version ? presentVersion(version) : models.get(versionId);
    const numbers = fresh ?? frozen.get(results.resultSetId);
    if (!model || !numbers) throw new Error('A part of the results is neither in the answer nor in memory.');
    this.models.keep(organizationId, model);
    this.frozen.keep(organizationId, results.resultSetId, numbers);
    return { ...results, ...numbers, model };
  }

  async explanation(
    principal: Principal,
    assessmentId: string,
    node: { kind: NodeKindEnum; id: string },
    groupId: string | null,
  ): Promise<ScoreExplanationType> {
    if (!isUuid(assessmentId) || (groupId && !isUuid(groupId))) throw new NotFoundError('Score');
    const visible = abilityToSql(abilityOf(principal), 'read', 'ResultSet', { state: 'a.state' }, 6);
    const [row] = await this.unitOfWork.read(principal, (transaction) =>
      transaction.query<{ cell: ExplainableCell }>(
        `SELECT json_build_object('formula', r.formula, 'confidence', r.confidence, 'suppression', c.suppression, 'n', c.n,
           'value', c.value, 'sd', c.sd, 'lower', c.lower, 'upper', c.upper, 'level', c.level, 'agreement', c.agreement,
           'coverage', c.coverage, 'notApplicable', c.not_applicable, 'distribution', c.distribution,
           'explanation', c.explanation, 'model', v.content) AS cell
         ${FROM}
         JOIN result_cell c ON c.organization_id = r.organization_id AND c.result_set_id = r.id
         WHERE a.organization_id = $1 AND a.id = $2 AND c.node_kind = $3 AND c.node_id = $4
           AND c.rater_group_id IS NOT DISTINCT FROM $5::uuid AND ${visible.sql}`,
        [principal.organizationId, assessmentId, node.kind, node.id, groupId, ...visible.parameters],
      ),
    );
    if (!row) throw new NotFoundError('Score');
    return { nodeKind: node.kind, nodeId: node.id, groupId, formula: row.cell.formula, steps: explainCell(row.cell) };
  }
}

const FROM = `
  FROM assessment a ${SUMMARY_JOINS}
  JOIN result_set r ON r.organization_id = a.organization_id AND r.assessment_id = a.id AND r.superseded_at IS NULL`;

const RESULTS_JSON = `json_build_object(
  'assessment', ${SUMMARY_JSON}, 'anonymity', a.anonymity, 'minimumGroupSize', a.minimum_group_size,
  'versionId', v.id,
  'version', CASE WHEN v.id <> ALL ($3::uuid[]) THEN json_build_object('id', v.id, 'model_key', v.model_key,
    'model_version', v.model_version, 'state', v.state, 'content', v.content, 'source', v.source,
    'published_at', v.published_at) END,
  'resultSetId', r.id, 'computedAt', r.computed_at, 'formula', r.formula, 'confidence', r.confidence,
  'submissions', r.submissions, 'icc', r.icc, 'krippendorffAlpha', r.krippendorff_alpha, 'unit', r.unit, 'notes', r.notes,
  'groups', (SELECT json_agg(json_build_object('id', g.id, 'kind', g.kind, 'name', g.name, 'expected', g.expected_size,
      'submitted', rg.submitted, 'suppression', rg.suppression, 'reason', rg.reason) ORDER BY g.position)
    FROM result_group rg JOIN rater_group g ON g.organization_id = rg.organization_id AND g.id = rg.rater_group_id
    WHERE rg.organization_id = r.organization_id AND rg.result_set_id = r.id),
  'numbers', CASE WHEN r.id <> ALL ($4::uuid[]) THEN json_build_object(
  'cells', (SELECT coalesce(json_agg(json_build_object('nodeKind', c.node_kind, 'nodeId', c.node_id, 'groupId', c.rater_group_id,
      'n', c.n, 'value', c.value, 'sd', c.sd, 'lower', c.lower, 'upper', c.upper, 'level', c.level,
      'distribution', c.distribution, 'agreement', c.agreement, 'coverage', c.coverage, 'notApplicable', c.not_applicable,
      'suppression', c.suppression, 'reason', c.reason) ORDER BY c.id), '[]')
    FROM result_cell c WHERE c.organization_id = r.organization_id AND c.result_set_id = r.id),
  'gaps', (SELECT coalesce(json_agg(json_build_object('nodeKind', p.node_kind, 'nodeId', p.node_id, 'groupA', p.group_a,
      'groupB', p.group_b, 'difference', p.difference, 'lower', p.lower, 'upper', p.upper, 'p', p.p,
      'adjustedP', p.adjusted_p, 'beyondNoise', p.beyond_noise) ORDER BY abs(p.difference) DESC), '[]')
    FROM result_gap p WHERE p.organization_id = r.organization_id AND p.result_set_id = r.id)) END)`;
