import { v7 as uuidv7 } from 'uuid';
import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';

const MATRIX = `query ($on: Date, $first: Int, $after: String, $search: String, $teamId: ID) {
  accountabilityMatrix(on: $on, first: $first, after: $after, search: $search, teamId: $teamId) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { touchpointId touchpointName owners { teamName teamArchived responsibility }
      metrics { name ownerTeamName ownerTeamArchived } findings } } } }`;
const FINDINGS = `query ($on: Date, $kind: AccountabilityFindingKind, $first: Int, $after: String) {
  accountabilityFindings(on: $on, kind: $kind, first: $first, after: $after) {
    on touchpointCount ownedCount counts { kind class count }
    found { totalCount pageInfo { hasNextPage endCursor }
      edges { node { key kind class touchpointName teamIds teamNames metricNames from to } } } } }`;

describe('the accountability matrix', () => {
  let application: TestApplication;
  let organizationId: string;
  let office: TestMember;
  const teams: Record<string, string> = {};
  const touchpoints: Record<string, string> = {};

  beforeAll(async () => {
    application = await startTestApplication();
    organizationId = await application.organization('Harbour Bank');
    office = await application.member(organizationId, 'programme_office');
    for (const name of ['Tellers', 'App', 'Old']) {
      const { createTeam } = await office.client.data(
        'mutation ($name: String!) { createTeam(name: $name, kind: SERVICE) { id } }',
        { name },
      );
      teams[name] = createTeam.id;
    }
    for (const name of ['Counter', 'Letter', 'Transfer', 'Video']) {
      const { createTouchpoint } = await office.client.data(
        'mutation ($input: TouchpointInput!) { createTouchpoint(input: $input) { id } }',
        { input: { name, existence: name === 'Video' ? 'FUTURE' : 'EXISTING', channel: 'OTHER' } },
      );
      touchpoints[name] = createTouchpoint.id;
    }
    const assign = (name: string, team: string, responsibility: string, validFrom: string, validTo?: string) =>
      office.client.data(
        `mutation ($id: ID!, $input: OwnershipInput!) { assignOwnership(touchpointId: $id, input: $input) { id } }`,
        { id: touchpoints[name], input: { teamId: teams[team], responsibility, validFrom, validTo } },
      );
    await assign('Counter', 'Tellers', 'ACCOUNTABLE', '2024-01-01', '2025-01-01');
    await assign('Counter', 'App', 'ACCOUNTABLE', '2025-01-01');
    await assign('Counter', 'Tellers', 'RESPONSIBLE', '2025-01-01');
    await assign('Counter', 'App', 'RESPONSIBLE', '2025-01-01');
    await assign('Transfer', 'App', 'ACCOUNTABLE', '2024-01-01', '2098-01-01');
    await assign('Letter', 'Old', 'ACCOUNTABLE', '2024-01-01');
    await metric('Waiting time', 'lower', teams['Tellers'] as string, 'Counter');
    await metric('Time for advice', 'higher', null, 'Counter');
    await office.client.data('mutation ($id: ID!) { archiveTeam(id: $id, version: 1) { id } }', { id: teams['Old'] });
  });
  afterAll(() => application.close());

  async function metric(
    name: string,
    direction: string,
    ownerTeamId: string | null,
    touchpoint: string,
  ): Promise<void> {
    const id = uuidv7();
    const key = name.toLowerCase().replaceAll(' ', '_');
    await application.database.query(
      'INSERT INTO metric (organization_id, id, key, name, owner_team_id) VALUES ($1, $2, $3, $4, $5)',
      [organizationId, id, key, name, ownerTeamId],
    );
    await application.database.query(
      `INSERT INTO metric_version (organization_id, metric_id, number, valid_from, class, category, aggregation, unit, direction)
       VALUES ($1, $2, 1, '2020-01-01', 'state', 'operational', 'mean', 'minutes', $3)`,
      [organizationId, id, direction],
    );
    await application.database.query(
      'INSERT INTO metric_link (organization_id, id, metric_id, touchpoint_id) VALUES ($1, $2, $3, $4)',
      [organizationId, uuidv7(), id, touchpoints[touchpoint]],
    );
  }

  const matrix = async (variables: Record<string, unknown> = {}) =>
    (await office.client.data(MATRIX, variables)).accountabilityMatrix;
  const findings = async (variables: Record<string, unknown> = {}) =>
    (await office.client.data(FINDINGS, variables)).accountabilityFindings;
  const names = async (variables: Record<string, unknown> = {}): Promise<string[]> =>
    (await matrix(variables)).edges.map(({ node }: { node: { touchpointName: string } }) => node.touchpointName);

  it('shows touchpoint, teams, metrics and what is found, in one statement', async () => {
    let answer: Awaited<ReturnType<typeof matrix>>;
    expect(await countStatements(async () => (answer = await matrix()))).toBe(ONE_READ);
    expect(answer.totalCount).toBe(4);
    expect(answer.edges[0].node).toEqual({
      touchpointId: touchpoints['Counter'],
      touchpointName: 'Counter',
      owners: [
        { teamName: 'App', teamArchived: false, responsibility: 'ACCOUNTABLE' },
        { teamName: 'App', teamArchived: false, responsibility: 'RESPONSIBLE' },
        { teamName: 'Tellers', teamArchived: false, responsibility: 'RESPONSIBLE' },
      ],
      metrics: [
        { name: 'Time for advice', ownerTeamName: null, ownerTeamArchived: false },
        { name: 'Waiting time', ownerTeamName: 'Tellers', ownerTeamArchived: false },
      ],
      findings: ['UNWATCHED_METRIC', 'SEVERAL_RESPONSIBLE', 'METRICS_PULL_APART'],
    });
  });

  it('shows yesterday’s owner of yesterday', async () => {
    const owners = async (on: string) =>
      (await matrix({ on, search: 'Counter' })).edges[0].node.owners.map(
        ({ teamName, responsibility }: { teamName: string; responsibility: string }) => `${teamName} ${responsibility}`,
      );
    expect(await owners('2024-12-31')).toEqual(['Tellers ACCOUNTABLE']);
    expect(await owners('2025-01-01')).toContain('App ACCOUNTABLE');
    // Before anybody had a part in it and before it was in the library, it was not there.
    expect(await names({ on: '2023-12-31' })).toEqual([]);
    expect(await names({ on: '2024-06-01' })).toEqual(['Counter', 'Letter', 'Transfer']);
  });

  it('is searched, narrowed to a team and turned page by page', async () => {
    expect(await names({ search: 'er' })).toEqual(['Counter', 'Letter', 'Transfer']);
    expect(await names({ teamId: teams['Tellers'] })).toEqual(['Counter']);
    expect(await names({ teamId: teams['Tellers'], on: '2024-06-01' })).toEqual(['Counter']);
    const first = await matrix({ first: 3 });
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect(await names({ first: 3, after: first.pageInfo.endCursor })).toEqual(['Video']);
  });

  it('lists what is missing, double and in conflict, with where to mend it, in one statement', async () => {
    let answer: Awaited<ReturnType<typeof findings>>;
    expect(await countStatements(async () => (answer = await findings()))).toBe(ONE_READ);
    expect(answer.touchpointCount).toBe(4);
    expect(answer.ownedCount).toBe(3);
    const found = answer.found.edges.map(({ node }: { node: Record<string, unknown> }) => node);
    expect(
      found.map(({ kind, touchpointName }: Record<string, unknown>) => `${String(kind)} ${String(touchpointName)}`),
    ).toEqual([
      'NO_ACCOUNTABLE_TEAM Video',
      'ARCHIVED_TEAM_ACCOUNTABLE Letter',
      'HOLE_AHEAD Transfer',
      'UNWATCHED_METRIC Counter',
      'TOUCHPOINT_WITHOUT_METRIC Letter',
      'TOUCHPOINT_WITHOUT_METRIC Transfer',
      'SEVERAL_RESPONSIBLE Counter',
      'METRICS_PULL_APART Counter',
    ]);
    expect(found[1]).toMatchObject({ class: 'MISSING', teamIds: [teams['Old']], teamNames: ['Old'] });
    expect(found[2]).toMatchObject({ from: '2098-01-01', to: null, teamNames: ['App'] });
    expect(found[3]).toMatchObject({ metricNames: ['Time for advice'] });
    expect(found[7]).toMatchObject({ class: 'CONFLICT', metricNames: ['Time for advice', 'Waiting time'] });
    expect(answer.counts).toContainEqual({ kind: 'TOUCHPOINT_WITHOUT_METRIC', class: 'MISSING', count: 2 });
  });

  it('turns the findings page by page and narrows them to a kind', async () => {
    const keys: string[] = [];
    let after: string | null = null;
    do {
      const { found }: Awaited<ReturnType<typeof findings>> = await findings({ first: 3, after });
      expect(found.totalCount).toBe(8);
      keys.push(...found.edges.map(({ node }: { node: { key: string } }) => node.key));
      after = found.pageInfo.hasNextPage ? found.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(keys).size).toBe(8);
    expect((await findings({ kind: 'HOLE_AHEAD' })).found.totalCount).toBe(1);
  });

  it('finds a team archived only from the day on which it was', async () => {
    const kinds = async (on: string) =>
      (await findings({ on })).counts.find(({ kind }: { kind: string }) => kind === 'ARCHIVED_TEAM_ACCOUNTABLE').count;
    expect(await kinds('2024-06-01')).toBe(0);
    expect(await kinds('2098-06-01')).toBe(1);
  });

  it('shows another organisation nothing and lets only the programme office take it out', async () => {
    const other = await application.member(await application.organization('Another'), 'programme_office');
    expect((await other.client.data(MATRIX)).accountabilityMatrix.totalCount).toBe(0);
    expect((await other.client.data(MATRIX, { teamId: teams['App'] })).accountabilityMatrix.totalCount).toBe(0);
    expect((await other.client.data(FINDINGS)).accountabilityFindings.touchpointCount).toBe(0);
    const executive = await application.member(organizationId, 'executive');
    expect((await executive.client.data(MATRIX)).accountabilityMatrix.totalCount).toBe(4);
    const url = '/exports/accountability.csv?on=2024-06-01';
    expect((await executive.client.inject({ method: 'GET', url })).statusCode).toBe(403);
    const answer = await office.client.inject({ method: 'GET', url });
    expect(answer.statusCode).toBe(200);
    expect(answer.body.split('\r\n')[1]).toBe(
      'Counter,other,Tellers,,,,Time for advice; Waiting time,–; Tellers,unwatched_metric; metrics_pull_apart',
    );
    expect((await office.client.inject({ method: 'GET', url: '/exports/accountability.csv?on=soon' })).statusCode).toBe(
      422,
    );
  });
});
