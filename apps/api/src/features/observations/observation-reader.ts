import { createHmac } from 'node:crypto';
import { dayOf } from '@touchstone/domain';
import type { RowBatch } from '../../platform/tables/index.js';
import { type MappedMetric, type MappedVersion, versionOn, whose } from './mapped-metrics.js';
import { type ObservationPlan, plainName, type ValueColumn } from './observation-plan.js';
import {
  type ObservationProblem,
  observationProblem,
  type ObservationProblemCode,
  type ProblemAt,
} from './observation-problem.js';
import { saysNothing } from './says-nothing.js';
import { readNumber } from './read-number.js';
import { MOST_SETS, MOST_VALUES, SegmentSets } from './segment-sets.js';

export interface StagedObservation {
  readonly row: number;
  /** Places in the plan's metrics and in the file's segment sets. */
  readonly metric: number;
  readonly segments: number;
  readonly at: number;
  /** 32 hexadecimal digits. */
  readonly key: string;
  readonly value: number;
  readonly n: number;
}

export interface ReaderOptions {
  readonly plan: ObservationPlan;
  /** Keys are hashed with it: what identifies a row may say who somebody is, and is not kept. */
  readonly secret: Buffer;
  /** Tells files apart, for rows that nothing else identifies. */
  readonly file: string;
  readonly now: number;
  readonly onProblem: (problem: ObservationProblem) => void;
  readonly onObservations: (observations: readonly StagedObservation[]) => void;
}

const LARGEST = 1e15;
const LONGEST_KEY = 200;
const MOST_MONTHS = 600;
/** Clocks of the sender may be ahead, and the day has begun elsewhere already. */
const AHEAD_MS = 26 * 3_600_000;

class Refusal extends Error {
  constructor(
    readonly code: ObservationProblemCode,
    readonly at: ProblemAt = {},
  ) {
    super(code);
  }
}

/** Reads rows into observations. A row with a problem is left out whole; each of its problems is named. */
export class ObservationReader {
  rowsRead = 0;
  rowsBad = 0;
  problems = 0;
  observations = 0;
  /** Values that say "not applicable". */
  skipped = 0;
  firstAt = Infinity;
  lastAt = -Infinity;
  /** Something that no row can be left out for. */
  unusable = false;
  readonly sets: SegmentSets;
  readonly months = new Set<string>();
  readonly metrics = new Set<number>();
  private readonly days = new Map<number, string>();

  constructor(private readonly options: ReaderOptions) {
    this.sets = new SegmentSets(options.plan.segments.map(({ dimension }) => dimension));
  }

  read({ first, rows }: RowBatch): void {
    for (const [index, row] of rows.entries()) {
      if (row.every((cell) => cell.trim() === '')) continue;
      this.rowsRead += 1;
      this.row(first + index, row);
    }
  }

  private row(row: number, cells: readonly string[]): void {
    const before = this.problems;
    const found: StagedObservation[] = [];
    let skipped = 0;
    const common = this.attempt(row, () => this.common(row, cells));
    if (common) {
      for (const column of this.options.plan.values) {
        this.attempt(row, () => {
          const observation = this.observation(row, cells, column, common);
          if (observation === 'not applicable') skipped += 1;
          else if (observation) found.push(observation);
        });
      }
    }
    if (this.problems > before) {
      this.rowsBad += 1;
      return;
    }
    this.skipped += skipped;
    this.observations += found.length;
    for (const { at, metric } of found) this.note(at, metric);
    if (found.length > 0) this.options.onObservations(found);
  }

