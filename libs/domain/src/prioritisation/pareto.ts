import { checkName, checkNumber, checkObject, checkObjects } from '@touchstone/metrics/checks';
import { checkScored, type Scored } from './scored.js';

/** Argument of {@link pareto}. */
export interface ParetoInput {
  /** Values of 0 or more, all in one unit; an item whose value is null is left out. */
  readonly items: readonly { readonly id: string; readonly value: Scored }[];
  /** Percent of the total that the vital few carry, above 0 and at most 100; 80 when left out. */
  readonly threshold?: number | null;
}

/** Result of {@link pareto}. */
export interface ParetoResult {
  /** Ids by value, largest first, ties by id. */
  readonly order: string[];
  /** Percent of the total, in this order; null when the total is 0. */
  readonly shares: (number | null)[];
  /** Percent of the total up to and including the item. */
  readonly cumulative: (number | null)[];
  /** The smallest leading set that carries the threshold, the item that crosses it included. */
  readonly vitalFew: string[];
}

/** Sums of shares such as 10 + 20 + 50 fall short of 80 by rounding alone. */
const TOLERANCE = 1e-9;

/**
 * Pareto analysis: which few items carry most of the total.
 *
 * Formula: share = 100 · value / total; cumulative = 100 · (running sum) / total; the vital few end with the first item
 * whose cumulative share reaches the threshold.
 *
 * Units: percent of the total, 0 to 100. Items without a value are left out; of a total of 0 nothing has a share.
 *
 * Source: Juran, Quality Control Handbook.
 *
 * @throws {TypeError | RangeError} when a value is not a finite number of at least 0, an id not a text of at least one
 * character, or the threshold not in (0, 100].
 * @example
 * pareto({ items: [{ id: 'wait', value: 70 }, { id: 'form', value: 20 }, { id: 'tone', value: 10 }] });
 * // => { order: ['wait', 'form', 'tone'], shares: [70, 20, 10], cumulative: [70, 90, 100], vitalFew: ['wait', 'form'] }
 */
export function pareto(input: ParetoInput): ParetoResult {
  const { items, threshold: given } = checkObject('input', input);
  const threshold = checkNumber('threshold', given ?? 80, { min: 0, max: 100, aboveMin: true });
  const present: { id: string; value: number }[] = [];
  checkObjects('items', items).forEach(({ id, value }, index) => {
    checkName(`items[${index}].id`, id);
    const number = checkScored(`items[${index}].value`, value, { min: 0 });
    if (number !== null) present.push({ id, value: number });
  });
  present.sort((a, b) => b.value - a.value || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

  const order = present.map(({ id }) => id);
  const total = present.reduce((sum, { value }) => sum + value, 0);
  if (total === 0) {
    const undefinedShares = order.map(() => null);
    return { order, shares: undefinedShares, cumulative: [...undefinedShares], vitalFew: [] };
  }
  const shares = present.map(({ value }) => (100 * value) / total);
  let running = 0;
  const cumulative = present.map(({ value }) => (100 * (running += value)) / total);
  const crossing = cumulative.findIndex((share) => share >= threshold - TOLERANCE);
  return { order, shares, cumulative, vitalFew: order.slice(0, crossing + 1) };
}
