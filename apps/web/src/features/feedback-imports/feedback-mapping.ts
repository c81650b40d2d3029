/** What each column holds, as the reader edits it; from the API's suggestion or a saved mapping, and back to its input. */
import type { FeedbackSource, FeedbackTarget, PreviewFeedbackMutationVariables } from './feedback-imports.generated.js';

export type MappingInput = PreviewFeedbackMutationVariables['mapping'];

export const TARGETS: readonly FeedbackTarget[] = [
  'TEXT',
  'TIME',
  'SOURCE',
  'RATING',
  'TOUCHPOINT',
  'PERSONA',
  'LANGUAGE',
  'REFERENCE',
];
/** Alerts and gaps of assessments come from where they are shown. */
export const SOURCES: readonly FeedbackSource[] = [
  'SERVICE_DESK',
  'FORUM',
  'SURVEY',
  'INTERVIEW',
  'WALKTHROUGH',
  'STORE_VISIT',
  'OTHER',
];

export interface Mapping {
  /** By column; one that is missing is left out. */
  readonly columns: Readonly<Record<number, FeedbackTarget>>;
  readonly source: FeedbackSource | '';
  readonly sourceValues: Readonly<Record<string, FeedbackSource>>;
  readonly saidOn: string;
  readonly touchpointId: string;
  /** Whose ratings these are: then only comments of low ones come in. */
  readonly metricId: string;
  readonly touchpointValues: Readonly<Record<string, string>>;
  readonly dateOrder: '' | 'dmy' | 'mdy';
  readonly decimal: '.' | ',';
}

type Json = Record<string, unknown>;
const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const oneOf = <T extends string>(choices: readonly T[], value: unknown): T | undefined =>
  choices.find((choice) => choice === text(value).toUpperCase());

/** Suggestions and saved mappings come as free JSON: what in them is not understood is left for the reader to choose. */
export function readMapping(given: unknown): Mapping {
  const from = isRecord(given) ? given : {};
  const columns: Record<number, FeedbackTarget> = {};
  for (const each of Array.isArray(from.columns) ? from.columns : []) {
    if (!isRecord(each) || typeof each.column !== 'number') continue;
    const target = oneOf(TARGETS, each.target);
    if (target) columns[each.column] = target;
  }
  const entries = (value: unknown) => Object.entries(isRecord(value) ? value : {});
  const order = text(from.dateOrder);
  return {
    columns,
    source: oneOf(SOURCES, from.source) ?? '',
    sourceValues: Object.fromEntries(
      entries(from.sourceValues).flatMap(([name, value]) => {
        const source = oneOf(SOURCES, value);
        return source ? [[name, source]] : [];
      }),
    ),
    saidOn: text(from.saidOn),
    touchpointId: text(from.touchpointId),
    metricId: text(from.metricId),
    touchpointValues: Object.fromEntries(entries(from.touchpointValues).map(([name, id]) => [name, text(id)])),
    dateOrder: order === 'dmy' || order === 'mdy' ? order : '',
    decimal: from.decimal === ',' ? ',' : '.',
  };
}

export function toMappingInput(mapping: Mapping, sheet: string | null, headerRow: number | null): MappingInput {
  return {
    columns: Object.entries(mapping.columns).map(([column, target]) => ({ column: Number(column), target })),
    source: mapping.source || null,
    sourceValues: has(mapping, 'SOURCE') ? mapping.sourceValues : null,
    saidOn: mapping.saidOn || null,
    touchpointId: mapping.touchpointId || null,
    metricId: (has(mapping, 'RATING') && mapping.metricId) || null,
    touchpointValues: has(mapping, 'TOUCHPOINT') ? mapping.touchpointValues : null,
    dateOrder: mapping.dateOrder || null,
    decimal: mapping.decimal,
    sheet,
    headerRow,
  };
}

export const has = ({ columns }: Pick<Mapping, 'columns'>, target: FeedbackTarget): boolean =>
  Object.values(columns).includes(target);

/** What one column holds, or null for nothing. */
export function withColumn(mapping: Mapping, column: number, target: FeedbackTarget | null): Mapping {
  const { [column]: _, ...rest } = mapping.columns;
  return { ...mapping, columns: target ? { ...rest, [column]: target } : rest };
}

export type MappingProblem = 'noText' | 'noTime' | 'noSource' | 'noTouchpoint' | 'targetTwice';

/** What stands against a preview; the rest is for the server, which sees every row. */
export function mappingProblems(mapping: Mapping, anywhere: boolean): MappingProblem[] {
  const held = Object.values(mapping.columns);
  const problems: MappingProblem[] = [];
  if (!has(mapping, 'TEXT')) problems.push('noText');
  if (!has(mapping, 'TIME') && !mapping.saidOn) problems.push('noTime');
  if (!has(mapping, 'SOURCE') && !mapping.source) problems.push('noSource');
  if (!anywhere && !has(mapping, 'TOUCHPOINT') && !mapping.touchpointId) problems.push('noTouchpoint');
  if (new Set(held).size < held.length) problems.push('targetTwice');
  return problems;
}
