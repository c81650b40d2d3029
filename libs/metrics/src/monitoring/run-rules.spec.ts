import fc from 'fast-check';
import { normalQuantile } from '../distributions/index.js';
import { uniformBits } from '../random/index.js';
import { runRules, type RunRule } from './run-rules.js';

const ALL: RunRule[] = [
  'beyond-3s',
  '9-same-side',
  '6-trend',
  '14-alternating',
  '2of3-beyond-2s',
  '4of5-beyond-1s',
  '15-within-1s',
  '8-outside-1s',
  '8-same-side',
];
const one = (rule: RunRule, values: (number | null)[]) =>
  runRules({ values, center: 0, sigma: 1, rules: [rule] })[rule]!;
const times = (n: number, value: number) => Array.from({ length: n }, () => value);

describe('runRules', () => {
  // Each test of Nelson 1984, Figure 1, at its shortest, and the same with its last point taken back.
  it.each<[RunRule, number[], number[]]>([
    ['beyond-3s', [3.01], [3]],
    ['9-same-side', times(9, 0.1), [...times(8, 0.1), 0]],
    ['8-same-side', times(8, -0.1), [...times(7, -0.1), 0]],
    ['6-trend', [-1, -0.5, 0, 0.5, 1, 1.5], [-1, -0.5, 0, 0.5, 1, 1]],
    [
      '14-alternating',
      times(14, 1).map((v, i) => (i % 2 ? v : -v)),
      [...times(13, 1).map((v, i) => (i % 2 ? v : -v)), -1],
    ],
    ['2of3-beyond-2s', [2.1, 0, 2.1], [2.1, 0, 2]],
    ['4of5-beyond-1s', [1.1, 1.1, 0, 1.1, 1.1], [1.1, 1.1, 0, 1.1, 1]],
    ['15-within-1s', times(15, 0.99), [...times(14, 0.99), 1]],
    ['8-outside-1s', times(8, 1.01).map((v, i) => (i % 2 ? v : -v)), [...times(7, 1.01), 1]],
  ])('%s holds at its shortest and not one point short of it', (rule, holding, failing) => {
    const last = holding.length - 1;
    expect(one(rule, holding)).toEqual({ hits: [last], episodes: [[0, last]] });
    expect(one(rule, failing)).toEqual({ hits: [], episodes: [] });
  });

  it('wants the k points on one side, the last of them at the end of the window', () => {
    expect(one('2of3-beyond-2s', [2.1, 0, -2.1]).hits).toEqual([]);
    expect(one('2of3-beyond-2s', [2.1, 2.1, 0]).hits).toEqual([]);
    expect(one('4of5-beyond-1s', [-1.1, -1.1, -1.1, -1.1, 0]).hits).toEqual([]);
    expect(one('2of3-beyond-2s', [2.1, 2.1]).hits).toEqual([]);
  });

  it('merges overlapping windows into one episode', () => {
    expect(one('9-same-side', times(12, 1))).toEqual({ hits: [8, 9, 10, 11], episodes: [[0, 11]] });
    expect(one('beyond-3s', [4, 4])).toEqual({
      hits: [0, 1],
      episodes: [
        [0, 0],
        [1, 1],
      ],
    });
    const shifts = [...times(9, 1), 0, ...times(9, -1)];
    expect(one('9-same-side', shifts)).toEqual({
      hits: [8, 18],
      episodes: [
        [0, 8],
        [10, 18],
      ],
    });
    expect(one('2of3-beyond-2s', [3, 0, 3, 0, 3])).toEqual({ hits: [2, 4], episodes: [[0, 4]] });
  });

  it('breaks every window at a missing value', () => {
    expect(one('9-same-side', [...times(5, 1), null, ...times(8, 1)]).hits).toEqual([]);
    expect(one('6-trend', [1, 2, 3, null, 4, 5, 6]).hits).toEqual([]);
    expect(one('beyond-3s', [null, 4]).hits).toEqual([1]);
  });

  it('uses the centre and sigma that it is given', () => {
    const { 'beyond-3s': beyond } = runRules({ values: [16, 16.1, 3.9], center: 10, sigma: 2, rules: ['beyond-3s'] });
    expect(beyond!.hits).toEqual([1, 2]);
    expect(runRules({ values: [1], center: 0, sigma: 1, rules: [] })).toEqual({});
  });

  it('finds nothing in a constant on the centre line but that it hugs it, and nothing at all without variance', () => {
    const constant = times(30, 0.1);
    const found = runRules({ values: constant, center: 0.1, sigma: 1, rules: ALL });
    for (const rule of ALL) expect(found[rule]!.hits.length).toBe(rule === '15-within-1s' ? 16 : 0);
    const flat = runRules({ values: constant, center: 0.1, sigma: 0, rules: ALL });
    for (const rule of ALL) expect(flat[rule]).toEqual({ hits: [], episodes: [] });
  });

  it('mirrors, and keeps hits inside episodes that do not overlap', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.double({ min: -4, max: 4, noNaN: true }), { freq: 20 }), { maxLength: 60 }),
        (values) => {
          const found = runRules({ values, center: 0, sigma: 1, rules: ALL });
          const mirrored = runRules({
            values: values.map((v) => (v === null ? null : -v)),
            center: 0,
            sigma: 1,
            rules: ALL,
          });
          expect(mirrored).toEqual(found);
          for (const { hits, episodes } of Object.values(found)) {
            for (const hit of hits)
              expect(episodes.filter(([start, end]) => start <= hit && hit <= end)).toHaveLength(1);
            episodes.forEach(([start], i) => expect(start).toBeGreaterThan(episodes[i - 1]?.[1] ?? -1));
          }
        },
      ),
    );
  });

  // Average run lengths of a process that holds its level: 370.4 for beyond-3s alone and 91.75 for the Western Electric
  // set (Champ & Woodall 1987, Technometrics 29:393-399, Table 1). About 75 for Nelson's eight: our own simulation.
  it.each([
    [370.4, ['beyond-3s']],
    [91.75, ['beyond-3s', '2of3-beyond-2s', '4of5-beyond-1s', '8-same-side']],
    [75, ALL.filter((rule) => rule !== '8-same-side')],
  ] as [number, RunRule[]][])('gives false alarms as rarely as it should: once in %d points', (expected, rules) => {
    const bits = uniformBits(1956);
    const values = Array.from({ length: 30_000 }, () => normalQuantile((bits() + 0.5) / 2 ** 32));
    let alarms = 0;
    let start = 0;
    for (;;) {
      const rest = values.slice(start, start + 8 * expected);
      const findings = Object.values(runRules({ values: rest, center: 0, sigma: 1, rules }));
      const first = Math.min(...findings.map(({ hits }) => hits[0] ?? Infinity));
      if (first === Infinity) break;
      // The chart begins anew after each alarm.
      start += first + 1;
      alarms += 1;
    }
    expect(start / alarms / expected).toBeGreaterThan(0.85);
    expect(start / alarms / expected).toBeLessThan(1.15);
  });

  it('refuses an unknown rule and a negative sigma', () => {
    const rules = ['beyond-3s', '7-in-a-row'] as RunRule[];
    expect(() => runRules({ values: [1], center: 0, sigma: 1, rules })).toThrow(
      /rules\[1\] must be one of "beyond-3s"/,
    );
    expect(() => runRules({ values: [1], center: 0, sigma: -1, rules: [] })).toThrow(/sigma/);
    expect(() => runRules({ values: [1], center: 0, sigma: 1, rules: 'all' as unknown as RunRule[] })).toThrow(
      TypeError,
    );
  });
});
