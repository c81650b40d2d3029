import fc from 'fast-check';
import { mergeAll, mergeTallies, type Observed, tallyOf } from './tally.js';

/** Eighths add up without rounding, so that equal means equal. */
const observed: fc.Arbitrary<Observed> = fc.record({
  at: fc.integer({ min: 0, max: 20 }),
  value: fc.integer({ min: -800, max: 800 }).map((eighths) => eighths / 8),
  n: fc.integer({ min: 1, max: 9 }),
});
const tally = (rows: readonly Observed[]) => mergeAll(rows.map((row) => tallyOf(row, { rated: true })));

describe('tallies', () => {
  it('merge to the same in any order and grouping', () => {
    fc.assert(
      fc.property(
        fc
          .array(observed, { minLength: 1, maxLength: 30 })
          .chain((rows) =>
            fc.tuple(
              fc.constant(rows),
              fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }),
              fc.integer({ min: 0, max: rows.length }),
            ),
          ),
        ([rows, shuffled, cut]) => {
          const parts = [tally(shuffled.slice(0, cut)), tally(shuffled.slice(cut))].filter((part) => part !== null);
          expect(mergeAll(parts)).toEqual(tally(rows));
          expect(mergeAll(parts.toReversed())).toEqual(tally(rows));
        },
      ),
    );
  });

  it('say what their observations say', () => {
    fc.assert(
      fc.property(fc.array(observed, { minLength: 1, maxLength: 30 }), (rows) => {
        const values = rows.map(({ value }) => value);
        const lastAt = Math.max(...rows.map(({ at }) => at));
        expect(tally(rows)).toMatchObject({
          observations: rows.length,
          n: rows.reduce((sum, { n }) => sum + n!, 0),
          sum: values.reduce((sum, value) => sum + value, 0),
          minimum: Math.min(...values),
          maximum: Math.max(...values),
          lastAt,
          last: Math.max(...rows.filter(({ at }) => at === lastAt).map(({ value }) => value)),
        });
      }),
    );
  });

  it('count ratings only where there is a scale', () => {
    const [one, two] = [1, 2].map((at) => tallyOf({ at, value: 4 }, { rated: true })) as [never, never];
    expect(mergeTallies(one, two).counts).toEqual({ 4: 2 });
    expect(mergeTallies(one, tallyOf({ at: 3, value: 4 }, { rated: false })).counts).toBeNull();
    expect(mergeAll([])).toBeNull();
  });
});
