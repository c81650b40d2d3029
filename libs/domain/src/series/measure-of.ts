import {
  ces,
  csat,
  meanInterval,
  nps,
  type NpsCounts,
  type RatingCounts,
  type ValueSums,
  valueSums,
  wilsonInterval,
} from '@touchstone/metrics';
import type { Tally } from './tally.js';

export const MEASURED_AGGREGATIONS = [
  'nps',
  'csat',
  'ces',
  'top_box',
  'mean',
  'sum',
  'minimum',
  'maximum',
  'last',
  'share',
  'rate',
] as const;
/** How observations become one number. A metric that is a formula over others has no observations of its own. */
export type MeasuredAggregation = (typeof MEASURED_AGGREGATIONS)[number];

export interface MeasuredDefinition {
  readonly aggregation: MeasuredAggregation;
  readonly scaleMinimum?: number | null;
  readonly scaleMaximum?: number | null;
}

export interface Measure {
  /** Points for NPS, percent for CSAT, top box and share, scale points for CES, the metric's unit otherwise. */
  readonly value: number | null;
  /** What the value rests on: ratings, values, the whole of a share, the opportunities of a rate. */
  readonly n: number;
  /** 95 % limits; null for aggregations that have none, and where there is too little to tell. */
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface MeasureInput {
  readonly definition: MeasuredDefinition;
  /** Null where nothing was observed. */
  readonly tally: Tally | null;
}

const CSAT_BOXES = 2;
const CES_BOXES = 3;

/** The one number of a tally, with its interval, as the definition says. */
export function measureOf({ definition, tally }: MeasureInput): Measure {
  if (!tally) return { value: null, n: 0, lower: null, upper: null };
  const { n } = tally;
  switch (definition.aggregation) {
    case 'nps':
      return npsOf(definition, tally);
    case 'csat':
      return topBoxesOf(definition, tally, CSAT_BOXES);
    case 'top_box':
      return topBoxesOf(definition, tally, 1);
    case 'ces': {
      const counts = ratingsOf(definition, tally);
      const { mean, lower, upper } = ces({ counts, topBoxes: Math.min(CES_BOXES, counts.counts.length) });
      return { value: mean, n, lower, upper };
    }
    case 'mean': {
      const { mean, lower, upper } = meanInterval({ sums: sumsOf(tally) });
      return { value: mean, n, lower, upper };
    }
    case 'share':
      return shareOf(tally);
    case 'rate':
      return { value: tally.sum / n, n, lower: null, upper: null };
    case 'sum':
      return { value: tally.sum, n, lower: null, upper: null };
    case 'minimum':
      return { value: tally.minimum, n, lower: null, upper: null };
    case 'maximum':
      return { value: tally.maximum, n, lower: null, upper: null };
    case 'last':
      return { value: tally.last, n, lower: null, upper: null };
  }
}

export function npsCountsOf({ scaleMinimum, scaleMaximum }: MeasuredDefinition, { counts }: Tally): NpsCounts {
  if (scaleMinimum !== 0 || scaleMaximum !== 10) throw new RangeError('NPS is rated from 0 to 10.');
  const between = (from: number, to: number): number => {
    let sum = 0;
    for (let rating = from; rating <= to; rating += 1) sum += counts?.[rating] ?? 0;
    return sum;
  };
  return { detractors: between(0, 6), passives: between(7, 8), promoters: between(9, 10) };
}

function npsOf(definition: MeasuredDefinition, tally: Tally): Measure {
  const answer = nps({ counts: npsCountsOf(definition, tally) });
  return { value: answer.nps, n: answer.n, lower: answer.adjustedWald.lower, upper: answer.adjustedWald.upper };
}

function topBoxesOf(definition: MeasuredDefinition, tally: Tally, boxes: number): Measure {
  const counts = ratingsOf(definition, tally);
  const answer = csat({ counts, topBoxes: Math.min(boxes, counts.counts.length) });
  return { value: answer.csat, n: answer.n, lower: answer.lower, upper: answer.upper };
}

/** Ratings outside the scale belong to another definition of the metric and do not count in this one. */
export function ratingsOf({ scaleMinimum, scaleMaximum }: MeasuredDefinition, tally: Tally): RatingCounts {
  if (typeof scaleMinimum !== 'number' || typeof scaleMaximum !== 'number')
    throw new RangeError('Ratings are measured on a scale.');
  const counts: number[] = [];
  for (let rating = scaleMinimum; rating <= scaleMaximum; rating += 1) counts.push(tally.counts?.[rating] ?? 0);
  const total = (of: (rating: number) => number) =>
    counts.reduce((sum, count, index) => sum + count * of(scaleMinimum + index), 0);
  return {
    scaleMin: scaleMinimum,
    scaleMax: scaleMaximum,
    n: total(() => 1),
    missing: 0,
    sum: total((rating) => rating),
    sumSq: total((rating) => rating * rating),
    counts,
  };
}

/** Wilson's interval counts; parts of a whole that are not counted, such as hours of hours, have none. */
function shareOf({ sum, n }: Tally): Measure {
  if (!Number.isInteger(sum) || !Number.isInteger(n) || sum < 0 || sum > n)
    return { value: (100 * sum) / n, n, lower: null, upper: null };
  const { proportion, lower, upper } = wilsonInterval({ successes: sum, n });
  return { value: percent(proportion), n, lower: percent(lower), upper: percent(upper) };
}

const percent = (proportion: number | null): number | null => (proportion === null ? null : 100 * proportion);

/**
 * The sums of a tally are rounded, those of the interval are exact: values that are all equal must not seem to vary, and a
 * sum of squares that rounding made too small for its sum is the smallest that fits.
 */
export function sumsOf({ n, sum, sumOfSquares, minimum, maximum }: Tally): ValueSums {
  if (minimum === maximum) {
    const one = valueSums({ values: [minimum] });
    const times = ({ digits, exponent }: ValueSums['sum']) => ({
      digits: String(BigInt(digits) * BigInt(n)),
      exponent,
    });
    return { n, missing: 0, sum: times(one.sum), sumSq: times(one.sumSq) };
  }
  const least = ((sum * sum) / n) * (1 + 4 * Number.EPSILON);
  const exact = (value: number) => valueSums({ values: [value] }).sum;
  return { n, missing: 0, sum: exact(sum), sumSq: exact(Math.max(sumOfSquares, least)) };
}
