export const GRAINS = ['hour', 'day', 'week', 'month', 'quarter'] as const;
export type Grain = (typeof GRAINS)[number];

export interface Calendar {
  /** As the IANA names it, e.g. Europe/Berlin. */
  readonly timeZone: string;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekStart: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** No clock has been changed by more at once, nor lies further from UTC. */
const FURTHEST = 2 * DAY;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** How far the clocks of a zone are from UTC at a moment. */
function offsetAt(at: number, timeZone: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(at)) parts[type] = Number(value);
  const shown = Date.UTC(
    parts['year']!,
    parts['month']! - 1,
    parts['day'],
    parts['hour'],
    parts['minute'],
    parts['second'],
  );
  return shown - Math.floor(at / 1000) * 1000;
}

/** With which offset a day of UTC, by its number, begins in a zone. */
const offsets = new Map<string, Map<number, number>>();
/** Some forty years of a zone. */
const MOST_DAYS_KEPT = 15_000;

/** Asking the calendar of the system is slow, and a year of hours asks for each of them: it is asked once for each day. */
function offsetOfDay(day: number, timeZone: string): number {
  let known = offsets.get(timeZone);
  if (!known || known.size >= MOST_DAYS_KEPT) offsets.set(timeZone, (known = new Map()));
  let offset = known.get(day);
  if (offset === undefined) known.set(day, (offset = offsetAt(day * DAY, timeZone)));
  return offset;
}

/** What the clocks of a zone show at a moment, as if they showed UTC: arithmetic with dates then has no exceptions. */
export function wallClock(at: number, timeZone: string): number {
  const day = Math.floor(at / DAY);
  const begins = offsetOfDay(day, timeZone);
  // Where the next day begins with another, clocks are changed in the course of this one.
  return at + (offsetOfDay(day + 1, timeZone) === begins ? begins : offsetAt(at, timeZone));
}

/**
 * The moment at which the clocks of a zone show something. Of two such moments, when clocks are put back, the first; where
 * there is none, because clocks are put forward, the moment at which they are.
 */
export function momentOf(wall: number, timeZone: string): number {
  const before = wallClock(wall - FURTHEST, timeZone) - (wall - FURTHEST);
  const after = wallClock(wall + FURTHEST, timeZone) - (wall + FURTHEST);
  const shows = [wall - before, wall - after].filter((at) => wallClock(at, timeZone) === wall);
  if (shows.length > 0) return Math.min(...shows);
  return firstAtOrAfter(
    wall,
    timeZone,
    Math.min(wall - before, wall - after) - HOUR,
    Math.max(wall - before, wall - after),
  );
}

/** The first moment of a stretch with one change in it at which clocks show this or later. */
function firstAtOrAfter(wall: number, timeZone: string, from: number, to: number): number {
  let early = from;
  let late = to;
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (wallClock(middle, timeZone) >= wall) late = middle;
    else early = middle;
  }
  return late;
}

/** When, in a stretch that ends with this offset and begins with another, clocks were changed. */
function changeOfClocks(offset: number, timeZone: string, from: number, to: number): number {
  let early = from;
  let late = to;
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (wallClock(middle, timeZone) - middle === offset) late = middle;
    else early = middle;
  }
  return late;
}

/** The first day of the stretch that a day lies in; days are midnights in UTC. */
function firstDay(day: number, grain: Exclude<Grain, 'hour'>, weekStart: number): number {
  const date = new Date(day);
  const month = date.getUTCMonth();
  switch (grain) {
    case 'day':
      return day;
    case 'week':
      // getUTCDay counts from Sunday as 0; weekStart from Monday as 1.
      return day - ((date.getUTCDay() - (weekStart % 7) + 7) % 7) * DAY;
    case 'month':
      return Date.UTC(date.getUTCFullYear(), month, 1);
    case 'quarter':
      return Date.UTC(date.getUTCFullYear(), month - (month % 3), 1);
  }
}

function nextDay(day: number, grain: Exclude<Grain, 'hour'>): number {
  const date = new Date(day);
  if (grain === 'day') return day + DAY;
  if (grain === 'week') return day + 7 * DAY;
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + (grain === 'month' ? 1 : 3), 1);
}

/** When the bucket begins that a moment lies in. */
export function bucketStart(at: number, grain: Grain, { timeZone, weekStart }: Calendar): number {
  const wall = wallClock(at, timeZone);
  if (grain === 'hour') {
    // Hours are counted by the clock, but two of one name are two: going back from the moment itself keeps them apart.
    const start = at - (((wall % HOUR) + HOUR) % HOUR);
    return wallClock(start, timeZone) - start === wall - at ? start : changeOfClocks(wall - at, timeZone, start, at);
  }
  const day = Math.floor(wall / DAY) * DAY;
  return momentOf(firstDay(day, grain, weekStart), timeZone);
}

/** When the next bucket begins: an hour, 23 to 25 hours, a week … later. */
export function nextBucket(start: number, grain: Grain, calendar: Calendar): number {
  if (grain === 'hour') {
    return bucketStart(start + HOUR, grain, calendar);
  }
  const day = Math.floor(wallClock(start, calendar.timeZone) / DAY) * DAY;
  return momentOf(nextDay(firstDay(day, grain, calendar.weekStart), grain), calendar.timeZone);
}

/** The starts of all buckets that a stretch touches, and the start of the one after it: edges, one more than buckets. */
export function bucketEdges(from: number, to: number, grain: Grain, calendar: Calendar): number[] {
  const edges = [bucketStart(from, grain, calendar)];
  do {
    const last = edges.at(-1)!;
    if (grain === 'hour' && isOrdinaryDay(last, calendar.timeZone))
      for (let hour = 1; hour <= 24 && edges.at(-1)! < to; hour += 1) edges.push(last + hour * HOUR);
    else edges.push(nextBucket(last, grain, calendar));
  } while (edges.at(-1)! < to);
  return edges;
}

/**
 * From a full hour on, a day in which clocks are not changed: its hours need not be asked for one by one, of which years
 * have very many.
 */
function isOrdinaryDay(at: number, timeZone: string): boolean {
  const wall = wallClock(at, timeZone);
  return wall % HOUR === 0 && wallClock(at + DAY, timeZone) - wall === DAY;
}

/** The day that clocks of the zone show, as YYYY-MM-DD. */
export const dayOf = (at: number, timeZone: string): string =>
  new Date(wallClock(at, timeZone)).toISOString().slice(0, 10);

/** When a day, given as YYYY-MM-DD, begins in the zone. */
export const startOfDay = (day: string, timeZone: string): number => momentOf(Date.parse(`${day}T00:00:00Z`), timeZone);
