import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../../platform/config/config.module.js';
import type { Config } from '../../platform/config/config.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type StoredFile, StoredFiles } from '../../platform/files/stored-files.js';
import { type ByteSource, openTable, type TableChoice, withSource } from '../../platform/tables/index.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { PreviewedProblems, summarise, tableNote } from '../imports/index.js';
import { keySecret } from './import-observations.handler.js';
import { type MappedMetric, type ObservationContext, observationContext } from './mapped-metrics.js';
import type {
  MappableMetricType,
  ObservationPreviewType,
  ObservationProblemType,
  ObservationTableType,
} from './observation-import.type.js';
import { ObservationImportsReadModel } from './observation-imports.read-model.js';
import { checkMapping } from './observation-mapping.js';
import { observationPlan } from './observation-plan.js';
import { columnProblems, type ObservationProblem, problemText } from './observation-problem.js';
import { ObservationReader } from './observation-reader.js';
import { segmentsBeyond } from './segment-sets.js';
import { suggestNewMetrics } from './suggest-new-metrics.js';
import { columnsOfOthers, suggestObservationMapping } from './suggest-observation-mapping.js';

/** A file of more rows is previewed by its first ones; the import itself looks at all. */
const PREVIEWED_ROWS = 20_000;
const FEW_VALUES = 20;
const SAMPLES_OF_MANY = 5;

/** What a column may be taken away from for a metric of its own. */
const FREE = new Set(['ignore', 'segment', 'value', 'n']);

function mappable({ id, key, name, versions }: MappedMetric): MappableMetricType {
  const { aggregation, notApplicable, ...current } = versions.at(-1)!;
  const { unit, scaleMinimum, scaleMaximum } = current;
  return {
    id,
    key,
    name,
    aggregation: aggregation as MappableMetricType['aggregation'],
    unit,
    scaleMinimum,
    scaleMaximum,
    notApplicable: [...(notApplicable ?? [])],
  };
}

export const localeOf = (principal: Principal): string => (principal.kind === 'system' ? 'en' : principal.locale);
export const shownProblem = (problem: ObservationProblem, locale: string): ObservationProblemType => ({
  row: problem.row,
  column: problem.column,
  code: problem.code,
  message: problemText(problem.code, problem.params, locale),
  value: problem.value,
});

/** Looks at an uploaded file without keeping anything of it: what its columns are, what importing it would do. */
@Injectable()
export class LookAtObservationsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: StoredFiles,
    private readonly imports: ObservationImportsReadModel,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async table(principal: Principal, fileId: string, choice: TableChoice): Promise<ObservationTableType> {
    const context = await this.contextOf(principal);
    return this.withFile(principal, fileId, async (file, source) => {
      const table = await openTable(source, choice);
      const summary = await summarise(table, file.size);
      const locale = localeOf(principal);
      const suggestion = suggestObservationMapping(summary.columns, context, locale);
      const foreign = columnsOfOthers(summary.columns, context, locale);
      const earlierImport = await this.imports.earlier(principal, file.sha256);
      const metrics = [...context.metrics.values()];
      const notes = summary.estimated ? [...table.notes, { code: 'ROW_COUNT_ESTIMATED' } as const] : table.notes;
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
          samples: values.slice(0, values.length <= FEW_VALUES ? FEW_VALUES : SAMPLES_OF_MANY),
        })),
        sampleRows: summary.sampleRows,
        rowCount: summary.rowCount,
        notes: notes.map((note) => tableNote(note, locale)),
        suggestedMapping: {
          columns: suggestion.columns.map((one) => ({ ...one, target: one.target.toUpperCase() })),
          shape: suggestion.shape.toUpperCase(),
          identity: suggestion.identity.toUpperCase(),
          sheet: table.sheet,
          headerRow: table.headerRow,
        },
        metrics: metrics.map(mappable),
        columnsOfOthers: [...foreign].map(([column, { id, name, team }]) => ({
          ...{ column, metricId: id, metricName: name, teamName: team },
        })),
        newMetrics: suggestNewMetrics(
          summary.columns,
          new Set(
            suggestion.columns
              .filter(({ column, target }) => FREE.has(target) && !foreign.has(column))
              .map(({ column }) => column),
          ),
          new Set([...metrics, ...context.ofOthers.values()].map(({ name }) => name.toLowerCase())),
          locale,
        ),
        earlierImport,
      };
    });
  }

  async preview(principal: Principal, fileId: string, given: unknown): Promise<ObservationPreviewType> {
    return this.withFile(principal, fileId, async (file, source) => {
      const context = await this.contextOf(principal);
      const mapping = checkMapping(given, context);
      const table = await openTable(source, mapping);
      const locale = localeOf(principal);
      const problems = new PreviewedProblems<ObservationProblem>(({ code, params }) =>
        problemText(code, params, locale),
      );
      const plan = observationPlan(mapping, context, table);
      const reader = new ObservationReader({
        plan,
        secret: keySecret(this.config.secretKey as string, principal.organizationId),
        file: `${file.sha256} ${table.sheet ?? ''}`,
        now: Date.now(),
        onProblem: (problem) => problems.note(problem),
        onObservations: () => undefined,
      });
      let sampled = false;
      for await (const { first, rows } of table.rows()) {
        const room = PREVIEWED_ROWS - reader.rowsRead;
        sampled = rows.length > room;
        reader.read({ first, rows: sampled ? rows.slice(0, room) : rows });
        if (sampled) break;
      }
      const beyond = await this.unitOfWork.read(principal, (transaction) =>
        segmentsBeyond(transaction, reader.sets.texts),
      );
      for (const problem of columnProblems(beyond, plan, table.headerRow)) problems.note(problem);
      const any = reader.observations > 0;
      return {
        rowsRead: reader.rowsRead,
        rowsBad: reader.rowsBad,
        observations: reader.observations,
        skipped: reader.skipped,
        firstAt: any ? new Date(reader.firstAt) : null,
        lastAt: any ? new Date(reader.lastAt) : null,
        segmentSets: reader.sets.texts.length - 1,
        problems: problems.listed.map((problem) => shownProblem(problem, locale)),
        problemCount: problems.count,
        problemGroups: problems.groups,
        truncated: problems.truncated,
        sampled,
      };
    });
  }

  /** The metrics that somebody may add to. */
  contextOf(principal: Principal): Promise<ObservationContext> {
    return this.unitOfWork.read(principal, (transaction) => observationContext(transaction, principal));
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
