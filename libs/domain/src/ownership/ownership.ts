import { byStart, covers, type DayRange, overlap, without } from './period.js';

export const RESPONSIBILITIES = ['accountable', 'responsible', 'consulted', 'informed'] as const;
export type Responsibility = (typeof RESPONSIBILITIES)[number];

/** A team's part in a touchpoint from one day to another. */
export interface OwnershipPeriod extends DayRange {
  readonly id: string;
  readonly touchpointId: string;
  readonly teamId: string;
  readonly responsibility: Responsibility;
}

/** Who has which part on a day; the order of the letters is the order of the answer. */
export function ownersOn<Period extends OwnershipPeriod>(periods: readonly Period[], day: string): Period[] {
  const rank = ({ responsibility }: Period) => RESPONSIBILITIES.indexOf(responsibility);
  return periods.filter((period) => covers(period, day)).sort((one, other) => rank(one) - rank(other));
}

/** The one team that answers for the touchpoint on a day, if there is one. Takes the periods of one touchpoint. */
export function accountableOn<Period extends OwnershipPeriod>(periods: readonly Period[], day: string): Period | null {
  return periods.find((period) => period.responsibility === 'accountable' && covers(period, day)) ?? null;
}

/**
 * The period that stands in the way of another: two teams accountable on one day, or one team twice in the same part.
 * Takes the periods of one touchpoint.
 */
export function periodInTheWay<Period extends OwnershipPeriod>(
  periods: readonly Period[],
  wanted: Omit<OwnershipPeriod, 'id' | 'touchpointId'> & { readonly id?: string },
): Period | null {
  const rivals = periods.filter(
    (period) =>
      period.id !== wanted.id &&
      period.responsibility === wanted.responsibility &&
      (wanted.responsibility === 'accountable' || period.teamId === wanted.teamId) &&
      overlap(period, wanted),
  );
  return rivals.sort(byStart)[0] ?? null;
}

/** The days from a day on when nobody will be accountable. Takes the periods of one touchpoint. */
export function holesFrom(periods: readonly OwnershipPeriod[], day: string): DayRange[] {
  const accountable = periods.filter(({ responsibility }) => responsibility === 'accountable');
  return without({ validFrom: day, validTo: null }, accountable);
}
