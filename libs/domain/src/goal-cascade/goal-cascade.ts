import type { Direction } from '../metric-definition/index.js';
import { targetStatus } from '../metric-definition/index.js';

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

/** Where a joint of the cascade stands: verbal without a metric, open without a target. */
export const JOINT_STATUSES = ['met', 'not_met', 'no_data', 'not_due', 'verbal', 'no_target', 'empty'] as const;
export type JointStatus = (typeof JOINT_STATUSES)[number];

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

export interface MetricJoint {
  readonly status: JointStatus;
  readonly findings: readonly CascadeFinding[];
}

/** Where a metric stands against the target by which it is judged; null where it has none. */
export function metricJoint(
  direction: Direction,
  target: CascadeTarget | null,
  today: string,
  actual: number | null,
): MetricJoint {
  if (!target) return { status: 'no_target', findings: ['metric_without_target'] };
  const status = targetStatus(direction, target, today, actual);
  const overdue = target.dueOn < today && status !== 'met';
  return { status, findings: overdue ? ['target_overdue'] : [] };
}

/**
 * Where the whole stands by where its parts stand: not met as soon as one part is not; met only when every part is.
 * Between the two, what is missing comes before what is merely not due.
 */
export function jointOf(parts: readonly JointStatus[], empty: 'verbal' | 'empty'): JointStatus {
  if (parts.length === 0) return empty;
  if (parts.every((part) => part === 'met')) return 'met';
  const order: readonly JointStatus[] = ['not_met', 'no_data', 'no_target', 'verbal', 'empty', 'not_due'];
  return order.find((status) => parts.includes(status)) as JointStatus;
}
