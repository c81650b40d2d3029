import { requireArray, requireNumber, requireUnique } from './arguments.js';
import { exactMean, exactSum } from './exact-sum.js';

/** One stream's answers for levels 1, 2 and 3. */
export type SammAnswers = readonly (number | null | 'na')[];

export interface SammInput {
  readonly functions: Readonly<
    Record<string, Readonly<Record<string, { readonly A: SammAnswers; readonly B: SammAnswers }>>>
  >;
}

export interface SammResult {
  readonly streams: Readonly<Record<string, { readonly A: number; readonly B: number }>>;
  readonly practices: Readonly<Record<string, number>>;
  readonly functions: Readonly<Record<string, number | null>>;
  readonly overall: number | null;
  readonly answered: number;
  readonly total: number;
}

const LEVELS = 3;
const ANSWER_VALUES: ReadonlySet<number> = new Set([0, 0.25, 0.5, 1]);

function requireAnswers(answers: SammAnswers, name: string): SammAnswers {
  requireArray(answers, name);
  if (answers.length !== LEVELS) throw new RangeError(`${name} must hold ${LEVELS} answers`);
  answers.forEach((answer, index) => {
    if (answer === null || answer === 'na') return;
    const value = requireNumber(answer, `${name}[${index}]`);
    if (!ANSWER_VALUES.has(value)) throw new RangeError(`${name}[${index}] must be 0, 0.25, 0.5 or 1`);
  });
  return answers;
}

function streamScore(answers: SammAnswers): number {
  return exactSum(answers.map((answer) => (typeof answer === 'number' ? answer : 0)));
}

/** OWASP SAMM 2: answers add up along a stream, streams and practices average. Unanswered and N/A count as zero. */
export function samm({ functions }: SammInput): SammResult {
  const streams: [string, { A: number; B: number }][] = [];
  const practices: [string, number][] = [];
  const functionScores: [string, number | null][] = [];
  const seen = new Set<string>();
  let answered = 0;
  let total = 0;
  for (const [functionName, group] of Object.entries(functions)) {
    const scores = Object.entries(group).map(([name, practice]) => {
      const where = `functions.${functionName}.${name}`;
      requireUnique(seen, name, where);
      const a = requireAnswers(practice.A, `${where}.A`);
      const b = requireAnswers(practice.B, `${where}.B`);
      answered += [...a, ...b].filter((answer) => answer !== null).length;
      total += 2 * LEVELS;
      const stream = { A: streamScore(a), B: streamScore(b) };
      const score = (stream.A + stream.B) / 2;
      streams.push([name, stream]);
      practices.push([name, score]);
      return score;
    });
    functionScores.push([functionName, exactMean(scores)]);
  }
  return {
    streams: Object.fromEntries(streams),
    practices: Object.fromEntries(practices),
    functions: Object.fromEntries(functionScores),
    overall: exactMean(functionScores.flatMap(([, score]) => (score === null ? [] : [score]))),
    answered,
    total,
  };
}
