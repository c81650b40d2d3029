import fc from 'fast-check';
import { latestValues } from '../latest-value/index.js';
import type { Grain } from '../series/buckets.js';
import { type StandingFacts, metricStandings, windowOf } from '../standing/index.js';
import { periodOfDay } from './period-of-day.js';
import { hiddenInWhole } from './whole-series.js';
import { withheldBuckets } from './withheld-buckets.js';

const MINIMUM = 5;
const WEEK_START = 1;
/** Two quarters and a bit, with a week across two months and one across two quarters. */
const DAYS = ['2025-12-31', '2026-01-30', '2026-02-01', '2026-02-14', '2026-03-31', '2026-04-01', '2026-05-20'];
const people = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 40 })), {
  minLength: DAYS.length,
  maxLength: DAYS.length,
});
const GRAINS = ['day', 'week', 'month', 'quarter'] as const;
type Grains = (typeof GRAINS)[number];
const bucketOf = (day: string, grain: Grains) => periodOfDay(day, grain, WEEK_START);
const tallied = (n: number) => ({
  ...{ observations: n, n, sum: 3 * n, sumOfSquares: 9 * n, minimum: 3, maximum: 3, last: 3, lastAt: 0 },
  counts: { 3: n },
});

/** Every page as it asks, each with no more at hand than it reads. */
function published(counts: readonly number[]) {
  const days = DAYS.map((day, index) => ({ day, n: counts[index]! })).filter(({ n }) => n > 0);
  const summed = new Map<string, number>();
  for (const { day, n } of days) summed.set(bucketOf(day, 'month'), (summed.get(bucketOf(day, 'month')) ?? 0) + n);
  const months = [...summed].map(([day, n]) => ({ day, n }));
  const cover = (within: (day: string) => boolean) => DAYS.map((day) => Number(within(day)));
  const shown: { page: string; covers: number[] }[] = [];
  const show = (page: string, within: (day: string) => boolean) => shown.push({ page, covers: cover(within) });

  const series = hiddenInWhole({ days, weekStart: WEEK_START, minimumGroupSize: MINIMUM });
  for (const grain of GRAINS)
    for (const bucket of new Set(days.map(({ day }) => bucketOf(day, grain))))
      if (!series[grain].has(bucket)) show(`series by ${grain}`, (day) => bucketOf(day, grain) === bucket);

  // Pulses and alerts read a stretch by its own grain, and who answered in the quarters around it.
  for (const grain of GRAINS) {
    const counted = grain === 'day' || grain === 'week' ? days : months;
    const begin = periodOfDay('2026-01-30', 'quarter', WEEK_START);
    const isWithheld = withheldBuckets({
      people: counted.filter(({ day }) => day >= (grain === 'week' ? '2025-10-01' : begin)),
      ...{ grain, weekStart: WEEK_START, minimumGroupSize: MINIMUM },
    });
    for (const bucket of new Set(days.map(({ day }) => bucketOf(day, grain))))
      if (bucket >= begin && !isWithheld(bucket)) show(`pulse by ${grain}`, (day) => bucketOf(day, grain) === bucket);
  }

  const facts: StandingFacts = {
    ...{ id: 'csat', key: 'csat', class: 'perception', aggregation: 'csat', direction: 'higher', formula: null },
    ...{ scaleMinimum: 1, scaleMaximum: 5, cadenceDays: null, targets: [], lastAt: 0, people: months },
    months: months.map(({ day, n }) => ({ at: Date.parse(day), day, ...tallied(n) })),
  };
  const standing = metricStandings([facts], { now: 0, today: '2026-06-01', minimumGroupSize: MINIMUM }).get('csat')!;
  for (const { at } of standing.months) show('scorecard', (day) => Date.parse(bucketOf(day, 'month')) === at);
  const last = months.at(-1);
  if (last) {
    const rollup = { ...tallied(last.n), bucket: last.day, day: last.day, lastAt: last.day };
    const ofQuarter = months.filter(({ day }) => bucketOf(day, 'quarter') === bucketOf(last.day, 'quarter'));
    const latest = latestValues([{ ...facts, people: ofQuarter, rollup }], MINIMUM)('csat');
    if (!latest?.suppressed) show('map and goals', (day) => bucketOf(day, 'month') === last.day);
  }
  const windows: { from: string; n: number }[] = [];
  for (const { day: from } of months) {
    const window = windowOf(facts, Date.parse(from), MINIMUM);
    if (window !== null && window !== 'suppressed') windows.push({ from, n: window.n });
  }
  return { days, months, shown, windows };
}

