import { bucketStart, nextBucket } from '@touchstone/domain';
import { eventually } from '../../../test/eventually.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Clock, ObservedFactory, type Observed, type Place } from './observed.factory.js';
import { recomputeSome } from './recompute-rollups.js';

const HOUR = 3_600_000;
const SETS = ['{}', '{"class":"Business"}', '{"class":"Eco","region":"North"}'];
const BERLIN: Clock = { timeZone: 'Europe/Berlin', weekStart: 1 };
const UPDATE = `mutation ($version: Int!, $timeZone: String!, $weekStart: Int!) {
  updateOrganization(version: $version, name: "Airline", timeZone: $timeZone, weekStart: $weekStart, locales: ["en"], minimumGroupSize: 5) { version } }`;
const DEFINE = `mutation ($id: ID!, $version: Int!, $validFrom: Date!, $definition: MetricDefinitionInput!, $note: String) {
  defineMetric(id: $id, version: $version, validFrom: $validFrom, definition: $definition, breakNote: $note) { version } }`;

/** An observation every 50 minutes around the days of 2026 on which clocks in Europe, America and Australia are changed. */
const ROWS: Observed[] = ['2026-03-06', '2026-03-27', '2026-04-03', '2026-10-02', '2026-10-23', '2026-10-30'].flatMap(
  (begin, stretch) =>
    Array.from({ length: 120 }, (_, index) => ({
      key: stretch * 1000 + index,
      at: Date.parse(begin) + index * (50 * 60_000),
      value: (index * 7) % 10,
      set: index % SETS.length,
    })),
);

