import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, type MaturityModel, type ModelProblem, NotFoundError } from '@touchstone/domain';
import { validate as isUuid } from 'uuid';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { ModelVersionEntity } from './model-version.entity.js';
import { parseApart } from './parse-apart.js';
import type { ModelVersionSummaryType } from './model.type.js';
import { ModelsReadModel } from './models.read-model.js';

export type ModelImport =
  | { readonly modelVersion: ModelVersionSummaryType; readonly problems: readonly [] }
  | { readonly modelVersion: null; readonly problems: readonly ModelProblem[] };

interface NodeRow {
  kind: 'dimension' | 'practice' | 'item';
  id: string;
  parentId: string | null;
  position: number;
  weight: number;
  name: object;
}

/** Brings models in and publishes them. A file with a single problem changes nothing. */
@Injectable()
export class ModelLibraryService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly models: ModelsReadModel,
  ) {}

  async importModel(principal: Principal, source: string): Promise<ModelImport> {
    const reading = await parseApart(source);
    if (!reading.ok) return { modelVersion: null, problems: reading.problems };
    return this.unitOfWork.write(principal, async (transaction) => {
      const id = await this.store(transaction, reading.model, source);
      return { modelVersion: await this.models.summaryIn(transaction, id), problems: [] };
    });
  }

  async publish(principal: Principal, id: string): Promise<ModelVersionSummaryType> {
    if (!isUuid(id)) throw new NotFoundError('Maturity model');
    return this.unitOfWork.write(principal, async (transaction) => {
      const versions = transaction.manager.getRepository(ModelVersionEntity);
      const outcome = await versions.update(
        { organizationId: transaction.organizationId, id, state: 'draft' },
        { state: 'published', publishedAt: new Date() },
      );
      // Publishing twice is the same as publishing once.
      if (outcome.affected)
        transaction.audit({ act: 'maturity_model.published', objectKind: 'MaturityModel', objectId: id });
      return this.models.summaryIn(transaction, id);
    });
  }

  /** The version of this key and number; importing the same file again is harmless, a different one is refused. */
  private async store(transaction: Transaction, model: MaturityModel, source: string): Promise<string> {
    const versions = transaction.manager.getRepository(ModelVersionEntity);
    const sourceHash = createHash('sha256').update(source).digest();
    const { organizationId } = transaction;
    const known = await versions.findOneBy({ organizationId, modelKey: model.id, modelVersion: model.version });
    if (known?.sourceHash.equals(sourceHash)) return known.id;
    if (known) {
      throw new DomainError(
        'MODEL_VERSION_EXISTS',
        `Version ${model.version} of ${model.id} exists with other content.`,
        {
          model: model.id,
          version: model.version,
        },
      );
    }
    const id = newId();
    await versions.insert({
      organizationId,
      id,
      modelKey: model.id,
      modelVersion: model.version,
      state: 'draft',
      content: model,
      source,
      sourceHash,
      createdBy: transaction.principal.kind === 'member' ? transaction.principal.membershipId : null,
    });
    await transaction.query(
      `INSERT INTO model_node (organization_id, model_version_id, node_kind, node_id, parent_id, position, weight, name)
       SELECT $1, $2, n.kind, n.id, n."parentId", n.position, n.weight, n.name
       FROM jsonb_to_recordset($3) AS n(kind text, id text, "parentId" text, position int, weight float8, name jsonb)`,
      [organizationId, id, JSON.stringify(nodesOf(model))],
    );
    transaction.audit({
      act: 'maturity_model.imported',
      objectKind: 'MaturityModel',
      objectId: id,
      changes: { model: model.id, version: model.version, sha256: sourceHash.toString('hex') },
    });
    return id;
  }
}

function nodesOf(model: MaturityModel): NodeRow[] {
  return model.dimensions.flatMap((dimension, d) => [
    {
      kind: 'dimension' as const,
      id: dimension.id,
      parentId: null,
      position: d,
      weight: dimension.weight,
      name: dimension.name,
    },
    ...dimension.practices.flatMap((practice, p) => [
      {
        kind: 'practice' as const,
        id: practice.id,
        parentId: dimension.id,
        position: p,
        weight: practice.weight,
        name: practice.name,
      },
      ...practice.items.map((item, i) => ({
        kind: 'item' as const,
        id: item.id,
        parentId: practice.id,
        position: i,
        weight: item.weight,
        name: item.text,
      })),
    ]),
  ]);
}
