import { runRules } from '@touchstone/metrics';
import type { ControlLimits } from './control-limits.js';
import type { ControlPoint } from './control-point.js';
import type { Signal, SignalDirection, SignalRule } from './signal-rule.js';

/** How many points the window of a rule has. */
const LENGTH: Readonly<Record<SignalRule, number>> = {
  'beyond-3s': 1,
  '9-same-side': 9,
  '6-trend': 6,
  '14-alternating': 14,
  '2of3-beyond-2s': 3,
  '4of5-beyond-1s': 5,
  '15-within-1s': 15,
  '8-outside-1s': 8,
};

/** Rules about the steps from point to point; all others are about distances from the centre. */
const OF_STEPS: readonly SignalRule[] = ['6-trend', '14-alternating'];
const WITHOUT_SIDE: readonly SignalRule[] = ['14-alternating', '15-within-1s', '8-outside-1s'];

type Limits = readonly (ControlLimits | null)[];

/** The signals of one phase; windows of one rule and side that overlap or follow one another are one signal. */
export function findSignals(points: readonly ControlPoint[], limits: Limits, rules: readonly SignalRule[]): Signal[] {
  if (limits.every((each) => each === null)) return [];
  const values = points.map(({ value }, index) => (limits[index] ? value : null));
  const distances = points.map(({ value }, index) => distanceOf(value, limits[index] ?? null));
  return rules.flatMap((rule) => {
    const steps = OF_STEPS.includes(rule);
    const { hits } = runRules({ values: steps ? values : distances, center: 0, sigma: 1, rules: [rule] })[rule]!;
    const signals: Signal[] = [];
    for (const to of hits) {
      const from = to - LENGTH[rule] + 1;
      const direction = WITHOUT_SIDE.includes(rule) ? null : sideOf(steps ? values : distances, to, steps);
      const last = signals.at(-1);
      const one = { rule, from, to, fromAt: points[from]!.at, toAt: points[to]!.at, direction };
      if (last && last.direction === direction && from <= last.to + 1)
        signals[signals.length - 1] = { ...one, from: last.from, fromAt: last.fromAt };
      else signals.push(one);
    }
    return signals;
  });
}

function sideOf(values: readonly (number | null)[], at: number, steps: boolean): SignalDirection {
  return values[at]! - (steps ? values[at - 1]! : 0) > 0 ? 'up' : 'down';
}

/** Sigmas from the centre. */
function distanceOf(value: number | null, limits: ControlLimits | null): number | null {
  if (value === null || !limits) return null;
  const { center, sigma } = limits;
  if (sigma > 0) return (value - center) / sigma;
  // Nothing varied in the baseline: whatever differs stands out, and the rest lies on the line.
  return value === center ? 0 : Math.sign(value - center) * 1e6;
}
