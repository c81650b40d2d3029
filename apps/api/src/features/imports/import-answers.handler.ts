import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type MaturityModel, NotFoundError, RuleError } from '@touchstone/domain';
import { CONFIG } from '../../platform/config/config.module.js';
import type { Config } from '../../platform/config/config.js';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type StoredFile, StoredFiles } from '../../platform/files/stored-files.js';
import { JobHandlers, type JobRun } from '../../platform/jobs/job-handlers.js';
import { type OpenTable, openTable, spool, stageTable } from '../../platform/tables/index.js';
import { shareWave } from '../assessments/index.js';
import { ModelCache, type PreparedModel, ResponseNews } from '../responses/index.js';
import { checkMapping } from './answer-mapping.js';
import { AnswerStage } from './answer-stage.js';
import { bringIn } from './bring-in.js';
import type { ImportGroup } from './group-names.js';
import { type ImportAnswersPayload, importAnswersJob } from './import-answers.definition.js';
import { importPlan } from './import-plan.js';
import type { ImportProblem } from './import-problem.js';
import { ImportReader } from './import-reader.js';
import { respondentKeys } from './respondent-key.js';

/** More problems than anybody reads; the rest are counted. */
const PROBLEMS_KEPT = 10_000;
/** Generous for a file of the largest size; an ordinary statement of a job has a minute. */
const LONGEST_STATEMENT = '30min';

interface ImportRow {
  readonly assessmentId: string;
  readonly fileId: string;
  readonly mapping: unknown;
  readonly mode: 'all_or_nothing' | 'accept_good';
  readonly modelVersionId: string;
  readonly groups: ImportGroup[];
}

interface Work extends ImportRow {
  readonly id: string;
  readonly prepared: PreparedModel;
  readonly file: StoredFile;
  readonly table: OpenTable;
}

export interface ImportOutcome {
  readonly importId: string;
  readonly state: 'completed' | 'refused';
  readonly rowsRead: number;
  readonly rowsGood: number;
  readonly rowsBad: number;
  readonly answers: number;
  readonly duplicates: number;
  readonly problems: number;
}

