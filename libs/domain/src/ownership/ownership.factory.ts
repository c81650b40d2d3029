import fc from 'fast-check';
import { type OwnershipPeriod, periodInTheWay, RESPONSIBILITIES } from './ownership.js';

export const TEAMS = ['tellers', 'app', 'contact'] as const;
export const TOUCHPOINTS = ['counter', 'transfer'] as const;

const dayOf = (number: number): string => new Date(Date.UTC(2026, 0, 1 + number)).toISOString().slice(0, 10);

/** Some day of a span of forty, so that starts and ends often fall together. */
export const anyDay = (): fc.Arbitrary<string> => fc.integer({ min: 0, max: 40 }).map(dayOf);

const anyPeriod = (): fc.Arbitrary<Omit<OwnershipPeriod, 'id'>> =>
  fc
    .record({
      touchpointId: fc.constantFrom(...TOUCHPOINTS),
      teamId: fc.constantFrom(...TEAMS),
      responsibility: fc.constantFrom(...RESPONSIBILITIES),
      start: fc.integer({ min: 0, max: 39 }),
      length: fc.option(fc.integer({ min: 1, max: 20 }), { freq: 4 }),
    })
    .map(({ start, length, ...rest }) => ({
      ...rest,
      validFrom: dayOf(start),
      validTo: length === null ? null : dayOf(start + length),
    }));

/** A history as the database would take it: whatever stands in the way of what came before is left out. */
export const anyHistory = (): fc.Arbitrary<OwnershipPeriod[]> =>
  fc.array(anyPeriod(), { maxLength: 24 }).map((wanted) =>
    wanted.reduce<OwnershipPeriod[]>((kept, period, index) => {
      const ofTouchpoint = kept.filter(({ touchpointId }) => touchpointId === period.touchpointId);
      return periodInTheWay(ofTouchpoint, period) ? kept : [...kept, { ...period, id: `p${index}` }];
    }, []),
  );

/** All days of the span and the one after, for looking at each. */
export const everyDay = Array.from({ length: 62 }, (_, number) => dayOf(number));
