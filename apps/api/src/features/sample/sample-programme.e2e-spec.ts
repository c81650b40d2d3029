import { startSampleApplication } from '../../../test/sample-application.js';
import type { TestApplication } from '../../../test/test-application.js';
import { SAMPLE_PASSWORD } from './sample-organisation.service.js';
import { SampleProgrammeService } from './sample-programme.service.js';

const FLIGHT = `{ journeys(search: "A flight") { edges { node { id name } } } }`;
const RATED = `query ($from: DateTime!, $to: DateTime!, $id: ID!, $segment: SegmentInput) {
  metricSeries(metricId: $id, grain: MONTH, from: $from, to: $to, segment: $segment) { pending points { value n suppressed } } }`;

describe('the whole sample programme', () => {
  let application: TestApplication;
  beforeAll(async () => {
    application = await startSampleApplication({ RUN_WORKERS: 'true' });
  }, 240_000);
  afterAll(() => application.close());

  const rows = <Row>(sql: string): Promise<Row[]> => application.database.query(sql) as unknown as Promise<Row[]>;
  const counts = async () => {
    const tables = ['organization', 'touchpoint', 'ownership', 'journey', 'stage_cell', 'metric', 'metric_link'];
    const more = ['metric_target', 'metric_annotation', 'series_break', 'observation', 'rollup', 'submission'];
    const found: Record<string, number> = {};
    for (const table of [...tables, ...more]) {
      const [row] = await rows<{ count: number }>(`SELECT count(*)::int FROM ${table}`);
      found[table] = row!.count;
    }
    return found;
  };

  it('is all there when the start says so: no file refused, no row left out, no day to be computed', async () => {
    const imports = await rows<{ state: string; rows_bad: number }>('SELECT state, rows_bad FROM observation_import');
    expect(imports).toHaveLength(15);
    expect(new Set(imports.map(({ state, rows_bad: bad }) => `${state} ${bad}`))).toEqual(new Set(['completed 0']));
    expect(await rows('SELECT FROM dirty_bucket')).toEqual([]);
    const found = await counts();
    expect(found).toMatchObject({ organization: 2, touchpoint: 60 + 14, journey: 8 + 2 });
    expect(found['metric']).toBeGreaterThanOrEqual(40 + 17);
  });

  it('has one accountable team for every touchpoint today, but for the planned one that lost its owner', async () => {
    const open = await rows<{ name: string }>(
      `SELECT t.name FROM touchpoint t WHERE 1 <> (SELECT count(*) FROM ownership o
         WHERE o.organization_id = t.organization_id AND o.touchpoint_id = t.id AND o.responsibility = 'accountable'
           AND o.valid_from <= current_date AND (o.valid_to IS NULL OR o.valid_to > current_date))`,
    );
    expect(open).toEqual([{ name: 'Say in the app that something is wrong' }]);
  });

  it('shows the officer of the airline fourteen rated touchpoints and live numbers by class, without their zeros', async () => {
    const signIn = await application.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify({
        query:
          'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { userId } }',
        variables: { email: 'officer@meridian-air.example', password: SAMPLE_PASSWORD },
      }),
    });
    const cookie = signIn.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const officer = application.clientWith({ cookie });
    const { journeys } = await officer.data(FLIGHT);
    expect(journeys.edges.length).toBeGreaterThan(0);

    const [{ id, lowest } = { id: '', lowest: 0 }] = await rows<{ id: string; lowest: number }>(
      `SELECT m.id, min(o.value) AS lowest FROM metric m JOIN observation o ON o.metric_id = m.id
       WHERE m.key = 'inflight_wifi_service' GROUP BY m.id`,
    );
    expect(lowest).toBe(1);
    const [from, to] = [new Date(Date.now() - 400 * 86_400_000), new Date()];
    const segment = { dimension: 'Class', value: 'Business' };
    const { metricSeries } = await officer.data(RATED, { id, from, to, segment });
    expect(metricSeries.pending).toBe(false);
    expect(metricSeries.points.length).toBeGreaterThanOrEqual(12);
    for (const { value, n } of metricSeries.points) {
      expect(value).toBeGreaterThan(5);
      expect(n).toBeGreaterThan(30);
    }
    // Those who do not use it say so with a zero, which is no rating.
    const [skipped] = await rows<{ skipped: number }>(
      `SELECT sum(skipped)::int AS skipped FROM observation_import WHERE file_name LIKE 'passengers%'`,
    );
    expect(skipped!.skipped).toBeGreaterThan(200);
  });

  it('stays as it is when it is loaded again', async () => {
    const before = await counts();
    await application.app.get(SampleProgrammeService).load();
    expect(await counts()).toEqual(before);
  }, 60_000);
});
