import {
  checkRegistration,
  confounding,
  type EffectInput,
  type EffectRegistration,
  judgeEffect,
  mergeAll,
  planEffect,
  tallyOf,
  watchGain,
} from '@touchstone/domain';
import { HARBOUR_EFFECTS } from './harbour-effects.js';
import { HARBOUR_INITIATIVES } from './harbour-initiatives.js';
import { HARBOUR_CATALOGUE } from './harbour-metrics.js';
import { daysAgo, daysFrom } from './sample-days.js';
import type { SampleEffect } from './sample-effect.js';
import type { SampleMetric } from './sample-metric.js';
import { FIRST_DAY, LAST_DAY, type SampleRow, sampleRows } from './sample-series.js';

const METRICS: readonly SampleMetric[] = HARBOUR_CATALOGUE.metrics;
const PROMISED: [string, SampleEffect][] = Object.entries(HARBOUR_EFFECTS);
const isMonday = (day: string): boolean => new Date(day).getUTCDay() === 1;

/** Whole weeks, as the database would add them up. */
function weeksOf(metric: SampleMetric): EffectInput['series'] {
  const byDay = new Map<string, SampleRow[]>();
  for (const row of sampleRows(metric.key, metric.series!, metric.definition.scale))
    byDay.set(row.day, [...(byDay.get(row.day) ?? []), row]);
  const rated = metric.definition.scale !== undefined;
  return daysFrom(FIRST_DAY, LAST_DAY)
    .filter((day) => isMonday(day) && day <= daysAgo(7))
    .flatMap((start) => {
      const days = daysFrom(start, new Date(Date.parse(start) + 6 * 86_400_000).toISOString().slice(0, 10));
      const rows: SampleRow[] = days.flatMap((day) => byDay.get(day) ?? []);
      const tallies = rows.map(({ value, n = 1, day }) => tallyOf({ value, n, at: Date.parse(day) }, { rated }));
      return tallies.length > 0 ? [{ start, tally: mergeAll(tallies) }] : [];
    });
}

function inputOf(key: string, effect: SampleEffect): EffectInput {
  const metric = METRICS.find((one) => one.key === effect.metric)!;
  const { aggregation, scale } = metric.definition;
  const registration: EffectRegistration = {
    ...effect,
    initiativeId: key,
    metricId: effect.metric,
    segment: null,
    expectedChange: effect.change,
    control: null,
    alpha: 0.05,
    power: 0.8,
  };
  const definition = { aggregation, scaleMinimum: scale?.[0] ?? null, scaleMaximum: scale?.[1] ?? null };
  return { registration, definition, series: weeksOf(metric) };
}

const until = (input: EffectInput, day: string): EffectInput => ({
  ...input,
  series: input.series.filter(({ start }) => start < day),
});

describe('what the initiatives of the sample bank promised', () => {
  it('belongs to one initiative each', () => {
    const promised = HARBOUR_INITIATIVES.flatMap(({ effect }) => effect ?? []);
    expect(new Set(promised)).toEqual(new Set(Object.values(HARBOUR_EFFECTS)));
    expect(promised).toHaveLength(PROMISED.length);
  });

  it.each(PROMISED)('%s: could be registered before its launch', (key, effect) => {
    const input = until(inputOf(key, effect), effect.launchOn);
    const problems = checkRegistration(input.registration, {
      today: effect.launchOn,
      launched: false,
      metric: { archived: false, unit: '', definition: input.definition },
      controlMetric: null,
      touches: [],
      others: [],
      plan: planEffect(input),
      weekStartsOn: '2024-01-01',
    });
    expect(problems.filter(({ severity }) => severity === 'refusal')).toEqual([]);
    expect([effect.launchOn, effect.baselineFrom].every(isMonday)).toBe(true);
  });

  it.each(PROMISED.filter(([, { verdict }]) => verdict))('%s: comes out as its story tells', (key, effect) => {
    const input = inputOf(key, effect);
    const verdict = judgeEffect(until(input, effect.evaluateOn));
    expect(verdict.verdict).toBe(effect.verdict);
    if (effect.reason && effect.reason !== 'CONFOUNDED')
      expect(verdict.reasons.map(({ code }) => code)).toContain(effect.reason);
    if (effect.watch)
      expect(watchGain({ effect: input, proven: verdict, until: daysAgo(0) }).verdict).toBe(effect.watch);
  });

  it('leaves one of each kind: proven by its series, believed in by all, without data, two at once, and lost again', () => {
    const told = PROMISED.map(([, { verdict, watch, reason }]) => [verdict, reason, watch].filter(Boolean).join(' '));
    expect(told.filter(Boolean).sort()).toEqual([
      'insufficient MISSING_BUCKETS',
      'not_proven',
      'proven',
      'proven CONFOUNDED',
      'proven CONFOUNDED',
      'proven faded',
      'worse',
    ]);
    const running = PROMISED.map(([initiativeId, effect]) => ({
      initiativeId,
      target: { metricId: effect.metric, segment: null },
      from: effect.launchOn,
      to: effect.evaluateOn,
      window: { from: effect.baselineFrom, to: effect.evaluateOn },
    }));
    expect(
      confounding(running)
        .map(({ initiativeId }) => initiativeId)
        .sort(),
    ).toEqual(['oneCase', 'twiceDesk']);
  });
});
