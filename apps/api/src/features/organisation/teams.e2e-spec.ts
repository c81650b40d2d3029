import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';

const TEAM = 'id name kind businessUnitId businessUnitName memberCount leads archivedAt version';
const LIST = `query ($first: Int, $after: String, $search: String, $unit: ID, $all: Boolean) {
  teams(first: $first, after: $after, search: $search, businessUnitId: $unit, includeArchived: $all) {
    totalCount pageInfo { hasNextPage endCursor } edges { cursor node { ${TEAM} } } } }`;
const CREATE = `mutation ($name: String!, $kind: TeamKind!, $unit: ID) {
  createTeam(name: $name, kind: $kind, businessUnitId: $unit) { ${TEAM} } }`;
const UPDATE = `mutation ($id: ID!, $version: Int!, $name: String!, $kind: TeamKind!, $unit: ID) {
  updateTeam(id: $id, version: $version, name: $name, kind: $kind, businessUnitId: $unit) { ${TEAM} } }`;
const ARCHIVE = `mutation ($id: ID!, $version: Int!) { archiveTeam(id: $id, version: $version) { ${TEAM} } }`;
const CREATE_UNIT = `mutation ($name: String!) { createBusinessUnit(name: $name) { id } }`;
const ASSIGN = `mutation ($id: ID!, $version: Int!, $teams: [ID!]!, $leads: [ID!]!) {
  updatePerson(id: $id, version: $version, role: CONTRIBUTOR, teamIds: $teams, leadOfTeamIds: $leads) { version } }`;

