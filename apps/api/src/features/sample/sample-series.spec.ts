import {
  chartOf,
  type ControlPoint,
  controlPointOf,
  evaluateControl,
  type MeasuredAggregation,
  mergeAll,
  tallyOf,
} from '@touchstone/domain';
import { changePointMultiple } from '@touchstone/metrics';
import { HARBOUR_CATALOGUE } from './harbour-metrics.js';
import { daysAgo } from './sample-days.js';
import { FAILED_ON, IMPROVED_ON, REDEFINED_ON, type SampleMetric, SILENT_SINCE } from './sample-metric.js';
import { FIRST_DAY, LAST_DAY, type SampleRow, sampleRows } from './sample-series.js';

const METRICS: readonly SampleMetric[] = HARBOUR_CATALOGUE.metrics;
const measured = METRICS.filter(({ series }) => series);
const rowsOf = ({ key, series, definition }: SampleMetric): SampleRow[] => sampleRows(key, series!, definition.scale);
const WEEK = 7 * 86_400_000;
/** A Monday. */
const EPOCH = Date.parse('2024-01-01');
const weekOf = (day: string): number => Math.floor((Date.parse(day) - EPOCH) / WEEK);

const drawn = new Map<string, ControlPoint[]>();

/** Whole weeks as a page and an alert would draw them. */
function weeks(metric: SampleMetric): ControlPoint[] {
  const points = drawn.get(metric.key) ?? weeksOf(metric);
  drawn.set(metric.key, points);
  return points;
}

function weeksOf(metric: SampleMetric): ControlPoint[] {
  const { aggregation, scale } = metric.definition;
  const definition = {
    aggregation: aggregation as MeasuredAggregation,
    scaleMinimum: scale?.[0] ?? null,
    scaleMaximum: scale?.[1] ?? null,
  };
  const byWeek = new Map<number, SampleRow[]>();
  for (const row of rowsOf(metric)) {
    const rows = byWeek.get(weekOf(row.day)) ?? [];
    rows.push(row);
    byWeek.set(weekOf(row.day), rows);
  }
  return [...byWeek]
    .filter(([week]) => week > weekOf(FIRST_DAY) && week < weekOf(LAST_DAY))
    .sort(([one], [other]) => one - other)
    .map(([week, rows]) => {
      const rated = scale !== undefined;
      const tallies = rows.map(({ value, n = 1, day }) => tallyOf({ value, n, at: Date.parse(day) }, { rated }));
      return controlPointOf(EPOCH + week * WEEK, definition, mergeAll(tallies)!);
    });
}

const byKey = (key: string): SampleMetric => METRICS.find((metric) => metric.key === key) as SampleMetric;

/** Where the level of a series changes, told from chance by the usual penalty. */
function shiftsOf(metric: SampleMetric): number[] {
  const points = weeks(metric).filter(({ at }) => at + WEEK < Date.parse(FAILED_ON) || at > Date.parse(FAILED_ON));
  const values = points.map(({ value }) => value);
  const steps = values.slice(1).map((value, index) => Math.abs(value! - values[index]!));
  const sigma = steps.reduce((sum, step) => sum + step, 0) / steps.length / 1.128;
  const penalty = 4 * sigma ** 2 * Math.log(values.length);
  return changePointMultiple({ values, penalty, minSegment: 6 }).changepoints.map((index) => points[index]!.at);
}

/** Known to move for other reasons: with the season, slowly, with their definition, or because two things were changed at once. */
const MOVING = ['payments', 'calls', 'calls_repeated', 'mortgage_days', 'opening_minutes'];

