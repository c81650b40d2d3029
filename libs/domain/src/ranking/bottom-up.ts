import { checkFiniteOrNull, checkObject, checkObjects } from '@touchstone/metrics/checks';
import { competitionRanks } from '../prioritisation/index.js';

/** Null, or left out, where nobody knows it yet. */
type Factor = number | null | undefined;

export const BOTTOM_UP_FACTORS = ['frequency', 'severity', 'driverWeight', 'volume'] as const;
export type BottomUpFactor = (typeof BOTTOM_UP_FACTORS)[number];

/** Argument of {@link bottomUp}. */
export interface BottomUpInput {
  readonly items: readonly {
    readonly id: string;
    /** Share of customers, cases or visits that meet it, 0–1. */
    readonly frequency: Factor;
    /** 1 a nuisance … 5 customers leave or come to harm. */
    readonly severity: Factor;
    /** How much the touchpoint weighs in the outcome, 0–1. */
    readonly driverWeight: Factor;
    /** Customers, cases or visits per period at the touchpoint, 0 or more. */
    readonly volume: Factor;
  }[];
}

/** Result of {@link bottomUp}, in the order of the items; null where a factor is missing. */
export interface BottomUpResult {
  readonly scores: (number | null)[];
  /** By score, 1 is first, ties share a rank. */
  readonly ranks: (number | null)[];
  /** The factors that each item lacks: what has to be found out before the data can speak. */
  readonly missing: BottomUpFactor[][];
}

const LIMITS: Readonly<Record<BottomUpFactor, { min: number; max?: number }>> = {
  frequency: { min: 0, max: 1 },
  severity: { min: 1, max: 5 },
  driverWeight: { min: 0, max: 1 },
  volume: { min: 0 },
};

/**
 * What the data says of pain points or opportunities, without anybody's opinion of their rank.
 *
 * Formula: score = frequency · severity · driverWeight · volume.
 *
 * Units: weighted occurrences per period; only the order means something. A missing factor is not guessed: the item has no score,
 * and the factor is named.
 *
 * Source: risk priority as likelihood times consequence (IEC 31010:2019, risk indices), with exposure and driver weight as factors.
 *
 * @throws {TypeError | RangeError} when a factor is not a number, not finite or outside its range.
 */
export function bottomUp(input: BottomUpInput): BottomUpResult {
  const { items } = checkObject('input', input);
  const checked = checkObjects('items', items).map((item, index) =>
    BOTTOM_UP_FACTORS.map((factor) =>
      checkFiniteOrNull(`items[${index}].${factor}`, item[factor] ?? null, LIMITS[factor]),
    ),
  );
  const scores = checked.map((factors) =>
    factors.reduce<number | null>(
      (product, factor) => (product === null || factor === null ? null : product * factor),
      1,
    ),
  );
  return {
    scores,
    ranks: competitionRanks(scores),
    missing: checked.map((factors) => BOTTOM_UP_FACTORS.filter((_, k) => factors[k] === null)),
  };
}
