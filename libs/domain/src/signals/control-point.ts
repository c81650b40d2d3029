import type { MeasuredDefinition } from '../series/measure-of.js';
import { measureOf } from '../series/measure-of.js';
import type { Tally } from '../series/tally.js';

/** Values one by one; a part of a counted whole; events in an area of opportunity. */
export type ControlChart = 'xmr' | 'p' | 'u';

export interface ControlPoint {
  /** When the bucket begins, milliseconds since 1970. */
  readonly at: number;
  /** In the unit of the metric; null where it may not be shown or cannot be computed: it interrupts every run. */
  readonly value: number | null;
  /** What the value rests on. */
  readonly n: number | null;
  /** Of a share the part, of a rate the events; null for values. */
  readonly count: number | null;
  /** Of a share the whole, of a rate the opportunities; null for values. */
  readonly size: number | null;
}

const BY_RATIO: Partial<Record<string, ControlChart>> = { share: 'p', csat: 'p', top_box: 'p', rate: 'u' };

/** The chart that belongs to a way of counting. Ratings by box are shares of the ratings; NPS and means are values. */
export const chartOf = (aggregation: string): ControlChart => BY_RATIO[aggregation] ?? 'xmr';

/** How much of the metric's unit is 1 of a ratio: shares are shown in percent, rates per opportunity. */
export const unitsPerRatio = (chart: ControlChart): number => (chart === 'p' ? 100 : 1);

/** The point of a tally, with the numbers that the chart of its aggregation needs. */
export function controlPointOf(at: number, definition: MeasuredDefinition, tally: Tally): ControlPoint {
  const { value, n } = measureOf({ definition, tally });
  switch (definition.aggregation) {
    case 'share':
    case 'rate':
      return { at, value, n, count: tally.sum, size: tally.n };
    case 'csat':
    case 'top_box':
      // A count came in as a share of n: rounding gives it back.
      return { at, value, n, count: value === null ? null : Math.round((value / 100) * n), size: n };
    default:
      return { at, value, n, count: null, size: null };
  }
}
