import { type CascadeTarget, jointOf, type JointStatus, judgedTarget } from '../goal-cascade/index.js';
import { type Direction, reaches } from '../metric-definition/index.js';

/**
 * Where a metric stands against its target: `on_course` and `at_risk` where the target lies ahead and recent months say
 * whether it will be reached, `open` where they are too few to say.
 */
export const OUTLOOKS = ['met', 'on_course', 'at_risk', 'open', 'not_met', 'no_data', 'no_target'] as const;
export type Outlook = (typeof OUTLOOKS)[number];

export interface Dated {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly value: number;
}

/** Months that the pace is taken from, and how few of them are too few. */
const PACE_MONTHS = 6;
const FEWEST_MONTHS = 4;

export interface TargetOutlook<Target> {
  readonly outlook: Outlook;
  readonly target: Target | null;
  /** What the metric reaches on the target's day at the pace of the last months; null where nobody can say. */
  readonly projected: number | null;
}

/** Judges the latest of the months, oldest first, and where the line through the last of them leads. */
export function targetOutlook<Target extends CascadeTarget>(input: {
  readonly direction: Direction;
  readonly targets: readonly Target[];
  readonly today: string;
  readonly months: readonly Dated[];
}): TargetOutlook<Target> {
  const { direction, today, months } = input;
  const target = judgedTarget(input.targets, today) ?? null;
  if (!target) return { outlook: 'no_target', target, projected: null };
  const latest = months.at(-1);
  if (!latest) return { outlook: 'no_data', target, projected: null };
  if (reaches(direction, target, latest.value)) return { outlook: 'met', target, projected: null };
  if (target.dueOn < today) return { outlook: 'not_met', target, projected: null };
  const line = months.slice(-PACE_MONTHS);
  if (line.length < FEWEST_MONTHS) return { outlook: 'open', target, projected: null };
  const projected = valueOn(line, Date.parse(`${target.dueOn}T00:00:00Z`));
  return { outlook: reaches(direction, target, projected) ? 'on_course' : 'at_risk', target, projected };
}

/** Least squares through the points, read at a moment. */
function valueOn(points: readonly Dated[], moment: number): number {
  const mean = (of: (point: Dated) => number) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [at, value] = [mean((point) => point.at), mean((point) => point.value)];
  const spread = mean((point) => (point.at - at) ** 2);
  const slope = spread === 0 ? 0 : mean((point) => (point.at - at) * (point.value - value)) / spread;
  return value + slope * (moment - at);
}

/** Where the whole stands by where its parts stand; null where nothing measures it. */
export function outlookOf(parts: readonly JointStatus[]): Outlook | null {
  const joint = jointOf(parts, 'verbal');
  return joint === 'verbal' || joint === 'empty' ? null : joint;
}
