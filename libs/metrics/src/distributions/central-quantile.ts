/** Below this level (1 − confidence)/2 is so close to 1/2 that the level has lost its digits. */
const SMALL = 1e-4;

/**
 * x such that P(|X| ≤ x) = confidence, for a symmetric X with x = c·u + curvature·(c·u)³ + … near 0 in the confidence u.
 * From `SMALL` on the quantile of the tail; below it the series, fitted to that quantile at `SMALL`, which is right to
 * the last digits because the next term is of the order u⁵.
 */
export function centralQuantile(
  confidence: number,
  curvature: number,
  fromTail: (confidence: number) => number,
): number {
  if (confidence >= SMALL) return fromTail(confidence);
  const edge = fromTail(SMALL);
  const linear = (edge - curvature * edge ** 3) * (confidence / SMALL);
  return linear + curvature * linear ** 3;
}
