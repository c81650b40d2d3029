/** A distribution as segments of one bar: counts, whole percents that sum to 100, and the shade of each. */
import { rampStep } from '../../ui/level-ramp.js';
import { wholePercents } from './shares.js';

export interface Segment {
  readonly value: number;
  readonly count: number;
  readonly percent: number;
  readonly step: number;
}

export function distributionSegments(
  distribution: readonly { readonly value: number; readonly count: number }[],
  scale: { readonly min: number; readonly max: number },
): Segment[] {
  const sorted = [...distribution].sort((a, b) => a.value - b.value);
  const percents = wholePercents(sorted.map(({ count }) => count));
  return sorted.map(({ value, count }, index) => ({
    value,
    count,
    percent: percents[index] ?? 0,
    step: rampStep(value, scale.min, scale.max),
  }));
}
