import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { StoredFiles } from '../../platform/files/stored-files.js';
import { JobHandlers, type JobRun } from '../../platform/jobs/job-handlers.js';
import { type ByteSource, MEDIA_TYPES, SheetsFile, type SheetToWrite, spool } from '../../platform/tables/index.js';
import { ResultsReadModel, type ResultsType } from '../results/index.js';
import { commentsSheet, distributionSheet, responsesSheet } from './answers-sheets.js';
import { answerCounts, commentsOf, responsesOf } from './answers-source.js';
import { type ExportAssessmentPayload, exportAssessmentJob } from './export-assessment.definition.js';
import { ExportWords } from './export-texts.js';
import { aboutSheet, groupsSheet, resultsSheets } from './results-sheets.js';

export interface ExportOutcome {
  readonly fileId: string;
  readonly fileName: string;
  readonly rows: number;
}

/** Writes what a wave has published, or as much of its answers as its anonymity allows, into a file of the asker. */
@Injectable()
export class ExportAssessmentHandler implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly unitOfWork: UnitOfWork,
    private readonly files: StoredFiles,
    private readonly results: ResultsReadModel,
  ) {}

  onModuleInit(): void {
    this.handlers.register(exportAssessmentJob, (run) => this.run(run));
  }

  private async run(run: JobRun<ExportAssessmentPayload>): Promise<ExportOutcome> {
    const { assessmentId, kind, format, locale } = run.payload;
    const words = new ExportWords(locale);
    const results = await this.results.results(run.principal, assessmentId);
    const expected = kind === 'answers' ? results.submissions : results.cells.length;
    await run.progress(0, expected);
    const { source, rows } =
      kind === 'results'
        ? await this.write(run, new SheetsFile(resultsSheets(results, words), format), expected)
        : // The rows are gathered before the file is stored: storing takes connections of its own.
          await this.unitOfWork.work(run.principal, async (transaction) =>
            this.write(run, new SheetsFile(await answersSheets(transaction, results, words), format), expected),
          );
    try {
      const { id, name } = await this.files.write(
        run.principal,
        {
          name: `${results.assessment.name} – ${words.say(kind)}.${format}`,
          mediaType: MEDIA_TYPES[format].split(';')[0]!,
          purpose: 'export',
          createdBy: run.createdBy,
        },
        source.read(),
      );
      await run.once('trail', async (transaction) =>
        transaction.audit({
          act: `${kind}.exported`,
          objectKind: 'Assessment',
          objectId: assessmentId,
          changes: { fileId: id, format, rows, requestedBy: run.createdBy },
        }),
      );
      return { fileId: id, fileName: name, rows };
    } finally {
      await source.close();
    }
  }

  private async write(
    run: JobRun<ExportAssessmentPayload>,
    file: SheetsFile,
    expected: number,
  ): Promise<{ source: ByteSource; rows: number }> {
    const watched = async function* (): AsyncGenerator<Uint8Array> {
      for await (const piece of file.content()) {
        run.signal.throwIfAborted();
        // Not waited for: a report takes a connection of its own, and this job may hold the last one.
        void run.progress(Math.min(file.rows, expected), expected).catch(() => undefined);
        yield piece;
      }
    };
    const source = await spool(watched());
    return { source, rows: file.rows };
  }
}

async function answersSheets(
  transaction: Transaction,
  results: ResultsType,
  words: ExportWords,
): Promise<SheetToWrite[]> {
  const id = results.assessment.id;
  const anonymous = results.anonymity === 'anonymous';
  const answers = anonymous
    ? distributionSheet(results, await answerCounts(transaction, id), words)
    : responsesSheet(results, responsesOf(transaction, id), words);
  const note = anonymous
    ? [words.say('distributionNote')]
    : results.anonymity === 'named'
      ? []
      : [words.say('rowsNote')];
  return [
    answers,
    commentsSheet(results, await commentsOf(transaction, id), words),
    groupsSheet(results, words),
    aboutSheet(results, words, note),
  ];
}
