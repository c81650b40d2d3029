import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';

const UNIT = 'id parentId name teamCount archivedAt version';
const LIST = `query ($all: Boolean) { businessUnits(includeArchived: $all) { ${UNIT} } }`;
const CREATE = `mutation ($name: String!, $parentId: ID) { createBusinessUnit(name: $name, parentId: $parentId) { ${UNIT} } }`;
const UPDATE = `mutation ($id: ID!, $version: Int!, $name: String!, $parentId: ID) {
  updateBusinessUnit(id: $id, version: $version, name: $name, parentId: $parentId) { ${UNIT} } }`;
const ARCHIVE = `mutation ($id: ID!, $version: Int!) { archiveBusinessUnit(id: $id, version: $version) { ${UNIT} } }`;
const CREATE_TEAM = `mutation ($name: String!, $unit: ID) { createTeam(name: $name, kind: SERVICE, businessUnitId: $unit) { id version } }`;
const ARCHIVE_TEAM = `mutation ($id: ID!, $version: Int!) { archiveTeam(id: $id, version: $version) { id } }`;

interface Unit {
  id: string;
  parentId: string | null;
  name: string;
  teamCount: number;
  archivedAt: string | null;
  version: number;
}

describe('business units', () => {
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

  const create = async (name: string, parentId: string | null = null): Promise<Unit> =>
    (await office.client.data(CREATE, { name, parentId })).createBusinessUnit;
  const list = async (all = false): Promise<Unit[]> => (await office.client.data(LIST, { all })).businessUnits;

  it('form a tree that every member reads in one statement, however deep', async () => {
    const retail = await create('Retail');
    const branches = await create('Branches', retail.id);
    await create('North', branches.id);
    await office.client.data(CREATE_TEAM, { name: 'Tellers', unit: branches.id });
    const reader = await application.member(organizationId, 'contributor');
    const { businessUnits } = await reader.client.data(LIST);
    expect(businessUnits.map(({ name, parentId, teamCount }: Unit) => [name, parentId, teamCount])).toEqual([
      ['Branches', retail.id, 1],
      ['North', branches.id, 0],
      ['Retail', null, 0],
    ]);
    expect(await countStatements(() => reader.client.data(LIST))).toBe(ONE_READ);
  });

  it('are renamed and moved by the version one has seen', async () => {
    const retail = await create('Retail');
    const cards = await create('Cards');
    const moved = (
      await office.client.data(UPDATE, { id: cards.id, version: 1, name: ' Cards & Loans ', parentId: retail.id })
    ).updateBusinessUnit;
    expect(moved).toMatchObject({ name: 'Cards & Loans', parentId: retail.id, version: 2 });
    const late = await office.client.graphql(UPDATE, { id: cards.id, version: 1, name: 'Late' });
    expect(late.errors?.[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      current: { name: 'Cards & Loans', parentId: retail.id, version: 2 },
    });
  });

  it('never stand under themselves, not even when two are moved at once', async () => {
    const top = await create('Top');
    const middle = await create('Middle', top.id);
    const low = await create('Low', middle.id);
    for (const parentId of [top.id, middle.id, low.id]) {
      const { errors } = await office.client.graphql(UPDATE, { id: top.id, version: 1, name: 'Top', parentId });
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'VALIDATION',
        fields: [{ path: 'parentId', code: 'cycle' }],
      });
    }
    const [a, b] = [await create('A'), await create('B')];
    const codes = await Promise.all([
      office.client.errorCode(UPDATE, { id: a.id, version: 1, name: 'A', parentId: b.id }),
      office.client.errorCode(UPDATE, { id: b.id, version: 1, name: 'B', parentId: a.id }),
    ]);
    expect(codes.sort()).toEqual(['VALIDATION', undefined]);
  });

  it('have a name once under the same parent', async () => {
    const retail = await create('Retail');
    await create('North', retail.id);
    const { errors } = await office.client.graphql(CREATE, { name: 'NORTH', parentId: retail.id });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'VALIDATION', fields: [{ path: 'name', code: 'taken' }] });
    expect((await create('North')).name).toBe('North');
    expect(await office.client.errorCode(CREATE, { name: '  ' })).toBe('VALIDATION');
    expect(await office.client.errorCode(CREATE, { name: 'x'.repeat(201) })).toBe('VALIDATION');
  });

  it('are archived once nothing active is left in them, and the refusal says what is', async () => {
    const retail = await create('Retail');
    const north = await create('North', retail.id);
    const { createTeam } = await office.client.data(CREATE_TEAM, { name: 'Tellers', unit: north.id });
    const refusal = async (id: string) =>
      (await office.client.graphql(ARCHIVE, { id, version: 1 })).errors?.[0]?.extensions;
    expect(await refusal(retail.id)).toMatchObject({ code: 'UNIT_HAS_UNITS', params: { count: 1 } });
    expect(await refusal(north.id)).toMatchObject({ code: 'UNIT_HAS_TEAMS', params: { count: 1 } });

    await office.client.data(ARCHIVE_TEAM, { id: createTeam.id, version: 1 });
    await office.client.data(ARCHIVE, { id: north.id, version: 1 });
    const { archiveBusinessUnit } = await office.client.data(ARCHIVE, { id: retail.id, version: 1 });
    expect(archiveBusinessUnit).toMatchObject({ archivedAt: expect.any(String), version: 2 });
    expect(await list()).toEqual([]);
    expect(await list(true)).toHaveLength(2);

    expect(await office.client.errorCode(UPDATE, { id: retail.id, version: 2, name: 'Again' })).toBe('ARCHIVED');
    expect(await office.client.errorCode(CREATE, { name: 'Below', parentId: retail.id })).toBe('ARCHIVED');
    expect(await office.client.errorCode(CREATE_TEAM, { name: 'New', unit: retail.id })).toBe('ARCHIVED');
    expect((await create('Retail')).name).toBe('Retail');
  });

  it('are drawn by programme office and administrators alone', async () => {
    const retail = await create('Retail');
    for (const role of ['team_lead', 'executive', 'contributor'] as const) {
      const { client } = await application.member(organizationId, role);
      expect(await client.errorCode(CREATE, { name: 'Mine' })).toBe('FORBIDDEN');
      expect(await client.errorCode(UPDATE, { id: retail.id, version: 1, name: 'Mine' })).toBe('FORBIDDEN');
      expect(await client.errorCode(ARCHIVE, { id: retail.id, version: 1 })).toBe('FORBIDDEN');
    }
    const administrator = await application.member(organizationId, 'administrator');
    await administrator.client.data(UPDATE, { id: retail.id, version: 1, name: 'Private customers' });
  });

  it('of another organisation do not exist', async () => {
    const retail = await create('Retail');
    const other = await application.member(await application.organization('Another'), 'administrator');
    expect((await other.client.data(LIST, { all: true })).businessUnits).toEqual([]);
    for (const id of [retail.id, 'nonsense']) {
      expect(await other.client.errorCode(UPDATE, { id, version: 1, name: 'Mine' })).toBe('NOT_FOUND');
      expect(await other.client.errorCode(ARCHIVE, { id, version: 1 })).toBe('NOT_FOUND');
      expect(await other.client.errorCode(CREATE, { name: 'Below', parentId: id })).toBe('NOT_FOUND');
    }
    expect(await list()).toEqual([retail]);
  });
});
