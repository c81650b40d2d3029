import type { EffectFieldsFragment, EffectInput } from './effects.generated.js';

export interface EffectValues {
  metricId: string;
  dimension: string;
  value: string;
  direction: EffectInput['direction'];
  expectedChange: number | string;
  method: EffectInput['method'];
  controlId: string;
  controlDimension: string;
  controlValue: string;
  grain: NonNullable<EffectInput['grain']>;
  baselineFrom: string;
  baselineTo: string;
  launchOn: string;
  settlingDays: number | string;
  evaluateOn: string;
  minimumN: number | string;
}

const DAY_MS = 86_400_000;
const shifted = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** Half a year before, two weeks to settle and a quarter after: what most promises can be judged by. */
export function startValues(
  effect: EffectFieldsFragment | undefined,
  launchOn: string | null,
  today = new Date().toISOString().slice(0, 10),
): EffectValues {
  const launch = launchOn !== null && launchOn >= today ? launchOn : today;
  return {
    metricId: effect?.metricId ?? '',
    dimension: effect?.segment?.dimension ?? '',
    value: effect?.segment?.value ?? '',
    direction: effect?.direction ?? 'UP',
    expectedChange: effect?.expectedChange ?? '',
    method: effect?.method ?? 'INTERRUPTED_SERIES',
    controlId: effect?.control?.metricId ?? '',
    controlDimension: effect?.control?.segment?.dimension ?? '',
    controlValue: effect?.control?.segment?.value ?? '',
    grain: effect?.grain ?? 'WEEK',
    baselineFrom: effect?.baselineFrom ?? shifted(today, -183),
    baselineTo: effect?.baselineTo ?? today,
    launchOn: effect?.launchOn ?? launch,
    settlingDays: effect?.settlingDays ?? 14,
    evaluateOn: effect?.evaluateOn ?? shifted(launch, 14 + 98),
    minimumN: effect?.minimumN ?? 100,
  };
}

const segmentOf = (dimension: string, value: string) =>
  dimension.trim() && value.trim() ? { dimension: dimension.trim(), value: value.trim() } : null;

export const effectInput = (values: EffectValues): EffectInput => ({
  metricId: values.metricId,
  segment: segmentOf(values.dimension, values.value),
  direction: values.direction,
  expectedChange: Number(values.expectedChange),
  method: values.method,
  control:
    values.method === 'DIFFERENCE_IN_DIFFERENCES' && values.controlId
      ? { metricId: values.controlId, segment: segmentOf(values.controlDimension, values.controlValue) }
      : null,
  grain: values.grain,
  baselineFrom: values.baselineFrom,
  baselineTo: values.baselineTo,
  launchOn: values.launchOn,
  settlingDays: Number(values.settlingDays),
  evaluateOn: values.evaluateOn,
  minimumN: Number(values.minimumN),
});

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Enough is said to work out what sample it needs. */
export const isComplete = (values: EffectValues): boolean =>
  values.metricId !== '' &&
  Number(values.expectedChange) > 0 &&
  Number.isInteger(Number(values.settlingDays)) &&
  values.settlingDays !== '' &&
  Number.isInteger(Number(values.minimumN)) &&
  Number(values.minimumN) >= 2 &&
  (values.method !== 'DIFFERENCE_IN_DIFFERENCES' || values.controlId !== '') &&
  [values.baselineFrom, values.baselineTo, values.launchOn, values.evaluateOn].every((day) => DATE.test(day));
