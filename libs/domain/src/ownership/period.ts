/** Days of the organisation's calendar, written YYYY-MM-DD so that they sort as text. The last one is excluded; null has no end. */
export interface DayRange {
  readonly validFrom: string;
  readonly validTo: string | null;
}

export const covers = ({ validFrom, validTo }: DayRange, day: string): boolean =>
  validFrom <= day && (validTo === null || day < validTo);

export const overlap = (one: DayRange, other: DayRange): boolean =>
  (other.validTo === null || one.validFrom < other.validTo) && (one.validTo === null || other.validFrom < one.validTo);

/** What of the range from a day on remains; null where it is over by then. */
export function fromDayOn({ validFrom, validTo }: DayRange, day: string): DayRange | null {
  if (validTo !== null && validTo <= day) return null;
  return { validFrom: validFrom < day ? day : validFrom, validTo };
}

export const byStart = (one: DayRange, other: DayRange): number =>
  one.validFrom < other.validFrom ? -1 : one.validFrom > other.validFrom ? 1 : 0;

/** The parts of a range that none of the others covers. */
export function without(range: DayRange, others: readonly DayRange[]): DayRange[] {
  const left: DayRange[] = [];
  let from: string = range.validFrom;
  for (const taken of others.filter((other) => overlap(range, other)).sort(byStart)) {
    if (from < taken.validFrom) left.push({ validFrom: from, validTo: taken.validFrom });
    if (taken.validTo === null) return left;
    if (taken.validTo > from) from = taken.validTo;
  }
  if (range.validTo === null || from < range.validTo) left.push({ validFrom: from, validTo: range.validTo });
  return left;
}
