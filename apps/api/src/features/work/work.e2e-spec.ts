import { monthAgo, systemIn, WatchedPlace } from '../../../test/alerts.js';
import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';
import { EvaluateAlertsService } from '../alerts/index.js';

const PULSE = `id name unit grain computed lastAt stale trend liveAlerts points { bucket value lower upper n suppressed }
  target { value status }`;
const WORK = `{ myWork { teams { name } timeZone alertCount alerts { metricName mayUpdate } touchpointCount
  touchpoints { id name teamName metrics { ${PULSE} } } metrics { ${PULSE} } } }`;
const TOUCHPOINT = `query ($id: ID!) { touchpointPulse(touchpointId: $id) { ${PULSE} } }`;

describe('the work of a team', () => {
  let application: TestApplication;
  let place: WatchedPlace;
  let office: TestMember;
  let lead: TestMember;
  let teamId: string;

  beforeAll(async () => {
    application = await startTestApplication();
  });
  beforeEach(async () => {
    place = await WatchedPlace.make(application);
    office = await application.member(place.organizationId, 'programme_office');
    lead = await application.member(place.organizationId, 'team_lead');
    teamId = await place.team(office, 'Tellers');
    await place.joins(lead, teamId);
  });
  afterAll(() => application.close());

  const evaluate = (...ids: string[]) =>
    application.app.get(EvaluateAlertsService).evaluate(systemIn(place.organizationId), ids);
  const work = async ({ client }: TestMember = lead) => (await client.data(WORK)).myWork;

  it('is what the team answers for today, with how it stands and what is missing, in one statement', async () => {
    const otherTeam = await place.team(office, 'Others');
    const calls = await place.missing('calls', { name: 'Calls' });
    await place.rollup(calls, monthAgo(2), 75);
    const empty = await place.metric('empty', { name: 'Empty' });
    const own = await place.metric('own', { name: 'Own', teamId });
    await place.touchpoint('Counter', teamId, calls);
    await place.touchpoint('Hotline', teamId, empty);
    await place.touchpoint('Lobby', teamId, null);
    const theirs = await place.touchpoint('Theirs', otherTeam, calls);
    await place.query(
      `UPDATE ownership SET valid_to = valid_from + 1 WHERE organization_id = $1 AND touchpoint_id = $2`,
      [await place.touchpoint('Given up', teamId, null)],
    );
    await evaluate(calls, empty, own);

    expect(await countStatements(() => work())).toBe(ONE_READ);
    const found = await work();
    expect(found).toMatchObject({
      teams: [{ name: 'Tellers' }],
      timeZone: 'UTC',
      alertCount: 1,
      alerts: [{ metricName: 'Calls', mayUpdate: true }],
      touchpointCount: 3,
      touchpoints: [
        {
          name: 'Counter',
          teamName: 'Tellers',
          metrics: [
            {
              name: 'Calls',
              grain: 'MONTH',
              stale: false,
              trend: 'DOWN',
              liveAlerts: 1,
              points: [
                { bucket: monthAgo(2).toISOString(), value: 75 },
                { bucket: monthAgo(1).toISOString(), value: 70, n: 9 },
              ],
              target: { value: 80, status: 'NOT_MET' },
            },
          ],
        },
        { name: 'Hotline', metrics: [{ name: 'Empty', lastAt: null, points: [], trend: null, target: null }] },
        { name: 'Lobby', metrics: [] },
      ],
      metrics: [{ name: 'Own' }],
    });
    const { touchpointPulse } = await office.client.data(TOUCHPOINT, { id: theirs });
    expect(touchpointPulse).toMatchObject([{ name: 'Calls', liveAlerts: 1 }]);
    expect(await countStatements(() => office.client.data(TOUCHPOINT, { id: theirs }))).toBe(ONE_READ);
  });

  it('costs the same however much a team answers for', async () => {
    for (let number = 1; number <= 12; number += 1)
      await place.touchpoint(`Counter ${number}`, teamId, await place.missing(`calls_${number}`));
    expect(await countStatements(() => work())).toBe(ONE_READ);
    expect((await work()).touchpoints).toHaveLength(12);
  });

  it('does not show what too few people said', async () => {
    const scale = { aggregation: 'csat', scale: [1, 5], perception: true } as const;
    const metricId = await place.missing('wifi', scale);
    await place.query(`UPDATE rollup SET observations = 2, n = 2, counts = '{"1": 2}' WHERE organization_id = $1`);
    const touchpointId = await place.touchpoint('Cabin', teamId, metricId);
    const { touchpointPulse } = await lead.client.data(TOUCHPOINT, { id: touchpointId });
    expect(touchpointPulse[0].points).toEqual([
      { bucket: monthAgo(1).toISOString(), value: null, lower: null, upper: null, n: null, suppressed: true },
    ]);
  });

  it('is empty for whom no team is', async () => {
    await place.touchpoint('Counter', teamId, await place.missing('calls'));
    expect(await work(office)).toMatchObject({ teams: [], alerts: [], touchpoints: [], metrics: [] });
  });

  it('is nothing to another organisation and to nobody', async () => {
    const touchpointId = await place.touchpoint('Counter', teamId, null);
    const there = await application.member(await application.organization('Meridian'), 'programme_office');
    expect(await there.client.errorCode(TOUCHPOINT, { id: touchpointId })).toBe('NOT_FOUND');
    expect(await application.anonymous.errorCode(WORK)).toBe('UNAUTHENTICATED');
  });
});
