import type { Outlook } from '../standing/index.js';

/** Four sides from which an experience can be improved. */
export const EXPERIENCE_DOMAINS = ['brand', 'product', 'employee', 'customer'] as const;
export type ExperienceDomain = (typeof EXPERIENCE_DOMAINS)[number];

export interface CascadeTarget {
  readonly dueOn: string;
  readonly value: number;
  readonly upperValue: number | null;
  /** Put on record after its day: it says what was aimed at and judges nothing. */
  readonly historical: boolean;
}

/** Where a joint of the cascade stands: as its metrics do, verbal without a metric, empty without an objective. */
export type JointStatus = Outlook | 'verbal' | 'empty';

/** What is missing, or late, at a joint. */
export const CASCADE_FINDINGS = [
  'goal_without_objective',
  'objective_without_goal',
  'objective_without_metric',
  'metric_without_target',
  'target_overdue',
] as const;
export type CascadeFinding = (typeof CASCADE_FINDINGS)[number];

/** The target by which a metric is judged today: the next that is due; when all have passed, the last. */
export function judgedTarget<Target extends CascadeTarget>(
  targets: readonly Target[],
  today: string,
): Target | undefined {
  const sorted = targets.filter(({ historical }) => !historical).toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  return sorted.find(({ dueOn }) => dueOn >= today) ?? sorted.at(-1);
}

/** What is missing, or late, where a metric hangs in the cascade. */
export function metricFindings(target: CascadeTarget | null, outlook: Outlook, today: string): CascadeFinding[] {
  if (!target) return ['metric_without_target'];
  return target.dueOn < today && outlook !== 'met' ? ['target_overdue'] : [];
}

/** Bad news first; what is missing before what is merely ahead; met only where every part is. */
const ORDER: readonly JointStatus[] = [
  'not_met',
  'at_risk',
  'no_data',
  'no_target',
  'verbal',
  'empty',
  'open',
  'on_course',
  'met',
];

/** Where the whole stands by where its parts stand, and what it is called where it has none. */
export const jointOf = (parts: readonly JointStatus[], without: 'verbal' | 'empty'): JointStatus =>
  ORDER.find((status) => parts.includes(status)) ?? without;
