/** What each column holds, as the reader edits it; from the API's suggestion or a saved mapping, and back to its input. */
import type {
  ObservationIdentity,
  ObservationShape,
  ObservationTableQuery,
  ObservationTarget,
  PreviewObservationsMutationVariables,
} from './observations.generated.js';

export type MappingInput = PreviewObservationsMutationVariables['mapping'];
export type ColumnOfOthers = ObservationTableQuery['observationTable']['columnsOfOthers'][number];
export type Metric = ObservationTableQuery['observationTable']['metrics'][number];

export const SHAPES: readonly ObservationShape[] = ['COLUMN_PER_METRIC', 'ROW_PER_OBSERVATION', 'COLUMN_PER_PERIOD'];
export const IDENTITIES: readonly ObservationIdentity[] = ['KEY', 'ROW', 'SLOT'];
const TARGETS: readonly ObservationTarget[] = [
  'TIME',
  'METRIC',
  'METRIC_NAME',
  'PERIOD',
  'VALUE',
  'N',
  'KEY',
  'SEGMENT',
  'IGNORE',
];

export interface ColumnUse {
  readonly target: ObservationTarget;
  readonly metricId: string | null;
  /** What the segments of the column are called. */
  readonly dimension: string | null;
  /** In which the file counts, where that is known. */
  readonly unit: string | null;
  /** What the file says in words → the number that is meant. */
  readonly words: Readonly<Record<string, number>>;
}

export interface Mapping {
  readonly shape: ObservationShape;
  readonly identity: ObservationIdentity;
  /** By column; one that is missing is left out. */
  readonly columns: Readonly<Record<number, ColumnUse>>;
  /** Whose values all of them are, when no column says it. */
  readonly metricId: string;
  readonly metricValues: Readonly<Record<string, string>>;
  /** The day of all rows, when no column holds the time. */
  readonly observedOn: string;
  readonly dateOrder: '' | 'dmy' | 'mdy';
  readonly decimal: '.' | ',';
  readonly noValueWords: readonly string[];
}

type Json = Record<string, unknown>;
const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const oneOf = <T extends string>(choices: readonly T[], value: unknown): T | undefined =>
  choices.find((choice) => choice === text(value).toUpperCase());
const entriesOf = <T>(value: unknown, is: (each: unknown) => each is T): Record<string, T> =>
  Object.fromEntries(
    Object.entries(isRecord(value) ? value : {}).filter((entry): entry is [string, T] => is(entry[1])),
  );
const isNumber = (value: unknown): value is number => typeof value === 'number';
const isText = (value: unknown): value is string => typeof value === 'string';

export const held = (target: ObservationTarget, more: Partial<ColumnUse> = {}): ColumnUse => ({
  target,
  metricId: null,
  dimension: null,
  unit: null,
  words: {},
  ...more,
});

/** Suggestions and saved mappings come as free JSON: what in them is not understood is left for the reader to choose. */
export function readMapping(given: unknown): Mapping {
  const from = isRecord(given) ? given : {};
  const columns: Record<number, ColumnUse> = {};
  for (const each of Array.isArray(from.columns) ? from.columns : []) {
    if (!isRecord(each) || !isNumber(each.column)) continue;
    const target = oneOf(TARGETS, each.target);
    if (!target || target === 'IGNORE') continue;
    columns[each.column] = held(target, {
      metricId: text(each.metricId) || null,
      dimension: text(each.dimension) || null,
      unit: text(each.unit) || null,
      words: entriesOf(each.words, isNumber),
    });
  }
  const order = text(from.dateOrder);
  return {
    shape: oneOf(SHAPES, from.shape) ?? 'COLUMN_PER_METRIC',
    identity: oneOf(IDENTITIES, from.identity) ?? 'ROW',
    columns,
    metricId: text(from.metricId),
    metricValues: entriesOf(from.metricValues, isText),
    observedOn: text(from.observedOn),
    dateOrder: order === 'dmy' || order === 'mdy' ? order : '',
    decimal: from.decimal === ',' ? ',' : '.',
    noValueWords: Array.isArray(from.noValueWords) ? from.noValueWords.filter(isText) : [],
  };
}

export function toMappingInput(mapping: Mapping, sheet: string | null, headerRow: number): MappingInput {
  const { shape, identity, decimal } = mapping;
  const named = shape !== 'COLUMN_PER_METRIC' && has(mapping, 'METRIC_NAME');
  return {
    shape,
    identity,
    decimal,
    columns: Object.entries(mapping.columns).map(([column, { target, metricId, dimension, unit, words }]) => ({
      column: Number(column),
      target,
      metricId,
      dimension,
      unit,
      words: Object.keys(words).length > 0 ? words : null,
    })),
    metricId: shape === 'COLUMN_PER_METRIC' || named ? null : mapping.metricId || null,
    metricValues: named ? mapping.metricValues : null,
    observedOn: shape !== 'COLUMN_PER_PERIOD' && !has(mapping, 'TIME') ? mapping.observedOn || null : null,
    dateOrder: mapping.dateOrder || null,
    noValueWords: [...mapping.noValueWords],
    sheet,
    headerRow,
  };
}

