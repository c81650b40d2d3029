import { effectOf, gain, LAUNCH, ratings, type Course } from './effect-series.factory.js';
import { type EffectInput, type EffectJudgement, judgeEffect, planEffect } from './index.js';

const RUNS = 200;
/** Three standard errors above a level. The seeds are fixed: chance was drawn once, and does not come back with every run. */
const upTo = (level: number): number => level + 3 * Math.sqrt((level * (1 - level)) / RUNS);

/** How often each judgement comes out over many series that differ by chance alone. */
function rates(inputOf: (seed: number) => EffectInput): Record<EffectJudgement, number> {
  const counts = { proven: 0, not_proven: 0, worse: 0, insufficient: 0 };
  for (let run = 0; run < RUNS; run += 1) counts[judgeEffect(inputOf(1000 + run)).verdict] += 1 / RUNS;
  return counts;
}

const recent = [LAUNCH - 60, LAUNCH + 15] as const;
const control = (seed: number, course: Course) => ratings({ ...course, seed: seed + 500_000, level: () => 6 });
const methods: Record<string, (seed: number, course: Course) => EffectInput> = {
  'before and after': (seed, course) => effectOf({}, { ...course, seed }, { seasonal: false }),
  'interrupted series': (seed, course) =>
    effectOf({ method: 'interrupted_series' }, { ...course, seed }, { seasonal: false }),
  'difference in differences': (seed, course) =>
    effectOf(
      { method: 'difference_in_differences', control: { metricId: 'c', segment: null } },
      { ...course, seed },
      { control: control(seed, { ...course, weeks: course.weeks ?? recent }) },
    ),
};
// Noise over errors that last hides how long they do: there the level is not kept, and the documentation says so.
const courses: [string, Course, number][] = [
  ['weeks that do not resemble each other', { weeks: recent, weekSd: 0.3 }, 0.05],
  ['weeks that repeat half of the week before', { weeks: recent, weekSd: 0.3, rho: 0.5 }, 0.05],
  ['weeks that repeat three quarters of the week before', { weeks: recent, weekSd: 0.3, rho: 0.75 }, 0.1],
  ['two more years to compare with', { weekSd: 0.3, rho: 0.4 }, 0.05],
];

describe.each(Object.entries(methods))('%s', (_, inputOf) => {
  it.each(courses)('finds an effect where there is none as rarely as is said: %s', (__, course, level) => {
    const { proven, worse, insufficient } = rates((seed) => inputOf(seed, course));
    expect(proven + worse).toBeLessThan(upTo(level));
    // Half of them, by chance, on the promised side.
    expect(proven).toBeLessThan(upTo(level) * 0.75);
    // A rule that refuses everything would pass the line above.
    expect(insufficient).toBeLessThan(0.6);
  });
});

describe('power', () => {
  it.each(Object.entries(methods))('%s sees the smallest visible change about as often as planned', (_, inputOf) => {
    const course: Course = { weeks: recent, weekSd: 0.15, rho: 0.2 };
    const plans = Array.from({ length: 9 }, (__, seed) =>
      planEffect(inputOf(7000 + seed, { ...course, weeks: recent }))!,
    );
    const visible = plans.map((plan) => plan.minimumDetectableEffect).sort((a, b) => a - b)[4]!;
    const { proven, insufficient } = rates((seed) => inputOf(seed, { ...course, level: gain(visible) }));
    // Planned 0.8; refusals for a chance trend or an unusual baseline, and the caution about correlation, take their part.
    expect(proven / (1 - insufficient)).toBeGreaterThan(0.65);
    expect(proven / (1 - insufficient)).toBeLessThan(0.95);
  });
});

describe('a wave of the year without an effect', () => {
  it.each([
    ['two more years known', [0, LAUNCH + 15] as const],
    ['a year and a half known', [LAUNCH - 80, LAUNCH + 15] as const],
  ])('is not taken for one: %s', (_, weeks) => {
    const wave = (week: number) => 7 + 0.5 * Math.cos((2 * Math.PI * (week - LAUNCH - 8)) / 52);
    for (const method of ['before_after', 'interrupted_series'] as const) {
      const { proven } = rates((seed) => effectOf({ method }, { weeks, level: wave, seed, weekSd: 0.1 }));
      expect(proven).toBeLessThan(upTo(0.05));
    }
  });
});

describe('a launch that a bad spell has triggered', () => {
  /** Of three years of noise, the launch follows the worst ten weeks. */
  it.each([
    ['before_after', 12, 0.07],
    ['before_after', 26, 0.05],
    ['interrupted_series', 12, 0.07],
    ['interrupted_series', 26, 0.07],
  ] as const)('is rarely taken for a gain: %s with a baseline of %d weeks', (method, weeks, level) => {
    let proven = 0;
    for (let seed = 0; seed < RUNS; seed += 1) {
      const series = ratings({ seed, weekSd: 0.3, rho: 0.5, weeks: [0, 160] });
      const levels = series.map(({ tally }) => tally!.sum / tally!.n);
      let worst = 60;
      const spell = (end: number) => levels.slice(end - 10, end).reduce((sum, each) => sum + each, 0);
      for (let end = 60; end < 140; end += 1) if (spell(end) < spell(worst)) worst = end;
      const day = (week: number) => series[week]!.start;
      const { registration, ...input } = effectOf({ method }, {}, { series, seasonal: false });
      const moved = {
        ...registration,
        baselineFrom: day(worst - weeks),
        baselineTo: day(worst),
        launchOn: day(worst),
        evaluateOn: day(worst + 15),
      };
      if (judgeEffect({ ...input, registration: moved }).verdict === 'proven') proven += 1 / RUNS;
    }
    expect(proven).toBeLessThan(upTo(level));
  });
});
