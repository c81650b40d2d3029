/**
 * Between an instant and what a clock on the organisation's wall shows, in the form a date-and-time field speaks
 * (`2026-03-31T18:00`). A reader abroad sets the organisation's deadline, not their own.
 */
const WALL = /^\d{4,6}-\d{2}-\d{2}T\d{2}:\d{2}/;

function offsetMinutes(instant: number, timeZone: string | undefined): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return Math.round((wall - instant) / 60_000);
}

export function wallClock(instant: string, timeZone: string | undefined): string {
  const at = new Date(instant).getTime();
  return new Date(at + offsetMinutes(at, timeZone) * 60_000).toISOString().slice(0, 16);
}

/** Null when the text is no date and time. In the hour a clock skips or repeats, the earlier offset holds. */
export function instantOf(wall: string, timeZone: string | undefined): string | null {
  // Checked here because Date.parse makes a year out of almost anything.
  const naive = WALL.test(wall) ? Date.parse(`${wall.slice(0, 16)}:00Z`) : Number.NaN;
  if (Number.isNaN(naive)) return null;
  const first = naive - offsetMinutes(naive, timeZone) * 60_000;
  const second = naive - offsetMinutes(first, timeZone) * 60_000;
  return new Date(second).toISOString();
}
