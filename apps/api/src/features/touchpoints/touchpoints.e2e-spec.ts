import { v7 as uuidv7 } from 'uuid';
import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';

const FACTS = 'id name description existence channel noWaiting noAnnoyance noPuzzling noRepeating serviceLevel';
const PAGE = `${FACTS} today mayUpdate hasHistory archivedAt version
  ownership { id teamId teamName teamArchived responsibility validFrom validTo }
  places { journeyName journeyIsFuture stageName factor emotion emotionN emotionJudgedBy }
  metrics { name category unit direction ownerTeamName ownerTeamArchived }`;
const LIST = `query ($first: Int, $after: String, $search: String, $channel: Channel, $existence: TouchpointExistence,
    $teamId: ID, $unowned: Boolean, $all: Boolean) {
  touchpoints(first: $first, after: $after, search: $search, channel: $channel, existence: $existence, teamId: $teamId,
      unowned: $unowned, includeArchived: $all) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { id name channel brokenDonts uncheckedDonts accountableTeamName journeyCount metricCount } } } }`;
const ONE = `query ($id: ID!) { touchpoint(id: $id) { ${PAGE} } }`;
const CREATE = `mutation ($input: TouchpointInput!, $key: String) {
  createTouchpoint(input: $input, idempotencyKey: $key) { ${PAGE} } }`;
const UPDATE = `mutation ($id: ID!, $version: Int!, $input: TouchpointInput!) {
  updateTouchpoint(id: $id, version: $version, input: $input) { ${PAGE} } }`;
const ARCHIVE = `mutation ($id: ID!, $version: Int!) { archiveTouchpoint(id: $id, version: $version) { archivedAt version } }`;
const RESTORE = `mutation ($id: ID!, $version: Int!) { restoreTouchpoint(id: $id, version: $version) { archivedAt version } }`;
const DELETE = `mutation ($id: ID!, $version: Int!) {
  deleteTouchpoint(id: $id, version: $version) { outcome touchpoint { id archivedAt } } }`;
const HISTORY = `query ($id: ID!) { touchpointHistory(id: $id, first: 2) {
  totalCount edges { node { actorName act changes } } } }`;
const CREATE_TEAM = 'mutation ($name: String!) { createTeam(name: $name, kind: SERVICE) { id name } }';
const ASSIGN = `mutation ($touchpointId: ID!, $input: OwnershipInput!) {
  assignOwnership(touchpointId: $touchpointId, input: $input) { id } }`;

