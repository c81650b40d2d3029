import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { startTestApplication, type TestApplication } from '../../../test/test-application.js';
import {
  Airline,
  AUTUMN,
  DIMENSIONS,
  FLIGHT,
  LIST,
  ONE,
  perTime,
  PROBLEMS,
  ROWS,
  SERIES,
  YEAR,
} from './airline.factory.js';

describe('series of observations', () => {
  let application: TestApplication;
  let airline: Airline;

  beforeAll(async () => {
    application = await startTestApplication({ RUN_WORKERS: 'true' });
  });
  beforeEach(async () => {
    airline = await Airline.open(application);
  });
  afterAll(() => application.close());

  it('cuts days and hours by the clock of the organisation, also when clocks change', async () => {
    await application.database.query(
      `UPDATE organization SET time_zone = 'Europe/Berlin', week_start = 7 WHERE id = $1`,
      [airline.organizationId],
    );
    const content =
      't,delay\n2026-10-24T23:30,1\n2026-10-25T02:30+02:00,2\n2026-10-25T02:30+01:00,4\n2026-10-25T23:59,8\n2026-10-26,16\n';
    expect(await airline.importMapped(content, perTime(airline.delay))).toMatchObject({ added: 5 });
    const found = async (grain: string) => {
      const { points } = await airline.series(airline.delay, grain, undefined, AUTUMN);
      return points.map(
        (point: { bucket: string; n: number; value: number }) => `${point.bucket} ${point.n} × ${point.value}`,
      );
    };
    expect(await found('DAY')).toEqual([
      '2026-10-23T22:00:00.000Z 1 × 1',
      '2026-10-24T22:00:00.000Z 3 × 4.666666666666667',
      '2026-10-25T23:00:00.000Z 1 × 16',
    ]);
    expect((await found('HOUR')).slice(1, 3)).toEqual([
      '2026-10-25T00:00:00.000Z 1 × 2',
      '2026-10-25T01:00:00.000Z 1 × 4',
    ]);
    expect(await found('WEEK')).toEqual(['2026-10-17T22:00:00.000Z 1 × 1', '2026-10-24T22:00:00.000Z 4 × 7.5']);
    expect(await found('QUARTER')).toEqual(['2026-09-30T22:00:00.000Z 5 × 6.2']);
  });

  it('shows the rows behind a point page by page, unless too few people stand behind it', async () => {
    const mapping = { ...(await airline.suggested(await airline.upload(FLIGHT))), observedOn: '2026-03-15' };
    await airline.importMapped(FLIGHT, mapping);
    const ask = { metricId: airline.delay, ...YEAR, first: 3 };
    const { metricObservations: one } = await airline.officer.client.data(ROWS, ask);
    const { metricObservations: two } = await airline.officer.client.data(ROWS, {
      ...ask,
      after: one.pageInfo.endCursor,
    });
    expect([one.totalCount, one.edges.length, two.edges.length, two.pageInfo.hasNextPage]).toEqual([5, 3, 2, false]);
    const values = [...one.edges, ...two.edges].map(({ node }) => node.value);
    expect(values.sort((a, b) => a - b)).toEqual([0, 3, 9, 12, 67]);
    expect(one.edges[0].node).toMatchObject({ fileName: 'flight.csv', segments: { Gender: expect.any(String) } });
    const eco = { metricId: airline.wifi, ...YEAR, segment: { dimension: 'customer_class', value: 'Eco' } };
    expect(await airline.officer.client.errorCode(ROWS, eco)).toBe('SEGMENT_ROWS_WITHHELD');
    const day = { from: '2026-03-15T00:00:00Z', to: '2026-03-16T00:00:00Z' };
    const { metricObservations: answers } = await airline.officer.client.data(ROWS, { metricId: airline.wifi, ...day });
    expect(answers.edges[0].node).toMatchObject({
      segments: {},
      observedAt: expect.stringContaining('2026-03-15T00:00:00'),
    });
    expect(answers.totalCount).toBe(5);
    await application.database.query('UPDATE organization SET minimum_group_size = 6 WHERE id = $1', [
      airline.organizationId,
    ]);
    expect(await airline.officer.client.errorCode(ROWS, { metricId: airline.wifi, ...day })).toBe('TOO_FEW_TO_SHOW');
    expect(await airline.officer.client.errorCode(ROWS, { metricId: airline.wifi, ...YEAR })).toBe('VALIDATION');
    expect(
      await airline.officer.client.errorCode(ROWS, { ...ask, after: Buffer.from('["x","y"]').toString('base64url') }),
    ).toBe('VALIDATION');
  });

  it('says where a series breaks, and that days are being recomputed', async () => {
    await application.database.query(
      `INSERT INTO series_break (organization_id, id, metric_id, begins_on, cause) VALUES ($1, gen_random_uuid(), $2, '2026-04-01', 'source')`,
      [airline.organizationId, airline.delay],
    );
    await application.database.query(
      `INSERT INTO dirty_bucket (organization_id, metric_id, day) VALUES ($1, $2, '2026-01-01')`,
      [airline.organizationId, airline.delay],
    );
    expect(await airline.series(airline.delay)).toMatchObject({
      pending: true,
      breaks: [{ beginsOn: '2026-04-01', cause: 'SOURCE' }],
    });
  });

  it('reads each page with one statement', async () => {
    const { id } = await airline.importMapped('date,delay\n2026-01-05,10\n', perTime(airline.delay));
    for (const [query, variables] of [
      [SERIES, { metricId: airline.delay, grain: 'DAY', ...YEAR }],
      [DIMENSIONS, { metricId: airline.delay }],
      [LIST, {}],
      [ONE, { id }],
      [PROBLEMS, { importId: id }],
    ] as const)
      expect(await countStatements(() => airline.officer.client.data(query, variables))).toBe(ONE_READ);
    // The metric first: whether its rows may be listed at all, and with what.
    const rows = () => airline.officer.client.data(ROWS, { metricId: airline.delay, ...YEAR });
    expect(await countStatements(rows)).toBe(ONE_READ + 1);
  });
});
