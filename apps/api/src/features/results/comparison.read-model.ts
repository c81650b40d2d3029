import { Injectable } from '@nestjs/common';
import { compareWaves, matchGroups, NotFoundError, type ResultCell } from '@touchstone/domain';
import { validate as isUuid } from 'uuid';
import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { abilityOf, type Principal } from '../../platform/tenancy/principal.js';
import {
  type AssessmentSummaryType,
  type RaterGroupKindEnum,
  SUMMARY_JOINS,
  SUMMARY_JSON,
} from '../assessments/index.js';
import { presentVersion, type VersionRow } from '../models/index.js';
import type { ChangeVerdictEnum, ComparisonType } from './comparison.type.js';
import type { NodeKindEnum } from './result.type.js';

interface WaveRow {
  readonly summary: AssessmentSummaryType;
  readonly version: VersionRow;
  readonly groups: readonly { id: string; kind: RaterGroupKindEnum; name: string }[];
  readonly cells: readonly ResultCell[];
}

/** Two waves side by side: both are read in one statement, and what moved is computed from their published cells alone. */
@Injectable()
export class ComparisonReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async compare(principal: Principal, beforeId: string, afterId: string): Promise<ComparisonType> {
    if (!isUuid(beforeId) || !isUuid(afterId)) throw new NotFoundError('Results');
    const visible = abilityToSql(abilityOf(principal), 'read', 'ResultSet', { state: 'a.state' }, 3);
    const rows = await this.unitOfWork.read(principal, (transaction) =>
      transaction.query<{ wave: WaveRow }>(
        `SELECT ${WAVE_JSON} AS wave FROM assessment a ${SUMMARY_JOINS}
         JOIN result_set r ON r.organization_id = a.organization_id AND r.assessment_id = a.id AND r.superseded_at IS NULL
         WHERE a.organization_id = $1 AND a.id = ANY($2) AND ${visible.sql}`,
        [principal.organizationId, [beforeId, afterId], ...visible.parameters],
      ),
    );
    const before = rows.find(({ wave }) => wave.summary.id === beforeId)?.wave;
    const after = rows.find(({ wave }) => wave.summary.id === afterId)?.wave;
    if (!before || !after) throw new NotFoundError('Results');
    return present(before, after);
  }
}

function present(before: WaveRow, after: WaveRow): ComparisonType {
  const match = matchGroups(before.groups, after.groups);
  const comparison = compareWaves({
    before: { model: before.version.content, cells: before.cells },
    after: { model: after.version.content, cells: after.cells },
    groups: match.pairs,
  });
  const groups = new Map(after.groups.map((group) => [group.id, group]));
  return {
    before: before.summary,
    after: after.summary,
    model: presentVersion(after.version),
    confidence: comparison.confidence,
    notes: [...comparison.notes],
    unmatchedBefore: [...comparison.unmatchedBefore],
    unmatchedAfter: [...comparison.unmatchedAfter],
    cells: comparison.cells.map((cell) => {
      const group = cell.group ? groups.get(cell.group.after) : undefined;
      return {
        ...cell,
        nodeKind: cell.node.kind as NodeKindEnum,
        nodeId: cell.node.id,
        groupKind: group?.kind ?? null,
        groupName: group?.name ?? null,
        verdict: cell.verdict as ChangeVerdictEnum,
      };
    }),
  };
}

const WAVE_JSON = `json_build_object(
  'summary', ${SUMMARY_JSON},
  'version', json_build_object('id', v.id, 'model_key', v.model_key, 'model_version', v.model_version, 'state', v.state,
    'content', v.content, 'source', v.source, 'published_at', v.published_at),
  'groups', (SELECT json_agg(json_build_object('id', g.id, 'kind', g.kind, 'name', g.name) ORDER BY g.position)
    FROM rater_group g WHERE g.organization_id = a.organization_id AND g.assessment_id = a.id),
  'cells', (SELECT coalesce(json_agg(json_build_object('node', json_build_object('kind', c.node_kind, 'id', c.node_id),
      'groupId', c.rater_group_id, 'suppression', c.suppression, 'reason', c.reason, 'n', c.n, 'value', c.value, 'sd', c.sd,
      'lower', c.lower, 'upper', c.upper, 'level', c.level, 'formula', r.formula, 'explanation', c.explanation)), '[]')
    FROM result_cell c WHERE c.organization_id = r.organization_id AND c.result_set_id = r.id))`;