describe('roll-ups after a change of what they follow from', () => {
  let application: TestApplication;
  let observed: ObservedFactory;

  beforeAll(async () => {
    application = await startTestApplication();
    observed = new ObservedFactory(application, SETS);
  });
  afterAll(() => application.close());

  const administrator = ({ principal }: Place): Promise<TestMember> =>
    application.member(principal.organizationId, 'administrator');
  const filled = async (clock: Clock): Promise<Place> => {
    const place = await observed.place(clock, { key: 'delay' });
    await observed.bringIn(place, ROWS);
    await observed.recompute(place);
    return place;
  };
  /** Somebody waits for a lock that somebody else holds. */
  const waiting = () =>
    eventually(
      () =>
        application.database.query(
          `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        ),
      (found) => found.length > 0,
    );
  const jobs = ({ principal }: Place) =>
    application.database.query(
      `SELECT 1 FROM job WHERE organization_id = $1 AND name = 'recompute-rollups' AND state = 'waiting'`,
      [principal.organizationId],
    );

  it.each([
    ['another zone', { timeZone: 'America/New_York', weekStart: 1 }],
    ['a zone whose clocks change by half an hour', { timeZone: 'Australia/Lord_Howe', weekStart: 1 }],
    ['weeks from Sunday', { timeZone: 'Europe/Berlin', weekStart: 7 }],
    ['another zone and weeks from Saturday', { timeZone: 'Asia/Kolkata', weekStart: 6 }],
  ])('are what a full recompute gives, after %s', async (_, clock) => {
    const here = await filled(BERLIN);
    const before = await observed.stored(here);
    const { client } = await administrator(here);
    await client.data(UPDATE, { version: 1, ...clock });
    // Marked in the same transaction, and asked for; until then the former ones are whole.
    expect(await observed.marks(here)).toEqual(['-infinity']);
    expect(await jobs(here)).toHaveLength(1);
    expect(await observed.stored(here)).toEqual(before);

    await observed.recompute(here);
    expect(await observed.marks(here)).toEqual([]);
    const found = await observed.stored(here);
    expect(found).toEqual(await observed.stored(await filled(clock)));
    expect(found).not.toEqual(before);
    for (const { grain, bucket } of found) expect(bucketStart(bucket.getTime(), grain, clock)).toBe(bucket.getTime());
  });

  it('have days of 23 and 25 hours, and the weeks that hold them', async () => {
    const here = await filled({ timeZone: 'UTC', weekStart: 1 });
    const { client } = await administrator(here);
    await client.data(UPDATE, { version: 1, ...BERLIN });
    await observed.recompute(here);
    const found = await observed.stored(here);
    for (const [day, hours] of [
      ['2026-03-28T23:00:00Z', 23],
      ['2026-10-24T22:00:00Z', 25],
    ] as const) {
      const start = Date.parse(day);
      const end = nextBucket(start, 'day', BERLIN);
      expect((end - start) / HOUR).toBe(hours);
      const values = ROWS.filter(({ at }) => at >= start && at < end).map(({ value }) => value);
      const all = (grain: string, at: number) =>
        found.find((one) => one.grain === grain && one.bucket.getTime() === at && JSON.stringify(one.pairs) === '{}');
      expect(all('day', start)).toMatchObject({ observations: values.length, sum: values.reduce((a, b) => a + b, 0) });
      const week = bucketStart(start, 'week', BERLIN);
      const weekEnd = nextBucket(week, 'week', BERLIN);
      expect((weekEnd - week) / HOUR).toBe(7 * 24 + hours - 24);
      expect(all('week', week)).toMatchObject({
        observations: ROWS.filter(({ at }) => at >= week && at < weekEnd).length,
      });
    }
  });

  it('are left as they are by a change of anything else', async () => {
    const here = await filled(BERLIN);
    const { client } = await administrator(here);
    await client.data(UPDATE, { version: 1, ...BERLIN });
    expect(await observed.marks(here)).toEqual([]);
  });

  it('follow the later of two clocks, where one is changed while workers follow the other, and files come in', async () => {
    const here = await filled(BERLIN);
    const { client } = await administrator(here);
    const late = ROWS.map((row) => ({ ...row, key: row.key + 100_000, at: row.at + 20 * 60_000 }));
    const tokyo = { timeZone: 'Asia/Tokyo', weekStart: 1 };
    const newYork = { timeZone: 'America/New_York', weekStart: 7 };
    await client.data(UPDATE, { version: 1, ...tokyo });
    let changed: Promise<unknown> | undefined;
    await application.app.get(UnitOfWork).work(here.principal, async (transaction) => {
      // This one has computed everything by the clock of Tokyo and not committed when the clock is changed once more.
      await recomputeSome(transaction, here.metricId);
      changed = client.data(UPDATE, { version: 2, ...newYork });
      await waiting();
    });
    await changed;
    expect(await observed.marks(here)).toEqual(['-infinity']);
    await Promise.all([observed.recompute(here), observed.bringIn(here, late), observed.recompute(here)]);
    await observed.recompute(here);
    expect(await observed.marks(here)).toEqual([]);
    const there = await observed.place(newYork, { key: 'delay' });
    await observed.bringIn(there, [...ROWS, ...late]);
    await observed.recompute(there);
    expect(await observed.stored(here)).toEqual(await observed.stored(there));
  });

  it('count ratings one by one from the moment that a definition asks for them, also on days before', async () => {
    const here = await filled(BERLIN);
    const { client } = await application.member(here.principal.organizationId, 'programme_office');
    const definition = {
      class: 'STATE',
      category: 'OPERATIONAL',
      aggregation: 'MEAN',
      unit: 'minutes',
      direction: 'HIGHER',
      scaleMinimum: null as number | null,
      scaleMaximum: null as number | null,
    };
    const define = (version: number, validFrom: string, changes: Partial<typeof definition>, note: string | null) =>
      client.data(DEFINE, { id: here.metricId, version, validFrom, definition: { ...definition, ...changes }, note });
    expect((await observed.stored(here)).every(({ counts }) => counts === null)).toBe(true);
    await define(1, '2026-10-01', { scaleMinimum: 0, scaleMaximum: 10 }, 'Rated from 0 to 10 since October');
    expect(await observed.marks(here)).toEqual(['-infinity']);
    await observed.recompute(here);
    const found = await observed.stored(here);
    expect(found.every(({ counts }) => counts !== null)).toBe(true);
    const there = await observed.place(BERLIN, { key: 'delay', scale: [0, 10] });
    await observed.bringIn(there, ROWS);
    await observed.recompute(there);
    expect(found).toEqual(await observed.stored(there));
    // What it is called or watched for changes no number.
    await define(2, '2026-10-02', { scaleMinimum: 0, scaleMaximum: 10, direction: 'LOWER' }, null);
    expect(await observed.marks(here)).toEqual([]);
  });
});
