import { type FieldProblem, ValidationError } from '@touchstone/domain';
import type { MappedMetric } from './mapped-metrics.js';
import { type MappedColumn, type ObservationMapping, SHAPES } from './observation-mapping.js';
import { plainName } from './observation-plan.js';

export interface SaidObservations {
  /** `column=what it holds`, in the words of a person. */
  readonly columns: readonly string[];
  readonly metric?: string;
  readonly observedOn?: string;
  readonly dateOrder?: string;
  readonly decimal?: string;
}

export interface SaidContext {
  readonly headers: readonly string[];
  readonly metrics: ReadonlyMap<string, MappedMetric>;
}

const PLAIN_TARGETS: Readonly<Record<string, MappedColumn['target']>> = {
  time: 'time',
  metric: 'metric_name',
  value: 'value',
  n: 'n',
  key: 'key',
  ignore: 'ignore',
  period: 'period',
};

/** Puts what was said on the command line over a mapping; names everything that was said wrongly at once. */
export function saidOver(
  base: ObservationMapping,
  said: SaidObservations,
  { headers, metrics }: SaidContext,
): ObservationMapping {
  const problems: FieldProblem[] = [];
  const refuse = (message: string) => void problems.push({ path: 'mapping', code: 'said_wrongly', message });
  const metricOf = (text: string): string | null => {
    const wanted = plainName(text);
    const found = [...metrics.values()].find(({ key, name }) => key === wanted || plainName(name) === wanted);
    return found?.id ?? null;
  };
  const columns = new Map(base.columns.map((one) => [one.column, one]));
  for (const pair of said.columns) {
    // A column may have an equals sign in its name; what it holds never has.
    const at = pair.lastIndexOf('=');
    const [name, what] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    const numbered = /^#(\d+)$/.exec(name);
    const column = numbered
      ? Number(numbered[1]) - 1
      : headers.findIndex((header) => plainName(header) === plainName(name));
    if (at < 1 || !headers[column]) {
      refuse(`The table has no column “${name || pair}”; it has ${headers.map((header) => `“${header}”`).join(', ')}.`);
      continue;
    }
    const segment = /^segment(?::\s*(.+))?$/i.exec(what);
    const target = PLAIN_TARGETS[plainName(what)];
    const metricId = metricOf(what);
    if (segment) columns.set(column, { column, target: 'segment', dimension: segment[1]?.trim() ?? headers[column] });
    else if (target) columns.set(column, { column, target });
    else if (metricId) columns.set(column, { column, target: 'metric', metricId });
    else
      refuse(`“${what}” is nothing that a column can hold: time, metric, value, n, key, segment, ignore, or a metric.`);
  }
  const metricId = said.metric === undefined ? base.metricId : metricOf(said.metric);
  if (said.metric !== undefined && !metricId) refuse(`There is no metric “${said.metric}”.`);
  if (problems.length > 0) throw new ValidationError(problems);
  const all = [...columns.values()].sort((a, b) => a.column - b.column);
  return {
    ...base,
    ...shapeOf(base, said.columns.length > 0, all),
    columns: all,
    metricId,
    observedOn: said.observedOn ?? base.observedOn,
    dateOrder: (said.dateOrder as ObservationMapping['dateOrder']) ?? base.dateOrder,
    decimal: (said.decimal as ObservationMapping['decimal']) ?? base.decimal,
  };
}

/** What the columns hold after something else was said of them decides anew what a row of the table is. */
function shapeOf(
  base: ObservationMapping,
  changed: boolean,
  columns: readonly MappedColumn[],
): Pick<ObservationMapping, 'shape' | 'identity'> {
  if (!changed) return base;
  const has = (target: MappedColumn['target']) => columns.some((one) => one.target === target);
  const [perObservation, perMetric, perPeriod] = SHAPES;
  const shape = has('period') ? perPeriod : has('metric') ? perMetric : perObservation;
  if (has('key')) return { shape, identity: 'key' };
  return { shape, identity: base.identity === 'key' ? 'row' : base.identity };
}
