import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { eventually } from '../../../test/eventually.js';
import { addMetric } from '../../../test/metrics.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';
import { upload } from '../../../test/upload.js';
import { BASELINE, CLEAR, COMPARE, IMPORT, LINES, SEGMENTS, SERIES, START } from '../../../test/series-requests.js';

const YEAR = { from: '2026-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z' };
const MARCH = { from: '2026-03-01T00:00:00Z', to: '2026-04-01T00:00:00Z' };
const day = (index: number, start = '2026-01-01') =>
  new Date(Date.parse(`${start}T00:00:00Z`) + index * 86_400_000).toISOString().slice(0, 10);
type Point = { bucket: string; value: number | null; n: number | null; suppressed: boolean; reason: string | null };
type Segment = { segment: string; value: number | null; n: number | null; suppressed: boolean; p: number | null };

describe('a series on its page', () => {
  let application: TestApplication;
  let organizationId: string;
  let officer: TestMember;
  let delay: string;
  let banks = 0;

  beforeAll(async () => {
    application = await startTestApplication({ RUN_WORKERS: 'true' });
  });
  beforeEach(async () => {
    organizationId = await application.organization(`Bank ${(banks += 1)}`);
    officer = await application.member(organizationId, 'programme_office');
    delay = await addMetric(application.database, organizationId, { key: 'delay', unit: 'minutes' });
  });
  afterAll(() => application.close());

  const add = (metric: Parameters<typeof addMetric>[2]) => addMetric(application.database, organizationId, metric);
  const satisfaction = () => add({ key: 'csat', aggregation: 'csat', unit: '%', scale: [1, 5], perception: true });
  const bringIn = async (header: string, rows: readonly string[], columns: readonly unknown[], identity = 'ROW') => {
    const fileId = await upload(officer.client, `${header}\n${rows.join('\n')}\n`, 'series.csv');
    const mapping = { shape: 'COLUMN_PER_METRIC', identity, columns };
    const { startObservationImport } = await officer.client.data(START, { fileId, mapping });
    const state = await eventually(
      async () => (await officer.client.data(IMPORT, { id: startObservationImport.id })).observationImport.state,
      (found) => !['WAITING', 'RUNNING'].includes(found),
    );
    expect(state).toBe('COMPLETED');
    await eventually(
      () => application.database.query('SELECT 1 FROM dirty_bucket WHERE organization_id = $1', [organizationId]),
      (marks) => marks.length === 0,
    );
  };
  const perDay = (metricId: string, values: readonly number[], start?: string) =>
    bringIn(
      'day,value',
      values.map((value, index) => `${day(index, start)},${value}`),
      [
        { column: 0, target: 'TIME' },
        { column: 1, target: 'METRIC', metricId },
      ],
      'SLOT',
    );
  const byClass = (metricId: string, rows: readonly string[]) =>
    bringIn('day,rating,class', rows, [
      { column: 0, target: 'TIME' },
      { column: 1, target: 'METRIC', metricId },
      { column: 2, target: 'SEGMENT', dimension: 'class' },
    ]);
  const many = (of: string, count: number, at = '2026-03-10') =>
    Array.from({ length: count }, (_, index) => `${at},${1 + (index % 5)},${of}`);
  const series = async (metricId: string, grain = 'DAY', range = YEAR, segment?: string) =>
    (
      await officer.client.data(SERIES, {
        metricId,
        grain,
        ...range,
        segment: segment === undefined ? null : { dimension: 'class', value: segment },
      })
    ).metricSeries;
  const segments = async (metricId: string, more: object = {}) =>
    (await officer.client.data(SEGMENTS, { metricId, dimension: 'class', grain: 'MONTH', ...MARCH, ...more }))
      .metricSegments;
  const breakOn = (metricId: string, on: string) =>
    application.database.query(
      `INSERT INTO series_break (organization_id, id, metric_id, begins_on, cause, note)
       VALUES ($1, gen_random_uuid(), $2, $3, 'source', 'New clocks')`,
      [organizationId, metricId, on],
    );

  it('freezes limits from the stated baseline, and names what stands out by its rule', async () => {
    const routine = [10, 12, 11, 13, 12, 10, 11, 13, 12, 11];
    await perDay(delay, [...routine, 40, 11]);
    const loose = await series(delay);
    expect(loose.control.phases).toEqual([expect.objectContaining({ basis: 'ALL', points: 12 })]);

    const set = { metricId: delay, version: 0, fromDay: '2026-01-01', toDay: '2026-01-10', note: ' Before the move ' };
    const { setControlBaseline } = await officer.client.data(BASELINE, set);
    expect(setControlBaseline.controlBaseline).toMatchObject({
      fromDay: '2026-01-01',
      toDay: '2026-01-10',
      note: 'Before the move',
      setByName: expect.any(String),
      version: 1,
    });
    const { control } = await series(delay);
    expect(control.phases).toEqual([expect.objectContaining({ basis: 'BASELINE', points: 10 })]);
    expect(control.limits[0].center).toBeCloseTo(11.5, 10);
    expect(control.limits[11].upper).toBeCloseTo(11.5 + (2.66 * 13) / 9, 10);
    expect(control.signals).toContainEqual({
      rule: 'BEYOND_3S',
      from: '2026-01-11T00:00:00.000Z',
      to: '2026-01-11T00:00:00.000Z',
      direction: 'UP',
    });
    // The limits are the same when only what came after the baseline is looked at.
    const late = await series(delay, 'DAY', { from: '2026-01-11T00:00:00Z', to: YEAR.to });
    expect(late.points).toHaveLength(2);
    expect(late.control.limits.map(({ upper }: { upper: number }) => upper)).toEqual(
      control.limits.slice(10).map(({ upper }: { upper: number }) => upper),
    );
    expect(late.control.signals).toContainEqual(expect.objectContaining({ rule: 'BEYOND_3S', direction: 'UP' }));

    expect(await officer.client.errorCode(BASELINE, set)).toBe('CONFLICT');
    const wrong = { ...set, version: 1 };
    expect(await officer.client.errorCode(BASELINE, { ...wrong, toDay: '2025-12-01' })).toBe('VALIDATION');
    expect(await officer.client.errorCode(BASELINE, { ...wrong, toDay: '2199-01-01' })).toBe('VALIDATION');
    await breakOn(delay, '2026-01-05');
    expect(await officer.client.errorCode(BASELINE, wrong)).toBe('BASELINE_ACROSS_BREAK');
    await officer.client.data(CLEAR, { metricId: delay, version: 1 });
    const trail = await application.database.query<{ act: string }>(
      `SELECT act FROM audit_event WHERE organization_id = $1 AND act LIKE 'control_baseline.%' ORDER BY sequence`,
      [organizationId],
    );
    expect(trail.map(({ act }) => act)).toEqual(['control_baseline.created', 'control_baseline.deleted']);

    const executive = await application.member(organizationId, 'executive');
    expect(await executive.client.errorCode(BASELINE, { ...set, toDay: '2026-01-04' })).toBe('FORBIDDEN');
    const lead = await application.member(organizationId, 'team_lead');
    expect(await lead.client.errorCode(BASELINE, { ...set, toDay: '2026-01-04' })).toBe('NOT_FOUND');
    const other = await application.member(await application.organization('Other'), 'programme_office');
    expect(await other.client.errorCode(BASELINE, { ...set, toDay: '2026-01-04' })).toBe('NOT_FOUND');
    expect(await other.client.errorCode(CLEAR, { metricId: delay, version: 1 })).toBe('NOT_FOUND');
  });

  it('says when there are too few points for limits, and charts shares by what they rest on', async () => {
    await perDay(delay, [1, 2, 3]);
    expect((await series(delay)).control).toMatchObject({
      chart: 'XMR',
      phases: [{ basis: 'NONE', points: 3 }],
      limits: [],
      signals: [],
    });
    const onTime = await add({ key: 'on_time', aggregation: 'share', unit: '%' });
    await perDay(onTime, [1, 0, 1, 1, 0, 1, 1, 1, 0, 1]);
    const { control } = await series(onTime);
    expect(control).toMatchObject({ chart: 'P', notCounted: false });
    expect(control.limits[0]).toMatchObject({ center: 70, lower: 0, upper: 100 });
  });

  it('lets nobody compute a withheld segment from the whole, the other segments and other grains', async () => {
    const csat = await satisfaction();
    await byClass(csat, [
      ...many('Business', 12),
      ...many('Eco', 20),
      ...many('Plus', 9),
      ...many('First', 2),
      // In February there are enough of First, so that a quarter less February would be those two of March.
      ...many('First', 8, '2026-02-10'),
      ...many('Eco', 20, '2026-02-10'),
    ]);
    const found: Segment[] = (await segments(csat)).segments.edges.map(({ node }: { node: Segment }) => node);
    expect(found.map(({ segment, n, suppressed }) => [segment, n, suppressed])).toEqual([
      ['Eco', 20, false],
      ['Business', 12, false],
      ['First', null, true],
      ['Plus', null, true],
    ]);
    const { points: whole } = await series(csat, 'MONTH', MARCH);
    const rest = whole[0].n - found.reduce((sum, { n }) => sum + (n ?? 0), 0);
    expect(rest).toBe(11);

    const values = ['Business', 'Eco', 'Plus', 'First'];
    for (const grain of ['HOUR', 'DAY', 'WEEK', 'MONTH', 'QUARTER']) {
      const range = grain === 'HOUR' ? { from: '2026-02-01T00:00:00Z', to: MARCH.to } : YEAR;
      const all: Point[] = (await series(csat, grain, range)).points;
      const parts = await Promise.all(values.map(async (each) => (await series(csat, grain, range, each)).points));
      for (const { bucket, n } of all) {
        const shown = parts.flat().filter((point: Point) => point.bucket === bucket && !point.suppressed);
        expect(shown.every((point: Point) => point.n! >= 5)).toBe(true);
        const left = n === null ? 0 : n - shown.reduce((sum: number, point: Point) => sum + point.n!, 0);
        expect(left === 0 || left >= 5).toBe(true);
      }
    }
    // Side by side they say what each says alone, and no more.
    for (const grain of ['DAY', 'MONTH', 'QUARTER']) {
      const asked = { metricId: csat, dimension: 'class', segments: values, grain, ...YEAR };
      const { lines } = (await officer.client.data(LINES, asked)).metricSegmentLines;
      const told = async (segment?: string) =>
        (await series(csat, grain, YEAR, segment)).points.map(({ bucket, value, n, suppressed }: Point) => ({
          bucket,
          value,
          n,
          suppressed,
        }));
      expect(lines).toMatchObject([
        { segment: null, points: await told() },
        ...(await Promise.all(values.map(async (segment) => ({ segment, points: await told(segment) })))),
      ]);
    }
    const first = async (grain: string) => (await series(csat, grain, YEAR, 'First')).points as Point[];
    expect(await first('QUARTER')).toMatchObject([{ n: 10, suppressed: false }]);
    // February alone would be enough, but the quarter less February is not.
    expect(await first('MONTH')).toMatchObject([
      { value: null, n: null, suppressed: true, reason: 'TOO_FEW' },
      { value: null, n: null, suppressed: true },
    ]);
  });

  it('hides with a thin day a second one, so that the month less the others tells nothing', async () => {
    const csat = await satisfaction();
    await byClass(csat, [...many('', 30, '2026-03-10'), ...many('', 20, '2026-03-11'), ...many('', 3, '2026-03-12')]);
    expect((await series(csat, 'DAY', MARCH)).points.map(({ n }: Point) => n)).toEqual([30, null, null]);
    expect((await series(csat, 'MONTH', MARCH)).points.map(({ n }: Point) => n)).toEqual([53]);
    const compared = await officer.client.data(COMPARE, {
      metricId: csat,
      grain: 'DAY',
      period: { from: '2026-03-10T00:00:00Z', to: '2026-03-13T00:00:00Z' },
      reference: { from: '2026-03-01T00:00:00Z', to: '2026-03-10T00:00:00Z' },
    });
    expect(compared.compareMetricPeriods).toMatchObject({
      period: { n: 30, points: 1, withheld: 2 },
      refusal: 'TOO_FEW',
    });
  });

  it('compares each segment with all others, largest first, and finds one among ten thousand', async () => {
    await byClass(delay, [
      ...Array.from({ length: 40 }, (_, index) => `2026-03-10,${10 + (index % 3)},Eco`),
      ...Array.from({ length: 20 }, (_, index) => `2026-03-11,${20 + (index % 3)},Business`),
    ]);
    const { n, value, segments: page } = await segments(delay);
    expect([n, value]).toEqual([60, expect.closeTo((40 * 11 - 1 + 20 * 21 - 1) / 60, 1)]);
    expect(page.edges[0].node).toMatchObject({ segment: 'Eco', n: 40, suppressed: false });
    expect(page.edges[0].node.difference).toBeCloseTo(-page.edges[1].node.difference, 8);
    expect(page.edges[0].node.p).toBeLessThan(0.001);

    const values = Array.from({ length: 10_000 }, (_, index) => `Branch ${String(index).padStart(5, '0')}`);
    await application.database.query(
      `INSERT INTO segment_set (organization_id, id, pairs)
       SELECT $1, 100 + place, jsonb_build_object('branch', name) FROM unnest($2::text[]) WITH ORDINALITY AS b(name, place)`,
      [organizationId, values],
    );
    await application.database.query(
      `INSERT INTO rollup (organization_id, metric_id, grain, segment_set_id, bucket, observations, n, sum, sum_of_squares,
         minimum, maximum, last_value, last_at)
       SELECT $1, $2, grain, 100 + place, '2026-03-01', 6, 6, 6 * (place % 7), 6 * (place % 7) ^ 2 + 2, 0, 9, 1, '2026-03-05'
       FROM generate_series(1, 10000) AS place, unnest('{month,quarter}'::text[]) AS grain`,
      [organizationId, delay],
    );
    const branch = { dimension: 'branch', first: 10 };
    const one = (await segments(delay, branch)).segments;
    expect([one.totalCount, one.edges.length, one.pageInfo.hasNextPage]).toEqual([10_000, 10, true]);
    const two = (await segments(delay, { ...branch, after: one.pageInfo.endCursor })).segments;
    expect(two.edges[0].node.segment).toBe('Branch 00010');
    const found = (await segments(delay, { ...branch, search: 'branch 04321' })).segments;
    expect(found.edges.map(({ node }: { node: Segment }) => node.segment)).toEqual(['Branch 04321']);
  });

  it('compares two periods, and refuses across a break and with too little data', async () => {
    await perDay(
      delay,
      [...Array(20).keys()].map((index) => (index < 10 ? 10 + (index % 3) : 14 + (index % 3))),
    );
    const period = { from: '2026-01-11T00:00:00Z', to: '2026-01-21T00:00:00Z' };
    const reference = { from: '2026-01-01T00:00:00Z', to: '2026-01-11T00:00:00Z' };
    const compare = async (more: object = {}) =>
      (await officer.client.data(COMPARE, { metricId: delay, grain: 'DAY', period, reference, ...more }))
        .compareMetricPeriods;
    const answer = await compare();
    expect(answer).toMatchObject({ test: 'WELCH', refusal: null, period: { n: 10 }, reference: { n: 10 } });
    expect(answer.difference).toBeCloseTo(answer.period.value - answer.reference.value, 10);
    expect(answer.lower).toBeLessThan(answer.difference);
    expect(answer.p).toBeLessThan(0.001);
    expect(await compare({ grain: 'WEEK' })).toMatchObject({ refusal: null });
    expect(await compare({ reference: { from: reference.from, to: '2026-01-04T00:00:00Z' } })).toMatchObject({
      refusal: 'TOO_FEW',
      p: null,
    });
    const overlapping = { metricId: delay, grain: 'DAY', period, reference: { ...reference, to: period.to } };
    expect(await officer.client.errorCode(COMPARE, overlapping)).toBe('VALIDATION');
    await breakOn(delay, '2026-01-15');
    expect(await compare()).toMatchObject({
      refusal: 'BROKEN',
      period: { value: null },
      difference: null,
      brokenBy: { beginsOn: '2026-01-15', note: 'New clocks' },
    });
    const broken = { from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' };
    expect(await segments(delay, broken)).toMatchObject({
      value: null,
      brokenBy: { beginsOn: '2026-01-15' },
      segments: { totalCount: 0 },
    });
  });

  it('computes a formula in every bucket, with a gap and its reason where there is no number', async () => {
    const calls = await add({ key: 'calls', aggregation: 'sum', unit: 'calls' });
    const perCall = await add({ key: 'per_call', aggregation: 'formula', unit: 'minutes' });
    await application.database.query(`UPDATE metric_version SET formula = 'delay / calls' WHERE metric_id = $1`, [
      perCall,
    ]);
    await perDay(delay, [10, 20, 30, 40]);
    await perDay(calls, [5, 0, 6]);
    await breakOn(calls, '2026-01-02');
    const { points, breaks, control } = await series(perCall);
    expect(points).toMatchObject([
      { value: 2, reason: null },
      { value: null, reason: 'DIVISION_BY_ZERO' },
      { value: 5 },
      { value: null, reason: 'NO_VALUE_OF', reasonMetric: 'calls' },
    ]);
    expect(breaks).toEqual([{ beginsOn: '2026-01-02', ofMetric: 'calls' }]);
    expect(control.chart).toBe('XMR');
  });

  it('keeps days of 23 and 25 hours whole, in the chart as in the comparison', async () => {
    await application.database.query(`UPDATE organization SET time_zone = 'Europe/Berlin' WHERE id = $1`, [
      organizationId,
    ]);
    const calls = await add({ key: 'calls', aggregation: 'sum', unit: 'calls' });
    const hour = 3_600_000;
    const at = (from: string, hours: number) =>
      Array.from({ length: hours }, (_, index) => new Date(Date.parse(from) + index * hour).toISOString());
    // One call in every hour around both changes of the clock.
    const rows = [...at('2026-03-27T23:00:00Z', 24 + 23 + 24), ...at('2026-10-23T22:00:00Z', 24 + 25 + 24)];
    await bringIn(
      'at,calls',
      rows.map((moment) => `${moment},1`),
      [
        { column: 0, target: 'TIME' },
        { column: 1, target: 'METRIC', metricId: calls },
      ],
      'SLOT',
    );
    const { points } = await series(calls);
    expect(points.map(({ value }: Point) => value)).toEqual([24, 23, 24, 24, 25, 24]);
    expect(points[1].bucket).toBe('2026-03-28T23:00:00.000Z');
    expect(points[2].bucket).toBe('2026-03-29T22:00:00.000Z');
    const spring = await series(calls, 'HOUR', { from: '2026-03-28T23:00:00Z', to: '2026-03-29T22:00:00Z' });
    expect(spring.points).toHaveLength(23);
    const { compareMetricPeriods: compared } = await officer.client.data(COMPARE, {
      metricId: calls,
      grain: 'HOUR',
      period: { from: '2026-10-24T22:00:00Z', to: '2026-10-25T23:00:00Z' },
      reference: { from: '2026-03-28T23:00:00Z', to: '2026-03-29T22:00:00Z' },
    });
    expect(compared).toMatchObject({ period: { points: 25 }, reference: { points: 23 }, refusal: 'NO_VARIATION' });
  });

  it('refuses more points than can be drawn, and says what to do', async () => {
    const answer = await officer.client.graphql(SERIES, {
      metricId: delay,
      grain: 'HOUR',
      from: '2020-01-01T00:00:00Z',
      to: '2026-01-01T00:00:00Z',
    });
    expect(answer.errors![0]!.extensions).toMatchObject({
      code: 'VALIDATION',
      fields: [expect.objectContaining({ code: 'range_too_long', message: expect.stringContaining('coarser') })],
    });
    const seven = Array.from({ length: 7 }, (_, index) => `Class ${index}`);
    const crowded = { metricId: delay, dimension: 'class', segments: seven, grain: 'MONTH', ...YEAR };
    expect((await officer.client.graphql(LINES, crowded)).errors![0]!.extensions['fields']).toMatchObject([
      { path: 'segments', code: 'too_many' },
    ]);
    const unknown = { ...crowded, segments: ['None', 'None'] };
    expect((await officer.client.data(LINES, unknown)).metricSegmentLines.lines).toEqual([
      { segment: null, points: [] },
      { segment: 'None', points: [] },
    ]);
  });

  it('reads with one statement each, for members of the organisation alone', async () => {
    const csat = await satisfaction();
    await byClass(csat, many('Eco', 8));
    const two = { period: MARCH, reference: { from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' } };
    const asked = [
      [SERIES, { metricId: csat, grain: 'DAY', ...YEAR, segment: { dimension: 'class', value: 'Eco' } }],
      [SEGMENTS, { metricId: csat, dimension: 'class', grain: 'WEEK', ...YEAR }],
      [COMPARE, { metricId: csat, grain: 'DAY', ...two }],
      [LINES, { metricId: csat, dimension: 'class', segments: ['Eco'], grain: 'WEEK', ...YEAR }],
    ] as const;
    const contributor = await application.member(organizationId, 'contributor');
    const other = await application.member(await application.organization('Other'), 'programme_office');
    for (const [query, variables] of asked) {
      expect(await countStatements(() => contributor.client.data(query, variables))).toBe(ONE_READ);
      expect(await other.client.errorCode(query, variables)).toBe('NOT_FOUND');
    }
  });
});
