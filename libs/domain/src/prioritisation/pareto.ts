import { checkList, checkRange, checkScored, type Scored } from './check-numbers.js';

export interface ParetoInput {
  /** Values of 0 or more, all in one unit; an item whose value is null is left out. */
  readonly items: readonly { readonly id: string; readonly value: Scored }[];
  /** Percent of the total that the vital few carry, above 0 and at most 100; 80 when left out. */
  readonly threshold?: number;
}

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
 * Source: Juran, Quality Control Handbook.
 *
 * @throws {TypeError | RangeError} when a value is not a number, not finite or negative, or the threshold is not in (0, 100].
 * @example
 * pareto({ items: [{ id: 'wait', value: 70 }, { id: 'form', value: 20 }, { id: 'tone', value: 10 }] });
 * // => { order: ['wait', 'form', 'tone'], shares: [70, 20, 10], cumulative: [70, 90, 100], vitalFew: ['wait', 'form'] }
 */
export function pareto(input: ParetoInput): ParetoResult {
  const threshold = checkRange('threshold', input.threshold ?? 80, 0, 100);
  if (threshold === 0) throw new RangeError('threshold must be above 0, got 0');
  const present: { id: string; value: number }[] = [];
  checkList('items', input.items).forEach(({ id, value }, index) => {
    if (typeof id !== 'string') throw new TypeError(`items[${index}].id must be a string`);
    const number = checkScored(`items[${index}].value`, value, 0);
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
