import { isAnswered } from './answers.js';
import type { Answers, Practice, Questionnaire } from './contract.js';

export interface Progress {
  readonly answered: number;
  readonly total: number;
}

export type PracticeStatus = 'answered' | 'partly' | 'unanswered';

export function practiceProgress(practice: Practice, answers: Answers): Progress {
  return {
    answered: practice.items.filter((item) => isAnswered(answers[item.id])).length,
    total: practice.items.length,
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
