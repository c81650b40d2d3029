import fc from 'fast-check';
import {
  bucketEdges,
  bucketStart,
  dayOf,
  type Grain,
  GRAINS,
  momentOf,
  nextBucket,
  startOfDay,
  wallClock,
} from './buckets.js';

const HOUR = 3_600_000;
const ZONES = [
  'UTC',
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Havana',
  'Asia/Beirut',
];
const start = (at: string, grain: Grain, timeZone: string, weekStart = 1) =>
  new Date(bucketStart(Date.parse(at), grain, { timeZone, weekStart })).toISOString();

describe('buckets', () => {
  it.each([
    ['2026-03-29T12:00:00Z', 'day', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-03-29T22:30:00Z', 'day', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25T00:30:00Z', 'hour', 'Europe/Berlin', '2026-10-25T00:00:00.000Z'],
    ['2026-10-25T01:30:00Z', 'hour', 'Europe/Berlin', '2026-10-25T01:00:00.000Z'],
    ['2026-05-31T16:30:00Z', 'month', 'Asia/Shanghai', '2026-05-31T16:00:00.000Z'],
    ['2026-05-17T00:00:00Z', 'quarter', 'America/New_York', '2026-04-01T04:00:00.000Z'],
    ['2026-01-01T00:00:00Z', 'hour', 'Asia/Kolkata', '2025-12-31T23:30:00.000Z'],
  ] as const)('%s lies in the %s in %s that begins at %s', (at, grain, zone, expected) => {
    expect(start(at, grain, zone)).toBe(expected);
  });

  it.each([...ZONES, 'Europe/London', 'America/St_Johns', 'Asia/Kolkata', 'Pacific/Apia'])(
    'are cut by what the clocks of %s show, whatever was asked before',
    (timeZone) => {
      const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
      const agrees = (at: number) =>
        new Date(wallClock(at, timeZone)).toISOString().slice(0, 19).replace('T', ' ') === shown.format(at);
      // A moment of each hour of a year with its changes, and any other; in 2011 Samoa left out a day.
      const year = Date.parse('2011-01-01T00:00:00Z');
      const moments = Array.from({ length: 366 * 24 }, (_, hour) => year + hour * HOUR + (hour % 4) * 900_000);
      expect(moments.filter((at) => !agrees(at))).toEqual([]);
      fc.assert(fc.property(fc.integer({ min: Date.parse('1971-01-01'), max: Date.parse('2100-01-01') }), agrees));
      expect(wallClock(year + 1, timeZone) - wallClock(year, timeZone)).toBe(1);
    },
  );

  it('begin weeks on the day that the organisation says', () => {
    // 2026-11-18 is a Wednesday.
    expect(start('2026-11-18T12:00:00Z', 'week', 'UTC', 1)).toBe('2026-11-16T00:00:00.000Z');
    expect(start('2026-11-18T12:00:00Z', 'week', 'UTC', 7)).toBe('2026-11-15T00:00:00.000Z');
    expect(start('2026-11-18T12:00:00Z', 'week', 'UTC', 6)).toBe('2026-11-14T00:00:00.000Z');
    expect(start('2026-11-18T12:00:00Z', 'week', 'UTC', 3)).toBe('2026-11-18T00:00:00.000Z');
  });

  it.each([
    ['2026-03-29', 'Europe/Berlin', 23],
    ['2026-10-25', 'Europe/Berlin', 25],
    ['2026-03-08', 'America/New_York', 23],
    ['2026-11-01', 'America/New_York', 25],
    ['2026-04-05', 'Australia/Lord_Howe', 24.5],
    ['2026-06-01', 'Asia/Shanghai', 24],
  ])('%s in %s has %s hours', (day, timeZone, hours) => {
    const calendar = { timeZone, weekStart: 1 };
    const from = startOfDay(day, timeZone);
    const to = nextBucket(from, 'day', calendar);
    expect((to - from) / HOUR).toBe(hours);
    const edges = bucketEdges(from, to, 'hour', calendar);
    expect(edges).toHaveLength(Math.ceil(hours) + 1);
    expect(edges.at(-1)).toBe(to);
  });

  it.each(['Europe/London', 'Australia/Lord_Howe', 'Asia/Kolkata', 'America/St_Johns'])(
    'are the same one by one and all at once, through two years in %s',
    (timeZone) => {
      const calendar = { timeZone, weekStart: 1 };
      const [from, to] = [Date.parse('2025-01-01T10:20:00Z'), Date.parse('2027-01-01T00:00:00Z')];
      const oneByOne = [bucketStart(from, 'hour', calendar)];
      while (oneByOne.at(-1)! < to) oneByOne.push(nextBucket(oneByOne.at(-1)!, 'hour', calendar));
      expect(bucketEdges(from, to, 'hour', calendar)).toEqual(oneByOne);
    },
  );

  it('take the moment of the change for a time that clocks skip, and the first of a time that they show twice', () => {
    const berlin = (wall: string) => new Date(momentOf(Date.parse(`${wall}Z`), 'Europe/Berlin')).toISOString();
    expect(berlin('2026-03-29T02:30:00')).toBe('2026-03-29T01:00:00.000Z');
    expect(berlin('2026-10-25T02:30:00')).toBe('2026-10-25T00:30:00.000Z');
    // Clocks in Beirut go from 24:00 to 1:00: the day begins at 1:00.
    expect(new Date(startOfDay('2024-03-31', 'Asia/Beirut')).toISOString()).toBe('2024-03-30T22:00:00.000Z');
    // Clocks in Havana go from 1:00 back to 0:00: the day begins at the first of two midnights.
    expect(new Date(startOfDay('2024-11-03', 'America/Havana')).toISOString()).toBe('2024-11-03T04:00:00.000Z');
  });

  it('leave no gap, do not overlap and agree with one another', () => {
    const at = fc.integer({ min: Date.parse('2015-01-01'), max: Date.parse('2030-01-01') });
    fc.assert(
      fc.property(
        at,
        fc.constantFrom(...GRAINS),
        fc.constantFrom(...ZONES),
        fc.integer({ min: 1, max: 7 }),
        (moment, grain, timeZone, weekStart) => {
          const calendar = { timeZone, weekStart };
          const begin = bucketStart(moment, grain, calendar);
          const end = nextBucket(begin, grain, calendar);
          expect(begin).toBeLessThanOrEqual(moment);
          expect(end).toBeGreaterThan(moment);
          expect(bucketStart(begin, grain, calendar)).toBe(begin);
          expect(bucketStart(end, grain, calendar)).toBe(end);
          expect(bucketStart(end - 1, grain, calendar)).toBe(begin);
          if (grain !== 'hour') expect(bucketStart(begin, 'day', calendar)).toBe(begin);
          const day = startOfDay(dayOf(moment, timeZone), timeZone);
          expect(day).toBe(bucketStart(moment, 'day', calendar));
          expect(bucketStart(day, 'hour', calendar)).toBe(day);
        },
      ),
      { numRuns: 400 },
    );
  });
});