export const has = ({ columns }: Pick<Mapping, 'columns'>, target: ObservationTarget): boolean =>
  Object.values(columns).some((each) => each.target === target);

/** With or without what one column holds. */
export function withColumn(mapping: Mapping, column: number, next: ColumnUse | null): Mapping {
  const { [column]: _, ...rest } = mapping.columns;
  const columns = next ? { ...rest, [column]: next } : rest;
  const changed = { ...mapping, columns };
  // A key tells rows apart better than anything; without one nothing can.
  if (next?.target === 'KEY') return { ...changed, identity: 'KEY' };
  return changed.identity === 'KEY' && !has(changed, 'KEY') ? { ...changed, identity: 'ROW' } : changed;
}

const PLACES: Record<ObservationShape, readonly ObservationTarget[]> = {
  COLUMN_PER_METRIC: ['TIME', 'KEY', 'SEGMENT', 'METRIC', 'N'],
  ROW_PER_OBSERVATION: ['TIME', 'KEY', 'SEGMENT', 'METRIC_NAME', 'VALUE', 'N'],
  COLUMN_PER_PERIOD: ['KEY', 'SEGMENT', 'METRIC_NAME', 'PERIOD'],
};
export const fits = (shape: ObservationShape, target: ObservationTarget): boolean => PLACES[shape].includes(target);

/** Another shape keeps what has a place in it. */
export function withShape(mapping: Mapping, shape: ObservationShape): Mapping {
  const kept = Object.entries(mapping.columns).filter(([, { target }]) => fits(shape, target));
  return { ...mapping, shape, columns: Object.fromEntries(kept) };
}

/** One choice per column: the metric stands in the value. */
export const writeUse = (each: ColumnUse | undefined): string => {
  if (!each) return 'IGNORE';
  return each.metricId ? `${each.target}:${each.metricId}` : each.target;
};

export function readUse(value: string, header: string): ColumnUse | null {
  const [target, metricId = null] = value.split(':');
  const found = oneOf(TARGETS, target);
  if (!found || found === 'IGNORE') return null;
  return held(found, { metricId, dimension: found === 'SEGMENT' ? header.slice(0, 100) : null });
}

export type MappingProblem =
  | 'noMetricColumn'
  | 'metricTwice'
  | 'metricGone'
  | 'noMetric'
  | 'noValue'
  | 'noPeriod'
  | 'noTime'
  | 'noKey'
  | 'targetTwice'
  | 'dimensionTwice'
  | 'tooManyDimensions';

const MOST_DIMENSIONS = 8;

/** What stands against a preview; the rest is for the server, which sees every row. */
export function mappingProblems(mapping: Mapping, metrics: readonly Pick<Metric, 'id'>[]): MappingProblem[] {
  const { shape } = mapping;
  const uses = Object.values(mapping.columns);
  const count = (target: ObservationTarget) => uses.filter((each) => each.target === target).length;
  const problems = new Set<MappingProblem>();
  const known = new Set(metrics.map(({ id }) => id));
  if (shape === 'COLUMN_PER_METRIC') {
    const ids = uses.filter(({ target }) => target === 'METRIC').map(({ metricId }) => metricId ?? '');
    if (ids.length === 0) problems.add('noMetricColumn');
    if (new Set(ids).size < ids.length) problems.add('metricTwice');
    if (ids.some((id) => !known.has(id))) problems.add('metricGone');
  } else {
    if (count('METRIC_NAME') === 0 && !known.has(mapping.metricId)) problems.add('noMetric');
    if (shape === 'ROW_PER_OBSERVATION' && count('VALUE') === 0) problems.add('noValue');
    if (shape === 'COLUMN_PER_PERIOD' && count('PERIOD') === 0) problems.add('noPeriod');
    if (count('METRIC_NAME') > 1 || count('VALUE') > 1 || count('N') > 1) problems.add('targetTwice');
  }
  if (shape !== 'COLUMN_PER_PERIOD' && count('TIME') === 0 && mapping.observedOn === '') problems.add('noTime');
  if (count('TIME') > 1) problems.add('targetTwice');
  if (mapping.identity === 'KEY' && count('KEY') === 0) problems.add('noKey');
  const dimensions = uses.filter(({ target }) => target === 'SEGMENT').map(({ dimension }) => dimension);
  if (new Set(dimensions).size < dimensions.length) problems.add('dimensionTwice');
  if (dimensions.length > MOST_DIMENSIONS) problems.add('tooManyDimensions');
  return [...problems];
}
