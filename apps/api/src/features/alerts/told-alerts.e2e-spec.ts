import { monthAgo, WatchedPlace } from '../../../test/alerts.js';
import { eventually } from '../../../test/eventually.js';
import { letterTo, lettersTo } from '../../../test/letters.js';
import { liveClient } from '../../../test/live-client.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';
import { systemIn } from '../../../test/alerts.js';
import { RollupsService } from '../observations/index.js';
import { EvaluateAlertsService } from './evaluate-alerts.service.js';

describe('alerts, told', () => {
  let application: TestApplication;
  let place: WatchedPlace;
  let office: TestMember;
  let lead: TestMember;
  let teamId: string;

  beforeAll(async () => {
    application = await startTestApplication({ RUN_WORKERS: 'true' });
    await application.app.listen(0, '127.0.0.1');
  });
  beforeEach(async () => {
    place = await WatchedPlace.make(application);
    office = await application.member(place.organizationId, 'programme_office');
    lead = await application.member(place.organizationId, 'team_lead');
    teamId = await place.team(office, 'Tellers');
    await place.joins(lead, teamId);
  });
  afterAll(() => application.close());

  const evaluate = (...metricIds: string[]) =>
    application.app.get(EvaluateAlertsService).evaluate(systemIn(place.organizationId), metricIds);
  const jobsDone = () =>
    eventually(
      () =>
        place.query<{ state: string }>(`SELECT state FROM job WHERE organization_id = $1 AND name = 'tell-of-alerts'`),
      (jobs) => jobs.length > 0 && jobs.every(({ state }) => state === 'completed'),
    );

  it('in one letter to the lead of the team, in the lead’s language, and not to the office', async () => {
    await place.query(`UPDATE account SET locale = 'zh-CN' WHERE id = $2 AND $1::uuid IS NOT NULL`, [lead.accountId]);
    const calls = await place.missing('calls', { teamId, name: '接通率', unit: '%' });
    const chats = await place.missing('chats', { teamId, name: '在线客服' });
    await evaluate(calls, chats);
    const letter = await letterTo(application, lead.email);
    expect(letter.subject).toContain('预警：共 2 条');
    expect(letter.text).toContain('接通率：70 %（n = 9），未达到目标 80 %。');
    expect(letter.text).toMatch(/https?:\/\/\S+\/monitoring\/alerts\/[0-9a-f-]{36}/);
    await jobsDone();
    expect(await lettersTo(application, lead.email)).toHaveLength(1);
    expect(await lettersTo(application, office.email)).toEqual([]);
  });

  it('to the office where a team has no lead, and to nobody who does not want it', async () => {
    const quiet = await application.member(place.organizationId, 'programme_office');
    await quiet.client.data('mutation { setAlertPreference(mail: NONE) { mail } }');
    const metricId = await place.missing('calls', { name: 'Calls answered' });
    await evaluate(metricId);
    const letter = await letterTo(application, office.email);
    expect(letter.text).toContain('Calls answered: 70 minutes (n = 9) misses the target of 80 minutes.');
    await jobsDone();
    expect(await lettersTo(application, quiet.email)).toEqual([]);
    expect(await lettersTo(application, lead.email)).toEqual([]);
  });

  it('to whom they come up and to whom they are given', async () => {
    const executive = await application.member(place.organizationId, 'executive');
    const metricId = await place.missing('calls', { teamId });
    await evaluate(metricId);
    const { id } = (await place.alerts(metricId))[0]!;
    const escalate = (version: number) =>
      lead.client.data(`mutation ($id: ID!, $version: Int!) { escalateAlert(id: $id, version: $version) { id } }`, {
        id,
        version,
      });
    await escalate(1);
    expect((await letterTo(application, office.email)).subject).toMatch(/^Escalated: /);
    expect(await lettersTo(application, executive.email)).toEqual([]);
    await escalate(2);
    expect((await letterTo(application, executive.email)).subject).toMatch(/^Escalated: /);
    await office.client.data(
      `mutation ($id: ID!, $to: ID!) { assignAlert(id: $id, version: 3, membershipId: $to) { id } }`,
      { id, to: lead.membershipId },
    );
    expect((await letterTo(application, lead.email, 2)).subject).toMatch(/^For you: /);
  });

  it('live, to everybody who looks, with what waits for them', async () => {
    const live = liveClient(application, lead.client.headers);
    const badges = live.each<{ alertsChanged: { waiting: number } }>('subscription { alertsChanged { waiting } }');
    const next = async () => (await badges.next()).value.data.alertsChanged.waiting;
    expect(await next()).toBe(0);
    const metricId = await place.missing('calls', { teamId });
    await evaluate(metricId);
    expect(await next()).toBe(1);
    await badges.return?.();
    live.close();
  });

  it('of themselves, once the roll-ups of a metric were recomputed', async () => {
    const metricId = await place.metric('calls', { teamId });
    await place.target(metricId, 80);
    const day = new Date(monthAgo(1).getTime() + 5 * 86_400_000);
    await place.query(`SELECT add_observation_month($2::date) WHERE $1::uuid IS NOT NULL`, [day]);
    await place.query(
      `INSERT INTO observation (organization_id, metric_id, observed_at, natural_key, segment_set_id, value)
       VALUES ($1, $2, $3, $2, 0, 12)`,
      [metricId, day],
    );
    await place.query(`INSERT INTO segment_margin (organization_id, segment_set_id, margin_id) VALUES ($1, 0, 0)`);
    await place.query(`INSERT INTO dirty_bucket (organization_id, metric_id, day) VALUES ($1, $2, $3::date)`, [
      metricId,
      day,
    ]);
    await application.app.get(RollupsService).recompute(systemIn(place.organizationId));
    const found = await eventually(
      () => place.alerts(metricId),
      (alerts) => alerts.some(({ rule }) => rule === 'target_breach'),
    );
    expect(found.find(({ rule }) => rule === 'target_breach')).toMatchObject({ state: 'open', points: 1 });
  });
});
