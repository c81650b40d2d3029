import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { languageOf } from '@touchstone/domain';
import { CONFIG } from '../../platform/config/config.module.js';
import type { Config } from '../../platform/config/config.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type StoredFile, StoredFiles } from '../../platform/files/stored-files.js';
import { type ByteSource, openTable, type TableChoice, withSource } from '../../platform/tables/index.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { PreviewedProblems, summarise, tableNote } from '../imports/index.js';
import { type FeedbackContext, feedbackContext } from './feedback-context.js';
import type { FeedbackPreviewType, FeedbackProblemType, FeedbackTableType } from './feedback-import.type.js';
import { FeedbackImportsReadModel } from './feedback-imports.read-model.js';
import { checkMapping } from './feedback-mapping.js';
import { feedbackPlan } from './feedback-plan.js';
import { type FeedbackProblem, feedbackProblem, problemText } from './feedback-problem.js';
import { FeedbackReader, identitySecret } from './feedback-reader.js';
import { spokenMapping } from './spoken-mapping.js';
import { suggestFeedbackMapping } from './suggest-feedback-mapping.js';

/** A file of more rows is previewed by its first ones; the import itself looks at all. */
const PREVIEWED_ROWS = 20_000;
const FEW_VALUES = 20;
const SAMPLES_OF_MANY = 5;
/** So much of a cell shows what a column holds; what customers said is not read here. */
const LONGEST_SAMPLE = 120;

const localeOf = (principal: Principal): string => (principal.kind === 'system' ? 'en' : principal.locale);
export const shownProblem = (problem: FeedbackProblem, locale: string): FeedbackProblemType => ({
  row: problem.row,
  column: problem.column,
  code: problem.code,
  message: problemText(problem.code, problem.params, locale),
  value: problem.value,
});

/** Looks at an uploaded file without keeping anything of it: what its columns are, what importing it would do. */
@Injectable()
export class LookAtFeedbackService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: StoredFiles,
    private readonly imports: FeedbackImportsReadModel,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  table(principal: Principal, fileId: string, choice: TableChoice): Promise<FeedbackTableType> {
    return this.withFile(principal, fileId, async (file, source) => {
      const context = await this.contextOf(principal);
      const table = await openTable(source, choice);
      const summary = await summarise(table, file.size);
      const locale = localeOf(principal);
      const notes = summary.estimated ? [...table.notes, { code: 'ROW_COUNT_ESTIMATED' } as const] : table.notes;
      const short = (cell: string) => cell.slice(0, LONGEST_SAMPLE);
      return {
        fileId,
        fileName: file.name,
        format: table.format,
        sheets: [...table.sheets],
        sheet: table.sheet,
        headerRow: table.headerRow,
        columns: summary.columns.map(({ header, values }, index) => ({
          index,
          header,
          samples: values.slice(0, values.length <= FEW_VALUES ? FEW_VALUES : SAMPLES_OF_MANY).map(short),
        })),
        sampleRows: summary.sampleRows.map((row) => row.map(short)),
        rowCount: summary.rowCount,
        notes: notes.map((note) => tableNote(note, locale)),
        suggestedMapping: {
          ...spokenMapping(suggestFeedbackMapping(summary.columns, context)),
          sheet: table.sheet,
          headerRow: table.headerRow,
        },
        touchpoints: [...context.touchpoints.values()]
          .filter(({ allowed }) => allowed)
          .map(({ id, name }) => ({ id, name })),
        ratedMetrics: [...context.ratedMetrics.values()].map(({ id, name }) => ({ id, name })),
        anywhere: context.anywhere,
        earlierImport: await this.imports.earlier(principal, file.sha256),
      };
    });
  }

  preview(principal: Principal, fileId: string, given: unknown): Promise<FeedbackPreviewType> {
    return this.withFile(principal, fileId, async (_, source) => {
      const context = await this.contextOf(principal);
      const mapping = checkMapping(given, context);
      const table = await openTable(source, mapping);
      const locale = localeOf(principal);
      const problems = new PreviewedProblems<FeedbackProblem>(({ code, params }) => problemText(code, params, locale));
      const found = new Tally();
      const header = table.headers[mapping.columns.find(({ target }) => target === 'reference')?.column ?? -1];
      const reader = new FeedbackReader({
        plan: feedbackPlan(mapping, context, table),
        secret: identitySecret(this.config.secretKey as string, principal.organizationId),
        now: Date.now(),
        onProblem: (problem) => problems.note(problem),
        onFeedback: (feedback) => {
          if (found.note(feedback)) return;
          problems.note(feedbackProblem(feedback.row, 'CONTRADICTS_EARLIER_ROW', { column: header }));
        },
      });
      let sampled = false;
      for await (const { first, rows } of table.rows()) {
        const room = PREVIEWED_ROWS - reader.rowsRead;
        sampled = rows.length > room;
        reader.read({ first, rows: sampled ? rows.slice(0, room) : rows });
        if (sampled) break;
      }
      const repeated = await this.imports.known(principal, [...found.said.keys()]);
      const any = reader.items > 0;
      return {
        rowsRead: reader.rowsRead,
        rowsBad: reader.rowsBad + found.contradictions,
        items: found.said.size - repeated,
        repeated,
        duplicates: found.duplicates,
        withoutText: reader.withoutText,
        notLow: reader.notLow,
        withoutTouchpoint: found.withoutTouchpoint,
        languages: [...found.languages]
          .map(([language, count]) => ({ language, count }))
          .sort((a, b) => b.count - a.count || a.language.localeCompare(b.language)),
        firstAt: any ? new Date(reader.firstAt) : null,
        lastAt: any ? new Date(reader.lastAt) : null,
        problems: problems.listed.map((problem) => shownProblem(problem, locale)),
        problemCount: problems.count,
        problemGroups: problems.groups,
        truncated: problems.truncated,
        sampled,
      };
    });
  }

  private contextOf(principal: Principal): Promise<FeedbackContext> {
    return this.unitOfWork.read(principal, (transaction) => feedbackContext(transaction, principal));
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

/** What a preview counts of the rows that could be read. */
class Tally {
  /** Digests of texts by identity: long texts of a preview would fill the memory. */
  readonly said = new Map<string, string>();
  readonly languages = new Map<string, number>();
  duplicates = 0;
  contradictions = 0;
  withoutTouchpoint = 0;

  /** False where an earlier row has the same identity and another text. */
  note({
    key,
    text,
    language,
    touchpointId,
  }: {
    readonly key: string;
    readonly text: string;
    readonly language?: string | null;
    readonly touchpointId?: string | null;
  }): boolean {
    const before = this.said.get(key);
    const digest = createHash('sha256').update(text).digest('base64');
    if (before !== undefined && before !== digest) {
      this.contradictions += 1;
      return false;
    }
    if (before !== undefined) {
      this.duplicates += 1;
      return true;
    }
    this.said.set(key, digest);
    const spoken = language ?? languageOf(text);
    this.languages.set(spoken, (this.languages.get(spoken) ?? 0) + 1);
    if (!touchpointId) this.withoutTouchpoint += 1;
    return true;
  }
}
