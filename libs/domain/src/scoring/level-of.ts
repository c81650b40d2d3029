import type { MaturityLevel, MaturityModel } from '../maturity-model/maturity-model.js';

/** A mean that should be exactly a level may miss it by the last digits of floating point: that is not a lower level. */
const TOLERANCE = 1e-9;

/**
 * The level that a score has reached: the highest whose value is not above the score. 3.9 is level 3, because level 4
 * has not been reached. Null without a score, and below the lowest level (possible only in stream sums).
 */
export function levelOf(model: MaturityModel, score: number | null): MaturityLevel | null {
  if (score === null) return null;
  return model.levels.findLast(({ value }) => value <= score + TOLERANCE) ?? null;
}
