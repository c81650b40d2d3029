import {
  effectOf,
  FIRST_WEEK,
  gain,
  LAUNCH,
  ratings,
  registered,
  SHARE,
  shares,
  weekStart,
} from './effect-series.factory.js';
import { type EffectInput, type EffectVerdict, judgeEffect, sealBaseline } from './index.js';

const codes = ({ reasons }: EffectVerdict, kind: 'refusal' | 'caution') =>
  reasons.filter((reason) => reason.kind === kind).map(({ code }) => code);
const ITS = { method: 'interrupted_series' } as const;
const DID = { method: 'difference_in_differences', control: { metricId: 'control', segment: null } } as const;
const season = (week: number) => 0.6 * Math.cos((2 * Math.PI * (week - LAUNCH - 8)) / 52);
const recent = [LAUNCH - 30, LAUNCH + 15] as const;

const cases: [string, EffectInput, EffectVerdict['verdict'], string[]][] = [
  ['a real gain, before and after', effectOf({}, { level: gain(0.6), seed: 2 }), 'proven', []],
  ['a real gain, as an interrupted series', effectOf(ITS, { level: gain(1), seed: 3 }), 'proven', []],
  [
    'a real gain, against a control',
    effectOf(DID, { level: gain(0.6), seed: 4 }, { control: ratings({ seed: 40 }) }),
    'proven',
    [],
  ],
  [
    'a real gain of a share',
    effectOf({ expectedChange: 8 }, {}, { definition: SHARE, series: shares({ level: gain(10, 60), seed: 5 }) }),
    'proven',
    [],
  ],
  ['a real fall that was promised', effectOf({ direction: 'down' }, { level: gain(-0.6), seed: 6 }), 'proven', []],
  ['no gain, before and after', effectOf({}, { seed: 7 }), 'not_proven', []],
  ['no gain, as an interrupted series', effectOf(ITS, { seed: 8 }), 'not_proven', []],
  ['no gain, against a control', effectOf(DID, { seed: 9 }, { control: ratings({ seed: 41 }) }), 'not_proven', []],
  [
    'a rise of treated and control alike',
    effectOf(DID, { level: gain(0.6), seed: 10 }, { control: ratings({ level: gain(0.6, 6), seed: 42 }) }),
    'not_proven',
    [],
  ],
  [
    'a seasonal rise without gain, two years known',
    effectOf({}, { level: (w) => 7 + season(w), seed: 11 }),
    'not_proven',
    [],
  ],
  [
    'a seasonal rise without gain, as an interrupted series',
    effectOf(ITS, { level: (w) => 7 + season(w), seed: 12 }),
    'not_proven',
    [],
  ],
  ['a seasonal rise with gain', effectOf({}, { level: (w) => gain(0.8)(w) + season(w), seed: 13 }), 'proven', []],
  [
    'a seasonal rise with a year and a quarter known only',
    effectOf(ITS, { level: (w) => 7 + season(w), seed: 14, weeks: [LAUNCH - 66, LAUNCH + 15] }),
    'insufficient',
    ['SEASON_LIKELY'],
  ],
  [
    'a metric known to be seasonal, without an earlier year',
    effectOf(ITS, { level: gain(1), seed: 15, weeks: recent }, { seasonal: true }),
    'insufficient',
    ['SEASON_LIKELY'],
  ],
  [
    'regression to the mean: launched after a bad spell',
    effectOf(
      { baselineFrom: weekStart(LAUNCH - 10) },
      { level: (w) => (w >= LAUNCH - 10 && w < LAUNCH ? 6.5 : 7), seed: 16, weeks: [LAUNCH - 50, LAUNCH + 15] },
    ),
    'insufficient',
    ['BASELINE_UNUSUAL'],
  ],
  ['a loss', effectOf({}, { level: gain(-0.6), seed: 17 }), 'worse', []],
  ['a loss where a fall was promised', effectOf({ direction: 'down' }, { level: gain(0.6), seed: 18 }), 'worse', []],
  [
    'tiny n: two answers a week',
    effectOf({}, { level: gain(0.6), seed: 19, n: 2 }),
    'insufficient',
    ['SAMPLE_BELOW_MINIMUM', 'SAMPLE_BELOW_MINIMUM'],
  ],
  [
    'few weeks',
    effectOf({ evaluateOn: weekStart(LAUNCH + 6) }, { level: gain(0.6), seed: 20 }),
    'insufficient',
    ['TOO_FEW_BUCKETS'],
  ],
  [
    'a break in the window',
    effectOf({}, { level: gain(0.6), seed: 21 }, { breaks: [weekStart(LAUNCH - 5)] }),
    'insufficient',
    ['BREAK_IN_WINDOW'],
  ],
  [
    'a break of the control',
    effectOf(
      DID,
      { level: gain(0.6), seed: 22 },
      { control: ratings({ seed: 43 }), controlBreaks: [weekStart(LAUNCH + 3)] },
    ),
    'insufficient',
    ['BREAK_IN_CONTROL'],
  ],
  ['a break before the window', effectOf({}, { level: gain(0.6), seed: 23 }, { breaks: [FIRST_WEEK] }), 'proven', []],
  [
    'missing weeks',
    effectOf({}, { level: gain(0.6), seed: 24, weeks: recent, without: (w) => w >= LAUNCH + 4 && w < LAUNCH + 8 }),
    'insufficient',
    ['MISSING_BUCKETS'],
  ],
  [
    'one missing week',
    effectOf({}, { level: gain(0.6), seed: 25, weeks: recent, without: (w) => w === LAUNCH + 4 }),
    'proven',
    [],
  ],
  [
    'confounded: said, not refused',
    effectOf({}, { level: gain(0.6), seed: 26 }, { confoundedWith: ['other'] }),
    'proven',
    [],
  ],
  [
    'a trend before the launch',
    effectOf({}, { level: (w) => 5 + 0.03 * (w - LAUNCH + 40), seed: 27, weeks: recent }),
    'insufficient',
    ['TREND_BEFORE_LAUNCH'],
  ],
  [
    'the same trend, as an interrupted series',
    effectOf(ITS, { level: (w) => 5 + 0.03 * (w - LAUNCH + 40), seed: 28, weeks: recent }),
    'not_proven',
    [],
  ],
  [
    'a control that moved otherwise before',
    effectOf(
      DID,
      { level: (w) => 5 + 0.03 * (w - LAUNCH + 40), seed: 29, weeks: recent },
      { control: ratings({ seed: 44, weeks: recent }) },
    ),
    'insufficient',
    ['NOT_PARALLEL'],
  ],
  [
    'a series that wanders',
    effectOf({}, { level: (w) => 7 + Math.sin((w - LAUNCH) / 6), seed: 30, weekSd: 0, sd: 0.01, weeks: recent }),
    'insufficient',
    ['SERIES_WANDERS'],
  ],
  ['nothing that varies', effectOf({}, { weekSd: 0, sd: 0, weeks: recent }), 'insufficient', ['NO_VARIATION']],
  [
    'a metric that is an extreme',
    effectOf({}, {}, { definition: { aggregation: 'maximum', scaleMinimum: 1, scaleMaximum: 10 } }),
    'insufficient',
    ['NOT_JUDGEABLE'],
  ],
  [
    'a moved baseline',
    effectOf({}, { level: gain(0.6), seed: 31 }, { sealedBaseline: { n: 1040, value: 7.3 } }),
    'insufficient',
    ['BASELINE_MOVED'],
  ],
  [
    'nothing observed',
    effectOf({}, {}, { series: [] }),
    'insufficient',
    [
      'TOO_FEW_BUCKETS',
      'MISSING_BUCKETS',
      'SAMPLE_BELOW_MINIMUM',
      'TOO_FEW_BUCKETS',
      'MISSING_BUCKETS',
      'SAMPLE_BELOW_MINIMUM',
    ],
  ],
];

