import { bucketEdges, type Measure } from '../series/index.js';
import { evaluateControl } from '../signals/index.js';
import { alertGrain, type AlertWindow } from './alert-window.js';
import { findAlerts, staleAfterDays, type WatchedMetric } from './find-alerts.js';
import { signalsByPoint } from './point-signals.js';

const calendar = { timeZone: 'Europe/Berlin', weekStart: 1 };
const now = Date.parse('2026-11-22T09:00:00Z');
const month = (text: string): number => Date.parse(`${text}-01T00:00:00+0${/-(0[4-9]|10)/.test(text) ? 2 : 1}:00`);
const window: AlertWindow = { calendar, grain: 'month', now, brokenAt: null };
const measure = (value: number | null, lower: number | null = null, upper: number | null = null): Measure => ({
  value,
  n: 40,
  lower,
  upper,
});
const metric: WatchedMetric = {
  direction: 'higher',
  warningThreshold: null,
  criticalThreshold: null,
  cadenceDays: null,
  targets: [],
  lastAt: now,
  points: [],
  signals: [],
};
const october = (actual: Measure | null) => [{ bucket: month('2026-10'), measure: actual }];
const target = (dueOn: string, value: number, upperValue: number | null = null) => ({
  id: `${dueOn} ${value}`,
  dueOn,
  value,
  upperValue,
});
const found = (changes: Partial<WatchedMetric>, at: Partial<AlertWindow> = {}) =>
  findAlerts({ ...metric, ...changes }, { ...window, ...at }).map(({ rule, severity, at: point }) => ({
    rule,
    severity,
    month: new Date(point + 7_200_000).toISOString().slice(0, 7),
  }));
const BREACH = [{ rule: 'target_breach', severity: 'warning', month: '2026-10' }];

describe('a target', () => {
  const due = [target('2026-09-30', 80)];
  it.each([
    ['is missed by the whole interval', 'higher', measure(70, 62, 78), due, BREACH],
    ['is not missed for sure while the interval reaches it', 'higher', measure(70, 58, 82), due, []],
    ['touched by the interval is not missed', 'higher', measure(70, 60, 80), due, []],
    ['is missed by a number without interval', 'higher', measure(79.9), due, BREACH],
    ['just reached is not missed', 'higher', measure(80), due, []],
    ['to stay below is missed from above', 'lower', measure(90, 82, 98), due, BREACH],
    ['to stay below is kept from below', 'lower', measure(70, 62, 78), due, []],
    ['of a range is missed below it', 'range', measure(70, 65, 75), [target('2026-09-30', 80, 90)], BREACH],
    ['of a range is missed above it', 'range', measure(95, 91, 99), [target('2026-09-30', 80, 90)], BREACH],
    ['of a range is kept inside it', 'range', measure(85, 70, 99), [target('2026-09-30', 80, 90)], []],
    ['has time until its day', 'higher', measure(70), [target('2026-11-15', 80)], []],
    ['due within the month is judged by that month', 'higher', measure(70), [target('2026-10-31', 80)], BREACH],
    ['due on the day after it is not', 'higher', measure(70), [target('2026-11-01', 80)], []],
    [
      'that came later takes the place of the one before',
      'higher',
      measure(70),
      [...due, target('2026-10-15', 60)],
      [],
    ],
    ['of several on one day counts each', 'higher', measure(70), [target('2026-09-30', 60), ...due], BREACH],
    ['is not missed by what may not be shown', 'higher', null, due, []],
    ['is not missed by nothing', 'higher', measure(null), due, []],
  ] as const)('%s', (_, direction, actual, targets, expected) => {
    expect(found({ direction, targets, points: october(actual) })).toEqual(expected);
  });

  it('leaves its numbers as evidence', () => {
    const [{ evidence }] = findAlerts({ ...metric, targets: due, points: october(measure(70, 62, 78)) }, window) as [
      never,
    ];
    expect(evidence).toEqual({
      value: 70,
      lower: 62,
      upper: 78,
      n: 40,
      limit: 80,
      upperLimit: null,
      targetId: '2026-09-30 80',
      dueOn: '2026-09-30',
    });
  });
});

describe('thresholds', () => {
  const thresholds = { warningThreshold: 50, criticalThreshold: 40 };
  const crossing = (severity: string) => [{ rule: 'threshold', severity, month: '2026-10' }];
  it.each([
    ['warn', 'higher', thresholds, measure(45), crossing('warning')],
    ['are critical beyond the second', 'higher', thresholds, measure(35), crossing('critical')],
    [
      'warn while only part of the interval is critical',
      'higher',
      thresholds,
      measure(42, 38, 46),
      crossing('warning'),
    ],
    ['are silent while the interval reaches back', 'higher', thresholds, measure(45, 39, 51), []],
    ['from above', 'lower', { warningThreshold: 5, criticalThreshold: 9 }, measure(10), crossing('critical')],
    ['are silent on the good side', 'lower', { warningThreshold: 5, criticalThreshold: 9 }, measure(4), []],
    ['do not exist for a range', 'range', thresholds, measure(1), []],
  ] as const)('%s', (_, direction, limits, actual, expected) => {
    expect(found({ direction, ...limits, points: october(actual) })).toEqual(expected);
  });
});

