import { v7 as uuidv7 } from 'uuid';
import { monthAgo, systemIn, WatchedPlace } from '../../../test/alerts.js';
import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';
import { EvaluateAlertsService } from './evaluate-alerts.service.js';

const LIST = `query ($first: Int, $after: String, $states: [AlertState!], $rule: AlertRule, $severity: AlertSeverity, $teamId: ID,
    $metricId: ID, $touchpointId: ID, $mine: Boolean, $search: String) {
  alerts(first: $first, after: $after, states: $states, rule: $rule, severity: $severity, teamId: $teamId,
      metricId: $metricId, touchpointId: $touchpointId, mine: $mine, search: $search) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { id metricName rule severity state mayUpdate } } } }`;
const ONE = `query ($id: ID!) { alert(id: $id) {
  id state version points evidence { value n limit dueOn } latest { value } events { act actorName note reason }
  touchpoints { id name } feedback { description touchpointName authorName } series { bucket value n suppressed }
  others { id closeReason } mayUpdate escalationLevel assigneeName closeReason timeZone grain } }`;
const STATE =
  'id state version closeReason assigneeName escalationLevel snoozedUntil feedback { description touchpointName state }';
const ACKNOWLEDGE = `mutation ($id: ID!, $version: Int!, $note: String) { acknowledgeAlert(id: $id, version: $version, note: $note) { ${STATE} } }`;
const SNOOZE = `mutation ($id: ID!, $version: Int!, $until: DateTime!) { snoozeAlert(id: $id, version: $version, until: $until) { ${STATE} } }`;
const ASSIGN = `mutation ($id: ID!, $version: Int!, $membershipId: ID) { assignAlert(id: $id, version: $version, membershipId: $membershipId) { ${STATE} } }`;
const ESCALATE = `mutation ($id: ID!, $version: Int!) { escalateAlert(id: $id, version: $version) { ${STATE} } }`;
const CLOSE = `mutation ($id: ID!, $version: Int!, $reason: AlertCloseReason!, $painPoint: AlertPainPointInput) {
  closeAlert(id: $id, version: $version, reason: $reason, painPoint: $painPoint) { ${STATE} } }`;
const REOPEN = `mutation ($id: ID!, $version: Int!) { reopenAlert(id: $id, version: $version) { ${STATE} } }`;
const NOTE = `mutation ($id: ID!, $note: String!) { noteAlert(id: $id, note: $note) { ${STATE} } }`;
const ASSIGNEES = `query ($id: ID!) { alertAssignees(id: $id) { id name } }`;
const BADGE = `{ alertBadge { waiting } }`;
const SETTINGS = `{ alertSettings { officeAfterHours executiveAfterHours version } }`;
const SET = `mutation ($version: Int!, $office: Int!, $executive: Int!) {
  updateAlertSettings(version: $version, officeAfterHours: $office, executiveAfterHours: $executive) { officeAfterHours version } }`;
const PREFER = `mutation ($mail: AlertMail!) { setAlertPreference(mail: $mail) { mail } }`;

