import { checkFiniteOrNull, checkNumber, checkObject, checkObjects } from '../checks/index.js';
import { sumOf } from '../moments/index.js';

/** One place in which customers meet the organisation, such as a product at one stage of their life with it. */
export interface ConsistencyCell {
  /** How the experience is there, 0 to 100; `null` where it is not known. */
  score: number | null;
  /** How much happens there: customers, contacts or answers; at least 0. */
  weight: number;
}

/** Argument of {@link consistencyIndex}. */
export interface ConsistencyIndexInput {
  cells: readonly ConsistencyCell[];
}

/** Result of {@link consistencyIndex}. */
export interface ConsistencyIndexResult {
  /** 100 where the experience is the same everywhere, 0 where it could not be more uneven; `null` below two known cells. */
  consistency: number | null;
  /** Mean over the known cells by weight; `null` without one. */
  mean: number | null;
  /** Standard deviation of the known cells by weight, in points; `null` below two known cells. */
  sd: number | null;
  /** Cells with a score and a weight above 0. */
  known: number;
  /** Percent of the weight that lies in known cells; `null` where there is no weight. */
  coverage: number | null;
}

/**
 * Consistency of an experience over places: how even it is, by how much happens in each.
 *
 * Formula: m = Σwx/Σw and sd = √(Σw(x−m)²/Σw) over the cells with a score and a weight above 0;
 * consistency = 100·(1 − sd/50). No scores between 0 and 100 have a larger sd than 50 (half of the weight at each end), so
 * that the index fills its scale. coverage = 100 × weight of the known cells / weight of all.
 *
 * Units: points, 0–100. The sd describes these cells, all there are, and is no estimate for others: the divisor is Σw.
 *
 * Source: Popoviciu T (1935) Mathematica (Cluj) 9:129-145 for the largest variance between two bounds; the index is ours.
 *
 * @throws {TypeError | RangeError} when a score is not from 0 to 100 or `null`, or a weight is negative.
 * @example
 * consistencyIndex({
 *   cells: [{ score: 80, weight: 2 }, { score: 60, weight: 1 }, { score: null, weight: 1 }, { score: 40, weight: 1 }],
 * });
 * // => { consistency: 66.833752, mean: 65, sd: 16.583124, known: 3, coverage: 80 }
 */
export function consistencyIndex(input: ConsistencyIndexInput): ConsistencyIndexResult {
  const cells = checkObjects('cells', checkObject('input', input).cells);
  const checked = cells.map(({ score, weight }, i) => ({
    score: checkFiniteOrNull(`cells[${i}].score`, score, { min: 0, max: 100 }),
    weight: checkNumber(`cells[${i}].weight`, weight, { min: 0 }),
  }));
  const known = checked.flatMap(({ score, weight }) => (score === null || weight === 0 ? [] : [{ score, weight }]));
  const all = sumOf(checked.map(({ weight }) => weight));
  const total = sumOf(known.map(({ weight }) => weight));
  const coverage = all === 0 ? null : (100 * total) / all;
  if (known.length === 0) return { consistency: null, mean: null, sd: null, known: 0, coverage };
  const mean = sumOf(known.map(({ score, weight }) => weight * score)) / total;
  if (known.length === 1) return { consistency: null, mean, sd: null, known: 1, coverage };
  const sd = Math.sqrt(sumOf(known.map(({ score, weight }) => weight * (score - mean) ** 2)) / total);
  return { consistency: Math.max(0, 100 * (1 - sd / 50)), mean, sd, known: known.length, coverage };
}
