import {
  differenceOf,
  experienceScore,
  finishedMonths,
  freshnessOf,
  type HealthTouchpoint,
  journeyHealth,
  type MetricStanding,
  outlookOf,
  targetOutlook,
  weightedMean,
} from './index.js';

const estimate = (value: number, lower: number | null, upper: number | null) => ({ value, lower, upper });

describe('the scale from 0 to 100', () => {
  it.each([
    ['nps', 'higher', null, 40, 70],
    ['nps', 'higher', null, -100, 0],
    ['csat', 'higher', [1, 5], 82, 82],
    ['share', 'lower', null, 82, 18],
    ['ces', 'higher', [1, 7], 4, 50],
    ['mean', 'higher', [1, 5], 5.2, 100],
    ['mean', 'lower', [0, 10], 2, 80],
    ['mean', 'higher', null, 12, null],
    ['sum', 'higher', null, 12, null],
    ['csat', 'range', [1, 5], 82, null],
    ['share', 'higher', null, 130, null],
  ] as const)('%s, %s is better, scale %j: %p is %p', (aggregation, direction, scale, value, score) => {
    const [scaleMinimum, scaleMaximum] = scale ?? [null, null];
    expect(experienceScore({ aggregation, direction, scaleMinimum, scaleMaximum }, value)).toBe(score);
  });
});

describe('the months that count', () => {
  // Midnight in Shanghai is the evening before by UTC.
  const month = (text: string) => ({ at: Date.parse(`${text}-01T00:00+08:00`) });
  it('are those that are over, and the running one where there is no other', () => {
    const [october, november] = [month('2026-10'), month('2026-11')];
    expect(finishedMonths([october, november], '2026-11-30')).toEqual([october]);
    expect(finishedMonths([october, november], '2026-12-01')).toEqual([october, november]);
    expect(finishedMonths([november], '2026-11-01')).toEqual([november]);
  });
});

describe('estimates', () => {
  it('are put together with their limits, or without where a part has none', () => {
    const parts = [
      { ...estimate(60, 50, 65), weight: 1 },
      { ...estimate(80, 76, 86), weight: 3 },
    ];
    const mean = weightedMean(parts);
    expect(mean?.value).toBe(75);
    expect(mean?.lower).toBeCloseTo(75 - Math.hypot(2.5, 3), 10);
    expect(mean?.upper).toBeCloseTo(75 + Math.hypot(1.25, 4.5), 10);
    expect(weightedMean([...parts, { ...estimate(75, null, null), weight: 4 }])).toEqual(estimate(75, null, null));
    expect(weightedMean([])).toBeNull();
  });

  it.each([
    [estimate(70, 65, 75), estimate(50, 45, 55), 'higher', 'better'],
    [estimate(70, 65, 75), estimate(50, 45, 55), 'lower', 'worse'],
    [estimate(52, 47, 57), estimate(50, 45, 55), 'higher', 'not_clear'],
    [estimate(70, null, null), estimate(50, 45, 55), 'higher', 'not_tested'],
    [estimate(70, 65, 75), estimate(50, 45, 55), 'range', 'not_tested'],
  ] as const)('%j after %j, %s is better: %s', (now, before, direction, change) => {
    expect(differenceOf(now, before, direction).change).toBe(change);
  });
});

describe('a target', () => {
  const DAY = 86_400_000;
  const today = '2026-07-01';
  const months = (...values: number[]) =>
    values.map((value, at) => ({ at: Date.parse('2026-01-01') + at * 30 * DAY, value }));
  const target = (dueOn: string, value: number, upperValue: number | null = null) => [
    { dueOn, value, upperValue, historical: false },
  ];

  it.each([
    ['higher', [], months(5), 'no_target'],
    ['higher', target('2026-12-31', 10), [], 'no_data'],
    ['higher', target('2026-12-31', 10), months(10), 'met'],
    ['higher', target('2026-01-31', 10), months(9), 'not_met'],
    ['higher', target('2026-12-31', 10), months(6, 7, 8), 'open'],
    ['higher', target('2026-12-31', 10), months(5, 6, 7, 8), 'on_course'],
    ['higher', target('2026-12-31', 20), months(5, 6, 7, 8), 'at_risk'],
    ['higher', target('2026-12-31', 10), months(8, 8, 8, 8), 'at_risk'],
    ['lower', target('2026-12-31', 3), months(9, 8, 7, 6), 'on_course'],
    // Only the last six months count: an old slump does not speak against a recovery.
    ['higher', target('2026-12-31', 12), months(30, 20, 5, 6, 7, 8, 9, 10), 'on_course'],
  ] as const)('%s is better, %j after %j: %s', (direction, targets, values, outlook) => {
    expect(targetOutlook({ direction, targets, today, months: values }).outlook).toBe(outlook);
  });

  it('is projected along the line through the last months', () => {
    const { projected } = targetOutlook({
      direction: 'higher',
      targets: target('2026-07-30', 20),
      today,
      months: months(1, 2, 3, 4),
    });
    expect(projected).toBeCloseTo(8, 10);
  });

  it.each([
    [[], null],
    [['met', 'met'], 'met'],
    [['met', 'on_course'], 'on_course'],
    [['met', 'no_data', 'at_risk'], 'at_risk'],
    [['at_risk', 'not_met'], 'not_met'],
  ] as const)('several that are %j are %s', (parts, whole) => {
    expect(outlookOf(parts)).toBe(whole);
  });
});

