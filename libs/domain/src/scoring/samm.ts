import { checkArray, checkObject } from '@touchstone/metrics/checks';
import { exactMean, exactSum } from './exact-sum.js';

/** One stream's answers for levels 1, 2 and 3: 0, 0.25, 0.5 or 1; null is unanswered, `'na'` not applicable. */
export type SammAnswers = readonly (number | null | 'na')[];

/** The two streams of a practice. */
export interface SammPractice {
  readonly A: SammAnswers;
  readonly B: SammAnswers;
}

/** Argument of {@link samm}. */
export interface SammInput {
  /** By function the practices, by practice the streams. A practice has one name in all functions. */
  readonly functions: Readonly<Record<string, Readonly<Record<string, SammPractice>>>>;
}

/** Result of {@link samm}: scores from 0 to 3. */
export interface SammResult {
  /** Streams by practice. */
  readonly streams: Readonly<Record<string, { readonly A: number; readonly B: number }>>;
  /** Practices by name. */
  readonly practices: Readonly<Record<string, number>>;
  /** Functions by name; null for one without a practice. */
  readonly functions: Readonly<Record<string, number | null>>;
  /** Mean of the functions; null without any. */
  readonly overall: number | null;
  /** Answers that are not null. */
  readonly answered: number;
  /** Answers that the practices ask for. */
  readonly total: number;
}

const LEVELS = 3;
const ANSWER_VALUES: ReadonlySet<unknown> = new Set([0, 0.25, 0.5, 1]);

function checkAnswers(name: string, answers: SammAnswers): SammAnswers {
  const list = checkArray(name, answers);
  if (list.length !== LEVELS) throw new RangeError(`${name} must have ${LEVELS} entries, got ${list.length}`);
  // Not forEach, which would pass over the holes of a sparse array.
  Array.from(list, (answer, index) => {
    if (answer === null || answer === 'na' || ANSWER_VALUES.has(answer)) return;
    const message = `${name}[${index}] must be 0, 0.25, 0.5, 1, "na" or null`;
    throw typeof answer === 'number' ? new RangeError(message) : new TypeError(message);
  });
  return answers;
}

function streamScore(answers: SammAnswers): number {
  return exactSum(answers.map((answer) => (typeof answer === 'number' ? answer : 0)));
}

/**
 * OWASP SAMM 2 scores from the answers to its activities.
 *
 * Formula: stream = sum of its three answers; practice = mean of its two streams; function = mean of its practices;
 * overall = mean of the functions. Unanswered and not applicable count as 0, as in the official toolbox.
 *
 * Units: scores from 0 to 3; answers are 0, 0.25, 0.5 or 1.
 *
 * Source: OWASP SAMM 2 core model (answer sets) and toolbox; OWASP SAMM (2025) Percent to Target and Progress to Date
 * (Secure Build example); OWASP SAMM (2023) The Not Applicable question (Security Architecture example).
 *
 * @throws {TypeError | RangeError} when an answer is none of the four values, "na" or null, a stream does not have three
 * answers, or a practice stands in two functions.
 * @example
 * samm({
 *   functions: {
 *     Design: {
 *       'Threat Assessment': { A: [1, 0.5, 0.25], B: [0.25, 0, null] },
 *       'Security Architecture': { A: [0.5, 0.5, 0], B: [1, 1, 1] },
 *     },
 *   },
 * });
 * // => {
 * //   streams: { 'Threat Assessment': { A: 1.75, B: 0.25 }, 'Security Architecture': { A: 1, B: 3 } },
 * //   practices: { 'Threat Assessment': 1, 'Security Architecture': 2 },
 * //   functions: { Design: 1.5 }, overall: 1.5, answered: 11, total: 12,
 * // }
 */
export function samm(input: SammInput): SammResult {
  const streams = new Map<string, { A: number; B: number }>();
  const practices = new Map<string, number>();
  const functions = new Map<string, number | null>();
  let answered = 0;
  for (const [functionName, group] of Object.entries(checkObject('functions', checkObject('input', input).functions))) {
    const scores = Object.entries(checkObject(`functions.${functionName}`, group)).map(([name, practice]) => {
      const where = `functions.${functionName}.${name}`;
      if (practices.has(name)) throw new RangeError(`${where} must be different from the practices of other functions`);
      const { A, B } = checkObject(where, practice);
      const answers = { A: checkAnswers(`${where}.A`, A), B: checkAnswers(`${where}.B`, B) };
      answered += [...answers.A, ...answers.B].filter((answer) => answer !== null).length;
      const stream = { A: streamScore(answers.A), B: streamScore(answers.B) };
      streams.set(name, stream);
      practices.set(name, (stream.A + stream.B) / 2);
      return (stream.A + stream.B) / 2;
    });
    functions.set(functionName, exactMean(scores));
  }
  return {
    streams: Object.fromEntries(streams),
    practices: Object.fromEntries(practices),
    functions: Object.fromEntries(functions),
    overall: exactMean([...functions.values()].filter((score) => score !== null)),
    answered,
    total: 2 * LEVELS * practices.size,
  };
}
