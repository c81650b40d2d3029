import fc from 'fast-check';
import { tallyOf, mergeAll } from '../series/tally.js';
import { chartOf, type ControlPoint, controlPointOf } from './control-point.js';
import { evaluateControl, FEWEST_FOR_LIMITS } from './evaluate-control.js';

const DAY = 86_400_000;
const valued = (values: readonly (number | null)[]): ControlPoint[] =>
  values.map((value, index) => ({ at: index * DAY, value, n: 1, count: null, size: null }));
const shares = (parts: readonly (readonly [number, number])[]): ControlPoint[] =>
  parts.map(([count, size], index) => ({ at: index * DAY, value: (100 * count) / size, n: size, count, size }));
const days = (from: number, to: number) => ({ from: from * DAY, to: to * DAY });
const routine = [10, 12, 11, 13, 12, 10, 11, 13, 12, 11];

describe('the control chart of a series', () => {
  it('has limits of values from the baseline, which later points do not move', () => {
    const alone = evaluateControl({ chart: 'xmr', points: valued(routine), baseline: days(0, 10) });
    const later = evaluateControl({ chart: 'xmr', points: valued([...routine, 40, 41]), baseline: days(0, 10) });
    // Mean 11.5, mean moving range 13/9, as by hand.
    expect(alone.limits[0]!.center).toBeCloseTo(11.5, 12);
    expect(alone.limits[0]!.upper).toBeCloseTo(11.5 + (2.66 * 13) / 9, 12);
    expect(later.limits.slice(0, 10)).toEqual(alone.limits);
    expect(alone.signals).toEqual([]);
    expect(later.signals).toMatchObject([
      { rule: 'beyond-3s', from: 10, to: 11, direction: 'up', fromAt: 10 * DAY },
      {},
    ]);
    expect(later.phases).toEqual([{ from: 0, to: 11, basis: 'baseline', points: 10 }]);
  });

  it('has limits of all points, and says so, while no baseline is stated', () => {
    const { phases } = evaluateControl({ chart: 'xmr', points: valued(routine), baseline: null });
    expect(phases).toEqual([{ from: 0, to: 9, basis: 'all', points: 10 }]);
  });

  it('has no limits and no signals with too few points', () => {
    const few = evaluateControl({ chart: 'xmr', points: valued([1, 2, 1, 2, 1, 2, 900]), baseline: null });
    expect(few).toMatchObject({ phases: [{ basis: 'none', points: 7 }], signals: [] });
    expect(few.limits).toEqual(Array(7).fill(null));
    const suppressed = [1, 2, null, null, 2, 1, 2, 1, 9];
    expect(evaluateControl({ chart: 'xmr', points: valued(suppressed), baseline: null }).phases[0]!.basis).toBe('none');
    const window = evaluateControl({ chart: 'xmr', points: valued([...routine, ...routine]), baseline: days(0, 3) });
    expect(window.phases).toEqual([{ from: 0, to: 19, basis: 'none', points: 3 }]);
  });

  it('begins anew at a break: neither limits nor runs reach across', () => {
    const points = valued([...routine, ...routine.map((value) => value + 100)]);
    const joined = evaluateControl({ chart: 'xmr', points, baseline: days(0, 10) });
    const broken = evaluateControl({ chart: 'xmr', points, baseline: days(0, 10), breaks: [10 * DAY] });
    expect(joined.signals.length).toBeGreaterThan(0);
    expect(broken.signals).toEqual([]);
    expect(broken.phases).toEqual([
      { from: 0, to: 9, basis: 'baseline', points: 10 },
      { from: 10, to: 19, basis: 'all', points: 10 },
    ]);
    expect(broken.limits[15]!.center).toBeCloseTo(111.5, 12);
  });

  it('pools shares over the baseline and gives every point the limits of its own size', () => {
    const parts = [...Array.from({ length: 10 }, () => [10, 100] as const), [60, 400] as const, [2, 5] as const];
    const { limits, signals, chart } = evaluateControl({ chart: 'p', points: shares(parts), baseline: days(0, 10) });
    expect(chart).toBe('p');
    expect(limits[0]!.center).toBeCloseTo(10, 12);
    expect(limits[0]!.upper).toBeCloseTo(100 * (0.1 + 3 * Math.sqrt(0.09 / 100)), 12);
    expect(limits[10]!.upper).toBeCloseTo(100 * (0.1 + 3 * Math.sqrt(0.09 / 400)), 12);
    expect(limits[11]!.lower).toBe(0);
    // 15 % of 400 stands out; 40 % of 5 does not.
    expect(signals.filter(({ rule }) => rule === 'beyond-3s')).toMatchObject([{ from: 10, to: 10, direction: 'up' }]);
  });

  it('judges rates by events in their opportunity', () => {
    const points = [...Array.from({ length: 10 }, () => [8, 4]), [30, 4]].map(([count, size], index) => ({
      at: index * DAY,
      value: count! / size!,
      n: size!,
      count: count!,
      size: size!,
    }));
    const { limits, signals } = evaluateControl({ chart: 'u', points, baseline: days(0, 10) });
    expect(limits[0]).toMatchObject({ center: 2, upper: 2 + 3 * Math.sqrt(2 / 4), lower: 0 });
    expect(signals).toMatchObject([{ rule: 'beyond-3s', from: 10 }]);
  });

  it('charts parts that are not counted as values, and says so', () => {
    const points = shares(routine.map((hours) => [hours + 0.5, 24] as const));
    const evaluation = evaluateControl({ chart: 'p', points, baseline: null });
    expect(evaluation).toMatchObject({ chart: 'xmr', notCounted: true });
    expect(evaluation.limits[0]!.center).toBeCloseTo((100 * 12) / 24, 12);
  });

  it('reads a shift as one signal that knows its side, and a trend as one', () => {
    const shift = [...routine, ...Array.from({ length: 12 }, () => 12.2)];
    const sided = evaluateControl({
      chart: 'xmr',
      points: valued(shift),
      baseline: days(0, 10),
      rules: ['9-same-side'],
    });
    expect(sided.signals).toMatchObject([{ rule: '9-same-side', from: 10, to: 21, direction: 'up' }]);
    const slide = [...routine, 11, 10.9, 10.8, 10.7, 10.6, 10.5, 10.4];
    const trend = evaluateControl({ chart: 'xmr', points: valued(slide), baseline: days(0, 10), rules: ['6-trend'] });
    expect(trend.signals).toMatchObject([{ rule: '6-trend', from: 10, to: 16, direction: 'down' }]);
  });

  it('keeps two signals apart that lie on different sides', () => {
    const values = [...routine, 90, -90, 90];
    const { signals } = evaluateControl({
      chart: 'xmr',
      points: valued(values),
      baseline: days(0, 10),
      rules: ['beyond-3s'],
    });
    expect(signals.map(({ direction }) => direction)).toEqual(['up', 'down', 'up']);
  });

  it('lets what differs from a baseline that never varied stand out', () => {
    const flat = [...Array.from({ length: 10 }, () => 5), 5, 6];
    const { signals } = evaluateControl({
      chart: 'xmr',
      points: valued(flat),
      baseline: days(0, 10),
      rules: ['beyond-3s'],
    });
    expect(signals).toMatchObject([{ from: 11, to: 11 }]);
  });

  it('does not see what is withheld, which interrupts every run', () => {
    const values = [...routine, 12.2, 12.2, 12.2, 12.2, null, 12.2, 12.2, 12.2, 12.2, 12.2];
    const { signals, limits } = evaluateControl({ chart: 'xmr', points: valued(values), baseline: days(0, 10) });
    expect(signals.filter(({ rule }) => rule === '9-same-side')).toEqual([]);
    expect(limits[14]).not.toBeNull();
  });

  it('gives the same whatever unit the values are in', () => {
    const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: FEWEST_FOR_LIMITS, maxLength: 60 });
    fc.assert(
      fc.property(values, (series) => {
        const of = (factor: number) =>
          evaluateControl({ chart: 'xmr', points: valued(series.map((value) => value * factor)), baseline: null })
            .signals;
        expect(of(4)).toEqual(of(1));
      }),
    );
  });

  it('says of nothing nothing', () => {
    expect(evaluateControl({ chart: 'p', points: [], baseline: days(0, 1), breaks: [5] })).toEqual({
      chart: 'p',
      notCounted: false,
      phases: [],
      limits: [],
      signals: [],
    });
  });
});

