import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';

const PERSONA = 'id name kind description needs journeyCount archivedAt version';
const LIST = `query ($first: Int, $after: String, $search: String, $kind: PersonaKind, $all: Boolean) {
  personas(first: $first, after: $after, search: $search, kind: $kind, includeArchived: $all) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { ${PERSONA} } } } }`;
const CREATE = `mutation ($input: PersonaInput!) { createPersona(input: $input) { ${PERSONA} } }`;
const UPDATE = `mutation ($id: ID!, $version: Int!, $input: PersonaInput!) {
  updatePersona(id: $id, version: $version, input: $input) { ${PERSONA} } }`;
const ARCHIVE = `mutation ($id: ID!, $version: Int!) { archivePersona(id: $id, version: $version) { ${PERSONA} } }`;
const RESTORE = `mutation ($id: ID!, $version: Int!) { restorePersona(id: $id, version: $version) { ${PERSONA} } }`;
const BEGIN = `mutation ($input: JourneyInput!) { createJourney(input: $input) { id version personaName } }`;
const CHANGE = `mutation ($id: ID!, $version: Int!, $input: JourneyInput!) {
  updateJourney(id: $id, version: $version, input: $input) { personaName } }`;

describe('personas', () => {
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

  const create = async (name: string, more: Record<string, unknown> = {}) =>
    (await office.client.data(CREATE, { input: { name, ...more } })).createPersona;
  const names = async (variables: Record<string, unknown> = {}): Promise<string[]> =>
    (await office.client.data(LIST, variables)).personas.edges.map(({ node }: { node: { name: string } }) => node.name);
  const refusedFields = async (query: string, variables: Record<string, unknown>) =>
    (await office.client.graphql(query, variables)).errors?.[0]?.extensions['fields'];

  it('stand for customers unless it is said otherwise, and are found by what is said of them', async () => {
    expect(await create(' First earner ', { needs: ' An account before payday ' })).toMatchObject({
      name: 'First earner',
      kind: 'CUSTOMER',
      description: '',
      needs: 'An account before payday',
      journeyCount: 0,
      version: 1,
    });
    await create('Teller', { kind: 'EMPLOYEE', description: 'Stands at the counter' });
    expect(await names()).toEqual(['First earner', 'Teller']);
    expect(await names({ kind: 'EMPLOYEE' })).toEqual(['Teller']);
    expect(await names({ search: 'payday' })).toEqual(['First earner']);
    expect(await names({ search: 'COUNTER' })).toEqual(['Teller']);
    expect(await names({ search: '%' })).toEqual([]);
  });

  it('come a page at a time, in one statement whatever their number', async () => {
    for (const name of ['A', 'B', 'C']) await create(name);
    const first = (await office.client.data(LIST, { first: 2 })).personas;
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    expect(await names({ first: 2, after: first.pageInfo.endCursor })).toEqual(['C']);
    expect(await countStatements(() => names())).toBe(ONE_READ);
  });

  it('keep a name once, and say which field is wrong', async () => {
    const { id } = await create('First earner');
    expect(await refusedFields(CREATE, { input: { name: 'FIRST EARNER' } })).toMatchObject([
      { path: 'name', code: 'taken' },
    ]);
    expect(await refusedFields(CREATE, { input: { name: ' ' } })).toMatchObject([{ path: 'name', code: 'required' }]);
    const long = { id, version: 1, input: { name: 'First earner', needs: 'x'.repeat(4001) } };
    expect(await refusedFields(UPDATE, long)).toMatchObject([{ path: 'needs', code: 'too_long' }]);
  });

  it('are changed by the version one has seen', async () => {
    const { id } = await create('First earner');
    const input = { name: 'First earner', kind: 'PARTNER', description: 'Works for a broker', needs: 'Clear fees' };
    const { updatePersona } = await office.client.data(UPDATE, { id, version: 1, input });
    expect(updatePersona).toMatchObject({ ...input, version: 2 });
    const late = await office.client.graphql(UPDATE, { id, version: 1, input: { name: 'Late' } });
    expect(late.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', current: { kind: 'PARTNER', version: 2 } });
    const events = await application.database.query<{ act: string }>(
      `SELECT act FROM audit_event WHERE organization_id = $1 AND object_id = $2 ORDER BY sequence`,
      [organizationId, id],
    );
    expect(events.map(({ act }) => act)).toEqual(['persona.created', 'persona.updated']);
  });

  it('stay with their journeys when they are archived, and are offered for no other until they come back', async () => {
    const { id } = await create('First earner');
    const { createJourney: opening } = await office.client.data(BEGIN, { input: { name: 'Opening', personaId: id } });
    expect((await office.client.data(ARCHIVE, { id, version: 1 })).archivePersona).toMatchObject({ journeyCount: 1 });
    expect(await names()).toEqual([]);
    expect(await names({ all: true })).toEqual(['First earner']);
    expect(await office.client.errorCode(BEGIN, { input: { name: 'Closing', personaId: id } })).toBe('ARCHIVED');
    const kept = { id: opening.id, version: opening.version, input: { name: 'Opening it', personaId: id } };
    expect((await office.client.data(CHANGE, kept)).updateJourney).toEqual({ personaName: 'First earner' });
    expect(await office.client.errorCode(UPDATE, { id, version: 2, input: { name: 'Other' } })).toBe('ARCHIVED');
    expect(await office.client.errorCode(ARCHIVE, { id, version: 2 })).toBe('ARCHIVED');
    // Its name is free meanwhile, and then it cannot come back under it.
    const { id: second, version } = await create('First earner');
    expect(await refusedFields(RESTORE, { id, version: 2 })).toMatchObject([{ path: 'name', code: 'taken' }]);
    await office.client.data(ARCHIVE, { id: second, version });
    expect((await office.client.data(RESTORE, { id, version: 2 })).restorePersona).toMatchObject({ archivedAt: null });
    expect(await office.client.errorCode(RESTORE, { id, version: 3 })).toBe('NOT_ARCHIVED');
  });

  it('are read by every member, kept by the programme office, and unknown to others', async () => {
    const { id } = await create('First earner');
    const lead = await application.member(organizationId, 'team_lead');
    expect((await lead.client.data(LIST)).personas.totalCount).toBe(1);
    expect(await lead.client.errorCode(CREATE, { input: { name: 'Mine' } })).toBe('FORBIDDEN');
    expect(await lead.client.errorCode(UPDATE, { id, version: 1, input: { name: 'Mine' } })).toBe('FORBIDDEN');
    expect(await lead.client.errorCode(ARCHIVE, { id, version: 1 })).toBe('FORBIDDEN');
    const other = await application.member(await application.organization('Another'), 'programme_office');
    expect((await other.client.data(LIST, { all: true })).personas.totalCount).toBe(0);
    for (const each of [id, 'nonsense']) {
      expect(await other.client.errorCode(UPDATE, { id: each, version: 1, input: { name: 'Mine' } })).toBe('NOT_FOUND');
      expect(await other.client.errorCode(ARCHIVE, { id: each, version: 1 })).toBe('NOT_FOUND');
    }
    const elsewhere = { input: { name: 'Theirs', personaId: id } };
    expect(await other.client.errorCode(BEGIN, elsewhere)).toBe('NOT_FOUND');
  });
});
