import type { EffectRegistration, EffectTarget } from '@touchstone/domain';
import { Problems } from '../initiatives/index.js';
import type { EffectInput, EffectTargetInput } from './effect.input.js';

const LARGEST_N = 2_000_000_000;

function segmentOf({ segment }: EffectTargetInput, problems: Problems, path: string): EffectTarget['segment'] {
  if (!segment) return null;
  return {
    dimension: problems.text(`${path}.dimension`, segment.dimension, 200, true),
    value: problems.text(`${path}.value`, segment.value, 400, true),
  };
}

/** A form's promise in the words of the rules. */
export function effectOf(initiativeId: string, input: EffectInput): EffectRegistration {
  const problems = new Problems();
  const segment = segmentOf(input, problems, 'segment');
  const controlSegment = input.control ? segmentOf(input.control, problems, 'control.segment') : null;
  problems.whole('watchDays', input.watchDays, 0, 1000);
  problems.whole('minimumN', input.minimumN, 2, LARGEST_N);
  if (!Number.isFinite(input.expectedChange))
    problems.add('expectedChange', 'change_not_positive', 'Give the size of the expected change as a number above 0.');
  problems.throwIfAny();
  return {
    initiativeId,
    metricId: input.metricId,
    segment,
    direction: input.direction,
    expectedChange: input.expectedChange,
    method: input.method,
    grain: input.grain ?? 'week',
    baselineFrom: input.baselineFrom,
    baselineTo: input.baselineTo,
    launchOn: input.launchOn,
    // Refused beyond its range, but only once days were counted from it: no calendar holds billions.
    settlingDays: Math.min(1000, Math.max(-1, input.settlingDays ?? 0)),
    evaluateOn: input.evaluateOn,
    control: input.control ? { metricId: input.control.metricId, segment: controlSegment } : null,
    minimumN: input.minimumN,
    alpha: input.alpha ?? 0.05,
    power: input.power ?? 0.8,
  };
}

/** Its columns. */
export const effectColumns = (effect: EffectRegistration, watchDays: number) => ({
  metric_id: effect.metricId,
  segment_dimension: effect.segment?.dimension ?? null,
  segment_value: effect.segment?.value ?? null,
  direction: effect.direction,
  expected_change: effect.expectedChange,
  method: effect.method,
  grain: effect.grain,
  baseline_from: effect.baselineFrom,
  baseline_to: effect.baselineTo,
  planned_launch_on: effect.launchOn,
  settling_days: effect.settlingDays,
  evaluate_on: effect.evaluateOn,
  watch_days: watchDays,
  control_metric_id: effect.control?.metricId ?? null,
  control_segment_dimension: effect.control?.segment?.dimension ?? null,
  control_segment_value: effect.control?.segment?.value ?? null,
  minimum_n: effect.minimumN,
  alpha: effect.alpha,
  power: effect.power,
});
