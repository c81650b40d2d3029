import { effectOf, gain, LAUNCH, registered, weekStart } from './effect-series.factory.js';
import {
  confounding,
  type EffectRegistration,
  falseDiscovery,
  judgeEffect,
  planEffect,
  runningEffect,
  watchGain,
} from './index.js';

const effect = (initiativeId: string, changes: Partial<EffectRegistration> = {}) =>
  runningEffect(registered({ initiativeId, ...changes }));
const later = {
  launchOn: weekStart(LAUNCH + 5),
  baselineFrom: weekStart(LAUNCH - 20),
  evaluateOn: weekStart(LAUNCH + 20),
};
const north = { dimension: 'region', value: 'north' };

describe('confounding', () => {
  it('names both of two that were launched in each other’s window, and when', () => {
    const found = confounding([effect('a'), effect('b', later), effect('c', { metricId: 'another' })]);
    expect(found.map(({ initiativeId, with: others }) => [initiativeId, others])).toEqual([
      ['a', [{ initiativeId: 'b', from: weekStart(LAUNCH + 5), to: weekStart(LAUNCH + 15) }]],
      ['b', [{ initiativeId: 'a', from: weekStart(LAUNCH), to: weekStart(LAUNCH + 15) }]],
    ]);
  });

  it('knows which customers are shared', () => {
    const pair = (a: EffectRegistration['segment'], b: EffectRegistration['segment']) =>
      confounding([effect('a', { segment: a }), effect('b', { ...later, segment: b })]).length;
    expect(pair(null, north)).toBe(2);
    expect(pair(north, north)).toBe(2);
    expect(pair(north, { dimension: 'product', value: 'card' })).toBe(2);
    expect(pair(north, { dimension: 'region', value: 'south' })).toBe(0);
  });

  it('leaves alone what was launched before the baseline or after the evaluation, and the initiative itself', () => {
    const old = { launchOn: weekStart(10), baselineFrom: weekStart(0), evaluateOn: weekStart(30) };
    const next = { launchOn: weekStart(200), baselineFrom: weekStart(180), evaluateOn: weekStart(220) };
    expect(confounding([effect('a'), effect('a', later), effect('b', old), effect('c', next)])).toEqual([]);
  });
});

describe('falseDiscovery', () => {
  it('says how many chance alone would prove, and which do not outlast looking at all of them', () => {
    const verdicts = [
      { id: 'sure', verdict: 'proven' as const, p: 0.0001 },
      { id: 'lucky', verdict: 'proven' as const, p: 0.04 },
      ...Array.from({ length: 18 }, (_, i) => ({ id: `n${i}`, verdict: 'not_proven' as const, p: 0.1 + i / 20 })),
      { id: 'none', verdict: 'insufficient' as const, p: null },
    ];
    const note = falseDiscovery(verdicts);
    expect(note).toMatchObject({ tested: 20, proven: 2, expectedByChance: 0.5, doubtful: ['lucky'] });
    expect(note.adjusted.get('sure')).toBeCloseTo(0.002, 12);
    expect(note.adjusted.has('none')).toBe(false);
  });

  it('has nothing to say of nothing', () => {
    expect(falseDiscovery([])).toMatchObject({ tested: 0, proven: 0, expectedByChance: 0, doubtful: [] });
  });
});

describe('watchGain', () => {
  const weeks = [LAUNCH - 60, LAUNCH + 45] as const;
  const watch = (level: (week: number) => number, n = 40) => {
    const whole = effectOf({ minimumN: 20 }, { weeks, level, seed: 5, n }, { seasonal: false });
    const proven = judgeEffect(whole);
    expect(proven.verdict).toBe('proven');
    return watchGain({ effect: whole, proven, until: weekStart(LAUNCH + 45) });
  };

  it('sees a gain that is still there', () => {
    const { verdict, left } = watch(gain(0.7));
    expect(verdict).toBe('holding');
    expect(left).toBeGreaterThan(0.6);
  });

  it('sees a gain that has gone, and one that has turned, whatever the weeks between were like', () => {
    expect(watch((w) => (w >= LAUNCH + 25 ? 7 : gain(0.7)(w))).verdict).toBe('faded');
    expect(watch((w) => (w >= LAUNCH + 25 ? 6.5 : gain(0.7)(w))).verdict).toBe('faded');
  });

  it('says nothing before enough has come in', () => {
    const whole = effectOf({}, { weeks, level: gain(0.7), seed: 5 }, { seasonal: false });
    const early = watchGain({ effect: whole, proven: judgeEffect(whole), until: weekStart(LAUNCH + 18) });
    expect(early.verdict).toBe('insufficient');
    expect(early.now.reasons.map(({ code }) => code)).toContain('TOO_FEW_BUCKETS');
  });
});

describe('planEffect', () => {
  const weeks = [LAUNCH - 60, LAUNCH] as const;
  it('needs what a t test needs when weeks do not differ, and more when they do', () => {
    const still = planEffect(effectOf({}, { weeks, seed: 8, weekSd: 0 }))!;
    const restless = planEffect(effectOf({}, { weeks, seed: 8, weekSd: 0.5, rho: 0.5 }))!;
    // R: power.t.test(delta = 0.5, sd = 1.5, power = 0.8) with the sd of the weeks’ own means added.
    expect(still.independentN).toBeGreaterThan(140);
    expect(still.independentN).toBeLessThan(146);
    expect(restless.designEffect).toBeGreaterThan(2 * still.designEffect);
    expect(restless.requiredN).toBeGreaterThan(still.requiredN!);
    expect(restless.minimumDetectableEffect).toBeGreaterThan(still.minimumDetectableEffect);
  });

  it('asks an interrupted series for more than a comparison of means', () => {
    const of = (method: EffectRegistration['method']) => planEffect(effectOf({ method }, { weeks, seed: 9 }))!;
    expect(of('interrupted_series').minimumDetectableEffect).toBeGreaterThan(
      2 * of('before_after').minimumDetectableEffect * 0.8,
    );
  });

  it('says so when no number of weeks is enough, or there is no baseline', () => {
    expect(planEffect(effectOf({ expectedChange: 0.01 }, { weeks, seed: 9 }))!.requiredBuckets).toBeNull();
    expect(planEffect(effectOf({}, { weeks: [0, 10] }))).toBeNull();
  });
});