/** How many independent things the rows say. */
function rank(rows: readonly (readonly number[])[]): number {
  const work = rows.map((row) => [...row]);
  let found = 0;
  for (let column = 0; column < DAYS.length; column += 1) {
    const pivot = work.findIndex((row, index) => index >= found && Math.abs(row[column]!) > 1e-9);
    if (pivot < 0) continue;
    [work[found], work[pivot]] = [work[pivot]!, work[found]!];
    for (let row = found + 1; row < work.length; row += 1) {
      const factor = work[row]![column]! / work[found]![column]!;
      if (factor !== 0) work[row] = work[row]!.map((value, k) => value - factor * work[found]![k]!);
    }
    found += 1;
  }
  return found;
}

describe('everything that is published of a metric of perception', () => {
  it('lets an outsider who combines all pages compute nothing about fewer people than the minimum', () => {
    fc.assert(
      fc.property(people, (counts) => {
        const { days, shown } = published(counts);
        // Nobody stands in an empty day: what differs by it alone is about the same people.
        const filled = (covers: readonly number[]) => covers.map((value, index) => (counts[index] === 0 ? 0 : value));
        const rows = shown.map(({ covers }) => filled(covers));
        const known = rank(rows);
        for (const grain of GRAINS)
          for (const bucket of new Set(days.map(({ day }) => bucketOf(day, grain)))) {
            const own = days.filter(({ day }) => bucketOf(day, grain) === bucket);
            const n = own.reduce((sum, each) => sum + each.n, 0);
            const covers = filled(DAYS.map((day) => Number(bucketOf(day, grain) === bucket)));
            if (n < MINIMUM)
              expect({ grain, bucket, n, computed: rank([...rows, covers]) === known }).toMatchObject({
                computed: false,
              });
          }
      }),
      { numRuns: 300 },
    );
  });

  it('is on no page what another page withholds', () => {
    fc.assert(
      fc.property(people, (counts) => {
        const { shown } = published(counts);
        const series = new Set(
          shown.filter(({ page }) => page.startsWith('series')).map(({ covers }) => covers.join('')),
        );
        for (const { page, covers } of shown) expect([page, series.has(covers.join(''))]).toEqual([page, true]);
      }),
      { numRuns: 300 },
    );
  });

  it('grows by whole shown months from one window to the next', () => {
    fc.assert(
      fc.property(people, (counts) => {
        const { months, windows, shown } = published(counts);
        const onScorecard = shown.filter(({ page }) => page === 'scorecard');
        const isShown = (month: string) =>
          onScorecard.some(({ covers }) =>
            covers.some((value, index) => value && bucketOf(DAYS[index]!, 'month') === month),
          );
        for (const { from, n } of windows)
          expect(n).toBe(
            months.filter(({ day }) => day >= from && isShown(day)).reduce((sum, month) => sum + month.n, 0),
          );
      }),
      { numRuns: 200 },
    );
  });

  it('is withheld at every grain where nobody counted', () => {
    for (const grain of GRAINS satisfies readonly Grain[]) {
      expect(withheldBuckets({ people: [], grain, minimumGroupSize: MINIMUM })('2026-01-05')).toBe(true);
      expect(withheldBuckets({ people: null, grain, minimumGroupSize: MINIMUM })('2026-01-05')).toBe(false);
    }
  });
});
