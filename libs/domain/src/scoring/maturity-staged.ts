import { checkName, checkObject, checkObjects, checkOneOf } from '@touchstone/metrics/checks';
import { ascending, checkLevels } from './check-levels.js';

/** Null is "not assessed", which blocks a level as "not satisfied" does. */
export type PracticeStatus = 'satisfied' | 'not-satisfied' | 'na' | null;

/** One practice that a level asks for. */
export interface StagedPractice {
  readonly id: string;
  readonly status: PracticeStatus;
}

/** Argument of {@link maturityStaged}. */
export interface StagedInput {
  /** Levels from 2 on in any order, each once; level 1 is the floor and asks for nothing. */
  readonly levels: readonly { readonly level: number; readonly practices: readonly StagedPractice[] }[];
}

/** Result of {@link maturityStaged}. */
export interface StagedResult {
  /** The highest level that is reached without a gap below it; at least 1. */
  readonly maturityLevel: number;
  /** The proportion (0 to 1) of applicable practices that are satisfied, by level; null where none applies. */
  readonly profile: Readonly<Record<number, number | null>>;
  /** The practices that are not satisfied at the first level that is not passed. */
  readonly blocking: readonly string[];
  /** Levels that ask for nothing here, because no practice at them applies. */
  readonly vacuousLevels: readonly number[];
}

function checkPractices(practices: readonly StagedPractice[], level: number): void {
  checkObjects(`levels[${level}].practices`, practices).forEach(({ id, status }, index) => {
    const name = `levels[${level}].practices[${index}]`;
    checkName(`${name}.id`, id);
    if (status !== null) checkOneOf(`${name}.status`, status, ['satisfied', 'not-satisfied', 'na']);
  });
}

/**
 * Staged maturity level: the highest level such that it and everything below it is satisfied.
 *
 * Formula: a level is passed when every applicable practice of it is "satisfied"; maturityLevel = the highest L such that
 * all levels from 2 to L are passed, 1 when level 2 is not. A gap caps the result however good the levels above it are.
 * profile = satisfied / applicable practices of each level. "na" does not count; null (not assessed) is not satisfied.
 *
 * Units: whole levels from 1; the profile is a proportion, 0 to 1. A level at which nothing applies is passed and named
 * in `vacuousLevels`.
 *
 * Source: CMMI for Development 1.3 (2010) CMU/SEI-2010-TR-033 (staged representation); SCAMPI A 1.3 Method Definition
 * Document (2011) CMU/SEI-2011-HB-001.
 *
 * @throws {TypeError | RangeError} when a level is not a whole number of at least 2 or is repeated, the id of a practice
 * empty, or a status neither null nor one of the three names.
 * @example
 * maturityStaged({
 *   levels: [
 *     { level: 2, practices: [{ id: '2a', status: 'satisfied' }, { id: '2b', status: 'na' }] },
 *     { level: 3, practices: [{ id: '3a', status: 'satisfied' }, { id: '3b', status: null }] },
 *     { level: 4, practices: [{ id: '4a', status: 'satisfied' }] },
 *   ],
 * });
 * // => { maturityLevel: 2, profile: { '2': 1, '3': 0.5, '4': 1 }, blocking: ['3b'], vacuousLevels: [] }
 */
export function maturityStaged(input: StagedInput): StagedResult {
  const levels = checkLevels(checkObject('input', input).levels, 2);
  levels.forEach(({ practices }, index) => checkPractices(practices, index));
  const profile: Record<number, number | null> = {};
  const vacuousLevels: number[] = [];
  let maturityLevel = 1;
  let blocking: readonly string[] | null = null;
  for (const { level, practices } of ascending(levels)) {
    const applicable = practices.filter(({ status }) => status !== 'na');
    const open = applicable.filter(({ status }) => status !== 'satisfied');
    profile[level] = applicable.length === 0 ? null : (applicable.length - open.length) / applicable.length;
    if (applicable.length === 0) vacuousLevels.push(level);
    if (blocking) continue;
    if (open.length === 0) maturityLevel = level;
    else blocking = open.map(({ id }) => id);
  }
  return { maturityLevel, profile, blocking: blocking ?? [], vacuousLevels };
}