it.each([
  [null, 7, 'none'],
  [14, 7, 'fresh'],
  [15, 7, 'stale'],
  [62, null, 'fresh'],
  [63, null, 'stale'],
] as const)('an observation %p days old with a cadence of %p is %s', (days, cadence, freshness) => {
  const now = Date.parse('2026-07-01');
  expect(freshnessOf(days === null ? null : now - days * 86_400_000, cadence, now)).toBe(freshness);
});

describe('the health of a journey', () => {
  const standing = (part: Partial<MetricStanding>): MetricStanding => ({
    latest: { at: 0, value: 1, lower: null, upper: null, n: 50 },
    suppressed: false,
    months: [],
    difference: null,
    outlook: 'no_target',
    target: null,
    projected: null,
    freshness: 'fresh',
    lastAt: 0,
    score: null,
    ...part,
  });
  const standings: Record<string, MetricStanding> = {
    liked: standing({ score: estimate(80, 75, 85) }),
    disliked: standing({ score: estimate(40, 30, 50) }),
    reached: standing({ outlook: 'met' }),
    missed: standing({ outlook: 'at_risk' }),
    old: standing({ score: estimate(90, 80, 100), outlook: 'met', freshness: 'stale' }),
    withheld: standing({ latest: null, suppressed: true }),
  };
  const touchpoint = (metricIds: string[], more: Partial<HealthTouchpoint> = {}): HealthTouchpoint => ({
    touchpointId: metricIds.join(),
    emotion: null,
    emotionN: null,
    stale: false,
    owned: true,
    metricIds,
    ...more,
  });
  const health = (touchpoints: HealthTouchpoint[], wholeMetricIds: string[] = []) =>
    journeyHealth({ touchpoints, wholeMetricIds, standing: (id) => standings[id] });

  it.each([
    ['nothing placed', [], null, 'no_touchpoints', null],
    ['nothing known', [touchpoint([])], null, 'too_little_known', null],
    ['an opinion alone', [touchpoint([], { emotion: 3 })], null, 'too_little_known', null],
    ['customers asked', [touchpoint([], { emotion: 3, emotionN: 20 })], 100, null, 'high'],
    [
      'customers asked long ago',
      [touchpoint([], { emotion: 3, emotionN: 20, stale: true })],
      null,
      'too_little_known',
      null,
    ],
    ['perception', [touchpoint(['liked']), touchpoint(['disliked'])], 60, null, 'high'],
    ['half of it known', [touchpoint(['liked']), touchpoint([])], 80, null, 'medium'],
    ['less than half known', [touchpoint(['liked']), touchpoint([]), touchpoint([])], null, 'too_little_known', null],
    ['data gone stale', [touchpoint(['old'])], null, 'too_little_known', null],
    ['data withheld', [touchpoint(['withheld'])], null, 'too_little_known', null],
    ['targets', [touchpoint(['reached', 'missed'])], 50, null, 'high'],
    [
      'three parts',
      [touchpoint(['disliked', 'reached'], { emotion: 0, emotionN: 9 })],
      (40 + 100 + 50) / 3,
      null,
      'high',
    ],
    ['a map nobody confirms', [touchpoint(['liked'], { stale: true })], 80, null, 'low'],
  ] as const)('with %s', (_, touchpoints, score, withheld, confidence) => {
    const found = health([...touchpoints]);
    expect(found).toMatchObject({ withheld, confidence });
    if (score === null) expect(found.score).toBeNull();
    else expect(found.score).toBeCloseTo(score, 10);
  });

  it('counts what speaks of the whole as one place, and each metric once among the targets', () => {
    const found = health([touchpoint(['liked', 'reached']), touchpoint(['liked', 'reached'])], ['disliked', 'reached']);
    expect(found.perception).toMatchObject({ metrics: 2, n: 100 });
    expect(found.perception.score?.value).toBeCloseTo(200 / 3, 10);
    expect(found.targets).toEqual({ met: 1, judged: 1, score: 100 });
  });
});
