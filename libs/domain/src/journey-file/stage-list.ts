import { type DocumentPlacement, type DocumentStage, sameName } from './journey-document.js';
import { NO_EVIDENCE } from './read-evidence.js';
import type { ProblemsOfTable, Where } from './read-problems.js';

/** The stages of a file in their order, found by their names. */
export class StageList {
  readonly stages: DocumentStage[] = [];
  private readonly byName = new Map<string, DocumentStage>();

  add(name: string): DocumentStage {
    const stage: DocumentStage = { name: name.trim(), lifecycle: null, cells: [], touchpoints: [] };
    this.stages.push(stage);
    if (!this.byName.has(sameName(name))) this.byName.set(sameName(name), stage);
    return stage;
  }

  find(name: string): DocumentStage | undefined {
    return this.byName.get(sameName(name));
  }

  /** A touchpoint stands once in a stage. */
  place(stage: DocumentStage, touchpoint: string, problems: ProblemsOfTable, where: Where): DocumentPlacement | null {
    if (stage.touchpoints.some((each) => sameName(each.touchpoint) === sameName(touchpoint))) {
      problems.error('TOUCHPOINT_TWICE', { ...where, value: touchpoint });
      return null;
    }
    const placement: DocumentPlacement = {
      touchpoint,
      factor: null,
      emotion: null,
      emotionN: null,
      emotionJudgedBy: null,
      ...NO_EVIDENCE,
      expectation: null,
      confirmedAt: null,
    };
    stage.touchpoints.push(placement);
    return placement;
  }
}
