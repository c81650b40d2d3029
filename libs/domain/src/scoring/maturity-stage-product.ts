import { checkArray, checkNumbersOrNull, checkObject } from '@touchstone/metrics/checks';
import { exactMean } from './exact-sum.js';

/** Argument of {@link maturityStageProduct}. */
export interface StageProductInput {
  /** Per theme the proportion (0 to 1) of the criteria that are met at stages 2, 3, 4 and 5; null is not assessed. */
  readonly themes: readonly (readonly (number | null)[])[];
}

/** Result of {@link maturityStageProduct}. */
export interface StageProductResult {
  /** 1 to 5 per theme; null where a stage is not assessed. */
  readonly themes: readonly (number | null)[];
  /** Mean of the themes that have a score, not rounded; null when none has. */
  readonly overall: number | null;
}

const STAGES = 4;

function scoreTheme(shares: readonly (number | null)[]): number | null {
  let score = 1;
  let product = 1;
  for (const share of shares) {
    if (share === null) return null;
    product *= share;
    score += product;
  }
  return score;
}

/**
 * Progressive stage-product maturity, between staged and continuous: a stage counts as far as all below it are met.
 *
 * Formula: theme = 1 + S2 + S2·S3 + S2·S3·S4 + S2·S3·S4·S5, S the proportion of criteria met at each stage; overall =
 * mean of the themes.
 *
 * Units: proportions in, 0 to 1; scores from 1 to 5.
 *
 * Source: TRACC help centre, How are TRACC assessment maturity ratings calculated.
 *
 * @throws {TypeError | RangeError} when a theme does not have four proportions from 0 to 1 or null.
 * @example
 * maturityStageProduct({ themes: [[1, 0.75, 0.5, 0.5], [0.5, 1, 1, 1], [1, null, 0, 0]] });
 * // => { themes: [3.3125, 3, null], overall: 3.15625 }
 */
export function maturityStageProduct(input: StageProductInput): StageProductResult {
  const themes = Array.from(checkArray('themes', checkObject('input', input).themes), (given, index) => {
    const shares = checkNumbersOrNull(`themes[${index}]`, given, { min: 0, max: 1 });
    if (shares.length === STAGES) return scoreTheme(shares);
    throw new RangeError(`themes[${index}] must have ${STAGES} entries, one for each stage, got ${shares.length}`);
  });
  return { themes, overall: exactMean(themes.filter((score) => score !== null)) };
}