describe('what the sample bank observed', () => {
  it.each(measured.map((metric) => [metric.key, metric] as const))('%s makes sense', (_, metric) => {
    const rows = rowsOf(metric);
    expect(rows.length).toBeGreaterThanOrEqual(23);
    const { scale, aggregation } = metric.definition;
    for (const { value, n, day } of rows) {
      expect(day >= FIRST_DAY && day <= LAST_DAY).toBe(true);
      expect(value).toBeGreaterThanOrEqual(scale?.[0] ?? 0);
      expect(value).toBeLessThanOrEqual(scale?.[1] ?? 1e7);
      if (aggregation === 'share') expect(value).toBeLessThanOrEqual(n!);
    }
    // The newest is not older than what is expected of it, except where a feed has stopped.
    if (metric.key !== 'cash_machine_uptime')
      expect(rows.at(-1)!.day >= daysAgo(metric.definition.cadenceDays + 2)).toBe(true);
  });

  it('is the same every time', () => {
    for (const metric of measured) expect(rowsOf(metric)).toEqual(rowsOf(metric));
  });

  it('has one improvement, in what happens and in what customers say, and no other sudden change', () => {
    const found = measured
      .filter(({ key, series }) => !MOVING.includes(key) && !series!.every)
      .map((metric) => [metric.key, shiftsOf(metric)] as const)
      .filter(([, shifts]) => shifts.length > 0);
    expect(Object.fromEntries(found)).toEqual({
      identity_effort: [Date.parse(IMPROVED_ON)],
      identity_failed: [Date.parse(IMPROVED_ON)],
    });
  });

  it('breaks where the definition changes', () => {
    const [shift] = shiftsOf(byKey('opening_minutes'));
    expect(Math.abs(shift! - Date.parse(REDEFINED_ON))).toBeLessThanOrEqual(WEEK);
    expect(byKey('opening_minutes').redefined?.from).toBe(REDEFINED_ON);
  });

  it('has a season, a slow drift, a feed that stopped and a target that is missed', () => {
    const months = (key: string, month: number) => {
      const rows = rowsOf(byKey(key)).filter(({ day }) => Number(day.slice(5, 7)) === month);
      return rows.reduce((sum, { value }) => sum + value, 0) / rows.length;
    };
    expect(months('calls', 1) / months('calls', 7)).toBeGreaterThan(1.05);
    const weekday = (day: number) => {
      const rows = rowsOf(byKey('payments')).filter((row) => new Date(row.day).getUTCDay() === day);
      return rows.reduce((sum, { value }) => sum + value, 0) / rows.length;
    };
    expect(weekday(5)).toBeGreaterThan(2 * weekday(0));
    const days = weeks(byKey('mortgage_days')).map(({ value }) => value!);
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(days.slice(-8)) - mean(days.slice(0, 8))).toBeGreaterThan(2.5);
    expect(rowsOf(byKey('cash_machine_uptime')).at(-1)!.day).toBe(SILENT_SINCE);
    const late = weeks(byKey('complaints_in_time'))
      .slice(-8)
      .map(({ value }) => value!);
    expect(mean(late)).toBeLessThan(byKey('complaints_in_time').targets![0]!.value - 5);
  });

  it('lets few series stand out at their end, and for a reason', () => {
    const standing = measured
      .filter(({ series }) => !series!.every)
      .filter((metric) => {
        const points = weeks(metric);
        const breaks = metric.redefined ? [Date.parse(metric.redefined.from)] : [];
        const { signals } = evaluateControl({
          chart: chartOf(metric.definition.aggregation),
          points,
          baseline: null,
          breaks,
        });
        return signals.some(({ to }) => to >= points.length - 4);
      })
      .map(({ key }) => key);
    expect(standing).toEqual(expect.arrayContaining(['identity_failed', 'mortgage_days']));
    expect(standing.filter((key) => !key.startsWith('identity_') && !MOVING.includes(key)).length).toBeLessThanOrEqual(
      5,
    );
  });

  it('stands on enough people in most weeks', () => {
    for (const metric of measured.filter(({ definition }) => definition.category === 'perception')) {
      const sizes = weeks(metric).map(({ n }) => n ?? 0);
      expect(sizes.filter((size) => size >= 5).length / sizes.length).toBeGreaterThan(0.9);
    }
  });
});
