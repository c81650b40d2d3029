import type { OwnershipPeriod, Responsibility } from './ownership.js';
import { type DayRange, fromDayOn, without } from './period.js';

/** From a day on, one team hands touchpoints over to another. */
export interface Reorganisation {
  readonly fromTeamId: string;
  readonly toTeamId: string;
  readonly day: string;
  /** Absent: all that the team has a part in. */
  readonly touchpointIds?: readonly string[] | null;
  /** Absent: whatever its part is. */
  readonly responsibilities?: readonly Responsibility[] | null;
}

export interface OpenedPeriod extends DayRange {
  readonly touchpointId: string;
  readonly teamId: string;
  readonly responsibility: Responsibility;
}

export interface ReorganisationPlan {
  /** Periods that end on the day: what was before it stays as it was. */
  readonly closed: readonly OwnershipPeriod[];
  /** Periods that would have begun on the day or later, and now never do. */
  readonly withdrawn: readonly OwnershipPeriod[];
  readonly opened: readonly OpenedPeriod[];
}

/**
 * Every day that the first team would have had from the day on, the other has instead: so nothing overlaps that did not
 * before, no hole opens, and nothing of the past changes. Where the other team has that part already, nothing is opened.
 */
export function planReorganisation(periods: readonly OwnershipPeriod[], act: Reorganisation): ReorganisationPlan {
  const chosen = act.touchpointIds ? new Set(act.touchpointIds) : null;
  const handedOver = periods.filter(
    ({ teamId, touchpointId, responsibility }) =>
      act.fromTeamId !== act.toTeamId &&
      teamId === act.fromTeamId &&
      (!chosen || chosen.has(touchpointId)) &&
      (!act.responsibilities || act.responsibilities.includes(responsibility)),
  );
  const closed: OwnershipPeriod[] = [];
  const withdrawn: OwnershipPeriod[] = [];
  const opened: OpenedPeriod[] = [];
  for (const period of handedOver) {
    const rest = fromDayOn(period, act.day);
    if (!rest) continue;
    (period.validFrom < act.day ? closed : withdrawn).push(period);
    const { touchpointId, responsibility } = period;
    const alreadyTheirs = periods.filter(
      (other) =>
        other.teamId === act.toTeamId && other.touchpointId === touchpointId && other.responsibility === responsibility,
    );
    for (const range of without(rest, alreadyTheirs)) {
      opened.push({ touchpointId, teamId: act.toTeamId, responsibility, ...range });
    }
  }
  return { closed, withdrawn, opened };
}

/** The periods as they are once the plan is carried out; `newId` names the opened ones. */
export function carryOut(
  periods: readonly OwnershipPeriod[],
  plan: ReorganisationPlan,
  day: string,
  newId: () => string,
): OwnershipPeriod[] {
  const closed = new Set(plan.closed.map(({ id }) => id));
  const withdrawn = new Set(plan.withdrawn.map(({ id }) => id));
  return [
    ...periods
      .filter(({ id }) => !withdrawn.has(id))
      .map((period) => (closed.has(period.id) ? { ...period, validTo: day } : period)),
    ...plan.opened.map((period) => ({ ...period, id: newId() })),
  ];
}
