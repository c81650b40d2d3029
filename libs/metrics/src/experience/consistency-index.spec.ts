import fc from 'fast-check';
import { consistencyIndex } from './consistency-index.js';

const cell = (score: number | null, weight = 1) => ({ score, weight });

describe('consistencyIndex', () => {
  it.each([
    ['the same everywhere', [cell(70), cell(70, 9)], 100, 70],
    ['half of the volume at either end', [cell(0, 5), cell(100, 5)], 0, 50],
    ['two places twenty points apart', [cell(60), cell(80)], 80, 70],
    [
      'a small place that differs',
      [cell(80, 99), cell(0, 1)],
      100 - 2 * Math.sqrt(0.01 * 79.2 ** 2 + 0.99 * 0.8 ** 2),
      79.2,
    ],
  ])('%s', (_, cells, consistency, mean) => {
    const result = consistencyIndex({ cells });
    expect(result.consistency).toBeCloseTo(consistency, 10);
    expect(result.mean).toBeCloseTo(mean, 10);
  });

  it('says nothing of evenness where fewer than two places are known', () => {
    expect(consistencyIndex({ cells: [] })).toEqual({
      consistency: null,
      mean: null,
      sd: null,
      known: 0,
      coverage: null,
    });
    expect(consistencyIndex({ cells: [cell(40, 3), cell(null, 1), cell(90, 0)] })).toEqual({
      consistency: null,
      mean: 40,
      sd: null,
      known: 1,
      coverage: 75,
    });
  });

  it('stays on its scale, and does not depend on order or on the unit of the weights', () => {
    const cells = fc.array(
      fc.record({ score: fc.option(fc.integer({ min: 0, max: 100 })), weight: fc.integer({ min: 0, max: 1000 }) }),
      { minLength: 2, maxLength: 30 },
    );
    fc.assert(
      fc.property(cells, fc.integer({ min: 1, max: 50 }), (given, factor) => {
        const one = consistencyIndex({ cells: given });
        const other = consistencyIndex({
          cells: given.map(({ score, weight }) => cell(score, weight * factor)).toReversed(),
        });
        if (one.consistency === null || other.consistency === null) {
          expect(other.consistency).toBe(one.consistency);
          return;
        }
        expect(one.consistency).toBeGreaterThanOrEqual(0);
        expect(one.consistency).toBeLessThanOrEqual(100);
        expect(other.consistency).toBeCloseTo(one.consistency, 8);
      }),
    );
  });

  it.each([
    [{ score: 101, weight: 1 }, 'cells[0].score'],
    [{ score: NaN, weight: 1 }, 'cells[0].score'],
    [{ score: 50, weight: -1 }, 'cells[0].weight'],
    [{ score: 50, weight: Infinity }, 'cells[0].weight'],
  ])('refuses %j', (bad, name) => {
    expect(() => consistencyIndex({ cells: [bad] })).toThrow(name);
  });
});
