import { checkNumber, checkNumbersOrNull, checkObject, checkObjects } from '../checks/index.js';
import { sumOf } from '../moments/index.js';

/** The five dimensions of SERVQUAL. */
export type ServqualDimension = 'tangibles' | 'reliability' | 'responsiveness' | 'assurance' | 'empathy';

/** First item (0-based) of each dimension and the first one after it: items 1-4, 5-9, 10-13, 14-17 and 18-22. */
const ITEMS: Record<ServqualDimension, readonly [number, number]> = {
  tangibles: [0, 4],
  reliability: [4, 9],
  responsiveness: [9, 13],
  assurance: [13, 17],
  empathy: [17, 22],
};
const DIMENSIONS = Object.keys(ITEMS) as ServqualDimension[];
const ITEM_COUNT = 22;

/** One respondent's questionnaire. */
export interface ServqualRespondent {
  /** 22 expectations in the order of the questionnaire, whole numbers from 1 to 7; `null` is not answered. */
  expectations: readonly (number | null)[];
  /** 22 perceptions in the same order, whole numbers from 1 to 7; `null` is not answered. */
  perceptions: readonly (number | null)[];
  /** 100 points spread over the dimensions by importance; `null` (or left out) when the respondent was not asked. */
  points?: Record<ServqualDimension, number> | null;
}

/** Argument of {@link servqual}. */
export interface ServqualInput {
  /** One entry per respondent. */
  respondents: readonly ServqualRespondent[];
}

/** Result of {@link servqual}; gaps in scale points from −6 to 6, negative where the service falls short. */
export interface ServqualResult {
  /** Respondents. */
  n: number;
  /** Mean gap of each dimension over the respondents who have one; `null` when nobody has. */
  dimensionGaps: Record<ServqualDimension, number | null>;
  /** Mean of the five dimension gaps; `null` when one of them is. */
  unweighted: number | null;
  /** Mean over respondents of their own importance-weighted gap; `null` when nWeighted = 0. */
  weighted: number | null;
  /** Respondents with all five dimension gaps and points. */
  nWeighted: number;
}

type Gaps = Record<ServqualDimension, number | null>;

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : sumOf(values) / values.length;
}

function byDimension<T>(value: (dimension: ServqualDimension) => T): Record<ServqualDimension, T> {
  return Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, value(dimension)])) as Record<
    ServqualDimension,
    T
  >;
}

function checkAnswers(name: string, value: unknown): readonly (number | null)[] {
  const answers = checkNumbersOrNull(name, value, { integer: true, min: 1, max: 7 });
  if (answers.length !== ITEM_COUNT)
    throw new RangeError(`${name} must have ${ITEM_COUNT} entries, got ${answers.length}`);
  return answers;
}

function checkPoints(name: string, value: Record<ServqualDimension, number>): Record<ServqualDimension, number> {
  checkObject(name, value);
  const points = byDimension((dimension) =>
    checkNumber(`${name}.${dimension}`, value[dimension], { min: 0, max: 100 }),
  );
  const total = sumOf(DIMENSIONS.map((dimension) => points[dimension]));
  // Points may be fractions such as 33.4, which do not add up to the last bit.
  if (Math.abs(total - 100) > 1e-9) throw new RangeError(`${name} must sum to 100, got ${total}`);
  return points;
}

/** Gaps of one respondent: for each dimension the mean over the items with both answers. */
function gapsOf(expectations: readonly (number | null)[], perceptions: readonly (number | null)[]): Gaps {
  return byDimension((dimension) => {
    const gaps: number[] = [];
    for (let item = ITEMS[dimension][0]; item < ITEMS[dimension][1]; item += 1) {
      const expected = expectations[item] ?? null;
      const perceived = perceptions[item] ?? null;
      if (expected !== null && perceived !== null) gaps.push(perceived - expected);
    }
    return meanOf(gaps);
  });
}

/** The gap of one respondent by the importance that the same respondent gave; needs all five dimensions. */
function weightedGap(gaps: Gaps, points: Record<ServqualDimension, number>): number | null {
  const terms: number[] = [];
  for (const dimension of DIMENSIONS) {
    const gap = gaps[dimension];
    if (gap === null) return null;
    terms.push((points[dimension] * gap) / 100);
  }
  return sumOf(terms);
}

/**
 * SERVQUAL: the gap between what customers expect and what they perceive, on 22 items in five dimensions.
 *
 * Formula: gap = perception − expectation. Dimension gap of a respondent = mean of the item gaps with both answers;
 * dimension gap = mean of these over respondents; unweighted = mean of the five dimension gaps (not of 22 items);
 * weighted = mean over respondents of Σ points/100 × own dimension gap.
 *
 * Units: points of the 7-point scale, −6 to 6. An item without one of its answers is left out; a respondent without
 * all five dimensions or without points is left out of the weighted gap only.
 *
 * Source: Parasuraman, Zeithaml & Berry (1988) Journal of Retailing 64(1):12-40; (1991) 67(4):420-450; Zeithaml,
 * Parasuraman & Berry (1990) Delivering Quality Service.
 *
 * @throws {TypeError | RangeError} when there are not 22 answers, an answer is not a whole number from 1 to 7 or
 * `null`, or points are negative or do not sum to 100.
 * @example
 * servqual({
 *   respondents: [
 *     {
 *       expectations: [6, 6, 6, 6, 7, 7, 7, 7, 7, 6, 6, 6, 6, 6, 6, 6, 6, 5, 5, 5, 5, 5],
 *       perceptions: [6, 6, 5, 5, 5, 5, 6, 6, 6, 5, 5, 5, 5, 6, 6, 6, null, 5, 5, 5, 5, 5],
 *       points: { tangibles: 10, reliability: 40, responsiveness: 20, assurance: 20, empathy: 10 },
 *     },
 *   ],
 * });
 * // => {
 * //   n: 1,
 * //   dimensionGaps: { tangibles: -0.5, reliability: -1.4, responsiveness: -1, assurance: 0, empathy: 0 },
 * //   unweighted: -0.58, weighted: -0.81, nWeighted: 1,
 * // }
 */
export function servqual(input: ServqualInput): ServqualResult {
  const { respondents } = checkObject('input', input);
  const weightedGaps: number[] = [];
  const gaps = checkObjects('respondents', respondents).map(({ expectations, perceptions, points = null }, i) => {
    const name = `respondents[${i}]`;
    const own = gapsOf(
      checkAnswers(`${name}.expectations`, expectations),
      checkAnswers(`${name}.perceptions`, perceptions),
    );
    const weighted = points === null ? null : weightedGap(own, checkPoints(`${name}.points`, points));
    if (weighted !== null) weightedGaps.push(weighted);
    return own;
  });
  const dimensionGaps = byDimension((dimension) =>
    meanOf(gaps.map((gap) => gap[dimension]).filter((gap): gap is number => gap !== null)),
  );
  const complete = DIMENSIONS.map((dimension) => dimensionGaps[dimension]).filter((gap) => gap !== null);
  return {
    n: gaps.length,
    dimensionGaps,
    unweighted: complete.length === DIMENSIONS.length ? meanOf(complete) : null,
    weighted: meanOf(weightedGaps),
    nWeighted: weightedGaps.length,
  };
}
