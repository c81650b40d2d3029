/** How often somebody wants to be written to about what waits for them and what has come of their work. */
export const DIGEST_CADENCES = ['weekly', 'working_days', 'none'] as const;
export type DigestCadence = (typeof DIGEST_CADENCES)[number];

/** What holds for whoever has chosen nothing: one letter a week, and none where there is nothing to say. */
export const USUAL_DIGEST: DigestCadence = 'weekly';

const DAY_MS = 86_400_000;
const FRIDAY = 5;

/**
 * Whether a digest falls due on a day.
 *
 * Weekly letters go out on the first day of the organisation's week; a letter that could not go out then follows on a later
 * day of that week. Letters of working days go out from Monday to Friday. At most one letter a day.
 *
 * @param cadence how often the letter is wanted
 * @param today the day, `YYYY-MM-DD`, where the organisation is
 * @param lastOn the day of the letter before, `YYYY-MM-DD`; null where there was none: then nothing is caught up on
 * @param weekStart 1 is Monday, 7 is Sunday
 */
export function digestIsDue(cadence: DigestCadence, today: string, lastOn: string | null, weekStart: number): boolean {
  if (cadence === 'none' || lastOn === today) return false;
  const at = Date.parse(today);
  const weekday = new Date(at).getUTCDay() || 7;
  if (cadence === 'working_days') return weekday <= FRIDAY;
  const began = new Date(at - ((weekday - weekStart + 7) % 7) * DAY_MS).toISOString().slice(0, 10);
  return lastOn === null ? began === today : lastOn < began;
}
