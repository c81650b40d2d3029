import { Injectable } from '@nestjs/common';
import { type MaturityModel, NotFoundError } from '@touchstone/domain';
import { validate as isUuid } from 'uuid';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import type { ModelVersionSummaryType, ModelVersionType } from './model.type.js';
import { presentDimensions } from './present-model.js';

export interface VersionRow {
  id: string;
  model_key: string;
  model_version: string;
  state: ModelVersionType['state'];
  content: MaturityModel;
  source: string;
  published_at: Date | null;
}

/** The library of models, and one version to read: a statement each. */
@Injectable()
export class ModelsReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async library(principal: Principal): Promise<ModelVersionSummaryType[]> {
    return this.unitOfWork.read(principal, (transaction) =>
      transaction.query<ModelVersionSummaryType>(`${SUMMARY} ORDER BY v.model_key, v.created_at DESC`, [
        principal.organizationId,
      ]),
    );
  }

  async summaryIn(transaction: Transaction, id: string): Promise<ModelVersionSummaryType> {
    const [row] = await transaction.query<ModelVersionSummaryType>(`${SUMMARY} AND v.id = $2`, [
      transaction.organizationId,
      id,
    ]);
    if (!row) throw new NotFoundError('Maturity model');
    return row;
  }

  async version(principal: Principal, id: string): Promise<ModelVersionType> {
    if (!isUuid(id)) throw new NotFoundError('Maturity model');
    return this.unitOfWork.read(principal, async (transaction) => {
      const [row] = await transaction.query<VersionRow>(
        `SELECT id, model_key, model_version, state, content, source, published_at
         FROM maturity_model_version WHERE organization_id = $1 AND id = $2`,
        [principal.organizationId, id],
      );
      if (!row) throw new NotFoundError('Maturity model');
      return presentVersion(row);
    });
  }
}

/** Also used by pages that show a model beside something else and have read its row themselves. */
export function presentVersion(row: VersionRow): ModelVersionType {
  const { content } = row;
  return {
    id: row.id,
    modelKey: row.model_key,
    version: row.model_version,
    name: content.name,
    description: content.description,
    state: row.state,
    scoringMethod: content.scoring.method as ModelVersionType['scoringMethod'],
    locales: [...content.locales],
    licence: content.licence,
    levels: [...content.levels],
    dimensions: presentDimensions(content),
    source: row.source,
    publishedAt: row.published_at,
  };
}

const SUMMARY = `
  SELECT v.id, v.model_key AS "modelKey", v.model_version AS version, v.content -> 'name' AS name,
    v.content -> 'description' AS description, v.state, v.content #>> '{scoring,method}' AS "scoringMethod",
    jsonb_array_length(v.content -> 'levels') AS "levelCount",
    jsonb_array_length(v.content -> 'dimensions') AS "dimensionCount",
    (SELECT count(*)::int FROM model_node n
     WHERE n.organization_id = v.organization_id AND n.model_version_id = v.id AND n.node_kind = 'practice') AS "practiceCount",
    ARRAY(SELECT jsonb_array_elements_text(v.content -> 'locales')) AS locales,
    v.published_at AS "publishedAt", v.created_at AS "createdAt",
    (SELECT count(*)::int FROM assessment a
     WHERE a.organization_id = v.organization_id AND a.model_version_id = v.id) AS "assessmentCount"
  FROM maturity_model_version v
  WHERE v.organization_id = $1`;