  private attempt<T>(row: number, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.problems += 1;
      if (UNUSABLE.has(error.code)) this.unusable = true;
      this.options.onProblem(observationProblem(row, error.code, error.at));
      return undefined;
    }
  }

  /** What all values of a row share. */
  private common(row: number, cells: readonly string[]): Common {
    const { plan } = this.options;
    const at = plan.timeColumn === null ? plan.fixedAt : this.time(cells[plan.timeColumn] ?? '', plan.timeColumn);
    const segments = this.segments(cells);
    const metric = plan.metricColumn === null ? plan.fixedMetric : this.metricNamed(cells, plan.metricColumn);
    return { at, segments, metric, key: this.key(row, cells, segments) };
  }

  private time(cell: string, column: number): number {
    const header = this.options.plan.headers[column];
    if (cell.trim() === '') throw new Refusal('TIME_MISSING', { column: header });
    const at = this.options.plan.times.read(cell);
    if (typeof at === 'string') throw new Refusal(at, { column: header, value: cell });
    if (at < 0) throw new Refusal('TIME_TOO_EARLY', { column: header, value: cell });
    if (at > this.options.now + AHEAD_MS) throw new Refusal('TIME_IN_FUTURE', { column: header, value: cell });
    return at;
  }

  private metricNamed(cells: readonly string[], column: number): number {
    const header = this.options.plan.headers[column];
    const name = cells[column] ?? '';
    if (name.trim() === '') throw new Refusal('METRIC_MISSING', { column: header });
    const metric = this.options.plan.metricByName.get(plainName(name));
    const foreign = metric === undefined ? this.options.plan.ofOthers.get(plainName(name)) : undefined;
    if (foreign)
      throw new Refusal(foreign.team ? 'METRIC_OF_TEAM' : 'METRIC_OF_NOBODY', {
        column: header,
        value: name,
        params: whose(foreign),
      });
    const known = metric === undefined ? undefined : this.options.plan.metrics[metric];
    if (!known || known.versions.at(-1)!.aggregation === 'formula')
      throw new Refusal('METRIC_UNKNOWN', { column: header, value: name });
    return metric!;
  }

  private segments(cells: readonly string[]): number {
    const { plan } = this.options;
    const place = this.sets.place(plan.segments.map(({ column }) => this.segment(cells[column] ?? '')));
    if (typeof place === 'number') return place;
    const { column } = plan.segments[place.index]!;
    const most = place.refusal === 'SEGMENTS_TOO_MANY' ? MOST_SETS : MOST_VALUES;
    throw new Refusal(place.refusal, { column: plan.headers[column], params: { most } });
  }

  private segment(cell: string): string {
    const { noValueWords } = this.options.plan;
    return noValueWords.size > 0 && noValueWords.has(plainName(cell)) ? '' : cell;
  }

  private key(row: number, cells: readonly string[], segments: number): string {
    const { plan, file } = this.options;
    if (plan.identity === 'row') return this.hashed('row', file, String(row));
    if (plan.identity === 'slot') return this.slot(segments);
    const parts = plan.keyColumns.map((column) => (cells[column] ?? '').normalize('NFKC').trim());
    const column = plan.headers[plan.keyColumns[0]!];
    if (parts.every((part) => part === '')) throw new Refusal('KEY_MISSING', { column });
    if (parts.some(({ length }) => length > LONGEST_KEY)) throw new Refusal('KEY_TOO_LONG', { column });
    return this.hashed('key', ...parts);
  }

  /** Hashes of segment sets, by their numbers. */
  private readonly slots: string[] = [];
  private slot(segments: number): string {
    return (this.slots[segments] ??= this.hashed('slot', sortedPairs(this.sets.texts[segments]!)));
  }

  private hashed(...parts: readonly string[]): string {
    return createHmac('sha256', this.options.secret).update(JSON.stringify(parts)).digest('hex').slice(0, 32);
  }

  private observation(
    row: number,
    cells: readonly string[],
    column: ValueColumn,
    common: Common,
  ): StagedObservation | 'not applicable' | null {
    const { plan } = this.options;
    const cell = cells[column.column] ?? '';
    if (cell.trim() === '') return null;
    const header = plan.headers[column.column];
    const at = column.at ?? common.at ?? this.time(header ?? '', column.column);
    if (column.at !== null && at > this.options.now + AHEAD_MS)
      throw new Refusal('TIME_IN_FUTURE', { column: header, value: header });
    const metric = (column.metric ?? common.metric)!;
    const version = this.version(plan.metrics[metric]!, at);
    const value = column.words.size > 0 ? (column.words.get(plainName(cell)) ?? null) : null;
    const read = value ?? readNumber(cell, plan.decimal);
    if (read === null && (saysNothing(cell) || plan.noValueWords.has(plainName(cell)))) return 'not applicable';
    if (read === null) throw new Refusal('VALUE_UNREADABLE', { column: header, value: cell });
    if (version.notApplicable?.includes(read)) return 'not applicable';
    const n = this.whole(cells, column, version);
    check(read, n, version, { column: header, value: cell });
    return { row, metric, segments: common.segments, at, key: common.key, value: read, n };
  }

  /** Only of shares and rates something else than 1: a mean of values that count in many would need each of them. */
  private whole(cells: readonly string[], { nColumn }: ValueColumn, { aggregation }: MappedVersion): number {
    if (nColumn === null || (aggregation !== 'share' && aggregation !== 'rate')) return 1;
    const cell = cells[nColumn] ?? '';
    const n = readNumber(cell, this.options.plan.decimal);
    if (n === null || n <= 0 || n > LARGEST)
      throw new Refusal('WHOLE_UNREADABLE', { column: this.options.plan.headers[nColumn], value: cell });
    return n;
  }

  private version({ versions }: MappedMetric, at: number): MappedVersion {
    return versions.length === 1 ? versions[0]! : versionOn(versions, this.day(at));
  }

  private day(at: number): string {
    let day = this.days.get(at);
    if (day === undefined) {
      day = dayOf(at, this.options.plan.timeZone);
      if (this.days.size >= 5000) this.days.clear();
      this.days.set(at, day);
    }
    return day;
  }

  private lastMonth = '';
  private note(at: number, metric: number): void {
    this.metrics.add(metric);
    if (at < this.firstAt) this.firstAt = at;
    if (at > this.lastAt) this.lastAt = at;
    const month = new Date(at).toISOString().slice(0, 7);
    if (month === this.lastMonth) return;
    this.lastMonth = month;
    this.months.add(month);
    if (this.months.size === MOST_MONTHS + 1)
      this.attempt(this.rowsRead + 1, () => {
        throw new Refusal('TOO_MANY_MONTHS', { params: { most: MOST_MONTHS } });
      });
  }
}

