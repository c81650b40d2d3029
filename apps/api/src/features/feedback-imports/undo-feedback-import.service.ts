import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NotFoundError, RuleError } from '@touchstone/domain';
import { validate as isUuid } from 'uuid';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import { JobHandlers, type JobRun } from '../../platform/jobs/job-handlers.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { IS_TRIAGED, lockFeedback, takeFeedbackBack } from '../feedback/index.js';
import type { FeedbackImportType } from './feedback-import.type.js';
import { type OfUndo, undoFeedbackJob } from './feedback-imports.jobs.js';
import { FeedbackImportsReadModel, whatIsSeen } from './feedback-imports.read-model.js';

/**
 * Takes an import back whole, as a job: it may have been large. What somebody has triaged is theirs: nothing is taken back
 * while there is such feedback, unless it is said that it may stay.
 */
@Injectable()
export class UndoFeedbackImportService implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: FeedbackImportsReadModel,
  ) {}

  onModuleInit(): void {
    this.handlers.register(undoFeedbackJob, (run) => this.run(run));
  }

  start(principal: Principal, id: string, leaveTriaged: boolean): Promise<FeedbackImportType> {
    if (!isUuid(id)) throw new NotFoundError('Import');
    const seen = whatIsSeen(principal, 3);
    return this.unitOfWork.write(principal, async (transaction) => {
      const [found] = await transaction.query<{ state: string }>(
        `SELECT i.state FROM feedback_import i WHERE i.organization_id = $1 AND i.id = $2 AND ${seen.sql} FOR UPDATE OF i`,
        [transaction.organizationId, id, ...seen.parameters],
      );
      if (!found) throw new NotFoundError('Import');
      demandCompleted(found.state);
      if (!leaveTriaged) await this.demandUntriaged(transaction, id);
      const jobId = await enqueue(transaction, undoFeedbackJob, { importId: id, leaveTriaged });
      await transaction.query('UPDATE feedback_import SET job_id = $3 WHERE organization_id = $1 AND id = $2', [
        transaction.organizationId,
        id,
        jobId,
      ]);
      transaction.audit({ act: 'feedback.undo-started', objectKind: 'FeedbackImport', objectId: id });
      return this.imports.oneIn(transaction, id);
    });
  }

  private run(run: JobRun<OfUndo>): Promise<{ taken: number; kept: number }> {
    return run.once('undo', (transaction) => this.undo(transaction, run.payload));
  }

  private async undo(
    transaction: Transaction,
    { importId, leaveTriaged }: OfUndo,
  ): Promise<{ taken: number; kept: number }> {
    await transaction.query(`SET LOCAL statement_timeout = '30min'`);
    await lockFeedback(transaction);
    const { query, organizationId } = transaction;
    const [found] = await query<{ state: string }>(
      'SELECT state FROM feedback_import WHERE organization_id = $1 AND id = $2 FOR UPDATE',
      [organizationId, importId],
    );
    if (!found) throw new NotFoundError('Import');
    // Asked for twice, it is undone once.
    if (found.state === 'undone') return { taken: 0, kept: 0 };
    demandCompleted(found.state);
    // Somebody may have triaged between the question and this job's turn.
    if (!leaveTriaged) await this.demandUntriaged(transaction, importId);
    const taken = await takeFeedbackBack(transaction, importId);
    const [undone] = await query<{ kept: number }>(
      `UPDATE feedback_import i SET state = 'undone', undone_at = now(), kept = (
         SELECT count(*) FROM feedback f WHERE f.organization_id = $1 AND f.import_id = $2)
       WHERE i.organization_id = $1 AND i.id = $2 RETURNING i.kept`,
      [organizationId, importId],
    );
    const changes = { taken, kept: undone!.kept };
    transaction.audit({ act: 'feedback.import-undone', objectKind: 'FeedbackImport', objectId: importId, changes });
    return changes;
  }

  private async demandUntriaged({ query, organizationId }: Transaction, id: string): Promise<void> {
    const [row] = await query<{ triaged: number }>(
      `SELECT count(*)::int AS triaged FROM feedback f WHERE f.organization_id = $1 AND f.import_id = $2 AND ${IS_TRIAGED}`,
      [organizationId, id],
    );
    if (row!.triaged > 0)
      throw new RuleError('FEEDBACK_IMPORT_TRIAGED', 'Some of it has been triaged.', { count: row!.triaged });
  }
}

function demandCompleted(state: string): void {
  if (state !== 'completed')
    throw new RuleError('IMPORT_NOT_COMPLETED', 'Only an import that was completed can be taken back.', { state });
}
