import fc from 'fast-check';
import { expectClose } from '../reference/relative-error.factory.js';
import { xmr } from './xmr.js';

const series = fc.array(fc.option(fc.integer({ min: -50, max: 50 }), { freq: 6 }), { maxLength: 40 });

describe('xmr', () => {
  // NIST/SEMATECH e-Handbook 6.3.2.2: mean 50.81, mean moving range 1.8778, limits 55.8041 and 45.8159 with 3/1.128 in
  // place of Wheeler's rounded 2.66.
  it('gives the limits of the NIST flow-rate example', () => {
    const { phases, signals, movingRanges } = xmr({
      values: [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1],
    });
    const mrBar = 16.9 / 9;
    expectClose(phases, [
      {
        start: 0,
        end: 9,
        mean: 50.81,
        mrBar,
        upper: 50.81 + 2.66 * mrBar,
        lower: 50.81 - 2.66 * mrBar,
        mrUpper: 3.268 * mrBar,
      },
    ]);
    expect(mrBar.toFixed(4)).toBe('1.8778');
    expect(Math.abs(phases[0]!.upper! - 55.8041)).toBeLessThan(0.001);
    expect(Math.abs(phases[0]!.lower! - 45.8159)).toBeLessThan(0.001);
    expect(movingRanges[0]).toBeNull();
    expect(signals).toEqual([]);
  });

  it('breaks the moving range on both sides of a gap', () => {
    const result = xmr({ values: [1, 2, null, 9, 10, 12] });
    expect(result.movingRanges).toEqual([null, 1, null, null, 1, 2]);
    expectClose(result.phases[0]!.mrBar, 4 / 3);
  });

  it('recomputes limits where a phase is declared, without the range across the boundary', () => {
    const { movingRanges, phases, signals } = xmr({ values: [10, 11, 10, 12, 30, 31, 30, 32], phaseStarts: [4] });
    expect(movingRanges[4]).toBe(18);
    expectClose(
      phases.map(({ start, end, mean, mrBar }) => [start, end, mean, mrBar]),
      [
        [0, 3, 10.75, 4 / 3],
        [4, 7, 30.75, 4 / 3],
      ],
    );
    expect(signals).toEqual([]);
    expect(xmr({ values: [], phaseStarts: [0] }).phases).toEqual([]);
    expect(xmr({ values: [10, 11, 10, 12], phaseStarts: [0, 2] }).phases).toEqual(
      xmr({ values: [10, 11, 10, 12], phaseStarts: [2] }).phases,
    );
  });

  it('takes null for an option that is left out', () => {
    const values = [10, 11, 10, 12];
    expect(xmr({ values, baselineCount: null, phaseStarts: null })).toEqual(xmr({ values }));
  });

  it('counts a value on the limit as inside', () => {
    // Mean 0 and mean moving range 1 from the baseline: limits -2.66 and 2.66, ranges up to 3.268.
    const baseline = [0.5, -0.5, 0.5, -0.5];
    const at = (value: number) => xmr({ values: [...baseline, value], baselineCount: 4 });
    expect(at(2.66).signals).toEqual([]);
    expect(at(2.6600001).signals).toEqual([4]);
    expect(at(-2.6600001).signals).toEqual([4]);
    expect(at(2.66).mrSignals).toEqual([]);
    expect(at(2.78).mrSignals).toEqual([4]);
  });

  it('has no limits without a moving range', () => {
    const undefinedLimits = { mrBar: null, upper: null, lower: null, mrUpper: null };
    expect(xmr({ values: [] })).toEqual({ movingRanges: [], phases: [], signals: [], mrSignals: [] });
    expect(xmr({ values: [7] }).phases).toEqual([{ start: 0, end: 0, mean: 7, ...undefinedLimits }]);
    expect(xmr({ values: [null, null] }).phases).toEqual([{ start: 0, end: 1, mean: null, ...undefinedLimits }]);
    expect(xmr({ values: [1, 9, 2, 8], baselineCount: 1 })).toMatchObject({ phases: [undefinedLimits], signals: [] });
  });

  it('sees nothing in a constant', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.integer({ min: 2, max: 60 }), (value, n) => {
        expect(xmr({ values: Array.from({ length: n }, () => value) })).toMatchObject({ signals: [], mrSignals: [] });
      }),
    );
  });

  it('does not move frozen limits when later points arrive', () => {
    fc.assert(
      fc.property(series, series, fc.integer({ min: 1, max: 20 }), (first, later, baselineCount) => {
        fc.pre(first.length >= baselineCount);
        const limits = (values: (number | null)[]) => ({ ...xmr({ values, baselineCount }).phases[0], end: 0 });
        expect(limits([...first, ...later])).toEqual(limits(first));
      }),
    );
  });

  it.each<[string, () => unknown, RegExp]>([
    ['NaN', () => xmr({ values: [1, NaN] }), /values\[1\]/],
    ['a baseline of 0', () => xmr({ values: [1], baselineCount: 0 }), /baselineCount/],
    ['a start outside the series', () => xmr({ values: [1, 2], phaseStarts: [2] }), /phaseStarts\[0\]/],
    ['starts that do not ascend', () => xmr({ values: [1, 2, 3], phaseStarts: [2, 1] }), /phaseStarts\[1\]/],
  ])('refuses %s', (_, call, message) => {
    expect(call).toThrow(message);
  });
});