describe('alerts', () => {
  let application: TestApplication;
  let place: WatchedPlace;
  let office: TestMember;
  let lead: TestMember;
  let teamId: string;
  let metricId: string;
  let id: string;

  beforeAll(async () => {
    application = await startTestApplication();
  });
  beforeEach(async () => {
    place = await WatchedPlace.make(application);
    const member = (role: Parameters<TestApplication['member']>[1]) => application.member(place.organizationId, role);
    office = await member('programme_office');
    lead = await member('team_lead');
    teamId = await place.team(office, 'Tellers');
    await place.joins(lead, teamId);
    metricId = await place.missing('calls', { teamId, name: 'Calls answered' });
    await evaluate(metricId);
    id = (await place.alerts(metricId))[0]!.id;
  });
  afterAll(() => application.close());

  const evaluate = (...metricIds: string[]) =>
    application.app.get(EvaluateAlertsService).evaluate(systemIn(place.organizationId), metricIds);
  const list = async (client: TestMember['client'], variables: object = {}) =>
    (await client.data(LIST, { ...variables })).alerts;
  const names = async (variables: object = {}, { client }: TestMember = office): Promise<string[]> =>
    (await list(client, variables)).edges.map(({ node }: { node: { metricName: string } }) => node.metricName);
  const fields = async (client: TestMember['client'], query: string, variables: Record<string, unknown>) =>
    (await client.graphql(query, variables)).errors?.[0]?.extensions['fields'];
  const soon = (): string => new Date(Date.now() + 3_600_000).toISOString();
  const acts = async () =>
    (
      await place.query<{ act: string }>('SELECT act FROM audit_event WHERE organization_id = $1 ORDER BY sequence')
    ).flatMap(({ act }) => (act.startsWith('alert') ? [act] : []));

  it('are shown with the numbers behind them, in one statement', async () => {
    await place.touchpoint('Counter', null, metricId);
    let found!: Record<string, unknown>;
    const statements = await countStatements(async () => {
      found = (await lead.client.data(ONE, { id })).alert;
    });
    expect(statements).toBe(ONE_READ);
    expect(found).toMatchObject({
      state: 'OPEN',
      points: 1,
      grain: 'MONTH',
      timeZone: 'UTC',
      evidence: { value: 70, n: 9, limit: 80, dueOn: '2020-01-01' },
      series: [{ bucket: monthAgo(1).toISOString(), value: 70, n: 9, suppressed: false }],
      events: [{ act: 'OPENED', actorName: null }],
      touchpoints: [{ name: 'Counter' }],
      mayUpdate: true,
    });
  });

  it('are listed by weight, filtered, searched and paged, in one statement', async () => {
    const critical = await place.metric('waits', { name: 'Waiting time' });
    await place.query(
      'UPDATE metric_version SET critical_threshold = 50 WHERE organization_id = $1 AND metric_id = $2',
      [critical],
    );
    await place.rollup(critical, monthAgo(1), 10, new Date());
    const quiet = await place.missing('chats', { name: 'Chats' });
    await evaluate(critical, quiet);
    const counter = await place.touchpoint('Counter', null, quiet);

    expect(await countStatements(() => list(office.client))).toBe(ONE_READ);
    expect(await names()).toEqual(['Waiting time', 'Chats', 'Calls answered']);
    expect(await names({ severity: 'CRITICAL' })).toEqual(['Waiting time']);
    expect(await names({ rule: 'TARGET_BREACH' })).toEqual(['Chats', 'Calls answered']);
    expect(await names({ teamId })).toEqual(['Calls answered']);
    expect(await names({ metricId: quiet })).toEqual(['Chats']);
    expect(await names({ touchpointId: counter })).toEqual(['Chats']);
    expect(await names({ search: 'call' })).toEqual(['Calls answered']);
    expect(await names({ states: ['CLOSED'] })).toEqual([]);
    expect(await names({ mine: true }, lead)).toEqual(['Calls answered']);
    const first = await list(office.client, { first: 2 });
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    expect(await names({ first: 2, after: first.pageInfo.endCursor })).toEqual(['Calls answered']);
    expect(await office.client.errorCode(LIST, { after: 'nonsense' })).toBe('VALIDATION');
  });

  it('go through their life, each step written down', async () => {
    const step = async (query: string, version: number, more: object = {}) =>
      Object.values(await lead.client.data(query, { id, version, ...more }))[0] as Record<string, unknown>;
    expect(await step(ACKNOWLEDGE, 1, { note: 'I look into it' })).toMatchObject({ state: 'ACKNOWLEDGED', version: 2 });
    expect(await step(SNOOZE, 2, { until: soon() })).toMatchObject({ state: 'SNOOZED' });
    expect(await step(ASSIGN, 3, { membershipId: office.membershipId })).toMatchObject({
      assigneeName: 'A programme_office',
    });
    expect(await step(ESCALATE, 4)).toMatchObject({ escalationLevel: 1 });
    expect(await step(CLOSE, 5, { reason: 'RESOLVED' })).toMatchObject({ state: 'CLOSED', closeReason: 'RESOLVED' });
    expect(await step(REOPEN, 6)).toMatchObject({ state: 'OPEN', closeReason: null, escalationLevel: 0, version: 7 });
    await lead.client.data(NOTE, { id, note: 'The counter was closed for a day.' });
    const { alert } = await office.client.data(ONE, { id });
    expect(alert.events.map(({ act }: { act: string }) => act)).toEqual(
      ['OPENED', 'ACKNOWLEDGED', 'SNOOZED', 'ASSIGNED', 'ESCALATED', 'CLOSED', 'REOPENED', 'NOTED'].toReversed(),
    );
    expect(alert.events.at(-2)).toMatchObject({ actorName: 'A team_lead', note: 'I look into it' });
    expect(await acts()).toEqual([
      'alert.acknowledged',
      'alert.snoozed',
      'alert.assigned',
      'alert.escalated',
      'alert.closed',
      'alert.reopened',
      'alert.noted',
    ]);
  });

  it('stay as they are when given to whom they are with already', async () => {
    const give = async (version: number, membershipId: string | null) =>
      (await office.client.data(ASSIGN, { id, version, membershipId })).assignAlert.version;
    expect(await give(1, null)).toBe(1);
    expect(await give(1, lead.membershipId)).toBe(2);
    expect(await give(2, lead.membershipId)).toBe(2);
    const { alert } = await office.client.data(ONE, { id });
    expect(alert.events.map(({ act }: { act: string }) => act)).toEqual(['ASSIGNED', 'OPENED']);
    expect(await acts()).toEqual(['alert.assigned']);
  });

  it('keep what they are about for the list of pain points', async () => {
    const touchpointId = await place.touchpoint('Counter', null, metricId);
    const close = (painPoint: object | null, reason = 'PAIN_POINT') => ({ id, version: 1, reason, painPoint });
    expect(await fields(lead.client, CLOSE, close(null))).toMatchObject([{ path: 'painPoint', code: 'required' }]);
    expect(await fields(lead.client, CLOSE, close({ description: ' ' }))).toMatchObject([
      { path: 'painPoint.description', code: 'required' },
    ]);
    expect(await lead.client.errorCode(CLOSE, close({ description: 'Queues', touchpointId: uuidv7() }))).toBe(
      'NOT_FOUND',
    );
    const { closeAlert } = await lead.client.data(CLOSE, close({ description: 'Queues at noon', touchpointId }));
    expect(closeAlert).toMatchObject({
      state: 'CLOSED',
      closeReason: 'PAIN_POINT',
      feedback: [{ description: 'Queues at noon', touchpointName: 'Counter', state: 'NEW' }],
    });
  });

  it('are dealt with by the office, by leads of the teams concerned and by whom they were given to, and by nobody else', async () => {
    const member = (role: Parameters<TestApplication['member']>[1]) => application.member(place.organizationId, role);
    const [executive, administrator, contributor, otherLead] = [
      await member('executive'),
      await member('administrator'),
      await member('contributor'),
      await member('team_lead'),
    ];
    const version = 1;
    for (const { client } of [executive, administrator]) {
      expect((await client.data(ONE, { id })).alert).toMatchObject({ id, mayUpdate: false });
      expect(await client.errorCode(ACKNOWLEDGE, { id, version })).toBe('FORBIDDEN');
    }
    for (const { client } of [contributor, otherLead]) {
      expect((await client.data(ONE, { id })).alert.mayUpdate).toBe(false);
      for (const [query, more] of [
        [ACKNOWLEDGE, {}],
        [SNOOZE, { until: soon() }],
        [ASSIGN, { membershipId: null }],
        [ESCALATE, {}],
        [CLOSE, { reason: 'RESOLVED' }],
        [NOTE, { note: 'Mine now' }],
      ] as const)
        expect(await client.errorCode(query, { id, version, ...more })).toBe('NOT_FOUND');
    }
    // Accountable for a touchpoint that the metric hangs on.
    const counterTeam = await place.team(office, 'Counter');
    await place.joins(otherLead, counterTeam);
    await place.touchpoint('Counter', counterTeam, metricId);
    expect((await otherLead.client.data(ACKNOWLEDGE, { id, version })).acknowledgeAlert.version).toBe(2);
    // Given to somebody of the team.
    await place.joins(contributor, teamId);
    const { alertAssignees } = await office.client.data(ASSIGNEES, { id });
    expect(alertAssignees.map((each: { id: string }) => each.id).sort()).toEqual(
      [office, lead, otherLead, contributor].map(({ membershipId }) => membershipId).sort(),
    );
    await office.client.data(ASSIGN, { id, version: 2, membershipId: contributor.membershipId });
    expect((await contributor.client.data(CLOSE, { id, version: 3, reason: 'EXPECTED' })).closeAlert.state).toBe(
      'CLOSED',
    );
  });

  it('of another organisation do not exist', async () => {
    const there = await application.organization('Meridian');
    const { client } = await application.member(there, 'programme_office');
    expect(await names({}, { client } as TestMember)).toEqual([]);
    expect(await client.errorCode(ONE, { id })).toBe('NOT_FOUND');
    expect(await client.errorCode(ASSIGNEES, { id })).toBe('NOT_FOUND');
    for (const [query, more] of [
      [ACKNOWLEDGE, {}],
      [CLOSE, { reason: 'RESOLVED' }],
      [REOPEN, {}],
      [NOTE, { note: 'Hello' }],
    ] as const)
      expect(await client.errorCode(query, { id, version: 1, ...more })).toBe('NOT_FOUND');
    const stranger = await application.member(there, 'programme_office');
    expect(await fields(office.client, ASSIGN, { id, version: 1, membershipId: stranger.membershipId })).toMatchObject([
      { path: 'membershipId', code: 'not_assignable' },
    ]);
  });

  it('refuse what makes no sense', async () => {
    const { client } = lead;
    const snooze = (until: Date) => fields(client, SNOOZE, { id, version: 1, until: until.toISOString() });
    expect(await snooze(new Date(Date.now() - 1000))).toMatchObject([{ path: 'until', code: 'in_the_past' }]);
    expect(await snooze(new Date(Date.now() + 91 * 86_400_000))).toMatchObject([{ code: 'snooze_too_long' }]);
    expect((await client.graphql(CLOSE, { id, version: 1 })).errors).toHaveLength(1);
    expect(await fields(client, CLOSE, { id, version: 1, reason: 'RECOVERED' })).toMatchObject([{ path: 'reason' }]);
    expect(await fields(client, NOTE, { id, note: '  ' })).toMatchObject([{ path: 'note', code: 'required' }]);
    expect(await client.errorCode(REOPEN, { id, version: 1 })).toBe('ALERT_WRONG_STATE');
    await client.data(CLOSE, { id, version: 1, reason: 'RESOLVED' });
    expect(await client.errorCode(CLOSE, { id, version: 2, reason: 'RESOLVED' })).toBe('ALERT_WRONG_STATE');
    expect(await client.errorCode(ESCALATE, { id, version: 2 })).toBe('ALERT_WRONG_STATE');
    expect(await client.errorCode(ONE, { id: 'nonsense' })).toBe('NOT_FOUND');
  });

  it('let one of two people at once act, and show the other what became of it', async () => {
    const outcomes = await Promise.all([
      office.client.graphql(ACKNOWLEDGE, { id, version: 1 }),
      lead.client.graphql(CLOSE, { id, version: 1, reason: 'RESOLVED' }),
    ]);
    const codes = outcomes.map(({ errors }) => errors?.[0]?.extensions.code ?? 'done').sort();
    expect(codes).toEqual(['CONFLICT', 'done']);
    expect((await place.alerts(metricId))[0]!.version).toBe(2);
  });

  it('cannot be reopened beside one that newer data has opened', async () => {
    await lead.client.data(CLOSE, { id, version: 1, reason: 'RESOLVED' });
    await place.query(
      `UPDATE alert SET closed_through = closed_through - interval '90 days' WHERE organization_id = $1`,
    );
    await evaluate(metricId);
    expect(await place.alerts(metricId)).toHaveLength(2);
    expect(await lead.client.errorCode(REOPEN, { id, version: 2 })).toBe('ALERT_OPENED_ANEW');
  });

  it('closed by a person stay closed for a month that was measured by then, even when it is corrected', async () => {
    await place.rollup(metricId, monthAgo(1), 90);
    await lead.client.data(CLOSE, { id, version: 1, reason: 'RESOLVED' });
    await place.rollup(metricId, monthAgo(1), 20);
    await evaluate(metricId);
    expect(await place.alerts(metricId)).toHaveLength(1);
  });

  it('are counted for whom they wait', async () => {
    const executive = await application.member(place.organizationId, 'executive');
    const waiting = async ({ client }: TestMember) => (await client.data(BADGE)).alertBadge.waiting;
    expect(await countStatements(() => waiting(lead))).toBe(ONE_READ);
    expect([await waiting(lead), await waiting(office), await waiting(executive)]).toEqual([1, 1, 0]);
    await place.query('UPDATE alert SET escalation_level = 2 WHERE organization_id = $1');
    expect(await waiting(executive)).toBe(1);
    await lead.client.data(ACKNOWLEDGE, { id, version: 1 });
    expect([await waiting(lead), await waiting(executive)]).toEqual([0, 0]);
  });

  it('go up by hours that the office sets', async () => {
    expect((await lead.client.data(SETTINGS)).alertSettings).toEqual({
      officeAfterHours: 48,
      executiveAfterHours: 168,
      version: 0,
    });
    const set = (version: number, officeHours: number, executive: number) => ({
      version,
      office: officeHours,
      executive,
    });
    expect(await lead.client.errorCode(SET, set(0, 1, 2))).toBe('FORBIDDEN');
    expect(await fields(office.client, SET, set(0, 0, 2))).toMatchObject([
      { path: 'officeAfterHours', code: 'out_of_range' },
    ]);
    expect(await fields(office.client, SET, set(0, 5, 5))).toMatchObject([{ path: 'executiveAfterHours' }]);
    expect((await office.client.data(SET, set(0, 4, 8))).updateAlertSettings).toEqual({
      officeAfterHours: 4,
      version: 1,
    });
    expect(await office.client.errorCode(SET, set(0, 4, 9))).toBe('CONFLICT');
    expect((await office.client.data(SET, set(1, 4, 9))).updateAlertSettings.version).toBe(2);
  });

  it('are written about as each person wants', async () => {
    expect((await lead.client.data('{ alertPreference { mail } }')).alertPreference.mail).toBe('ALL');
    expect((await lead.client.data(PREFER, { mail: 'NONE' })).setAlertPreference.mail).toBe('NONE');
    expect((await lead.client.data('{ alertPreference { mail } }')).alertPreference.mail).toBe('NONE');
  });
});
