import { daysAgo, daysFrom, monthsAgo, partOfYear, weekdayOf, yearsBetween } from './sample-days.js';
import { binomial, normal, oneOf, poisson, seeded } from './sample-chance.js';

/** Two years up to yesterday: today is not over. */
export const SERIES_DAYS = 731;
export const FIRST_DAY = daysAgo(SERIES_DAYS - 1);
export const LAST_DAY = daysAgo(1);

/** What a metric does over time, besides chance. A level is a mean, or a probability of shares and rates. */
interface SeriesShape {
  readonly level: number;
  /** Multipliers from Sunday to Saturday; 0 is closed. */
  readonly weekdays?: readonly number[];
  /** How much more there is at the height of the year, and when that is (0 is New Year). */
  readonly yearly?: { readonly by: number; readonly peak: number };
  /** A level that changes: what is given is added to it from that day on, for good or until it is lost again. */
  readonly from?: { readonly day: string; readonly add: number; readonly until?: string };
  /** What is added to the level in the course of a year. */
  readonly drift?: number;
  /** Days on which something went wrong, with the level that they had. */
  readonly incidents?: Readonly<Record<string, number>>;
  /** The feed that stopped. */
  readonly until?: string;
  readonly every?: 'week' | 'month';
  /** Each place has its own row, with this multiplier of the level. */
  readonly regions?: Readonly<Record<string, number>>;
}

export type SampleSeries = SeriesShape &
  (
    | {
        readonly kind: 'ratings';
        readonly perDay: number;
        readonly spread: number;
        readonly channels?: Weights;
        readonly byRegion?: boolean;
      }
    /** Values with their chance spread, and how precisely they are written down. */
    | { readonly kind: 'mean'; readonly spread: number; readonly decimals?: number }
    /** Counted; the spread is a part of the level, 0 for mere chance. */
    | { readonly kind: 'count'; readonly spread?: number }
    /** So many of a whole: `of` are there each day. */
    | { readonly kind: 'share' | 'rate'; readonly of: number }
  );

type Weights = readonly (readonly [name: string, weight: number])[];

/** A row of the files that the sample imports. */
export interface SampleRow {
  readonly day: string;
  readonly metric: string;
  readonly value: number;
  /** The whole of a share, the opportunities of a rate. */
  readonly n?: number;
  readonly region?: string;
  readonly channel?: string;
  readonly customer?: string;
}

export interface RatingScale {
  readonly scale: readonly [minimum: number, maximum: number];
}

/** Who answers surveys, and how far their ratings lie from those of others. */
const CUSTOMERS: Weights = [
  ['Established', 0.55],
  ['New', 0.27],
  ['Premier', 0.18],
];
const LEANING: Readonly<Record<string, number>> = {
  Established: 0,
  New: -0.25,
  Premier: 0.35,
  App: 0.2,
  Branch: 0.1,
  Web: 0,
  Phone: -0.35,
  London: -0.2,
  Midlands: 0,
  North: 0.1,
  Scotland: 0.2,
};
const REGIONS: Weights = [
  ['London', 0.31],
  ['Midlands', 0.27],
  ['North', 0.27],
  ['Scotland', 0.15],
];
const CHANNELS: Weights = [
  ['App', 0.45],
  ['Web', 0.2],
  ['Branch', 0.2],
  ['Phone', 0.15],
];
/** Leanings are written for scales of this length. */
const USUAL_SCALE = 5;

/** What was observed of one metric, the same however often it is asked for on one day. */
export function sampleRows(
  metric: string,
  series: SampleSeries,
  scale?: readonly [minimum: number, maximum: number],
): SampleRow[] {
  const random = seeded(metric);
  const days = daysOf(series);
  return days.flatMap((day) => {
    const regions = series.regions ? Object.entries(series.regions) : [[undefined, 1] as const];
    return regions.flatMap(([region, times]) => {
      const level = levelOn(series, day) * times;
      if (series.kind === 'ratings')
        return ratings(random, series, { day, metric, level, scale: scale as [number, number] });
      const measured = valueOf(random, series, level, day);
      return measured ? [{ day, metric, region, ...measured }] : [];
    });
  });
}

function daysOf({ every, until }: SeriesShape): string[] {
  const last = until ?? LAST_DAY;
  if (every !== 'month') return daysFrom(FIRST_DAY, last).filter((day) => every !== 'week' || weekdayOf(day) === 1);
  const months: string[] = [];
  for (let back = 24; back >= 0; back -= 1) {
    const day = monthsAgo(back);
    if (day >= FIRST_DAY && day <= last) months.push(day);
  }
  return months;
}

function levelOn(series: SeriesShape, day: string): number {
  const incident = series.incidents?.[day];
  if (incident !== undefined) return incident;
  const { yearly, from, drift = 0 } = series;
  const season = yearly ? 1 + yearly.by * Math.cos(2 * Math.PI * (partOfYear(day) - yearly.peak)) : 1;
  const changed = from && day >= from.day && (!from.until || day < from.until) ? from.add : 0;
  return (series.level + changed + drift * yearsBetween(FIRST_DAY, day)) * season;
}

function valueOf(
  random: () => number,
  series: Exclude<SampleSeries, { kind: 'ratings' }>,
  level: number,
  day: string,
): Pick<SampleRow, 'value' | 'n'> | null {
  const weekday = series.weekdays?.[weekdayOf(day)] ?? 1;
  if (weekday === 0) return null;
  if (series.kind === 'mean') {
    const decimals = 10 ** (series.decimals ?? 1);
    const value = level * weekday + series.spread * normal(random);
    return { value: Math.round(Math.max(0, value) * decimals) / decimals };
  }
  if (series.kind === 'count') {
    const about = level * weekday;
    const value = series.spread ? Math.round(about * (1 + series.spread * normal(random))) : poisson(random, about);
    return { value: Math.max(0, value) };
  }
  const n = Math.round(series.of * weekday * (1 + 0.05 * normal(random)));
  if (n < 1) return null;
  return { n, value: series.kind === 'share' ? binomial(random, n, level) : poisson(random, n * level) };
}

/** Each rating comes from one customer, who is of one kind, lives somewhere and was met on one channel. */
function ratings(
  random: () => number,
  series: Extract<SampleSeries, { kind: 'ratings' }>,
  { day, metric, level, scale }: { day: string; metric: string; level: number } & RatingScale,
): SampleRow[] {
  const [minimum, maximum] = scale;
  const step = (maximum - minimum + 1) / USUAL_SCALE;
  const weekday = series.weekdays?.[weekdayOf(day)] ?? 1;
  return Array.from({ length: poisson(random, series.perDay * weekday) }, () => {
    const customer = oneOf(random, CUSTOMERS);
    const region = series.byRegion ? oneOf(random, REGIONS) : undefined;
    const channel = oneOf(random, series.channels ?? CHANNELS);
    const leaning = [customer, region, channel].reduce((sum, of) => sum + ((of && LEANING[of]) || 0), 0) * step;
    const felt = Math.round(level + leaning + series.spread * normal(random));
    return { day, metric, value: Math.min(maximum, Math.max(minimum, felt)), customer, region, channel };
  });
}
