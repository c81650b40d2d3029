import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';

const VIEW = 'id name query shared ownerName mine mayUpdate version';
const LIST = `query ($page: SavedViewPage!) { savedViews(page: $page) { ${VIEW} } }`;
const CREATE = `mutation ($page: SavedViewPage!, $input: SavedViewInput!) {
  createSavedView(page: $page, input: $input) { ${VIEW} } }`;
const UPDATE = `mutation ($id: ID!, $version: Int!, $input: SavedViewChangeInput!) {
  updateSavedView(id: $id, version: $version, input: $input) { ${VIEW} } }`;
const REMOVE = `mutation ($id: ID!, $version: Int!) { removeSavedView(id: $id, version: $version) }`;

describe('saved views', () => {
  let application: TestApplication;
  let organizationId: string;
  let lead: TestMember;
  let contributor: TestMember;
  let office: TestMember;

  beforeAll(async () => {
    application = await startTestApplication();
  });
  beforeEach(async () => {
    organizationId = await application.organization('Harbour Bank');
    lead = await application.member(organizationId, 'team_lead');
    contributor = await application.member(organizationId, 'contributor');
    office = await application.member(organizationId, 'programme_office');
  });
  afterAll(() => application.close());

  const create = async (who: TestMember, name: string, more: Record<string, unknown> = {}, page = 'ALERTS') =>
    (await who.client.data(CREATE, { page, input: { name, query: 'mine=true', ...more } })).createSavedView;
  const views = async (who: TestMember, page = 'ALERTS') => (await who.client.data(LIST, { page })).savedViews;
  const names = async (who: TestMember, page = 'ALERTS'): Promise<string[]> =>
    (await views(who, page)).map(({ name }: { name: string }) => name);
  const refusedFields = async (query: string, variables: Record<string, unknown>) =>
    (await lead.client.graphql(query, variables)).errors?.[0]?.extensions['fields'];

  it('are one’s own until they are shared, of one list, by name, in one statement', async () => {
    await create(lead, ' To do ', { query: 'mine=true&state=OPEN' });
    await create(contributor, 'Breaches', { query: 'rule=TARGET_BREACH', shared: true });
    await create(contributor, 'Secret');
    await create(lead, 'Waiting', { query: 'q=wait' }, 'TOUCHPOINTS');
    expect(await views(lead)).toMatchObject([
      { name: 'Breaches', query: 'rule=TARGET_BREACH', shared: true, mine: false, mayUpdate: false },
      { name: 'To do', query: 'state=OPEN&mine=true', shared: false, mine: true, mayUpdate: true, version: 1 },
    ]);
    expect(await names(lead, 'TOUCHPOINTS')).toEqual(['Waiting']);
    expect(await names(office)).toEqual(['Breaches']);
    expect(await countStatements(() => names(lead))).toBe(ONE_READ);
  });

  it('are changed by the version one has seen, and each owner keeps a name once in a list', async () => {
    const { id } = await create(lead, 'To do');
    await create(lead, 'To do', { query: 'q=wait' }, 'METRICS');
    await create(contributor, 'To do');
    const twice = { page: 'ALERTS', input: { name: 'TO DO', query: 'q=wait' } };
    expect(await refusedFields(CREATE, twice)).toMatchObject([{ path: 'name', code: 'taken' }]);
    const input = { name: 'Mine to do', query: 'severity=CRITICAL&mine=true', shared: true };
    const { updateSavedView } = await lead.client.data(UPDATE, { id, version: 1, input });
    expect(updateSavedView).toMatchObject({ ...input, mine: true, mayUpdate: true, version: 2 });
    expect((await views(lead)).find((view: { id: string }) => view.id === id)).toEqual(updateSavedView);
    const late = await lead.client.graphql(UPDATE, { id, version: 1, input });
    expect(late.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', current: { name: 'Mine to do' } });
    expect(await lead.client.errorCode(REMOVE, { id, version: 1 })).toBe('CONFLICT');
    expect((await lead.client.data(REMOVE, { id, version: 2 })).removeSavedView).toBe(id);
    expect(await names(lead)).toEqual([]);
  });

  it('hold filters of their list and nothing else', async () => {
    const wrong = (query: string, name = 'View') => refusedFields(CREATE, { page: 'ALERTS', input: { name, query } });
    expect(await wrong('')).toMatchObject([{ path: 'query', code: 'required' }]);
    expect(await wrong('rules=true')).toMatchObject([{ path: 'query', code: 'invalid' }]);
    expect(await wrong('q=a&q=b')).toMatchObject([{ path: 'query', code: 'invalid' }]);
    expect(await wrong(`q=${'x'.repeat(201)}`)).toMatchObject([{ path: 'query', code: 'too_long' }]);
    expect(await wrong('q=a', ' ')).toMatchObject([{ path: 'name', code: 'required' }]);
    expect(await wrong('q=a', 'x'.repeat(81))).toMatchObject([{ path: 'name', code: 'too_long' }]);
  });

  it('that are shared are changed by their owner or the programme office, and by nobody else', async () => {
    const { id } = await create(lead, 'Breaches', { shared: true });
    const input = { name: 'All breaches', query: 'rule=TARGET_BREACH', shared: true };
    expect(await contributor.client.errorCode(UPDATE, { id, version: 1, input })).toBe('FORBIDDEN');
    expect(await contributor.client.errorCode(REMOVE, { id, version: 1 })).toBe('FORBIDDEN');
    await office.client.data(UPDATE, { id, version: 1, input });
    expect(await names(contributor)).toEqual(['All breaches']);
    // What the office takes out of the sight of all is its owner's alone again, and out of its own sight.
    const apart = { id, version: 2, input: { ...input, shared: false } };
    expect((await office.client.data(UPDATE, apart)).updateSavedView).toMatchObject({
      shared: false,
      mayUpdate: false,
    });
    expect([await names(office), await names(lead)]).toEqual([[], ['All breaches']]);
    expect(await office.client.errorCode(UPDATE, { id, version: 3, input })).toBe('NOT_FOUND');
    expect(await office.client.errorCode(REMOVE, { id, version: 3 })).toBe('NOT_FOUND');
    expect(await lead.client.errorCode(REMOVE, { id: 'nonsense', version: 1 })).toBe('NOT_FOUND');
  });

  it('are unknown to other organisations, shared or not', async () => {
    const { id } = await create(lead, 'Breaches', { shared: true });
    const other = await application.member(await application.organization('Another'), 'programme_office');
    expect(await names(other)).toEqual([]);
    const input = { name: 'Theirs', query: 'q=a' };
    expect(await other.client.errorCode(UPDATE, { id, version: 1, input })).toBe('NOT_FOUND');
    expect(await other.client.errorCode(REMOVE, { id, version: 1 })).toBe('NOT_FOUND');
  });

  it('give access to nothing: a view that asks for what is another’s shows what its reader may see', async () => {
    const elsewhere = await application.organization('Another');
    const office2 = await application.member(elsewhere, 'programme_office');
    const { createTeam } = await office2.client.data(`mutation { createTeam(name: "Branches", kind: SERVICE) { id } }`);
    const { query } = await create(lead, 'Their touchpoints', { query: `team=${createTeam.id}` }, 'TOUCHPOINTS');
    const teamId = new URLSearchParams(query).get('team');
    const { touchpoints } = await lead.client.data(
      `query ($teamId: ID) { touchpoints(teamId: $teamId) { totalCount } }`,
      {
        teamId,
      },
    );
    expect(touchpoints.totalCount).toBe(0);
  });

  it('are limited in number, one’s own and those that all see', async () => {
    for (let each = 1; each <= 30; each += 1) await create(contributor, `View ${each}`);
    const more = { page: 'ALERTS', input: { name: 'One more', query: 'mine=true' } };
    expect(await contributor.client.errorCode(CREATE, more)).toBe('TOO_MANY_VIEWS');
    expect(await create(contributor, 'Of another list', { query: 'q=a' }, 'METRICS')).toMatchObject({ mine: true });
    await application.database.query(
      `INSERT INTO saved_view (organization_id, id, membership_id, page, name, query, shared)
       SELECT $1, gen_random_uuid(), id, 'alerts', 'Shared ' || n, 'mine=true', true
       FROM membership, generate_series(1, 100) n WHERE organization_id = $1 AND role = 'programme_office'`,
      [organizationId],
    );
    const { id } = await create(lead, 'Mine');
    const shared = { name: 'Mine', query: 'mine=true', shared: true };
    expect(await lead.client.errorCode(UPDATE, { id, version: 1, input: shared })).toBe('TOO_MANY_VIEWS');
  });

  it('leave in the audit trail that they were made, shared and removed, and not what they look for', async () => {
    const { id } = await create(lead, 'About Ms Somebody', { query: 'q=Somebody' });
    const input = { name: 'About her', shared: true };
    await lead.client.data(UPDATE, { id, version: 1, input });
    await lead.client.data(REMOVE, { id, version: 2 });
    const events = await application.database.query<{ act: string; changes: unknown }>(
      `SELECT act, changes FROM audit_event WHERE organization_id = $1 AND object_id = $2 ORDER BY sequence`,
      [organizationId, id],
    );
    expect(events).toEqual([
      { act: 'saved_view.created', changes: { page: 'alerts', shared: false } },
      {
        act: 'saved_view.updated',
        changes: { page: 'alerts', changed: ['name'], shared: { before: false, after: true } },
      },
      { act: 'saved_view.removed', changes: { page: 'alerts', shared: true } },
    ]);
  });
});