describe('judgeEffect', () => {
  it.each(cases)('%s', (_, input, verdict, refusals) => {
    const answer = judgeEffect(input);
    expect({ verdict: answer.verdict, refusals: codes(answer, 'refusal') }).toEqual({ verdict, refusals });
  });

  it('holds the true effect in its interval, and its estimate is the difference of the pooled means', () => {
    const answer = judgeEffect(effectOf({}, { level: gain(0.6), seed: 2, weeks: recent }));
    expect(answer.lower).toBeLessThan(0.6);
    expect(answer.upper).toBeGreaterThan(0.6);
    const { before, after } = answer.sides;
    expect(answer.estimate).toBeCloseTo(after.own!.value - before.own!.value, 12);
    expect(answer.nBefore).toBe(26 * 40);
    expect(answer.nAfter).toBe(13 * 40);
    expect([answer.bucketsBefore, answer.bucketsAfter]).toEqual([26, 13]);
    expect(answer.standardError).toBeGreaterThan(0);
  });

  it('says how the effect stands to the promise', () => {
    const judged = (expectedChange: number, level: (week: number) => number) =>
      codes(judgeEffect(effectOf({ expectedChange }, { level, seed: 2 })), 'caution');
    expect(judged(3, gain(0.6))).toContain('SMALLER_THAN_PROMISED');
    expect(judged(0.75, gain(0.6))).toContain('BELOW_PROMISE_BUT_POSSIBLE');
    expect(judged(3, gain(0))).toContain('PROMISE_RULED_OUT');
    expect(judged(0.05, gain(0))).toContain('UNDECIDED');
  });

  it('names a baseline that was touched, and leaves an untouched one alone', () => {
    const input = effectOf({}, { level: gain(0.6), seed: 2 });
    const sealed = sealBaseline(input)!;
    expect(codes(judgeEffect({ ...input, sealedBaseline: sealed }), 'caution')).not.toContain('BASELINE_TOUCHED');
    const touched = { ...sealed, n: sealed.n - 1 };
    expect(codes(judgeEffect({ ...input, sealedBaseline: touched }), 'caution')).toContain('BASELINE_TOUCHED');
    expect(sealed.n).toBe(26 * 40);
  });

  it('shows what would have been without the effect, with the season of earlier years', () => {
    const answer = judgeEffect(effectOf({}, { level: (w) => gain(0.8)(w) + season(w), seed: 13 }));
    expect(answer.comparison).toBe('last_year');
    const after = answer.points.filter(({ side }) => side === 'after');
    expect(after).toHaveLength(13);
    for (const { expected, start } of after) {
      const week = (Date.parse(start) - Date.parse(FIRST_WEEK)) / (7 * 86_400_000);
      expect(Math.abs(expected! - (7 + season(week)))).toBeLessThan(0.9);
    }
    expect(codes(answer, 'caution')).toContain('COMPARED_WITH_LAST_YEAR');
  });

  it('carries the regression from which everything can be computed again', () => {
    const { run, estimate } = judgeEffect(effectOf({}, { level: gain(0.6), seed: 2, weeks: recent }));
    const { y, x, weights } = run!;
    const mean = (side: number) => {
      const rows = y.map((_, i) => i).filter((i) => x[i]![1] === side);
      return rows.reduce((s, i) => s + weights[i]! * y[i]!, 0) / rows.reduce((s, i) => s + weights[i]!, 0);
    };
    expect(mean(1) - mean(0)).toBeCloseTo(estimate!, 12);
  });

  it('leaves out weeks that launch or settling cut', () => {
    const registration = registered({ launchOn: weekStart(LAUNCH).replace(/..$/, '01') });
    const sides = judgeEffect({ ...effectOf({}, { weeks: recent }), registration }).points;
    expect(sides.filter(({ used }) => !used).length).toBeGreaterThan(0);
    expect(sides.every(({ used, side }) => used === (side === 'before' || side === 'after'))).toBe(true);
  });

  it('does not change what it is given', () => {
    const input = effectOf({}, { seed: 2 });
    const copy = structuredClone(input);
    judgeEffect(input);
    expect(input).toEqual(copy);
  });
});
