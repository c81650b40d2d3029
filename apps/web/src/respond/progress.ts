import { isAnswered } from './answers.js';
import type { Answers, Item, Practice, Questionnaire } from './contract.js';

export interface Progress {
  readonly answered: number;
  readonly total: number;
}

export type PracticeStatus = 'answered' | 'partly' | 'unanswered';

/** Free text is welcome but never missing, unless it is all that a practice asks. */
export function expectedItems(practice: Practice): readonly Item[] {
  const scored = practice.items.filter((item) => item.type !== 'text');
  return scored.length > 0 ? scored : practice.items;
}

export function practiceProgress(practice: Practice, answers: Answers): Progress {
  return {
    answered: expectedItems(practice).filter((item) => isAnswered(answers[item.id])).length,
    total: expectedItems(practice).length,
  };
}

export function practiceStatus(practice: Practice, answers: Answers): PracticeStatus {
  const { answered, total } = practiceProgress(practice, answers);
  if (answered === total) return 'answered';
  return answered === 0 ? 'unanswered' : 'partly';
}

/** Counted in practices, the unit a person sees as one screen; a practice counts once all of it is answered. */
export function overallProgress(practices: readonly Practice[], answers: Answers): Progress {
  return {
    answered: practices.filter((practice) => practiceStatus(practice, answers) === 'answered').length,
    total: practices.length,
  };
}

export function questionProgress(questionnaire: Questionnaire, answers: Answers): Progress {
  const parts = questionnaire.dimensions
    .flatMap((dimension) => dimension.practices)
    .map((practice) => practiceProgress(practice, answers));
  return {
    answered: parts.reduce((sum, part) => sum + part.answered, 0),
    total: parts.reduce((sum, part) => sum + part.total, 0),
  };
}
