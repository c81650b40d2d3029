import fc from 'fast-check';
import type { Grain } from '../series/buckets.js';
import { periodOfDay } from './period-of-day.js';
import { shownSegments } from './segment-series.js';
import { hiddenInWhole } from './whole-series.js';

const MINIMUM = 5;
const WEEK_START = 1;
/** Around two ends of months and the end of a quarter; months are short so that a search is quick. */
const DAYS = ['2026-01-30', '2026-01-31', '2026-02-01', '2026-02-02', '2026-03-31', '2026-04-01', '2026-04-02'];
const VALUES = ['Business', 'Eco', 'Plus', ''];
const COARSE = ['day', 'week', 'month', 'quarter'] as const;

/** People by day and value; the value '' is none. */
type Table = readonly (readonly number[])[];
const table: fc.Arbitrary<Table> = fc.array(
  fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 40 })), {
    minLength: VALUES.length,
    maxLength: VALUES.length,
  }),
  { minLength: DAYS.length, maxLength: DAYS.length },
);

function publish(people: Table) {
  const atoms = DAYS.flatMap((day, d) => VALUES.map((value, v) => ({ day, value, n: people[d]![v]! })));
  const observed = atoms.filter(({ n }) => n > 0);
  const totals = DAYS.map((day, d) => ({ day, n: people[d]!.reduce((a, b) => a + b, 0) })).filter(({ n }) => n > 0);
  const whole = hiddenInWhole({ days: totals, weekStart: WEEK_START, minimumGroupSize: MINIMUM });
  const segmentDays = observed.filter(({ value }) => value !== '');
  const shown = shownSegments({
    days: totals,
    segmentDays,
    whole,
    weekStart: WEEK_START,
    minimumGroupSize: MINIMUM,
  });
  const cells = COARSE.flatMap((grain) =>
    [...new Set(totals.map(({ day }) => periodOfDay(day, grain, WEEK_START)))].flatMap((bucket) =>
      [null, ...VALUES.slice(0, -1)].flatMap((value) => {
        const covers = atoms.map(
          (atom) => periodOfDay(atom.day, grain, WEEK_START) === bucket && (value === null || atom.value === value),
        );
        const n = atoms.reduce((sum, atom, index) => sum + (covers[index] ? atom.n : 0), 0);
        if (n === 0) return [];
        const visible = value === null ? !whole[grain].has(bucket) : shown(value, grain, bucket);
        return [{ grain: grain as Grain, bucket, value, covers: covers.map(Number), n, visible }];
      }),
    ),
  );
  return { atoms, cells };
}

/** Whether a cell is some combination of the published ones: rank does not grow when it is added. */
function rank(rows: readonly (readonly number[])[]): number {
  const work = rows.map((row) => [...row]);
  let found = 0;
  for (let column = 0; column < (work[0]?.length ?? 0); column += 1) {
    const pivot = work.findIndex((row, index) => index >= found && Math.abs(row[column]!) > 1e-9);
    if (pivot < 0) continue;
    [work[found], work[pivot]] = [work[pivot]!, work[found]!];
    for (let row = found + 1; row < work.length; row += 1) {
      const factor = work[row]![column]! / work[found]![column]!;
      if (factor !== 0) for (let k = column; k < work[row]!.length; k += 1) work[row]![k]! -= factor * work[found]![k]!;
    }
    found += 1;
  }
  return found;
}

describe('a published series of perceptions, by segment and at every grain', () => {
  it('shows nothing about fewer people than the minimum', () => {
    fc.assert(
      fc.property(table, (people) => {
        for (const { visible, n } of publish(people).cells) expect(visible && n < MINIMUM).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('lets an outsider who adds and subtracts all of it compute no withheld cell of fewer', () => {
    fc.assert(
      fc.property(table, (people) => {
        const { cells } = publish(people);
        const rows = cells.filter(({ visible }) => visible).map(({ covers }) => covers);
        const known = rank(rows);
        for (const cell of cells.filter(({ n }) => n < MINIMUM))
          expect({ ...cell, computed: rank([...rows, cell.covers]) === known }).toMatchObject({ computed: false });
      }),
      { numRuns: 150 },
    );
  });

  it('leaves nobody alone when whole and shown segments are subtracted in one bucket', () => {
    fc.assert(
      fc.property(table, (people) => {
        const { cells } = publish(people);
        for (const whole of cells.filter(({ value, visible }) => value === null && visible)) {
          const parts = cells.filter(
            ({ grain, bucket, value, visible }) =>
              visible && value !== null && grain === whole.grain && bucket === whole.bucket,
          );
          const rest = whole.n - parts.reduce((sum, { n }) => sum + n, 0);
          expect(rest > 0 && rest < MINIMUM).toBe(false);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('shows everything where everywhere are enough', () => {
    const { cells } = publish(DAYS.map(() => [5, 6, 7, 0]));
    expect(cells.every(({ visible }) => visible)).toBe(true);
  });

  it('withholds a small day and one more beside it, and keeps the weeks', () => {
    const days = ['2026-03-02', '2026-03-03', '2026-03-04'].map((day, index) => ({ day, n: [2, 30, 20][index]! }));
    const { day, week, month } = hiddenInWhole({ days, weekStart: 1, minimumGroupSize: 5 });
    expect([...day]).toEqual(['2026-03-02', '2026-03-04']);
    expect([...week, ...month]).toEqual([]);
  });

  it('withholds small hours within their day, with the smallest other', () => {
    const hours = [3, 9, 8].map((n, index) => ({ day: '2026-03-02', hour: `h${index}`, n }));
    const { hour } = hiddenInWhole({ days: [{ day: '2026-03-02', n: 20 }], hours, weekStart: 1, minimumGroupSize: 5 });
    expect([...hour]).toEqual(['h0', 'h2']);
  });

  it('shows a value by month where its days are too thin, and withholds another where the rest would be few', () => {
    const days = ['2026-03-02', '2026-03-03'];
    const sizes = { Business: [10, 10], Eco: [20, 20], Plus: [4, 3], First: [1, 0] };
    const segmentDays = Object.entries(sizes).flatMap(([value, counts]) =>
      counts.flatMap((n, index) => (n > 0 ? [{ value, day: days[index]!, n }] : [])),
    );
    const totals = days.map((day, index) => ({
      day,
      n: Object.values(sizes).reduce((sum, counts) => sum + counts[index]!, 0),
    }));
    const whole = hiddenInWhole({ days: totals, weekStart: 1, minimumGroupSize: 5 });
    const shown = shownSegments({ days: totals, segmentDays, whole, weekStart: 1, minimumGroupSize: 5 });
    const at = (grain: Grain) => Object.keys(sizes).filter((value) => shown(value, grain, '2026-03-02'));
    // One of First: the whole less the others would be that one, so Plus goes as well.
    expect(at('month')).toEqual(['Business', 'Eco']);
    // On the second day three of Plus alone are withheld: Business goes with them.
    expect(at('day')).toEqual(['Eco']);
  });
});
