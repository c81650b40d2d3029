import { createHmac } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { NotFoundError } from '@touchstone/domain';
import { CONFIG } from '../../platform/config/config.module.js';
import type { Config } from '../../platform/config/config.js';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type StoredFile, StoredFiles } from '../../platform/files/stored-files.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import { JobHandlers, type JobRun } from '../../platform/jobs/job-handlers.js';
import { type OpenTable, openTable, spool, stageTable } from '../../platform/tables/index.js';
import { recomputeRollupsJob } from '../rollup-marks/index.js';
import { type ObservationContext, observationContext } from './mapped-metrics.js';
import { lockObservations, type Merged, mergeObservations } from './merge-observations.js';
import { goneBeforeReading, goneMetrics, goneProblems } from './gone-metrics.js';
import { instant } from './instant.js';
import { mappingInForm, type ObservationMapping } from './observation-mapping.js';
import { type ObservationPlan, observationPlan } from './observation-plan.js';
import { columnProblems, type ObservationProblem, observationProblem } from './observation-problem.js';
import { ObservationReader } from './observation-reader.js';
import { ObservationStage } from './observation-stage.js';
import { importObservationsJob, type OfImport } from './observations.jobs.js';
import { keepSegmentSets, segmentsBeyond } from './segment-sets.js';

/** More problems than anybody reads; the rest are counted. */
const PROBLEMS_KEPT = 10_000;
/** Generous for a file of the largest size; an ordinary statement of a job has a minute. */
const LONGEST_STATEMENT = '30min';

interface ImportRow {
  readonly fileId: string;
  readonly mapping: ObservationMapping;
  /** What whoever asked for the import may add to: a column of the file may name any metric. */
  readonly allowedMetricIds: readonly string[];
  readonly mode: 'all_or_nothing' | 'accept_good';
}

interface Work extends ImportRow {
  readonly id: string;
  readonly context: ObservationContext;
  readonly file: StoredFile;
  readonly table: OpenTable;
}

/** What an import added to, and from when to when. */
interface Covered {
  readonly metricIds: readonly string[];
  readonly firstAt: string | null;
  readonly lastAt: string | null;
}

export interface ObservationsOutcome {
  readonly importId: string;
  readonly state: 'completed' | 'refused';
  readonly rowsRead: number;
  readonly rowsBad: number;
  readonly added: number;
  readonly corrected: number;
  readonly repeated: number;
  readonly skipped: number;
  readonly problems: number;
}

/** Under which the keys of an organisation's observations are hashed: without it nobody can try out names on them. */
export const keySecret = (secretKey: string, organizationId: string): Buffer =>
  createHmac('sha256', secretKey)
    .update(JSON.stringify(['observation', organizationId]))
    .digest();

