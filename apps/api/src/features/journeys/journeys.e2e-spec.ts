import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';

const JOURNEY = `id name summary state depth parentId parentName futureOfId futureId personaName productName lifecycle
  stageCount touchpointCount filledCount staleCount oldestConfirmedAt archivedAt version`;
const LIST = `query ($first: Int, $after: String, $search: String, $state: JourneyState, $all: Boolean) {
  journeys(first: $first, after: $after, search: $search, state: $state, includeArchived: $all) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { ${JOURNEY} } } } }`;
const CREATE = `mutation ($input: JourneyInput!, $template: String, $locale: String) {
  createJourney(input: $input, template: $template, locale: $locale) { ${JOURNEY} } }`;
const UPDATE = `mutation ($id: ID!, $version: Int!, $input: JourneyInput!) {
  updateJourney(id: $id, version: $version, input: $input) { ${JOURNEY} } }`;
const ARCHIVE = `mutation ($id: ID!, $version: Int!) { archiveJourney(id: $id, version: $version) { ${JOURNEY} } }`;
const RESTORE = `mutation ($id: ID!, $version: Int!) { restoreJourney(id: $id, version: $version) { ${JOURNEY} } }`;
const FUTURE = `mutation ($id: ID!) { beginFutureState(journeyId: $id) { id name state futureOfId stages { name } } }`;
const MAP = `query ($id: ID!) { journeyMap(id: $id) { name stages { name lifecycle position } } }`;

