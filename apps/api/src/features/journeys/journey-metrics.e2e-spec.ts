import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { liveClient } from '../../../test/live-client.js';
import { addMetric, type MetricToAdd } from '../../../test/metrics.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';
import { newId } from '../../platform/database/unit-of-work.js';
import { RollupsService } from '../observations/rollups.service.js';

const MAP = `query ($id: ID!) { journeyMap(id: $id) { metricIds
  metrics { id key name class unit value lower upper n lastAt suppressed overdue ownerTeamName
    targetValue targetUpperValue targetDueOn status }
  stages { id metricIds placements { name metricIds } } } }`;
const CREATE = `mutation ($name: String!) { createJourney(input: { name: $name }, template: "five-stages") { id } }`;
const PLACE = `mutation ($stageId: ID!, $touchpointId: ID!) {
  placeTouchpoint(stageId: $stageId, touchpointId: $touchpointId) { id } }`;
const CHANGED = `subscription ($id: ID!) { journeyChanged(journeyId: $id) { journeyId numbers membershipId } }`;

interface Shown {
  id: string;
  key: string;
  value: number | null;
}

describe('the numbers on a journey map', () => {
  let application: TestApplication;
  let organizationId: string;
  let office: TestMember;
  let journeyId: string;
  let stageId: string;
  let touchpointId: string;

  beforeAll(async () => {
    application = await startTestApplication();
    await application.app.listen(0, '127.0.0.1');
  });
  beforeEach(async () => {
    organizationId = await application.organization('Harbour Bank');
    office = await application.member(organizationId, 'programme_office');
    journeyId = (await office.client.data(CREATE, { name: 'Opening' })).createJourney.id;
    stageId = (await map()).stages[0].id;
    touchpointId = newId();
    await application.database.query(
      `INSERT INTO touchpoint (organization_id, id, name, channel) VALUES ($1, $2, 'Call', 'phone')`,
      [organizationId, touchpointId],
    );
    await office.client.data(PLACE, { stageId, touchpointId });
  });
  afterAll(() => application.close());

  const map = async (reader = office) => (await reader.client.data(MAP, { id: journeyId })).journeyMap;
  const metric = async (what: MetricToAdd, on: { touchpoint?: string; stage?: string; journey?: string }) => {
    const id = await addMetric(application.database, organizationId, what);
    await application.database.query(
      `INSERT INTO metric_link (organization_id, id, metric_id, touchpoint_id, stage_id, journey_id)
       VALUES ($1, gen_random_uuid(), $2, $3, $4, $5)`,
      [organizationId, id, on.touchpoint ?? null, on.stage ?? null, on.journey ?? null],
    );
    return id;
  };
  /** A month as the roll-ups keep it. */
  const month = (id: string, bucket: string, n: number, sum: number, observations = n) =>
    application.database
      .query(
        `INSERT INTO segment_set (organization_id, id, pairs) SELECT $1, 0, '{}' WHERE NOT EXISTS
         (SELECT FROM segment_set WHERE organization_id = $1 AND id = 0)`,
        [organizationId],
      )
      .then(() =>
        application.database.query(
          `INSERT INTO rollup (organization_id, metric_id, grain, segment_set_id, bucket, observations, n, sum,
           sum_of_squares, minimum, maximum, last_value, last_at)
         VALUES ($1, $2, 'month', 0, $3, $6, $4, $5, $5, 0, 1, 1, $3::timestamptz + interval '3 days')`,
          [organizationId, id, bucket, n, sum, observations],
        ),
      );
  const target = (id: string, value: number, dueOn: string) =>
    application.database.query(
      `INSERT INTO metric_target (organization_id, id, metric_id, due_on, value, created_at)
       VALUES ($1, gen_random_uuid(), $2, $3, $4, '2025-01-01')`,
      [organizationId, id, dueOn, value],
    );
  const shown = async (key: string): Promise<Shown> => (await map()).metrics.find((each: Shown) => each.key === key);

  it('stand where their metrics hang, with the latest month, its n, interval, age and target', async () => {
    const onTouchpoint = await metric(
      { key: 'answered', aggregation: 'share', unit: '%' },
      { touchpoint: touchpointId },
    );
    const onStage = await metric({ key: 'seen' }, { stage: stageId });
    const onJourney = await metric({ key: 'ended' }, { journey: journeyId });
    await addMetric(application.database, organizationId, { key: 'elsewhere' });
    await month(onTouchpoint, '2026-02-01', 100, 90);
    await month(onTouchpoint, '2026-03-01', 200, 150);
    await target(onTouchpoint, 70, '2126-12-31');
    const { metrics, metricIds, stages } = await map();
    expect(metrics.map(({ key }: Shown) => key)).toEqual(['answered', 'ended', 'seen']);
    expect([metricIds, stages[0].metricIds, stages[0].placements[0].metricIds]).toEqual([
      [onJourney],
      [onStage],
      [onTouchpoint],
    ]);
    const [answered, ended] = metrics;
    expect(answered).toMatchObject({
      value: 75,
      n: 200,
      unit: '%',
      lastAt: '2026-03-04T00:00:00.000Z',
      suppressed: false,
      targetValue: 70,
      targetDueOn: '2126-12-31',
      status: 'MET',
    });
    expect(answered.lower).toBeCloseTo(68.56, 1);
    expect(answered.upper).toBeCloseTo(80.48, 1);
    expect(ended).toMatchObject({ value: null, n: null, lastAt: null, status: 'NO_TARGET' });
  });

  it('are withheld where fewer were asked than the organisation shows', async () => {
    const asked = { key: 'asked', aggregation: 'share', unit: '%', perception: true };
    const id = await metric(asked, { touchpoint: touchpointId });
    await month(id, '2026-03-01', 4, 3);
    await target(id, 70, '2026-01-31');
    expect(await shown('asked')).toMatchObject({
      value: null,
      n: null,
      lower: null,
      suppressed: true,
      status: 'NO_DATA',
    });
  });

  it('are computed from metrics that do not stand on the map themselves, and miss a target that is past', async () => {
    const part = await addMetric(application.database, organizationId, { key: 'waited', aggregation: 'rate' });
    const id = await metric({ key: 'doubled', aggregation: 'formula' }, { stage: stageId });
    await application.database.query(`UPDATE metric_version SET formula = 'waited * 2' WHERE metric_id = $1`, [id]);
    await month(part, '2026-03-01', 10, 40);
    await target(id, 9, '2026-01-31');
    expect((await map()).metrics).toMatchObject([{ key: 'doubled', value: 8, n: 10, lower: null, status: 'NOT_MET' }]);
  });

  it('come with the map in one statement', async () => {
    const id = await metric({ key: 'answered' }, { touchpoint: touchpointId });
    await month(id, '2026-03-01', 10, 5);
    expect(await countStatements(() => map())).toBe(ONE_READ);
  });

  it('are told anew once roll-ups have changed', async () => {
    const id = await metric({ key: 'answered' }, { touchpoint: touchpointId });
    const live = liveClient(application, { ...office.client.headers });
    try {
      const heard = live.each<{ journeyChanged: object }>(CHANGED, { id: journeyId }).next();
      const rollups = application.app.get(RollupsService);
      let told = false;
      void heard.then(() => (told = true));
      for (let day = 1; !told && day < 28; day += 1) {
        await application.database.query(
          `INSERT INTO dirty_bucket (organization_id, metric_id, day) VALUES ($1, $2, $3)`,
          [organizationId, id, `2026-03-${String(day).padStart(2, '0')}`],
        );
        await rollups.recompute({ kind: 'system', organizationId, name: 'test' });
        await new Promise((wake) => setTimeout(wake, 50));
      }
      const { value } = await heard;
      expect(value.data.journeyChanged).toEqual({ journeyId, numbers: true, membershipId: null });
    } finally {
      live.close();
    }
  });
});
