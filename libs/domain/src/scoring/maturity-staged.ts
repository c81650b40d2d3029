import { requireArray, requireNumber, requireUnique } from './arguments.js';

/** Null is "not assessed", which blocks a level as "not satisfied" does. */
export type PracticeStatus = 'satisfied' | 'not-satisfied' | 'na' | null;

export interface StagedPractice {
  readonly id: string;
  readonly status: PracticeStatus;
}

export interface StagedInput {
  readonly levels: readonly { readonly level: number; readonly practices: readonly StagedPractice[] }[];
}

export interface StagedResult {
  readonly maturityLevel: number;
  /** The proportion (0–1) of applicable practices that are satisfied, by level; null where none applies. */
  readonly profile: Readonly<Record<number, number | null>>;
  /** The practices that are not satisfied at the first level that is not passed. */
  readonly blocking: readonly string[];
  /** Levels that ask for nothing here, because no practice at them applies. */
  readonly vacuousLevels: readonly number[];
}

const STATUSES: ReadonlySet<unknown> = new Set(['satisfied', 'not-satisfied', 'na', null]);

function validate({ levels }: StagedInput): void {
  const seen = new Set<number>();
  requireArray(levels, 'levels').forEach(({ level, practices }, index) => {
    const name = `levels[${index}].level`;
    requireNumber(level, name);
    if (!Number.isInteger(level) || level < 2) throw new RangeError(`${name} must be a whole number from 2`);
    requireUnique(seen, level, name);
    requireArray(practices, `levels[${index}].practices`).forEach(({ status }, practice) => {
      const where = `levels[${index}].practices[${practice}].status`;
      if (status !== null && typeof status !== 'string') throw new TypeError(`${where} must be a status or null`);
      if (!STATUSES.has(status)) throw new RangeError(`${where} is not a status`);
    });
  });
}

/**
 * The highest level such that it and everything below it is satisfied. Level 1 is the floor; a gap caps the result
 * however good the levels above it are.
 */
export function maturityStaged(input: StagedInput): StagedResult {
  validate(input);
  const levels = [...input.levels].sort((a, b) => a.level - b.level);
  const profile: Record<number, number | null> = {};
  const vacuousLevels: number[] = [];
  let maturityLevel = 1;
  let blocking: readonly string[] | null = null;
  for (const { level, practices } of levels) {
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
