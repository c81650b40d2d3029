import { checkArray, checkFinite, checkNumber, checkNumbersOrNull, checkObject, checkOneOf } from '../checks/index.js';

/**
 * Name of a run rule. Nelson's set: 'beyond-3s', '9-same-side', '6-trend', '14-alternating', '2of3-beyond-2s',
 * '4of5-beyond-1s', '15-within-1s', '8-outside-1s'. The Western Electric set: 'beyond-3s', '2of3-beyond-2s',
 * '4of5-beyond-1s', '8-same-side'.
 */
export type RunRule =
  | 'beyond-3s'
  | '2of3-beyond-2s'
  | '4of5-beyond-1s'
  | '8-same-side'
  | '9-same-side'
  | '6-trend'
  | '14-alternating'
  | '15-within-1s'
  | '8-outside-1s';

/** Argument of {@link runRules}. */
export interface RunRulesInput {
  /** One value per point in time; `null` is missing. */
  values: readonly (number | null)[];
  /** Centre line, given and not estimated from the values. */
  center: number;
  /** Standard deviation of a single value, at least 0, given. */
  sigma: number;
  /** Names of the rules to apply. */
  rules: readonly RunRule[];
}

/** Where one rule of {@link runRules} holds. */
export interface RunRuleFinding {
  /** Indices at which a window that satisfies the rule ends. */
  hits: number[];
  /** Overlapping windows merged: [first index of the first window, last hit]. */
  episodes: [number, number][];
}

/** Result of {@link runRules}: one entry per rule that was asked for. */
export type RunRulesResult = Partial<Record<RunRule, RunRuleFinding>>;

/** The values as distances from the centre line in sigmas; `null` breaks every window that it stands in. */
interface Points {
  z: readonly (number | null)[];
  x: readonly (number | null)[];
}

/** A rule: the length of its window, and whether the complete window that ends at `end` satisfies it. */
interface Rule {
  length: number;
  holds: (points: Points, end: number) => boolean;
}

const RULES: Record<RunRule, Rule> = {
  'beyond-3s': kOfM(1, 1, 3),
  '2of3-beyond-2s': kOfM(2, 3, 2),
  '4of5-beyond-1s': kOfM(4, 5, 1),
  '8-same-side': kOfM(8, 8, 0),
  '9-same-side': kOfM(9, 9, 0),
  '6-trend': steps(6, (step, before) => step !== 0 && (before === null || Math.sign(step) === Math.sign(before))),
  '14-alternating': steps(
    14,
    (step, before) => step !== 0 && (before === null || Math.sign(step) === -Math.sign(before)),
  ),
  '15-within-1s': every(15, (z) => Math.abs(z) < 1),
  '8-outside-1s': every(8, (z) => Math.abs(z) > 1),
};

/**
 * Run rules of Nelson and of the Western Electric handbook.
 *
 * Formula: z = (x − center)/sigma, all comparisons strict: a point on the centre line is on neither side, one on a zone
 * line not beyond it. "k of m beyond" needs k of the m points ending here beyond the line on the same side, this point
 * among them; "6-trend" five steps in one direction; "14-alternating" thirteen steps of alternating direction;
 * "15-within-1s" every |z| < 1; "8-outside-1s" every |z| > 1, on either side; "same-side" every point on one side.
 *
 * Units: indices from 0. A hit is the end of a complete window; a missing value breaks every window. Windows that
 * overlap the episode before them belong to it, so that one shift is one event.
 *
 * Source: Nelson LS (1984) Journal of Quality Technology 16:237-239; Western Electric, Statistical Quality Control
 * Handbook (1956); NIST/SEMATECH e-Handbook 6.3.2.
 *
 * @throws {TypeError | RangeError} when a value is not a finite number or `null`, `center` not finite, `sigma` negative,
 * or a rule name unknown.
 * @example
 * runRules({
 *   values: [0, 2.1, 0.5, 2.4, 2.2, 3.2, 0],
 *   center: 0,
 *   sigma: 1,
 *   rules: ['beyond-3s', '2of3-beyond-2s'],
 * });
 * // => {
 * //   'beyond-3s': { hits: [5], episodes: [[5, 5]] },
 * //   '2of3-beyond-2s': { hits: [3, 4, 5], episodes: [[1, 5]] },
 * // }
 */
export function runRules(input: RunRulesInput): RunRulesResult {
  const { values, center, sigma, rules } = checkObject('input', input);
  const x = checkNumbersOrNull('values', values);
  checkFinite('center', center);
  checkNumber('sigma', sigma, { min: 0 });
  const names = Object.keys(RULES) as RunRule[];
  const asked = checkArray('rules', rules).map((rule, i) => checkOneOf(`rules[${i}]`, rule, names));
  // Without variance a point on the line has no z (0/0), which is neither beyond nor within anything.
  const z = x.map((value) => (value === null ? null : (value - center) / sigma));
  return Object.fromEntries(asked.map((name) => [name, find(RULES[name], { z, x })]));
}

function find({ length, holds }: Rule, points: Points): RunRuleFinding {
  const hits: number[] = [];
  const episodes: [number, number][] = [];
  let unbroken = 0;
  points.x.forEach((value, end) => {
    unbroken = value === null ? 0 : unbroken + 1;
    if (unbroken < length || !holds(points, end)) return;
    hits.push(end);
    const start = end - length + 1;
    const last = episodes.at(-1);
    if (last && start <= last[1]) last[1] = end;
    else episodes.push([start, end]);
  });
  return { hits, episodes };
}

/** At least k of m points beyond `sigmas` on the side of the last one. */
function kOfM(k: number, m: number, sigmas: number): Rule {
  return {
    length: m,
    holds: ({ z }, end) => {
      const side = Math.sign(z[end]!);
      let beyond = 0;
      for (let i = end - m + 1; i <= end; i += 1) if (z[i]! * side > sigmas) beyond += 1;
      return z[end]! * side > sigmas && beyond >= k;
    },
  };
}

/** Every step of the window, given with the step before it, fits. */
function steps(length: number, fits: (step: number, before: number | null) => boolean): Rule {
  return {
    length,
    holds: ({ x }, end) => {
      let before: number | null = null;
      for (let i = end - length + 2; i <= end; i += 1) {
        const step = x[i]! - x[i - 1]!;
        if (!fits(step, before)) return false;
        before = step;
      }
      return true;
    },
  };
}

/** Every point of the window fits. */
function every(length: number, fits: (z: number) => boolean): Rule {
  return {
    length,
    holds: ({ z }, end) => {
      for (let i = end - length + 1; i <= end; i += 1) if (!fits(z[i]!)) return false;
      return true;
    },
  };
}
