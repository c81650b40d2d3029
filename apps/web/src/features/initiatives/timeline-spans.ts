import type { Stage } from './initiative-words.js';

export interface TimelineRow {
  stage: Stage;
  startsOn?: string | null;
  dueOn?: string | null;
  today: string;
  /** The stages it entered, the latest first. */
  history: readonly { to: Stage; changedAt: string }[];
}

export interface StageSpan {
  stage: Stage;
  /** Days, YYYY-MM-DD; a stage that was left on the day it was entered has none between them. */
  from: string;
  until: string;
}

const ENDS: readonly Stage[] = ['CLOSED', 'WITHDRAWN'];

/** How long an initiative stood in each stage, the first one first. What has ended takes no more time. */
export function stageSpans({ history, today }: TimelineRow): StageSpan[] {
  const entered = [...history].reverse();
  return entered.flatMap(({ to, changedAt }, index) => {
    if (ENDS.includes(to)) return [];
    const from = changedAt.slice(0, 10);
    const until = entered[index + 1]?.changedAt.slice(0, 10) ?? today;
    return [{ stage: to, from, until: until < from ? from : until }];
  });
}

/** What is planned and has not been lived yet: from today, or its beginning if that is to come, until it is due. */
export function plannedSpan({ startsOn, dueOn, today, stage }: TimelineRow): { from: string; until: string } | null {
  if (!dueOn || dueOn <= today || ENDS.includes(stage)) return null;
  return { from: startsOn && startsOn > today ? startsOn : today, until: dueOn };
}
