import { canonicalUnit, type FieldProblem, ValidationError } from '@touchstone/domain';
import { z } from 'zod';
import { formProblems } from '../../platform/errors/field-messages.js';
import { type ObservationContext, whose } from './mapped-metrics.js';

export const SHAPES = ['row_per_observation', 'column_per_metric', 'column_per_period'] as const;
/**
 * What makes a row of the file the same observation when it is read again: what its key columns say; its place in this very
 * file; or its metric, time and segments, of which there is one value.
 */
export const IDENTITIES = ['key', 'row', 'slot'] as const;
export const TARGETS = ['time', 'metric', 'metric_name', 'period', 'value', 'n', 'key', 'segment', 'ignore'] as const;

const lower = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value);
const text = (longest: number) => z.string().trim().min(1).max(longest);

const column = z.object({
  column: z.int().min(0).max(999),
  target: z.preprocess(lower, z.enum(TARGETS)),
  metricId: z.uuid().nullish(),
  dimension: text(100).nullish(),
  unit: text(40).nullish(),
  /** What the file says in words → the value that is meant. */
  words: z.record(z.string().max(200), z.number()).nullish(),
});

const form = z.object({
  shape: z.preprocess(lower, z.enum(SHAPES)),
  identity: z.preprocess(lower, z.enum(IDENTITIES)),
  columns: z.array(column).min(1).max(1000),
  metricId: z.uuid().nullish(),
  metricValues: z.record(z.string().max(200), z.uuid()).nullish(),
  observedOn: z.iso.date().nullish(),
  dateOrder: z.preprocess(lower, z.enum(['ymd', 'dmy', 'mdy'])).nullish(),
  decimal: z.enum(['.', ',']).nullish(),
  /** Words that say that there is no value, besides the usual ones. */
  noValueWords: z.array(text(100)).max(50).nullish(),
  sheet: z.string().max(200).nullish(),
  headerRow: z.int().min(1).nullish(),
});
export type ObservationMapping = z.infer<typeof form>;
export type MappedColumn = ObservationMapping['columns'][number];

export const MOST_DIMENSIONS = 8;

/** The mapping as it may be saved and sent: of the right form, whatever file and metrics it meets. */
export function mappingInForm(given: unknown): ObservationMapping {
  const parsed = form.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new ValidationError(formProblems(parsed.error, 'mapping', 'invalid'));
}

export const OBSERVATION_MAPPING = { kind: 'observation', inForm: mappingInForm } as const;

/** Names everything that keeps a table from being read like this, at once. */
export function checkMapping(
  given: unknown,
  { metrics, ofOthers }: Pick<ObservationContext, 'metrics' | 'ofOthers'>,
): ObservationMapping {
  const mapping = mappingInForm(given);
  const problems: FieldProblem[] = [];
  const say = (path: string, code: string, message: string, params?: FieldProblem['params']) =>
    void problems.push({ path: `mapping.${path}`, code, message, params });
  const columnsOf = (target: MappedColumn['target']) => mapping.columns.filter((one) => one.target === target);
  const demandMetric = (path: string, id: string | null | undefined, unit?: string | null) => {
    const metric = id ? metrics.get(id) : undefined;
    const foreign = id ? ofOthers.get(id) : undefined;
    if (foreign?.team)
      return say(
        path,
        'metric_of_team',
        `${foreign.name} belongs to the team ${foreign.team}: its lead or the programme office can import it.`,
        whose(foreign),
      );
    if (foreign)
      return say(
        path,
        'metric_of_nobody',
        `${foreign.name} has no owner yet: the programme office can import it.`,
        whose(foreign),
      );
    if (!metric) return say(path, 'metric_unknown', 'There is no metric of this id that observations may be added to.');
    const { name } = metric;
    const current = metric.versions.at(-1)!;
    if (current.aggregation === 'formula')
      say(path, 'computed', `${name} is computed from other metrics and has no observations of its own.`, {
        metric: name,
      });
    if (unit && canonicalUnit(unit) !== canonicalUnit(current.unit))
      say(
        path,
        'wrong_unit',
        `${name} is measured in ${current.unit}, not in ${unit}. Convert the column, or choose another metric.`,
        {
          metric: name,
          unit: current.unit,
          given: unit,
        },
      );
  };

  const seen = new Set<number>();
  mapping.columns.forEach((one, index) => {
    if (seen.has(one.column)) say(`columns.${index}.column`, 'column_twice', 'A column holds one thing.');
    seen.add(one.column);
    if (one.target === 'metric') demandMetric(`columns.${index}.metricId`, one.metricId, one.unit);
    if (one.target === 'segment' && !one.dimension)
      say(`columns.${index}.dimension`, 'dimension_missing', 'Say what the segments of this column are called.');
  });
  for (const target of ['time', 'metric_name', 'value'] as const)
    if (columnsOf(target).length > 1) say('columns', `many_${target}`, `Only one column can hold the ${target}.`);
  const dimensions = columnsOf('segment').map(({ dimension }) => dimension);
  if (new Set(dimensions).size < dimensions.length)
    say('columns', 'dimension_twice', 'Two columns are called the same.');
  if (dimensions.length > MOST_DIMENSIONS)
    say('columns', 'too_many_dimensions', `At most ${MOST_DIMENSIONS} columns can be segments.`, {
      most: MOST_DIMENSIONS,
    });

  const needsTime = mapping.shape !== 'column_per_period';
  if (needsTime && columnsOf('time').length === 0 && !mapping.observedOn)
    say('observedOn', 'no_time', 'Say which column holds the time, or on which day all of it was observed.');
  if (mapping.shape === 'column_per_metric') {
    const ids = columnsOf('metric').map(({ metricId }) => metricId);
    if (ids.length === 0) say('columns', 'no_metric_column', 'Say which columns hold which metric.');
    if (new Set(ids).size < ids.length) say('columns', 'metric_twice', 'Two columns hold the same metric.');
  } else {
    if (mapping.metricId) demandMetric('metricId', mapping.metricId, columnsOf('value')[0]?.unit);
    else if (columnsOf('metric_name').length === 0)
      say('metricId', 'no_metric', 'Say which metric the values are of, or which column names it.');
    for (const [name, id] of Object.entries(mapping.metricValues ?? {})) demandMetric(`metricValues.${name}`, id);
    const holder = mapping.shape === 'row_per_observation' ? 'value' : 'period';
    if (columnsOf(holder).length === 0) say('columns', `no_${holder}`, `Say which column holds the ${holder}.`);
  }
  if (mapping.identity === 'key' && columnsOf('key').length === 0)
    say('columns', 'no_key', 'Say which column tells one observation from another.');
  if (problems.length > 0) throw new ValidationError(problems);
  return mapping;
}

/** The metrics that a mapping speaks of. */
export function metricsOf({ metricId, metricValues, columns }: ObservationMapping): string[] {
  const ids = [metricId, ...Object.values(metricValues ?? {}), ...columns.map((one) => one.metricId)];
  return [...new Set(ids.filter((id): id is string => typeof id === 'string'))];
}
