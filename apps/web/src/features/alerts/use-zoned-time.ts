import { useContext } from 'react';
import { TimeZoneContext } from '../../i18n/format.js';
import { instantOf, wallClock } from '../../i18n/zoned-time.js';

/** Dates and times as the organisation's clock shows them, for fields. */
export function useZonedTime() {
  const timeZone = useContext(TimeZoneContext);
  return {
    inDays: (days: number): string => wallClock(new Date(Date.now() + days * 86_400_000).toISOString(), timeZone),
    /** What is no date goes as it is, for the server to refuse. */
    instantOf: (wall: string): string => instantOf(wall, timeZone) ?? wall,
  };
}
