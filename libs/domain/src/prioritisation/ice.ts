import { checkObject, checkObjects } from '@touchstone/metrics/checks';
import { competitionRanks } from './competition-ranks.js';
import { checkScored, type Scored } from './scored.js';

/** Argument of {@link ice}. */
export interface IceInput {
  readonly items: readonly {
    readonly id: string;
    /** Each factor from 1 to 10; null is not scored yet. */
    readonly impact: Scored;
    readonly confidence: Scored;
    readonly ease: Scored;
  }[];
}

/** Result of {@link ice}, in the order of the items; null where a factor is missing. */
export interface IceResult {
  /** 1 to 1000. */
  readonly product: (number | null)[];
  /** 1 to 10. */
  readonly mean: (number | null)[];
  /** By product, 1 is first, ties share a rank. */
  readonly ranks: (number | null)[];
}

/**
 * ICE score: how much it would change, how sure we are, how easy it is.
 *
 * Formula: product = impact · confidence · ease; mean = (impact + confidence + ease) / 3. Ranks follow the product,
 * which punishes one very low factor; the mean, the original form, forgives it.
 *
 * Units: none; each factor is scored from 1 to 10.
 *
 * Source: Ellis & Brown (2017) Hacking Growth (mean); the product is the form in wide use.
 *
 * @throws {TypeError | RangeError} when a factor is not a number, not finite or outside 1 to 10.
 * @example
 * ice({ items: [{ id: 'a', impact: 8, confidence: 5, ease: 2 }, { id: 'b', impact: 5, confidence: 5, ease: 5 }] });
 * // => { product: [80, 125], mean: [5, 5], ranks: [2, 1] }
 */
export function ice(input: IceInput): IceResult {
  const { items } = checkObject('input', input);
  const factors = checkObjects('items', items).map((item, index) =>
    (['impact', 'confidence', 'ease'] as const).map((name) =>
      checkScored(`items[${index}].${name}`, item[name], { min: 1, max: 10 }),
    ),
  );
  const complete = factors.map((three) => (three.includes(null) ? null : (three as number[])));
  const product = complete.map((three) => three && three.reduce((a, b) => a * b));
  const mean = complete.map((three) => three && three.reduce((a, b) => a + b) / 3);
  return { product, mean, ranks: competitionRanks(product) };
}
