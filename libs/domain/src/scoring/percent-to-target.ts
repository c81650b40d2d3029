import { requireArray, requireNumberOrNull } from './arguments.js';
import { exactSum } from './exact-sum.js';

export interface PercentToTargetInput {
  readonly items: readonly { readonly current: number | null; readonly target: number | null }[];
  readonly scores?: {
    readonly baseline: number | null;
    readonly current: number | null;
    readonly target: number | null;
  } | null;
}

export interface PercentToTargetResult {
  readonly absoluteGap: number;
  readonly targetTotal: number;
  /** A proportion: 1 when every target is met. */
  readonly percentToTarget: number | null;
  /** A proportion of the way from baseline to target; below 0 when it went backwards, above 1 when past the target. */
  readonly progressToDate: number | null;
}

function progress(scores: PercentToTargetInput['scores']): number | null {
  if (!scores) return null;
  const baseline = requireNumberOrNull(scores.baseline, 'scores.baseline');
  const current = requireNumberOrNull(scores.current, 'scores.current');
  const target = requireNumberOrNull(scores.target, 'scores.target');
  if (baseline === null || current === null || target === null || target === baseline) return null;
  return (current - baseline) / (target - baseline);
}

/** How much of what was aimed at is reached, without credit for overshooting elsewhere. */
export function percentToTarget(input: PercentToTargetInput): PercentToTargetResult {
  const gaps: number[] = [];
  const targets: number[] = [];
  requireArray(input.items, 'items').forEach((item, index) => {
    const target = requireNumberOrNull(item.target, `items[${index}].target`);
    const current = requireNumberOrNull(item.current, `items[${index}].current`) ?? 0;
    if (target === null) return;
    targets.push(target);
    gaps.push(Math.max(0, target - current));
  });
  const absoluteGap = exactSum(gaps);
  const targetTotal = exactSum(targets);
  return {
    absoluteGap,
    targetTotal,
    percentToTarget: targetTotal === 0 ? null : 1 - absoluteGap / targetTotal,
    progressToDate: progress(input.scores),
  };
}
