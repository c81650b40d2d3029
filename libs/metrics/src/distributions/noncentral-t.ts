import { normalCdf } from './normal.js';
import { tForConfidence } from './student-t.js';

/** Halves of the range on either side that Simpson's rule is applied to. */
const STEPS = 2000;

/** log Γ(x), x > 0: Stirling's series after the argument has been moved above 10. */
function logGamma(x: number): number {
  let shift = 0;
  let at = x;
  for (; at < 10; at += 1) shift += Math.log(at);
  const s = 1 / (at * at);
  const series = (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s / 1188)))) / at;
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - shift;
}

/**
 * P(T > t) for noncentral t with mean shift `delta`: the normal tail beyond t·s − delta, averaged over the spread
 * s = √(χ²/df) that the sample may have. Simpson's rule over all s that have any weight; right to about 1e-10.
 */
export function noncentralTUpperTail(t: number, df: number, delta: number): number {
  const constant = Math.log(2) + (df / 2) * Math.log(df / 2) - logGamma(df / 2);
  const density = (s: number): number =>
    s <= 0 ? (df === 1 ? Math.exp(constant) : 0) : Math.exp(constant + (df - 1) * Math.log(s) - (df * s * s) / 2);
  const reach = 9 / Math.sqrt(2 * df);
  const low = Math.max(0, 1 - reach);
  const step = (1 + reach - low) / (2 * STEPS);
  let sum = 0;
  for (let i = 0; i <= 2 * STEPS; i += 1) {
    const s = low + i * step;
    const weight = i === 0 || i === 2 * STEPS ? 1 : i % 2 === 1 ? 4 : 2;
    sum += weight * normalCdf(delta - t * s) * density(s);
  }
  return Math.min(1, (sum * step) / 3);
}

/** The t beyond which a two-sided test at `alpha` rejects. */
export const criticalT = (alpha: number, df: number): number => tForConfidence(1 - alpha, df);
