import { Injectable } from '@nestjs/common';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type StoredFile, StoredFiles } from '../../platform/files/stored-files.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { feedbackContext } from './feedback-context.js';
import type { FeedbackImportType } from './feedback-import.type.js';
import { importFeedbackJob } from './feedback-imports.jobs.js';
import { FeedbackImportsReadModel } from './feedback-imports.read-model.js';
import { checkMapping } from './feedback-mapping.js';

export interface StartFeedbackImport {
  readonly fileId: string;
  readonly mapping: unknown;
  readonly mode: 'all_or_nothing' | 'accept_good';
}

/** Puts an import on its way. Reading the file is the job's work. */
@Injectable()
export class StartFeedbackImportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: StoredFiles,
    private readonly idempotency: Idempotency,
    private readonly imports: FeedbackImportsReadModel,
  ) {}

  async start(principal: Principal, asked: StartFeedbackImport, key: string | null): Promise<FeedbackImportType> {
    const { file, content } = await this.files.open(principal, asked.fileId);
    content.destroy();
    return this.unitOfWork.write(principal, async (transaction) => {
      const make = () => this.create(transaction, asked, file);
      const id = key
        ? await this.idempotency.run(transaction, { operation: 'startFeedbackImport', key, request: asked }, make)
        : await make();
      return this.imports.oneIn(transaction, id);
    });
  }

  private async create(transaction: Transaction, asked: StartFeedbackImport, file: StoredFile): Promise<string> {
    const { organizationId, principal } = transaction;
    const context = await feedbackContext(transaction, principal);
    const mapping = checkMapping(asked.mapping, context);
    const allowed = [...context.touchpoints.values()].filter((each) => each.allowed).map(({ id }) => id);
    const id = newId();
    const jobId = await enqueue(transaction, importFeedbackJob, { importId: id });
    await transaction.query(
      `INSERT INTO feedback_import (organization_id, id, file_id, file_name, file_hash, mapping, mode, job_id, created_by)
       VALUES ($1, $2, $3, $4, decode($5, 'hex'), $6, $7, $8, $9)`,
      [
        organizationId,
        id,
        asked.fileId,
        file.name,
        file.sha256,
        JSON.stringify({ ...mapping, allowedTouchpointIds: context.anywhere ? null : allowed }),
        asked.mode,
        jobId,
        principal.kind === 'member' ? principal.membershipId : null,
      ],
    );
    transaction.audit({
      act: 'feedback.import-started',
      objectKind: 'FeedbackImport',
      objectId: id,
      changes: { sha256: file.sha256, mode: asked.mode },
    });
    return id;
  }
}
