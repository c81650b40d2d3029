import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { NotFoundError } from '@touchstone/domain';
import { CONFIG } from '../../platform/config/config.module.js';
import type { Config } from '../../platform/config/config.js';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { StoredFiles } from '../../platform/files/stored-files.js';
import { JobHandlers, type JobRun } from '../../platform/jobs/job-handlers.js';
import { type OpenTable, openTable, spool, stageTable } from '../../platform/tables/index.js';
import { bringInFeedback, contradictingFeedback, FeedbackStage, lockFeedback } from '../feedback/index.js';
import { type FeedbackContext, feedbackContext, restricted } from './feedback-context.js';
import { importFeedbackJob, type OfImport } from './feedback-imports.jobs.js';
import { type FeedbackMapping, mappingInForm } from './feedback-mapping.js';
import { feedbackPlan } from './feedback-plan.js';
import { type FeedbackProblem, feedbackProblem, type FeedbackProblemCode } from './feedback-problem.js';
import { FeedbackReader, identitySecret } from './feedback-reader.js';

/** More problems than anybody reads; the rest are counted. */
const PROBLEMS_KEPT = 10_000;
/** Generous for a file of the largest size; an ordinary statement of a job has a minute. */
const LONGEST_STATEMENT = '30min';

interface ImportRow {
  readonly fileId: string;
  readonly mapping: FeedbackMapping;
  /** Where whoever asked for the import may bring feedback in; null is everywhere. */
  readonly allowedTouchpointIds: readonly string[] | null;
  readonly mode: 'all_or_nothing' | 'accept_good';
  readonly createdBy: string | null;
}

interface Work extends ImportRow {
  readonly id: string;
  readonly context: FeedbackContext;
  readonly table: OpenTable;
}

export interface FeedbackOutcome {
  readonly importId: string;
  readonly state: 'completed' | 'refused';
  readonly rowsRead: number;
  readonly rowsBad: number;
  readonly added: number;
  readonly repeated: number;
  readonly duplicates: number;
  readonly withoutText: number;
  readonly notLow: number;
  readonly problems: number;
}

