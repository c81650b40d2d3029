import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../../platform/config/config.module.js';
import type { Config } from '../../platform/config/config.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type StoredFile, StoredFiles } from '../../platform/files/stored-files.js';
import { type ByteSource, openTable, type TableChoice, withSource } from '../../platform/tables/index.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { ModelCache, type PreparedModel } from '../responses/index.js';
import { checkMapping } from './answer-mapping.js';
import { type ImportContext, importContext } from './import-context.js';
import { importPlan } from './import-plan.js';
import { type ImportProblem, problemText } from './import-problem.js';
import { type AnswerSink, ImportReader } from './import-reader.js';
import { type ImportPreviewType, ImportShapeEnum, type UploadedTableType } from './import.type.js';
import { PreviewedProblems } from './previewed-problems.js';
import { respondentKeys } from './respondent-key.js';
import { suggestMapping } from './suggest-mapping.js';
import { tableNote } from './table-notes.js';
import { summarise } from './table-summary.js';

/** A file of more rows is previewed by its first ones; the import itself looks at all. */
const PREVIEWED_ROWS = 20_000;
const FEW_VALUES = 20;
const SAMPLES_OF_MANY = 5;

const NOWHERE: AnswerSink = { respondent: () => undefined, answer: () => undefined, comment: () => undefined };

/** Looks at an uploaded file without keeping anything of it: what its columns are, what importing it would do. */
@Injectable()
export class LookAtTableService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: StoredFiles,
    private readonly models: ModelCache,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async table(
    principal: Principal,
    assessmentId: string,
    fileId: string,
    choice: TableChoice,
  ): Promise<UploadedTableType> {
    const { context, prepared } = await this.contextOf(principal, assessmentId);
    return this.withFile(principal, fileId, async (file, source) => {
      const table = await openTable(source, choice);
      const summary = await summarise(table, file.size);
      const suggestion = suggestMapping(summary.columns, prepared.model, context.groups);
      const notes = summary.estimated ? [...table.notes, { code: 'ROW_COUNT_ESTIMATED' } as const] : table.notes;
      return {
        fileId,
        fileName: file.name,
        format: table.format,
        encoding: table.encoding,
        delimiter: table.delimiter,
        sheets: [...table.sheets],
        sheet: table.sheet,
        headerRow: table.headerRow,
        columns: summary.columns.map(({ header, values }, index) => ({
          index,
          header,
          samples: values.slice(0, values.length <= FEW_VALUES ? FEW_VALUES : SAMPLES_OF_MANY),
        })),
        sampleRows: summary.sampleRows,
        rowCount: summary.rowCount,
        notes: notes.map((note) => tableNote(note, localeOf(principal))),
        suggestedMapping: {
          ...suggestion,
          shape: nameOf(suggestion.shape),
          sheet: table.sheet,
          headerRow: table.headerRow,
        },
      };
    });
  }

  async preview(
    principal: Principal,
    assessmentId: string,
    fileId: string,
    given: unknown,
  ): Promise<ImportPreviewType> {
    const { context, prepared } = await this.contextOf(principal, assessmentId);
    const { model, checker } = prepared;
    const mapping = checkMapping(given, model, context.groups);
    return this.withFile(principal, fileId, async (file, source) => {
      const table = await openTable(source, mapping);
      const problems = new PreviewedProblems<ImportProblem>((problem) => problemText(problem, localeOf(principal)));
      const reader = new ImportReader({
        plan: importPlan({ model, checker, groups: context.groups, mapping, headers: table.headers }),
        sink: NOWHERE,
        keyFor: respondentKeys({
          secretKey: this.config.secretKey as string,
          organizationId: principal.organizationId,
          assessmentId,
          file: { sha256: file.sha256, sheet: table.sheet },
        }),
        onProblem: (problem) => problems.note(problem),
      });
      let sampled = false;
      for await (const { first, rows } of table.rows()) {
        const room = PREVIEWED_ROWS - reader.rowsRead;
        sampled = rows.length > room;
        reader.read({ first, rows: sampled ? rows.slice(0, room) : rows });
        if (sampled) break;
      }
      const { rowsRead, rowsGood, rowsBad, submissions, answers } = reader;
      const { listed, count: problemCount, groups: problemGroups, truncated } = problems;
      const counts = { rowsRead, rowsGood, rowsBad, submissions, answers };
      return { ...counts, problems: listed, problemCount, problemGroups, truncated, sampled };
    });
  }

  /** The wave that a table goes into, and its model. */
  contextOf(principal: Principal, assessmentId: string): Promise<{ context: ImportContext; prepared: PreparedModel }> {
    return this.unitOfWork.read(principal, async (transaction) => {
      const context = await importContext(transaction, assessmentId);
      return { context, prepared: await this.models.get(transaction, context.modelVersionId) };
    });
  }

  private async withFile<T>(
    principal: Principal,
    fileId: string,
    work: (file: StoredFile, source: ByteSource) => Promise<T>,
  ): Promise<T> {
    const { file, content } = await this.files.open(principal, fileId);
    return withSource(content, (source) => work(file, source));
  }
}

const localeOf = (principal: Principal): string => (principal.kind === 'system' ? 'en' : principal.locale);

const nameOf = (shape: string): string =>
  Object.entries(ImportShapeEnum).find(([, value]) => value === shape)?.[0] ?? shape;