describe('old, unfinished and broken-off history', () => {
  const targets = [target('2020-01-01', 80)];
  const edges = bucketEdges(month('2026-01'), now, 'month', calendar);
  const points = edges.slice(0, -1).map((bucket) => ({ bucket, measure: measure(10) }));
  const months = (changes: Partial<AlertWindow> = {}) => found({ targets, points }, changes).map((each) => each.month);

  it('raises nothing: two months back at most, and not the month that runs', () => {
    expect(months()).toEqual(['2026-09', '2026-10']);
    // On the last day of a month that month is not over.
    expect(months({ now: Date.parse('2026-10-31T22:59:59Z') })).toEqual(['2026-08', '2026-09']);
  });

  it('begins anew at a break, from the first whole month after it', () => {
    expect(months({ brokenAt: month('2026-10') })).toEqual(['2026-10']);
    expect(months({ brokenAt: month('2026-10') + 1 })).toEqual([]);
  });

  it.each([
    ['day', 14],
    ['week', 28],
    ['quarter', 184],
  ] as const)('reaches back by %s for %d days', (grain, days) => {
    const from = now - 400 * 86_400_000;
    const stretches = bucketEdges(from, now, grain, calendar);
    const seen = findAlerts(
      { ...metric, targets, points: stretches.slice(0, -1).map((bucket) => ({ bucket, measure: measure(10) })) },
      { ...window, grain },
    );
    const earliestEnd = stretches[stretches.indexOf(seen[0]!.at) + 1]!;
    expect((now - earliestEnd) / 86_400_000).toBeLessThanOrEqual(days);
    expect((now - seen[0]!.at) / 86_400_000).toBeGreaterThan(days);
    expect(seen.at(-1)!.at).toBe(stretches.at(-3));
  });
});

describe('staleness', () => {
  const ago = (days: number) => now - days * 86_400_000;
  it.each([
    [null, 900, 0],
    [1, 1.9, 0],
    [1, 2.1, 1],
    [7, 10, 0],
    [7, 10.6, 1],
    [30, 44, 0],
    [30, 46, 1],
  ])('with a cadence of %p days, after %p days: %p alerts', (cadenceDays, days, alerts) => {
    expect(found({ cadenceDays, lastAt: ago(days) })).toHaveLength(alerts);
  });

  it('is not said of a metric that never had data: that is a gap, not a silence', () => {
    expect(found({ cadenceDays: 7, lastAt: null })).toEqual([]);
  });

  it('is about the moment of the last observation, and says how old that is', () => {
    const [stale] = findAlerts({ ...metric, cadenceDays: 7, lastAt: ago(20) }, window);
    expect(stale).toMatchObject({ at: ago(20), evidence: { ageDays: 20, cadenceDays: 7, limit: staleAfterDays(7) } });
  });
});

describe('signals of a control chart', () => {
  const buckets = bucketEdges(month('2026-01'), now, 'month', calendar).slice(0, 10);
  const quiet = [10, 12, 11, 13, 12, 10, 11, 13, 12];
  const signalled = (last: number, direction: WatchedMetric['direction']) => {
    const values = [...quiet, last];
    const evaluation = evaluateControl({
      chart: 'xmr',
      points: buckets.map((at, index) => ({ at, value: values[index]!, n: 1, count: null, size: null })),
      baseline: { from: buckets[0]!, to: buckets[9]! },
    });
    const points = buckets.map((bucket, index) => ({ bucket, measure: measure(values[index]!) }));
    return findAlerts({ ...metric, direction, points, signals: signalsByPoint(evaluation) }, window);
  };

  it.each([
    [0, 'higher', 'warning', false],
    [90, 'higher', 'notice', true],
    [90, 'lower', 'warning', false],
    [0, 'lower', 'notice', true],
    [90, 'range', 'warning', false],
  ] as const)('%p where %s is better is a %s', (last, direction, severity, favourable) => {
    expect(signalled(last, direction)).toMatchObject([
      { rule: 'signal', severity, at: month('2026-10'), evidence: { signals: ['beyond-3s'], favourable, value: last } },
    ]);
  });

  it('are silent where nothing stands out', () => {
    expect(signalled(12, 'higher')).toEqual([]);
  });
});

it.each([
  [null, 'week'],
  [1, 'day'],
  [7, 'week'],
  [8, 'month'],
  [31, 'month'],
  [32, 'quarter'],
] as const)('a cadence of %p days is judged by the %s', (cadence, grain) => expect(alertGrain(cadence)).toBe(grain));
