import { pChart, uChart, xmr } from '@touchstone/metrics';
import { type ControlChart, type ControlPoint, unitsPerRatio } from './control-point.js';

/** In the unit of the metric. */
export interface ControlLimits {
  readonly center: number;
  /** Three sigmas below and above; of a ratio not below 0, of a share not above 100. */
  readonly lower: number;
  readonly upper: number;
  /** Of this one point: of a ratio it depends on how much the point rests on. */
  readonly sigma: number;
}

/** The limits of the points of a phase, from those of its baseline. */
export function limitsFrom(
  chart: ControlChart,
  basis: readonly ControlPoint[],
  own: readonly ControlPoint[],
): (ControlLimits | null)[] {
  return chart === 'xmr' ? ofValues(basis, own) : ofRatios(chart, basis, own);
}

function ofValues(basis: readonly ControlPoint[], own: readonly ControlPoint[]): (ControlLimits | null)[] {
  const [phase] = xmr({ values: basis.map(({ value }) => value) }).phases;
  if (!phase || phase.mean === null || phase.lower === null || phase.upper === null) return own.map(() => null);
  const { mean: center, lower, upper } = phase;
  const limits = { center, lower, upper, sigma: (upper - center) / 3 };
  return own.map(() => limits);
}

function ofRatios(
  chart: 'p' | 'u',
  basis: readonly ControlPoint[],
  own: readonly ControlPoint[],
): (ControlLimits | null)[] {
  // The baseline first: its points are what sets the centre, wherever in the phase they lie.
  const all = [...basis, ...own];
  const counts = all.map(({ value, count }) => (value === null ? null : count));
  const sizes = all.map(({ value, size }) => (value === null ? null : size));
  const input = { counts, sizes, baselineCount: basis.length };
  const { center, lower, upper } = chart === 'p' ? pChart(input) : uChart(input);
  const unit = unitsPerRatio(chart);
  return own.map(({ size }, index) => {
    const low = lower[basis.length + index] ?? null;
    const high = upper[basis.length + index] ?? null;
    if (center === null || low === null || high === null || !size) return null;
    const sigma = Math.sqrt((chart === 'p' ? center * (1 - center) : center) / size);
    return { center: unit * center, lower: unit * low, upper: unit * high, sigma: unit * sigma };
  });
}