interface Common {
  readonly at: number | null;
  readonly metric: number | null;
  readonly segments: number;
  readonly key: string;
}

/** What says of the whole file that it was mapped wrongly; leaving rows out would hide it. */
const UNUSABLE = new Set<ObservationProblemCode>(['SEGMENT_TOO_MANY_VALUES', 'SEGMENTS_TOO_MANY', 'TOO_MANY_MONTHS']);

const sortedPairs = (text: string): string =>
  JSON.stringify(Object.entries(JSON.parse(text) as Record<string, string>).sort());

function check(value: number, n: number, version: MappedVersion, at: ProblemAt): void {
  const { aggregation, scaleMinimum: minimum, scaleMaximum: maximum } = version;
  if (!Number.isFinite(value) || Math.abs(value) > LARGEST) throw new Refusal('VALUE_TOO_LARGE', at);
  if (minimum !== null && maximum !== null && (!Number.isInteger(value) || value < minimum || value > maximum))
    throw new Refusal('VALUE_OUT_OF_SCALE', { ...at, params: { minimum, maximum } });
  if (aggregation === 'share' && (value < 0 || value > n))
    throw new Refusal('PART_EXCEEDS_WHOLE', { ...at, params: { whole: n } });
  if (aggregation === 'rate' && value < 0) throw new Refusal('NEGATIVE_COUNT', at);
}