describe('the atlas', () => {
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

  const create = async (name: string, input: Record<string, unknown> = {}, template?: string, locale?: string) =>
    (await office.client.data(CREATE, { input: { name, ...input }, template, locale })).createJourney;
  const list = async (variables: Record<string, unknown> = {}) => (await office.client.data(LIST, variables)).journeys;
  const names = async (variables: Record<string, unknown> = {}): Promise<string[]> =>
    (await list(variables)).edges.map(
      ({ node }: { node: { name: string; depth: number; state: string } }) =>
        `${'- '.repeat(node.depth)}${node.name}${node.state === 'FUTURE' ? ' (future)' : ''}`,
    );

  it('begins journeys empty or from a template, in the language of whoever begins', async () => {
    expect(await create('Empty')).toMatchObject({ stageCount: 0, state: 'CURRENT', staleCount: 0 });
    const english = await create('English', {}, 'five-stages', 'en');
    const chinese = await create('中文', {}, 'five-stages', 'zh-CN');
    const stagesOf = async (id: string) =>
      (await office.client.data(MAP, { id })).journeyMap.stages.map((stage: { name: string }) => stage.name);
    expect(await stagesOf(english.id)).toEqual(['Awareness', 'Consideration', 'Decision', 'Purchase', 'After-sales']);
    expect(await stagesOf(chinese.id)).toEqual(['意识', '考虑', '决策', '购买', '售后']);
    const { errors } = await office.client.graphql(CREATE, { input: { name: 'None' }, template: 'no such' });
    expect(errors?.[0]?.extensions).toMatchObject({ fields: [{ path: 'template', code: 'unknown' }] });
  });

  it('is a tree, each future state right below what it is to replace, in one statement whatever its size', async () => {
    const opening = await create('Opening an account');
    await create('Identity check', { parentId: opening.id });
    await create('Complaint');
    await create('Card in hand', { parentId: opening.id });
    await office.client.data(FUTURE, { id: opening.id });
    expect(await names()).toEqual([
      'Complaint',
      'Opening an account',
      '- Opening an account (future)',
      '- Card in hand',
      '- Identity check',
    ]);
    expect(await names({ state: 'FUTURE' })).toEqual(['- Opening an account (future)']);
    expect(await names({ search: 'CARD' })).toEqual(['- Card in hand']);
    expect(await names({ search: '%' })).toEqual([]);

    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list({ first: 2, after });
      expect(page.totalCount).toBe(5);
      seen.push(...page.edges.map(({ node }: { node: { id: string } }) => node.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual((await list()).edges.map(({ node }: { node: { id: string } }) => node.id));

    const few = await countStatements(() => list());
    for (let number = 0; number < 20; number += 1) await create(`Journey ${number}`, {}, 'travel');
    expect([few, await countStatements(() => list({ first: 100 }))]).toEqual([ONE_READ, ONE_READ]);
  });

  it('says whose journey it is and how much of it has gone stale', async () => {
    const { createPersona: persona } = await office.client.data(
      'mutation { createPersona(input: { name: "First earner", description: "Just started work" }) { id } }',
    );
    const { createProduct: product } = await office.client.data(
      'mutation { createProduct(name: "Current account") { id name } }',
    );
    const journey = await create('Opening', { personaId: persona.id, productId: product.id }, 'finance');
    await application.database.query(
      `INSERT INTO stage_cell (organization_id, stage_id, lane, text, confirmed_at)
       SELECT organization_id, id, lane, CASE lane WHEN 'doing' THEN '' ELSE lane END,
         now() - CASE lane WHEN 'pain' THEN interval '181 days' ELSE interval '179 days' END
       FROM journey_stage, unnest(ARRAY['pain', 'scenario', 'doing']) lane
       WHERE organization_id = $1 AND journey_id = $2 AND position = 0`,
      [organizationId, journey.id],
    );
    const [{ node }] = (await list()).edges;
    expect(node).toMatchObject({
      personaName: 'First earner',
      productName: 'Current account',
      stageCount: 8,
      filledCount: 2,
      staleCount: 1,
    });
    expect(await names({ search: 'earner' })).toEqual(['Opening']);
    const { personas, products } = await office.client.data(
      '{ personas { totalCount edges { node { name description } } } products { edges { node { name } } } }',
    );
    expect(personas.edges).toEqual([{ node: { name: 'First earner', description: 'Just started work' } }]);
    expect(products.edges).toEqual([{ node: { name: 'Current account' } }]);
  });

  it('keeps a name once per state, and a journey out from under itself', async () => {
    const outer = await create('Outer');
    const inner = await create('Inner', { parentId: outer.id });
    const fieldsOf = async (query: string, variables: Record<string, unknown>) =>
      (await office.client.graphql(query, variables)).errors?.[0]?.extensions['fields'];
    expect(await fieldsOf(CREATE, { input: { name: 'OUTER' } })).toMatchObject([{ path: 'name', code: 'taken' }]);
    expect(await fieldsOf(CREATE, { input: { name: ' ' } })).toMatchObject([{ path: 'name', code: 'required' }]);
    const under = { id: outer.id, version: 1, input: { name: 'Outer', parentId: inner.id } };
    expect(await fieldsOf(UPDATE, under)).toMatchObject([{ path: 'parentId', code: 'cycle' }]);
    const { beginFutureState: future } = await office.client.data(FUTURE, { id: outer.id });
    const underFuture = { id: outer.id, version: 1, input: { name: 'Outer', parentId: future.id } };
    expect(await fieldsOf(UPDATE, underFuture)).toMatchObject([{ path: 'parentId', code: 'cycle' }]);
  });

  it('changes a journey by the version one has seen', async () => {
    const { id } = await create('Opening');
    const input = { name: 'Opening an account', summary: 'From wish to card', lifecycle: 'PURCHASE' };
    const { updateJourney } = await office.client.data(UPDATE, { id, version: 1, input });
    expect(updateJourney).toMatchObject({ ...input, version: 2 });
    const late = await office.client.graphql(UPDATE, { id, version: 1, input: { name: 'Late' } });
    expect(late.errors?.[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      current: { name: 'Opening an account', lifecycle: 'PURCHASE', version: 2 },
    });
  });

  it('archives and restores; what is archived takes no changes and frees its name', async () => {
    const { id } = await create('Opening');
    const { archiveJourney } = await office.client.data(ARCHIVE, { id, version: 1 });
    expect(archiveJourney).toMatchObject({ archivedAt: expect.any(String), version: 2 });
    expect(await names()).toEqual([]);
    expect(await names({ all: true })).toEqual(['Opening']);
    expect(await office.client.errorCode(UPDATE, { id, version: 2, input: { name: 'Again' } })).toBe('ARCHIVED');
    expect(await office.client.errorCode(FUTURE, { id })).toBe('ARCHIVED');
    const second = await create('Opening');
    expect(await office.client.errorCode(RESTORE, { id, version: 2 })).toBe('VALIDATION');
    await office.client.data(ARCHIVE, { id: second.id, version: 1 });
    expect((await office.client.data(RESTORE, { id, version: 2 })).restoreJourney).toMatchObject({ archivedAt: null });
    expect(await office.client.errorCode(RESTORE, { id, version: 3 })).toBe('NOT_ARCHIVED');
    const acts = await application.database.query(
      `SELECT act FROM audit_event WHERE organization_id = $1 AND object_id::text = $2 ORDER BY sequence`,
      [organizationId, id],
    );
    expect(acts.map(({ act }) => act)).toEqual(['journey.created', 'journey.archived', 'journey.restored']);
  });

  it('is made by the programme office and read by everybody; another organisation has its own', async () => {
    const { id } = await create('Opening', {}, 'five-stages');
    for (const role of ['administrator', 'team_lead', 'executive', 'contributor'] as const) {
      const { client } = await application.member(organizationId, role);
      expect((await client.data(LIST)).journeys.totalCount).toBe(1);
      expect(await client.errorCode(CREATE, { input: { name: 'Mine' } })).toBe('FORBIDDEN');
      expect(await client.errorCode(UPDATE, { id, version: 1, input: { name: 'Mine' } })).toBe('FORBIDDEN');
      expect(await client.errorCode(ARCHIVE, { id, version: 1 })).toBe('FORBIDDEN');
      expect(await client.errorCode(FUTURE, { id })).toBe('FORBIDDEN');
    }
    const other = await application.member(await application.organization('Another'), 'programme_office');
    expect((await other.client.data(LIST, { all: true })).journeys.totalCount).toBe(0);
    for (const unknown of [id, 'nonsense']) {
      expect(await other.client.errorCode(MAP, { id: unknown })).toBe('NOT_FOUND');
      expect(await other.client.errorCode(FUTURE, { id: unknown })).toBe('NOT_FOUND');
      const input = { name: 'Mine', parentId: unknown };
      expect(await other.client.errorCode(CREATE, { input })).toBe('NOT_FOUND');
    }
  });
});
