import { type Cell, csvLine } from '../../platform/tables/index.js';
import type { SampleMetric } from './sample-metric.js';
import { type SampleRow, sampleRows } from './sample-series.js';

/** A table as an organisation would hand it in, and what is said of its columns where their names do not say it. */
export interface SampleFile {
  readonly name: string;
  readonly lines: () => Iterable<string>;
  /** As on the command line: "column=what it holds". */
  readonly columns: readonly string[];
  readonly observedOn?: string;
  /** What the cells of a column mean in numbers. */
  readonly words?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Two years of a catalogue in two files: what customers answered, one by one, and the figures of the systems, day by day. */
export function seriesFiles(metrics: readonly SampleMetric[]): SampleFile[] {
  const rows = (perception: boolean): SampleRow[] =>
    metrics
      .filter(({ definition }) => (definition.category === 'perception') === perception)
      .flatMap(({ key, series, definition }) => (series ? sampleRows(key, series, definition.scale) : []))
      .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
  return [
    {
      name: 'survey-answers.csv',
      columns: ['Response=key', 'Channel=segment', 'Customer type=segment', 'Region=segment'],
      lines: () => answers(rows(true)),
    },
    { name: 'daily-figures.csv', columns: ['Region=segment'], lines: () => figures(rows(false)) },
  ];
}

function* answers(rows: readonly SampleRow[]): Generator<string> {
  yield csvLine(['Response', 'Date', 'Metric', 'Rating', 'Channel', 'Customer type', 'Region']);
  let number = 100_000;
  for (const { day, metric, value, channel, customer, region } of rows) {
    number += 1;
    yield line(`R${number}`, day, metric, value, channel, customer, region);
  }
}

function* figures(rows: readonly SampleRow[]): Generator<string> {
  yield csvLine(['Date', 'Metric', 'Value', 'n', 'Region']);
  for (const { day, metric, value, n, region } of rows) yield line(day, metric, value, n, region);
}

const line = (...cells: (Cell | undefined)[]): string => csvLine(cells.map((cell) => cell ?? null));