/** Brings the answers of a spreadsheet into a wave: whole or absent, and once, however often the job is delivered. */
@Injectable()
export class ImportAnswersHandler implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly unitOfWork: UnitOfWork,
    private readonly files: StoredFiles,
    private readonly models: ModelCache,
    private readonly news: ResponseNews,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.handlers.register(importAnswersJob, (run) => this.run(run));
  }

  private async run(run: JobRun<ImportAnswersPayload>): Promise<ImportOutcome> {
    const id = run.payload.importId;
    const { row, prepared } = await this.unitOfWork.work(run.principal, (transaction) => this.begin(transaction, id));
    const { file, content } = await this.files.open(run.principal, row.fileId);
    const { sheet, headerRow } = row.mapping as { sheet?: string | null; headerRow?: number | null };
    // The file is fetched before the transaction begins, so that the import holds one connection and never waits for a second.
    const source = await spool(content);
    try {
      const table = await openTable(source, { sheet, headerRow });
      const work: Work = { ...row, id, prepared, file, table };
      return await run.once('answers', (transaction) => this.import(transaction, run, work));
    } finally {
      await source.close();
    }
  }

  private async begin(transaction: Transaction, id: string): Promise<{ row: ImportRow; prepared: PreparedModel }> {
    const [row] = await transaction.query<ImportRow>(
      `WITH begun AS (
         UPDATE answer_import SET state = 'running' WHERE organization_id = $1 AND id = $2 AND state IN ('waiting', 'running')
       )
       SELECT i.assessment_id AS "assessmentId", i.file_id AS "fileId", i.mapping, i.mode,
         a.model_version_id AS "modelVersionId",
         (SELECT json_agg(json_build_object('id', g.id, 'kind', g.kind, 'name', g.name) ORDER BY g.position)
          FROM rater_group g WHERE g.organization_id = $1 AND g.assessment_id = a.id) AS groups
       FROM answer_import i JOIN assessment a ON a.organization_id = i.organization_id AND a.id = i.assessment_id
       WHERE i.organization_id = $1 AND i.id = $2`,
      [transaction.organizationId, id],
    );
    if (!row) throw new NotFoundError('Import');
    return { row, prepared: await this.models.get(transaction, row.modelVersionId) };
  }

  /** One transaction from the first row to the last: a process that dies in it has changed nothing. */
  private async import(
    transaction: Transaction,
    run: JobRun<ImportAnswersPayload>,
    work: Work,
  ): Promise<ImportOutcome> {
    await transaction.query(`SET LOCAL statement_timeout = '${LONGEST_STATEMENT}'`);
    const { model, checker } = work.prepared;
    const mapping = checkMapping(work.mapping, model, work.groups);
    const plan = importPlan({ model, checker, groups: work.groups, mapping, headers: work.table.headers });
    const stage = await AnswerStage.open(transaction);
    const problems: ImportProblem[] = [];
    const reader = new ImportReader({
      plan,
      sink: stage,
      keyFor: respondentKeys({
        secretKey: this.config.secretKey as string,
        organizationId: transaction.organizationId,
        assessmentId: work.assessmentId,
        ...(plan.respondentColumn === null ? { file: { sha256: work.file.sha256, sheet: work.table.sheet } } : {}),
      }),
      onProblem: (problem) => void (problems.length < PROBLEMS_KEPT && problems.push(problem)),
    });
    await stageTable(run, work.table, reader, stage.copied);

    run.signal.throwIfAborted();
    const refused = work.mode === 'all_or_nothing' && reader.problems > 0;
    await this.demandOpenWave(transaction, work.assessmentId);
    const brought = refused
      ? { answers: 0, duplicates: 0 }
      : await bringIn(transaction, {
          importId: work.id,
          assessmentId: work.assessmentId,
          plan,
          locales: localesOf(model),
        });
    const outcome: ImportOutcome = {
      importId: work.id,
      state: refused ? 'refused' : 'completed',
      rowsRead: reader.rowsRead,
      rowsGood: reader.rowsGood,
      rowsBad: reader.rowsBad,
      problems: reader.problems,
      ...brought,
    };
    await this.record(transaction, outcome, problems, work.assessmentId);
    if (!refused) transaction.afterCommit(() => this.news.arrived(transaction.organizationId, work.assessmentId));
    return outcome;
  }

  /** From here to the end the wave cannot be closed; before, reading may have taken a while. */
  private async demandOpenWave(transaction: Transaction, assessmentId: string): Promise<void> {
    await shareWave(transaction, assessmentId);
    const [wave] = await transaction.query<{ state: string }>(
      'SELECT state FROM assessment WHERE organization_id = $1 AND id = $2',
      [transaction.organizationId, assessmentId],
    );
    if (wave?.state !== 'open')
      throw new RuleError('STATE_FORBIDS', 'The wave is not open.', { state: wave?.state ?? 'deleted' });
  }

  private async record(
    transaction: Transaction,
    outcome: ImportOutcome,
    problems: readonly ImportProblem[],
    assessmentId: string,
  ): Promise<void> {
    const { importId, state, rowsRead, rowsGood, rowsBad, answers, duplicates } = outcome;
    await transaction.query(
      `WITH kept AS (
         INSERT INTO answer_import_problem (organization_id, import_id, position, row_number, column_name, code, message, value)
         SELECT $1, $2, position, p.row, p."column", p.code, p.message, p.value
         FROM ROWS FROM (jsonb_to_recordset($10) AS (row int, "column" text, code text, message text, value text))
           WITH ORDINALITY AS p(row, "column", code, message, value, position)
       )
       UPDATE answer_import SET state = $3, rows_read = $4, rows_good = $5, rows_bad = $6, answers = $7, duplicates = $8,
         problem_count = $9, finished_at = now()
       WHERE organization_id = $1 AND id = $2`,
      [
        transaction.organizationId,
        importId,
        state,
        rowsRead,
        rowsGood,
        rowsBad,
        answers,
        duplicates,
        outcome.problems,
        JSON.stringify(problems),
      ],
    );
    transaction.audit({
      act: state === 'completed' ? 'answers.imported' : 'answers.import-refused',
      objectKind: 'Assessment',
      objectId: assessmentId,
      changes: { importId, rowsRead, rowsGood, rowsBad, answers, duplicates },
    });
  }
}

const localesOf = ({ locales }: MaturityModel): readonly string[] => locales;
