import {
  checkFinite,
  checkFiniteOrNull,
  checkObject,
  checkObjects,
  checkOneOf,
  checkUniqueNames,
} from '../checks/index.js';
import { momentsOf } from '../moments/index.js';

/** One attribute of {@link ipa}. */
export interface IpaAttribute {
  /** Different for every attribute. */
  id: string;
  /** Stated or derived importance; `null` is missing. */
  importance: number | null;
  /** Rated performance; `null` is missing. */
  performance: number | null;
}

/** Argument of {@link ipa}. */
export interface IpaInput {
  attributes: readonly IpaAttribute[];
  /** Where the quadrants meet: at the means of the complete attributes (default), or at given thresholds. */
  crosshair?: 'mean' | { importance: number; performance: number };
}

/** Quadrant of an attribute: high importance first, then low. */
export type IpaQuadrant = 'concentrate' | 'keep' | 'low-priority' | 'overkill';

/** Result of {@link ipa}. */
export interface IpaResult {
  /** The cross-hair; `null` when it is to be a mean and no attribute is complete. */
  thresholds: { importance: number | null; performance: number | null };
  /** Quadrant by attribute id; `null` when a value is missing. */
  quadrants: Record<string, IpaQuadrant | null>;
  /** importance − performance by attribute id; `null` when a value is missing. */
  gaps: Record<string, number | null>;
}

/**
 * Importance-performance analysis: which attributes to concentrate on.
 *
 * Formula: an attribute is high where its value ≥ the threshold. High importance and low performance "concentrate";
 * high and high "keep"; low and low "low-priority"; low importance and high performance "overkill".
 * gap = importance − performance.
 *
 * Units: those of the two scales; the gap means something only where both use the same one. Attributes with a
 * missing value do not enter the means. For a cross-hair at the scale midpoints pass them as thresholds.
 *
 * Source: Martilla JA, James JC (1977) Journal of Marketing 41(1):77-79; Oh H (2001) Tourism Management 22:617-627
 * (choice of the cross-hair).
 *
 * @throws {TypeError | RangeError} when a value is not a finite number or `null`, an id is empty or repeated, or the
 * cross-hair is neither "mean" nor two finite numbers.
 * @example
 * ipa({
 *   attributes: [
 *     { id: 'wait', importance: 9, performance: 5 },
 *     { id: 'staff', importance: 8, performance: 9 },
 *     { id: 'decor', importance: 4, performance: 7 },
 *   ],
 * });
 * // => {
 * //   thresholds: { importance: 7, performance: 7 },
 * //   quadrants: { wait: 'concentrate', staff: 'keep', decor: 'overkill' },
 * //   gaps: { wait: 4, staff: -1, decor: -3 },
 * // }
 */
export function ipa(input: IpaInput): IpaResult {
  const { attributes, crosshair } = checkObject('input', input);
  const checked = checkAttributes(attributes);
  const complete = checked.filter(({ importance, performance }) => importance !== null && performance !== null);
  const thresholds = checkCrosshair(crosshair) ?? {
    importance: momentsOf(complete.map(({ importance }) => importance!)).mean,
    performance: momentsOf(complete.map(({ performance }) => performance!)).mean,
  };
  const quadrants: [string, IpaQuadrant | null][] = [];
  const gaps: [string, number | null][] = [];
  for (const { id, importance, performance } of checked) {
    const incomplete = importance === null || performance === null;
    gaps.push([id, incomplete ? null : importance - performance]);
    const important = !incomplete && importance >= thresholds.importance!;
    const good = !incomplete && performance >= thresholds.performance!;
    quadrants.push([id, incomplete ? null : quadrantOf(important, good)]);
  }
  return { thresholds, quadrants: Object.fromEntries(quadrants), gaps: Object.fromEntries(gaps) };
}

function quadrantOf(important: boolean, good: boolean): IpaQuadrant {
  if (important) return good ? 'keep' : 'concentrate';
  return good ? 'overkill' : 'low-priority';
}

function checkAttributes(attributes: readonly IpaAttribute[]): readonly IpaAttribute[] {
  const list = checkObjects('attributes', attributes);
  list.forEach(({ importance, performance }, i) => {
    checkFiniteOrNull(`attributes[${i}].importance`, importance);
    checkFiniteOrNull(`attributes[${i}].performance`, performance);
  });
  checkUniqueNames(
    'attributes',
    list.map(({ id }) => id),
    '.id',
  );
  return list;
}

function checkCrosshair(crosshair: IpaInput['crosshair']): { importance: number; performance: number } | null {
  if (typeof crosshair === 'string') checkOneOf('crosshair', crosshair, ['mean']);
  if (crosshair === undefined || typeof crosshair === 'string') return null;
  const { importance, performance } = checkObject('crosshair', crosshair);
  return {
    importance: checkFinite('crosshair.importance', importance),
    performance: checkFinite('crosshair.performance', performance),
  };
}