/** Brings the feedback of a spreadsheet in: whole or absent, and once, however often the job is delivered. */
@Injectable()
export class ImportFeedbackHandler implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly unitOfWork: UnitOfWork,
    private readonly files: StoredFiles,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.handlers.register(importFeedbackJob, (run) => this.run(run));
  }

  private async run(run: JobRun<OfImport>): Promise<FeedbackOutcome> {
    const id = run.payload.importId;
    const { row, context } = await this.unitOfWork.work(run.principal, (transaction) => this.begin(transaction, id));
    const { content } = await this.files.open(run.principal, row.fileId);
    // The file is fetched before the transaction begins, so that the import holds one connection and never waits for a second.
    const source = await spool(content);
    try {
      const table = await openTable(source, row.mapping);
      return await run.once('feedback', (transaction) => this.import(transaction, run, { ...row, id, context, table }));
    } finally {
      await source.close();
    }
  }

  private async begin(transaction: Transaction, id: string): Promise<{ row: ImportRow; context: FeedbackContext }> {
    const [row] = await transaction.query<ImportRow>(
      `WITH begun AS (
         UPDATE feedback_import SET state = 'running' WHERE organization_id = $1 AND id = $2 AND state IN ('waiting', 'running')
       )
       SELECT file_id AS "fileId", mapping, mapping->'allowedTouchpointIds' AS "allowedTouchpointIds", mode,
         created_by AS "createdBy"
       FROM feedback_import WHERE organization_id = $1 AND id = $2`,
      [transaction.organizationId, id],
    );
    if (!row) throw new NotFoundError('Import');
    const context = await feedbackContext(transaction, transaction.principal);
    return {
      row: { ...row, mapping: mappingInForm(row.mapping) },
      context: restricted(context, row.allowedTouchpointIds),
    };
  }

  /** One transaction from the first row to the last: a process that dies in it has changed nothing. */
  private async import(transaction: Transaction, run: JobRun<OfImport>, work: Work): Promise<FeedbackOutcome> {
    await transaction.query(`SET LOCAL statement_timeout = '${LONGEST_STATEMENT}'`);
    const { touchpointId, metricId } = work.mapping;
    if (touchpointId && !work.context.touchpoints.has(touchpointId))
      return this.refuseUnread(transaction, work, 'TOUCHPOINT_ARCHIVED');
    if (metricId && !work.context.ratedMetrics.has(metricId))
      return this.refuseUnread(transaction, work, 'METRIC_ARCHIVED');
    const stage = await FeedbackStage.open(transaction);
    const problems: FeedbackProblem[] = [];
    const keep = (problem: FeedbackProblem) => void (problems.length < PROBLEMS_KEPT && problems.push(problem));
    const reader = new FeedbackReader({
      plan: feedbackPlan(work.mapping, work.context, work.table),
      secret: identitySecret(this.config.secretKey as string, transaction.organizationId),
      now: Date.now(),
      onProblem: keep,
      onFeedback: (feedback) => stage.add(feedback),
    });
    await stageTable(run, work.table, reader, stage.copied);
    run.signal.throwIfAborted();

    const contradictions = await contradictingFeedback(transaction);
    const header = work.table.headers[work.mapping.columns.find(({ target }) => target === 'reference')?.column ?? -1];
    for (const row of contradictions.rows) keep(feedbackProblem(row, 'CONTRADICTS_EARLIER_ROW', { column: header }));
    const problemCount = reader.problems + contradictions.count;
    const refused = work.mode === 'all_or_nothing' && problemCount > 0;
    await lockFeedback(transaction);
    const brought = refused
      ? { added: 0, repeated: 0, duplicates: 0 }
      : await bringInFeedback(transaction, work.id, stage.staged, work.createdBy);
    const outcome: FeedbackOutcome = {
      importId: work.id,
      state: refused ? 'refused' : 'completed',
      rowsRead: reader.rowsRead,
      rowsBad: reader.rowsBad + contradictions.count,
      added: brought.added,
      repeated: brought.repeated,
      duplicates: refused ? 0 : brought.duplicates - contradictions.count,
      withoutText: reader.withoutText,
      notLow: reader.notLow,
      problems: problemCount,
    };
    await this.record(transaction, outcome, problems);
    return outcome;
  }

  /** What was chosen for all rows is there no more: nobody is asked to look through them one by one. */
  private async refuseUnread(
    transaction: Transaction,
    { id, table }: Work,
    code: FeedbackProblemCode,
  ): Promise<FeedbackOutcome> {
    const none = { rowsRead: 0, rowsBad: 0, added: 0, repeated: 0, duplicates: 0, withoutText: 0, notLow: 0 };
    const outcome = { importId: id, state: 'refused', problems: 1, ...none } as const;
    await this.record(transaction, outcome, [feedbackProblem(table.headerRow, code)]);
    return outcome;
  }

  private async record(
    transaction: Transaction,
    outcome: FeedbackOutcome,
    problems: readonly FeedbackProblem[],
  ): Promise<void> {
    const { importId, state, rowsRead, rowsBad, added, repeated, duplicates, withoutText, notLow } = outcome;
    await transaction.query(
      `WITH kept AS (
         INSERT INTO feedback_import_problem (organization_id, import_id, position, row_number, column_name, code, params, value)
         SELECT $1, $2, position, p.row, p."column", p.code, p.params, p.value
         FROM ROWS FROM (jsonb_to_recordset($11) AS (row int, "column" text, code text, params jsonb, value text))
           WITH ORDINALITY AS p(row, "column", code, params, value, position)
       )
       UPDATE feedback_import SET state = $3, rows_read = $4, rows_bad = $5, added = $6, repeated = $7, duplicates = $8,
         without_text = $9, problem_count = $10, not_low = $12, finished_at = now()
       WHERE organization_id = $1 AND id = $2`,
      [
        transaction.organizationId,
        importId,
        state,
        rowsRead,
        rowsBad,
        added,
        repeated,
        duplicates,
        withoutText,
        outcome.problems,
        JSON.stringify(problems),
        notLow,
      ],
    );
    transaction.audit({
      act: state === 'completed' ? 'feedback.imported' : 'feedback.import-refused',
      objectKind: 'FeedbackImport',
      objectId: importId,
      changes: { rowsRead, rowsBad, added, repeated, duplicates, withoutText, notLow },
    });
  }
}
