import type { PortfolioEffectFieldsFragment } from './portfolio.generated.js';

type Measured = Pick<PortfolioEffectFieldsFragment, 'expected' | 'estimate' | 'lower' | 'upper'>;

/** What was measured as a share of what was promised: 1 is as promised, below 0 is against the promise. */
export function shareOf({ expected, estimate, lower, upper }: Measured) {
  const share = (value: number | null | undefined): number | null => (value == null ? null : value / expected);
  const ends = [share(lower), share(upper)].flatMap((end) => end ?? []);
  return {
    value: share(estimate),
    lower: ends.length === 2 ? Math.min(...ends) : null,
    upper: ends.length === 2 ? Math.max(...ends) : null,
  };
}

/** Further than this a whisker says no more than that it is far. */
const FURTHEST = 3;

/** One scale for all of them, with nought and the promise on it. */
export function effectScale(effects: readonly Measured[]): { min: number; max: number } {
  const ends = effects.flatMap((effect) => Object.values(shareOf(effect)).flatMap((end) => end ?? []));
  return {
    min: Math.max(-FURTHEST, Math.min(-0.2, ...ends)),
    max: Math.min(FURTHEST, Math.max(1.2, ...ends)),
  };
}
