import type { Answer, AnswerInput, Answers, Item, Practice, Questionnaire } from './contract.js';

/** An answer on this device: what was said, and when (milliseconds, in the server's clock as far as we know it). */
export interface StampedAnswer extends Answer {
  readonly at: number;
}

export type StampedAnswers = Readonly<Record<string, StampedAnswer>>;

/** A comment alone is not an answer: it says something about the practice, not where it stands. */
export function isAnswered(answer: Answer | undefined): boolean {
  return (
    answer !== undefined &&
    (answer.notApplicable === true || answer.value !== undefined || Boolean(answer.text?.trim()))
  );
}

/** Whether the person said anything at all, be it only a comment. */
export function saysSomething(answer: Answer | undefined): boolean {
  return isAnswered(answer) || Boolean(answer?.comment?.trim());
}

/** Drops what says nothing (empty texts, the time stamp), so that two answers can be compared and sent. */
export function plain(answer: Answer | undefined): Answer {
  if (answer === undefined) return {};
  return {
    ...(answer.value !== undefined && answer.notApplicable !== true && { value: answer.value }),
    ...(answer.notApplicable === true && { notApplicable: true as const }),
    ...(answer.text?.trim() && { text: answer.text }),
    ...(answer.comment?.trim() && { comment: answer.comment }),
  };
}

export function plainAnswers(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).map(([itemId, answer]) => [itemId, plain(answer)]));
}

export function sameAnswer(left: Answer | undefined, right: Answer | undefined): boolean {
  const a = plain(left);
  const b = plain(right);
  return a.value === b.value && a.notApplicable === b.notApplicable && a.text === b.text && a.comment === b.comment;
}

/** The items whose local answer the server does not have yet. */
export function unsentItems(local: Answers, known: Answers): string[] {
  return [...new Set([...Object.keys(local), ...Object.keys(known)])].filter(
    (itemId) => !sameAnswer(local[itemId], known[itemId]),
  );
}

export function itemsOf(questionnaire: Questionnaire): Item[] {
  return practicesOf(questionnaire).flatMap((practice) => practice.items);
}

export function practicesOf(questionnaire: Questionnaire): Practice[] {
  return questionnaire.dimensions.flatMap((dimension) => dimension.practices);
}

/** What is sent at the end, in the questionnaire's order; an item the model no longer has is not sent. */
export function answerInputs(questionnaire: Questionnaire, answers: Answers): AnswerInput[] {
  return itemsOf(questionnaire).flatMap((item) => {
    const answer = answers[item.id];
    return saysSomething(answer) ? [{ itemId: item.id, ...plain(answer) }] : [];
  });
}