describe('teams', () => {
  let application: TestApplication;
  let organizationId: string;
  let administrator: TestMember;

  beforeAll(async () => {
    application = await startTestApplication();
  });
  beforeEach(async () => {
    organizationId = await application.organization('Harbour Bank');
    administrator = await application.member(organizationId, 'administrator');
  });
  afterAll(() => application.close());

  const create = async (name: string, unit: string | null = null, kind = 'SERVICE') =>
    (await administrator.client.data(CREATE, { name, kind, unit })).createTeam;
  const list = async (variables: Record<string, unknown> = {}) =>
    (await administrator.client.data(LIST, variables)).teams;
  const names = async (variables: Record<string, unknown> = {}): Promise<string[]> =>
    (await list(variables)).edges.map(({ node }: { node: { name: string } }) => node.name);

  it('are listed with unit, size and leads, in one statement whatever their number', async () => {
    const { createBusinessUnit: unit } = await administrator.client.data(CREATE_UNIT, { name: 'Retail' });
    const tellers = await create('Tellers', unit.id);
    for (const leads of [[tellers.id], []]) {
      const person = await application.member(organizationId, 'contributor');
      const assignment = { id: person.membershipId, version: 1, teams: [tellers.id], leads };
      await administrator.client.data(ASSIGN, assignment);
    }
    const { edges, totalCount } = await list();
    expect(totalCount).toBe(1);
    expect(edges[0].node).toEqual({
      id: tellers.id,
      name: 'Tellers',
      kind: 'SERVICE',
      businessUnitId: unit.id,
      businessUnitName: 'Retail',
      memberCount: 2,
      leads: ['A contributor'],
      archivedAt: null,
      version: 1,
    });
    const few = await countStatements(() => list());
    for (let number = 0; number < 20; number += 1) await create(`Team ${number}`);
    expect([few, await countStatements(() => list({ first: 100 }))]).toEqual([ONE_READ, ONE_READ]);
  });

  it('are searched, filtered by unit and turned page by page without loss or repetition', async () => {
    const { createBusinessUnit: unit } = await administrator.client.data(CREATE_UNIT, { name: 'Retail' });
    for (const name of ['beta', 'Alpha', 'delta_1', 'Gamma', '客服一组']) await create(name);
    await create('delta%2', unit.id);
    expect(await names({ search: 'A' })).toEqual(['Alpha', 'beta', 'delta%2', 'delta_1', 'Gamma']);
    expect(await names({ search: 'a_1' })).toEqual(['delta_1']);
    expect(await names({ search: '%' })).toEqual(['delta%2']);
    expect(await names({ search: '客服' })).toEqual(['客服一组']);
    expect(await names({ unit: unit.id })).toEqual(['delta%2']);

    const everything = await names();
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list({ first: 2, after });
      expect(page.totalCount).toBe(6);
      seen.push(...page.edges.map(({ node }: { node: { name: string } }) => node.name));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual(everything);
  });

  it.each([{ first: 0 }, { first: 101 }, { first: -1 }, { after: 'nonsense' }])('refuse the page %j', async (page) => {
    expect(await administrator.client.errorCode(LIST, page)).toBe('VALIDATION');
  });

  it('are changed by the version one has seen; both versions are shown otherwise', async () => {
    const team = await create('Tellers');
    const { updateTeam } = await administrator.client.data(UPDATE, {
      id: team.id,
      version: 1,
      name: 'Branch service',
      kind: 'OPERATIONS',
    });
    expect(updateTeam).toMatchObject({ name: 'Branch service', kind: 'OPERATIONS', version: 2 });
    const late = await administrator.client.graphql(UPDATE, { id: team.id, version: 1, name: 'Late', kind: 'OTHER' });
    expect(late.errors?.[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      current: { name: 'Branch service', kind: 'OPERATIONS', version: 2 },
    });
  });

  it('have a name once', async () => {
    await create('Tellers');
    const { errors } = await administrator.client.graphql(CREATE, { name: 'tellers', kind: 'OTHER' });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'VALIDATION', fields: [{ path: 'name', code: 'taken' }] });
  });

  it('let everybody go when archived, and remember who was there', async () => {
    const team = await create('Tellers');
    const person = await application.member(organizationId, 'contributor');
    const assignment = { id: person.membershipId, version: 1, teams: [team.id], leads: [team.id] };
    await administrator.client.data(ASSIGN, assignment);
    const { archiveTeam } = await administrator.client.data(ARCHIVE, { id: team.id, version: 1 });
    expect(archiveTeam).toMatchObject({ archivedAt: expect.any(String), memberCount: 0, leads: [], version: 2 });
    expect(await names()).toEqual([]);
    expect(await names({ all: true })).toEqual(['Tellers']);
    expect((await person.client.data('{ viewer { teamIds } }')).viewer.teamIds).toEqual([]);
    const stays = await application.database.query(
      'SELECT lead, valid_to IS NOT NULL AS ended FROM team_membership WHERE organization_id = $1',
      [organizationId],
    );
    expect(stays).toEqual([{ lead: true, ended: true }]);
    const again = { id: team.id, version: 2, name: 'Again', kind: 'OTHER' };
    expect(await administrator.client.errorCode(UPDATE, again)).toBe('ARCHIVED');
    expect(await administrator.client.errorCode(ASSIGN, { ...assignment, version: 2 })).toBe('ARCHIVED');
  });

  it('are formed by administrators and programme office, and read by everybody', async () => {
    const team = await create('Tellers');
    for (const role of ['team_lead', 'executive', 'contributor'] as const) {
      const { client } = await application.member(organizationId, role);
      expect((await client.data(LIST)).teams.totalCount).toBe(1);
      expect(await client.errorCode(CREATE, { name: 'Mine', kind: 'OTHER' })).toBe('FORBIDDEN');
      const change = { id: team.id, version: 1, name: 'Mine', kind: 'OTHER' };
      expect(await client.errorCode(UPDATE, change)).toBe('FORBIDDEN');
      expect(await client.errorCode(ARCHIVE, { id: team.id, version: 1 })).toBe('FORBIDDEN');
    }
    const office = await application.member(organizationId, 'programme_office');
    await office.client.data(CREATE, { name: 'Office', kind: 'RESEARCH' });
  });

  it('of another organisation do not exist', async () => {
    const team = await create('Tellers');
    const { createBusinessUnit: unit } = await administrator.client.data(CREATE_UNIT, { name: 'Retail' });
    const another = await application.organization('Another');
    const other = await application.member(another, 'administrator');
    const theirs = await application.member(another, 'contributor');
    expect((await other.client.data(LIST, { all: true })).teams.totalCount).toBe(0);
    expect((await other.client.data(LIST, { unit: unit.id })).teams.totalCount).toBe(0);
    for (const id of [team.id, 'nonsense']) {
      expect(await other.client.errorCode(UPDATE, { id, version: 1, name: 'Mine', kind: 'OTHER' })).toBe('NOT_FOUND');
      expect(await other.client.errorCode(ARCHIVE, { id, version: 1 })).toBe('NOT_FOUND');
    }
    expect(await other.client.errorCode(CREATE, { name: 'Mine', kind: 'OTHER', unit: unit.id })).toBe('NOT_FOUND');
    const mine = { id: theirs.membershipId, version: 1, teams: [team.id], leads: [] };
    expect(await other.client.errorCode(ASSIGN, mine)).toBe('NOT_FOUND');
    expect(await names()).toEqual(['Tellers']);
  });
});