describe('the point of a tally', () => {
  const tally = mergeAll([5, 4, 3, 5, 1].map((value, at) => tallyOf({ at, value }, { rated: true })))!;

  it('counts the boxes of ratings as a share', () => {
    const point = controlPointOf(7, { aggregation: 'csat', scaleMinimum: 1, scaleMaximum: 5 }, tally);
    expect(point).toEqual({ at: 7, value: 60, n: 5, count: 3, size: 5 });
  });

  it('has part and whole of a share, events and opportunities of a rate, and neither of a value', () => {
    const part = tallyOf({ at: 1, value: 3, n: 12 }, { rated: false });
    expect(controlPointOf(0, { aggregation: 'share' }, part)).toMatchObject({ value: 25, count: 3, size: 12 });
    expect(controlPointOf(0, { aggregation: 'rate' }, part)).toMatchObject({ value: 0.25, count: 3, size: 12 });
    expect(controlPointOf(0, { aggregation: 'sum' }, part)).toMatchObject({ value: 3, count: null, size: null });
  });

  it.each([
    ['share', 'p'],
    ['csat', 'p'],
    ['top_box', 'p'],
    ['rate', 'u'],
    ['nps', 'xmr'],
    ['mean', 'xmr'],
    ['formula', 'xmr'],
  ])('%s belongs on a chart of kind %s', (aggregation, chart) => expect(chartOf(aggregation)).toBe(chart));
});
