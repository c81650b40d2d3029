import { Injectable } from '@nestjs/common';
import { RuleError } from '@touchstone/domain';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type StoredFile, StoredFiles } from '../../platform/files/stored-files.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { ModelCache } from '../responses/index.js';
import { checkMapping } from './answer-mapping.js';
import { importAnswersJob } from './import-answers.definition.js';
import { importContext } from './import-context.js';
import type { AnswerImportType } from './import.type.js';
import { ImportsReadModel } from './imports.read-model.js';

export interface StartImport {
  readonly assessmentId: string;
  readonly fileId: string;
  readonly mapping: unknown;
  readonly mode: 'all_or_nothing' | 'accept_good';
}

/** Puts an import on its way. Reading the file is the job's work. */
@Injectable()
export class StartImportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: StoredFiles,
    private readonly models: ModelCache,
    private readonly idempotency: Idempotency,
    private readonly imports: ImportsReadModel,
  ) {}

  async start(principal: Principal, asked: StartImport, key: string | null): Promise<AnswerImportType> {
    const { file, content } = await this.files.open(principal, asked.fileId);
    content.destroy();
    return this.unitOfWork.write(principal, async (transaction) => {
      const make = () => this.create(transaction, asked, file);
      const id = key
        ? await this.idempotency.run(transaction, { operation: 'startAnswerImport', key, request: asked }, make)
        : await make();
      return this.imports.oneIn(transaction, id);
    });
  }

  private async create(transaction: Transaction, asked: StartImport, file: StoredFile): Promise<string> {
    const { organizationId, principal } = transaction;
    const context = await importContext(transaction, asked.assessmentId);
    if (context.state !== 'open') throw new RuleError('STATE_FORBIDS', 'Not in this state.', { state: context.state });
    const { model } = await this.models.get(transaction, context.modelVersionId);
    const mapping = checkMapping(asked.mapping, model, context.groups);
    const id = newId();
    const jobId = await enqueue(transaction, importAnswersJob, { importId: id });
    await transaction.query(
      `INSERT INTO answer_import (organization_id, id, assessment_id, file_id, file_name, mapping, mode, job_id, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        organizationId,
        id,
        asked.assessmentId,
        asked.fileId,
        file.name,
        JSON.stringify(mapping),
        asked.mode,
        jobId,
        principal.kind === 'member' ? principal.membershipId : null,
      ],
    );
    transaction.audit({
      act: 'answers.import-started',
      objectKind: 'Assessment',
      objectId: asked.assessmentId,
      changes: { importId: id, sha256: file.sha256, mode: asked.mode },
    });
    return id;
  }
}
