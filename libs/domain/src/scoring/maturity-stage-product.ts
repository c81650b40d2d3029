import { requireArray, requireBetween } from './arguments.js';
import { exactMean } from './exact-sum.js';

export interface StageProductInput {
  /** Per theme the proportion (0–1) of criteria met at stages 2, 3, 4 and 5. */
  readonly themes: readonly (readonly (number | null)[])[];
}

export interface StageProductResult {
  readonly themes: readonly (number | null)[];
  readonly overall: number | null;
}

const STAGES = 4;

/** Between continuous and staged: each stage counts only as far as all stages below it are met. */
export function maturityStageProduct(input: StageProductInput): StageProductResult {
  const themes = requireArray(input.themes, 'themes').map((shares, theme) => {
    requireArray(shares, `themes[${theme}]`);
    if (shares.length !== STAGES) throw new RangeError(`themes[${theme}] must hold ${STAGES} shares`);
    let score = 1;
    let product = 1;
    let complete = true;
    shares.forEach((share, stage) => {
      if (share === null) complete = false;
      else {
        product *= requireBetween(share, 0, 1, `themes[${theme}][${stage}]`);
        score += product;
      }
    });
    return complete ? score : null;
  });
  return { themes, overall: exactMean(themes.filter((score) => score !== null)) };
}