/** Brings the observations of a spreadsheet in: whole or absent, and once, however often the job is delivered. */
@Injectable()
export class ImportObservationsHandler implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly unitOfWork: UnitOfWork,
    private readonly files: StoredFiles,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.handlers.register(importObservationsJob, (run) => this.run(run));
  }

  private async run(run: JobRun<OfImport>): Promise<ObservationsOutcome> {
    const id = run.payload.importId;
    const { row, context } = await this.unitOfWork.work(run.principal, (transaction) => this.begin(transaction, id));
    const { file, content } = await this.files.open(run.principal, row.fileId);
    // The file is fetched before the transaction begins, so that the import holds one connection and never waits for a second.
    const source = await spool(content);
    try {
      const table = await openTable(source, row.mapping);
      const work: Work = { ...row, id, context, file, table };
      return await run.once('observations', (transaction) => this.import(transaction, run, work));
    } finally {
      await source.close();
    }
  }

  private async begin(transaction: Transaction, id: string): Promise<{ row: ImportRow; context: ObservationContext }> {
    const [row] = await transaction.query<ImportRow>(
      `WITH begun AS (
         UPDATE observation_import SET state = 'running' WHERE organization_id = $1 AND id = $2 AND state IN ('waiting', 'running')
       )
       SELECT file_id AS "fileId", mapping, mapping->'allowedMetricIds' AS "allowedMetricIds", mode FROM observation_import WHERE organization_id = $1 AND id = $2`,
      [transaction.organizationId, id],
    );
    if (!row) throw new NotFoundError('Import');
    const context = await observationContext(transaction, transaction.principal);
    const allowed = new Set(row.allowedMetricIds);
    const those = (wanted: boolean) =>
      new Map([...context.metrics].filter(([metricId]) => allowed.has(metricId) === wanted));
    return {
      row: { ...row, mapping: mappingInForm(row.mapping) },
      context: { ...context, metrics: those(true), ofOthers: those(false) },
    };
  }

  /** One transaction from the first row to the last: a process that dies in it has changed nothing. */
  private async import(transaction: Transaction, run: JobRun<OfImport>, work: Work): Promise<ObservationsOutcome> {
    await transaction.query(`SET LOCAL statement_timeout = '${LONGEST_STATEMENT}'`);
    const goneBefore = await goneBeforeReading(transaction, work.mapping);
    if (goneBefore.length > 0)
      return this.refuseUnread(transaction, work, goneProblems(goneBefore, work.mapping, work.table));
    const plan = observationPlan(work.mapping, work.context, work.table);
    const stage = await ObservationStage.open(transaction);
    const problems: ObservationProblem[] = [];
    const keep = (problem: ObservationProblem) => void (problems.length < PROBLEMS_KEPT && problems.push(problem));
    const reader = new ObservationReader({
      plan,
      secret: keySecret(this.config.secretKey as string, transaction.organizationId),
      file: `${work.file.sha256} ${work.table.sheet ?? ''}`,
      now: Date.now(),
      onProblem: keep,
      onObservations: (observations) => stage.add(observations),
    });
    await stageTable(run, work.table, reader, stage.copied);
    run.signal.throwIfAborted();

    const strict = work.mode === 'all_or_nothing';
    let refused = reader.unusable || (strict && reader.problems > 0);
    let merged: Merged = { added: 0, corrected: 0, repeated: 0, contradictions: [] };
    const metricIds = [...reader.metrics].map((place) => plan.metrics[place]!.id);
    const whole = refused ? [] : await this.againstTheWhole(transaction, work, plan, reader, metricIds);
    for (const problem of whole) keep(problem);
    refused ||= whole.length > 0;
    if (!refused) {
      await transaction.query('SAVEPOINT before_merge');
      merged = await this.merge(transaction, work, plan, reader);
      if (strict && merged.contradictions.length > 0) {
        refused = true;
        await transaction.query('ROLLBACK TO SAVEPOINT before_merge');
      }
      for (const row of merged.contradictions) keep(observationProblem(row, 'CONTRADICTS_EARLIER_ROW'));
    }
    const contradicted = merged.contradictions.length;
    const { added, corrected, repeated } = refused ? { added: 0, corrected: 0, repeated: 0 } : merged;
    const outcome: ObservationsOutcome = {
      importId: work.id,
      state: refused ? 'refused' : 'completed',
      rowsRead: reader.rowsRead,
      rowsBad: reader.rowsBad + new Set(merged.contradictions).size,
      skipped: refused ? 0 : reader.skipped,
      problems: reader.problems + contradicted + whole.length,
      added,
      corrected,
      repeated,
    };
    const any = reader.observations > 0;
    const span = any ? [instant(reader.firstAt), instant(reader.lastAt)] : [null, null];
    await this.record(transaction, outcome, problems, { metricIds, firstAt: span[0]!, lastAt: span[1]! });
    if (added + corrected > 0) await enqueue(transaction, recomputeRollupsJob, {});
    return outcome;
  }

  /** Asked with the lock in hand: what another import adds meanwhile counts too, and what somebody archives. */
  private async againstTheWhole(
    transaction: Transaction,
    { mapping, table }: Work,
    plan: ObservationPlan,
    reader: ObservationReader,
    metricIds: readonly string[],
  ): Promise<ObservationProblem[]> {
    await lockObservations(transaction);
    const beyond = await segmentsBeyond(transaction, reader.sets.texts);
    const gone = await goneMetrics(transaction, metricIds);
    return [...columnProblems(beyond, plan, table.headerRow), ...goneProblems(gone, mapping, table)];
  }

  private async refuseUnread(
    transaction: Transaction,
    { id }: Work,
    problems: readonly ObservationProblem[],
  ): Promise<ObservationsOutcome> {
    const nothing = { rowsRead: 0, rowsBad: 0, added: 0, corrected: 0, repeated: 0, skipped: 0 };
    const outcome = { importId: id, state: 'refused', problems: problems.length, ...nothing } as const;
    await this.record(transaction, outcome, problems, { metricIds: [], firstAt: null, lastAt: null });
    return outcome;
  }

  private async merge(
    transaction: Transaction,
    work: Work,
    plan: ObservationPlan,
    reader: ObservationReader,
  ): Promise<Merged> {
    for (const month of [...reader.months].sort())
      await transaction.query('SELECT add_observation_month($1::date)', [`${month}-01`]);
    const setIds = await keepSegmentSets(transaction, reader.sets.texts);
    return mergeObservations(transaction, {
      importId: work.id,
      metricIds: plan.metrics.map(({ id }) => id),
      setIds,
      staged: reader.observations,
      firstAt: reader.firstAt,
      lastAt: reader.lastAt,
    });
  }

  private async record(
    transaction: Transaction,
    outcome: ObservationsOutcome,
    problems: readonly ObservationProblem[],
    { metricIds, firstAt, lastAt }: Covered,
  ): Promise<void> {
    const { importId, state, rowsRead, rowsBad, added, repeated, corrected, skipped } = outcome;
    await transaction.query(
      `WITH kept AS (
         INSERT INTO observation_import_problem (organization_id, import_id, position, row_number, column_name, code, params, value)
         SELECT $1, $2, position, p.row, p."column", p.code, p.params, p.value
         FROM ROWS FROM (jsonb_to_recordset($10) AS (row int, "column" text, code text, params jsonb, value text))
           WITH ORDINALITY AS p(row, "column", code, params, value, position)
       )
       UPDATE observation_import SET state = $3, rows_read = $4, rows_bad = $5, added = $6, repeated = $7, corrected = $8,
         problem_count = $9, skipped = $11, first_at = $12, last_at = $13, metric_ids = $14, finished_at = now()
       WHERE organization_id = $1 AND id = $2`,
      [
        transaction.organizationId,
        importId,
        state,
        rowsRead,
        rowsBad,
        added,
        repeated,
        corrected,
        outcome.problems,
        JSON.stringify(problems),
        skipped,
        firstAt,
        lastAt,
        metricIds,
      ],
    );
    transaction.audit({
      act: state === 'completed' ? 'observations.imported' : 'observations.import-refused',
      objectKind: 'ObservationImport',
      objectId: importId,
      changes: { rowsRead, rowsBad, added, repeated, corrected, skipped },
    });
  }
}