describe('touchpoints', () => {
  let application: TestApplication;
  let organizationId: string;
  let office: TestMember;

  beforeAll(async () => {
    application = await startTestApplication();
  });
  beforeEach(async () => {
    organizationId = await application.organization('Harbour Bank');
    office = await application.member(organizationId, 'programme_office');
  });
  afterAll(() => application.close());

  const inputOf = (name: string, more: Record<string, unknown> = {}) => ({
    name,
    existence: 'EXISTING',
    channel: 'BRANCH',
    ...more,
  });
  const create = async (name: string, more: Record<string, unknown> = {}) =>
    (await office.client.data(CREATE, { input: inputOf(name, more) })).createTouchpoint;
  const list = async (variables: Record<string, unknown> = {}) =>
    (await office.client.data(LIST, variables)).touchpoints;
  const names = async (variables: Record<string, unknown> = {}): Promise<string[]> =>
    (await list(variables)).edges.map(({ node }: { node: { name: string } }) => node.name);
  const team = async (name: string) => (await office.client.data(CREATE_TEAM, { name })).createTeam;
  const assign = (touchpointId: string, teamId: string, responsibility = 'ACCOUNTABLE', validFrom = '2020-01-01') =>
    office.client.data(ASSIGN, { touchpointId, input: { teamId, responsibility, validFrom } });
  const insert = async (table: string, row: Record<string, unknown>): Promise<string> => {
    const id = uuidv7();
    const full: Record<string, unknown> = { organization_id: organizationId, id, ...row };
    const columns = Object.keys(full);
    await application.database.query(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
      Object.values(full),
    );
    return id;
  };
  /** Puts it into a journey and hangs a metric on it, as those who draw maps and define metrics do. */
  const useIt = async (touchpointId: string, ownerTeamId: string | null = null): Promise<void> => {
    const journey = await insert('journey', { name: `Opening ${touchpointId}` });
    const stage = await insert('journey_stage', { journey_id: journey, position: 0, name: 'Decision' });
    const emotion = { emotion: -2, emotion_judged_by: 'Branch staff', factor: 'inhibitor' };
    await insert('touchpoint_placement', { stage_id: stage, touchpoint_id: touchpointId, position: 0, ...emotion });
    const metric = await insert('metric', {
      key: `m${Date.now()}`,
      name: `Wait ${touchpointId}`,
      owner_team_id: ownerTeamId,
    });
    const kind = { class: 'state', category: 'operational', aggregation: 'mean', direction: 'lower' };
    const version = { number: 1, valid_from: '2020-01-01', unit: 'minutes', ...kind };
    await application.database.query(
      `INSERT INTO metric_version (organization_id, metric_id, ${Object.keys(version).join(', ')})
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [organizationId, metric, ...Object.values(version)],
    );
    await insert('metric_link', { metric_id: metric, touchpoint_id: touchpointId });
  };

  it('are entered with their don’ts and read back as a page with owners, places and metrics, in one statement', async () => {
    const made = await create(' Branch counter ', { noWaiting: 'BROKEN', noPuzzling: 'KEPT', serviceLevel: 'BASIC' });
    expect(made).toMatchObject({
      name: 'Branch counter',
      description: '',
      noWaiting: 'BROKEN',
      noAnnoyance: null,
      serviceLevel: 'BASIC',
      hasHistory: false,
      mayUpdate: true,
      version: 1,
    });
    const tellers = await team('Tellers');
    await assign(made.id, tellers.id);
    await useIt(made.id, tellers.id);
    let page: { touchpoint: Record<string, unknown> } | undefined;
    expect(await countStatements(async () => (page = await office.client.data(ONE, { id: made.id })))).toBe(ONE_READ);
    expect(page?.touchpoint).toMatchObject({
      hasHistory: true,
      ownership: [{ teamName: 'Tellers', responsibility: 'ACCOUNTABLE', validFrom: '2020-01-01', validTo: null }],
      places: [
        { stageName: 'Decision', factor: 'inhibitor', emotion: -2, emotionN: null, emotionJudgedBy: 'Branch staff' },
      ],
      metrics: [{ category: 'operational', unit: 'minutes', direction: 'lower', ownerTeamName: 'Tellers' }],
    });
  });

  it('are made once, however often the request is repeated', async () => {
    const request = { input: inputOf('Branch counter'), key: 'counter-once' };
    const first = await office.client.data(CREATE, request);
    expect(await office.client.data(CREATE, request)).toEqual(first);
    expect((await list()).totalCount).toBe(1);
  });

  it('are listed, searched and filtered, a page at a time, in one statement whatever their number', async () => {
    const tellers = await team('Tellers');
    const counter = await create('Branch counter', { noWaiting: 'BROKEN', noRepeating: 'BROKEN', noPuzzling: 'KEPT' });
    await assign(counter.id, tellers.id);
    await useIt(counter.id);
    await create('App: transfer', { channel: 'APP' });
    await create('Video advice', { existence: 'FUTURE', channel: 'CHAT', description: 'Advice by 100% video' });
    const { edges, totalCount } = await list();
    expect(totalCount).toBe(3);
    expect(edges[1].node).toEqual({
      id: counter.id,
      name: 'Branch counter',
      channel: 'BRANCH',
      brokenDonts: 2,
      uncheckedDonts: 1,
      accountableTeamName: 'Tellers',
      journeyCount: 1,
      metricCount: 1,
    });
    expect(await names({ search: 'coun' })).toEqual(['Branch counter']);
    expect(await names({ search: '100%' })).toEqual(['Video advice']);
    expect(await names({ channel: 'APP' })).toEqual(['App: transfer']);
    expect(await names({ existence: 'FUTURE' })).toEqual(['Video advice']);
    expect(await names({ teamId: tellers.id })).toEqual(['Branch counter']);
    expect(await names({ unowned: true })).toEqual(['App: transfer', 'Video advice']);

    const first = await list({ first: 2 });
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect(await names({ first: 2, after: first.pageInfo.endCursor })).toEqual(['Video advice']);
    const few = await countStatements(() => list());
    for (let number = 0; number < 20; number += 1) await create(`Letter ${number}`, { channel: 'POST' });
    expect([few, await countStatements(() => list({ first: 100 }))]).toEqual([ONE_READ, ONE_READ]);
  });

  it('are changed by the version one has seen; a lost race shows what won, in the words of the schema', async () => {
    const { id } = await create('Branch counter');
    const change = { id, version: 1, input: inputOf('Counter', { channel: 'SELF_SERVICE', noWaiting: 'KEPT' }) };
    expect((await office.client.data(UPDATE, change)).updateTouchpoint).toMatchObject({ name: 'Counter', version: 2 });
    const { errors } = await office.client.graphql(UPDATE, change);
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      current: { name: 'Counter', channel: 'SELF_SERVICE', noWaiting: 'KEPT', version: 2 },
    });
  });

  it('have a name once in the library; an archived one gives its name free and takes it back only when it still is', async () => {
    const first = await create('Branch counter');
    const again = await office.client.graphql(CREATE, { input: inputOf('branch COUNTER') });
    expect(again.errors?.[0]?.extensions).toMatchObject({
      code: 'VALIDATION',
      fields: [{ path: 'name', code: 'taken' }],
    });
    await office.client.data(ARCHIVE, { id: first.id, version: 1 });
    await create('Branch counter');
    expect(await office.client.errorCode(RESTORE, { id: first.id, version: 2 })).toBe('VALIDATION');
  });

  it('are archived and restored, and take no change while archived', async () => {
    const { id } = await create('Branch counter');
    expect((await office.client.data(ARCHIVE, { id, version: 1 })).archiveTouchpoint.archivedAt).not.toBeNull();
    expect(await names()).toEqual([]);
    expect(await names({ all: true })).toEqual(['Branch counter']);
    expect(await office.client.errorCode(UPDATE, { id, version: 2, input: inputOf('Other') })).toBe('ARCHIVED');
    expect(await office.client.errorCode(ARCHIVE, { id, version: 2 })).toBe('ARCHIVED');
    expect((await office.client.data(RESTORE, { id, version: 2 })).restoreTouchpoint).toEqual({
      archivedAt: null,
      version: 3,
    });
    expect(await names()).toEqual(['Branch counter']);
  });

  it('are deleted where nothing remembers them and archived instead where something does', async () => {
    const fresh = await create('Mistake');
    const { deleteTouchpoint: gone } = await office.client.data(DELETE, { id: fresh.id, version: 1 });
    expect(gone).toEqual({ outcome: 'DELETED', touchpoint: null });
    expect(await office.client.errorCode(ONE, { id: fresh.id })).toBe('NOT_FOUND');

    const used = await create('Branch counter');
    await assign(used.id, (await team('Tellers')).id);
    const { deleteTouchpoint: kept } = await office.client.data(DELETE, { id: used.id, version: 1 });
    expect(kept).toEqual({ outcome: 'ARCHIVED', touchpoint: { id: used.id, archivedAt: expect.any(String) } });
    expect((await office.client.data(ONE, { id: used.id })).touchpoint.ownership).toHaveLength(1);
  });

  it('are changed by the lead of the team that answers for them today, and by no other lead', async () => {
    const [tellers, app] = [await team('Tellers'), await team('App')];
    const lead = await application.member(organizationId, 'team_lead');
    await application.database.query(
      'INSERT INTO team_membership (organization_id, id, membership_id, team_id, lead) VALUES ($1, $2, $3, $4, true)',
      [organizationId, uuidv7(), lead.membershipId, tellers.id],
    );
    const [mine, formerly, theirs] = [await create('Mine'), await create('Formerly mine'), await create('Theirs')];
    await assign(mine.id, tellers.id);
    await office.client.data(ASSIGN, {
      touchpointId: formerly.id,
      input: { teamId: tellers.id, responsibility: 'ACCOUNTABLE', validFrom: '2020-01-01', validTo: '2021-01-01' },
    });
    await assign(theirs.id, app.id);
    await assign(theirs.id, tellers.id, 'RESPONSIBLE');
    const mayUpdate = async (id: string) => (await lead.client.data(ONE, { id })).touchpoint.mayUpdate;
    expect([await mayUpdate(mine.id), await mayUpdate(formerly.id), await mayUpdate(theirs.id)]).toEqual([
      true,
      false,
      false,
    ]);
    const change = (id: string) => ({ id, version: 1, input: inputOf(`Changed ${id}`) });
    expect((await lead.client.data(UPDATE, change(mine.id))).updateTouchpoint.version).toBe(2);
    expect(await lead.client.errorCode(UPDATE, change(formerly.id))).toBe('FORBIDDEN');
    expect(await lead.client.errorCode(UPDATE, change(theirs.id))).toBe('FORBIDDEN');
    expect(await lead.client.errorCode(ARCHIVE, { id: mine.id, version: 2 })).toBe('FORBIDDEN');
  });

  it('are kept by the programme office and read by everybody', async () => {
    const { id } = await create('Branch counter');
    for (const role of ['executive', 'contributor', 'administrator'] as const) {
      const { client } = await application.member(organizationId, role);
      expect((await client.data(ONE, { id })).touchpoint.mayUpdate).toBe(false);
      expect(await client.errorCode(CREATE, { input: inputOf('Mine') })).toBe('FORBIDDEN');
      expect(await client.errorCode(UPDATE, { id, version: 1, input: inputOf('Mine') })).toBe('FORBIDDEN');
      expect(await client.errorCode(DELETE, { id, version: 1 })).toBe('FORBIDDEN');
      expect((await client.inject({ method: 'GET', url: '/exports/touchpoints.csv' })).statusCode).toBe(403);
    }
  });

  it('of another organisation do not exist, nor do their owners', async () => {
    const { id } = await create('Branch counter');
    const tellers = await team('Tellers');
    await assign(id, tellers.id);
    const other = await application.member(await application.organization('Another'), 'programme_office');
    expect((await other.client.data(LIST, { all: true })).touchpoints.totalCount).toBe(0);
    expect((await other.client.data(LIST, { teamId: tellers.id })).touchpoints.totalCount).toBe(0);
    for (const each of [id, 'nonsense']) {
      expect(await other.client.errorCode(ONE, { id: each })).toBe('NOT_FOUND');
      expect(await other.client.errorCode(UPDATE, { id: each, version: 1, input: inputOf('Mine') })).toBe('NOT_FOUND');
      expect(await other.client.errorCode(DELETE, { id: each, version: 1 })).toBe('NOT_FOUND');
    }
    expect((await other.client.inject({ method: 'GET', url: '/exports/touchpoints.csv' })).body).not.toContain(
      'counter',
    );
  });

  it('tell what was done to them and by whom, latest first, to those who may read them', async () => {
    const { id, version } = await create('Counter');
    await create('Another counter');
    await office.client.data(UPDATE, { id, version, input: inputOf('Service desk') });
    await office.client.data(ARCHIVE, { id, version: version + 1 });
    const executive = await application.member(organizationId, 'executive');
    let history:
      { totalCount: number; edges: { node: { actorName: string; act: string; changes: object } }[] } | undefined;
    const statements = await countStatements(async () => {
      history = (await executive.client.data(HISTORY, { id })).touchpointHistory;
    });
    expect(statements).toBe(ONE_READ);
    expect(history?.totalCount).toBe(3);
    expect(history?.edges.map(({ node }) => node)).toMatchObject([
      { act: 'touchpoint.archived', changes: { archivedAt: { before: null } } },
      { act: 'touchpoint.updated', changes: { name: { before: 'Counter', after: 'Service desk' } } },
    ]);
    expect(history?.edges[0]?.node.actorName).toMatch(/\S/);
    const outsider = await application.member(await application.organization('Another'), 'administrator');
    expect((await outsider.client.data(HISTORY, { id })).touchpointHistory).toEqual({ totalCount: 0, edges: [] });
  });

  it('go out as a table in which no text runs as a formula', async () => {
    await create('=SUM(A1)', { description: 'First, "quoted"' });
    const answer = await office.client.inject({ method: 'GET', url: '/exports/touchpoints.csv' });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toContain('text/csv');
    expect(answer.body.split('\r\n')[1]).toContain(`'=SUM(A1),"First, ""quoted""",existing,branch`);
  });
});
