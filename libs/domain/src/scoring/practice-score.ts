/** From one respondent's answers to the score of one practice, by the model's method. */
import type { MaturityModel, ModelItem, ModelPractice, ScoredAnswers } from '../maturity-model/maturity-model.js';
import { answerScore, answerShare, scoredItems } from './answer-value.js';
import { exactMean, exactSum, weightedMean } from './exact-sum.js';
import { levelOf } from './level-of.js';
import { FULLY_ACHIEVED_ABOVE } from './maturity-iso33020.js';
import type { NodeScore } from './node-score.js';

export interface AnsweredItem {
  readonly item: ModelItem;
  /** Null where unanswered. */
  readonly answer: number | 'na' | null;
}

export function answeredItems(practice: ModelPractice, answers: ScoredAnswers): AnsweredItem[] {
  return scoredItems(practice).map((item) => ({ item, answer: answers.get(item.id) ?? null }));
}

/** The weighted mean of the given items' scores; N/A and unanswered leave it. */
export function meanOfItems(model: MaturityModel, items: readonly AnsweredItem[]): number | null {
  return weightedMean(
    items.flatMap(({ item, answer }) =>
      typeof answer === 'number' ? [{ weight: item.weight, value: answerScore(model, item, answer) }] : [],
    ),
  );
}

export interface Placement {
  /** The weighted mean of the items that belong to no level; null where there are none or none is answered. */
  readonly mean: number | null;
  /** The highest level up to which every applicable question is met; null where the practice asks none by level. */
  readonly questionsMetUpTo: number | null;
  /** The level at which the respondent places the practice. */
  readonly level: number | null;
}

function isMet(model: MaturityModel, { item, answer }: AnsweredItem): boolean {
  return answer === 'na' || (answer !== null && answerShare(model, item, answer) > FULLY_ACHIEVED_ABOVE);
}

/** An unanswered question is not met, and one that does not apply asks for nothing. */
function questionsMetUpTo(model: MaturityModel, questions: readonly AnsweredItem[]): number {
  const firstOpen = Math.min(
    ...questions.filter((question) => !isMet(model, question)).map(({ item }) => item.level ?? Infinity),
  );
  return model.levels.findLast(({ value }) => value < firstOpen)?.value ?? model.levels[0]!.value;
}

/**
 * Staged models ask where a practice stands, as whole levels: the level reached by the items that cover all levels,
 * and no higher than the questions that belong to single levels allow.
 */
export function placement(model: MaturityModel, items: readonly AnsweredItem[]): Placement {
  const questions = items.filter(({ item }) => item.level !== null);
  const mean = meanOfItems(
    model,
    items.filter(({ item }) => item.level === null),
  );
  const applies = questions.some(({ answer }) => answer !== 'na');
  const met = applies ? questionsMetUpTo(model, questions) : null;
  if (!items.some(({ answer }) => typeof answer === 'number')) {
    return { mean: null, questionsMetUpTo: null, level: null };
  }
  const reached = [levelOf(model, mean)?.value ?? null, met].filter((level) => level !== null);
  return { mean, questionsMetUpTo: met, level: reached.length === 0 ? null : Math.min(...reached) };
}

export interface StreamPart {
  readonly streamId: string;
  /** The weighted mean of the stream's answers at the level, unanswered and N/A as zero. */
  readonly value: number;
  readonly itemIds: readonly string[];
}

export interface LevelPart {
  readonly level: number;
  readonly streams: readonly StreamPart[];
  /** The mean of the streams. */
  readonly value: number;
}

/** Stream sums, level by level; what the levels contribute is added up. */
export function streamSumParts(
  model: MaturityModel,
  practice: ModelPractice,
  items: readonly AnsweredItem[],
): LevelPart[] {
  return model.levels.flatMap(({ value: level }) => {
    const streams = practice.streams.flatMap(({ id: streamId }): StreamPart[] => {
      const own = items.filter(({ item }) => item.level === level && item.streamId === streamId);
      const value = weightedMean(
        own.map(({ item, answer }) => ({
          weight: item.weight,
          value: typeof answer === 'number' ? answerScore(model, item, answer) : 0,
        })),
      );
      return value === null ? [] : [{ streamId, value, itemIds: own.map(({ item }) => item.id) }];
    });
    const value = exactMean(streams.map((stream) => stream.value));
    return value === null ? [] : [{ level, streams, value }];
  });
}

function scoreOf(model: MaturityModel, practice: ModelPractice, items: readonly AnsweredItem[]): number | null {
  switch (model.scoring.method) {
    case 'continuous':
      return meanOfItems(model, items);
    case 'staged':
      return placement(model, items).level;
    case 'stream-sums':
      return exactSum(streamSumParts(model, practice, items).map(({ value }) => value));
  }
}

export function scorePractice(model: MaturityModel, practice: ModelPractice, answers: ScoredAnswers): NodeScore {
  const items = answeredItems(practice, answers);
  const applicable = items.filter(({ answer }) => answer !== 'na');
  const answered = applicable.filter(({ answer }) => answer !== null);
  return {
    score: scoreOf(model, practice, items),
    coverage: weightedMean(
      applicable.map(({ item, answer }) => ({ weight: item.weight, value: answer === null ? 0 : 1 })),
    ),
    answered: answered.length,
    applicable: applicable.length,
    notApplicable: items.length - applicable.length,
  };
}
