import { v7 as uuidv7 } from 'uuid';
import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';

const OPPORTUNITY = `id number title state stateReason reach impact confidence effort userValue ease scores { criterionId score } version archivedAt
  painPoints { id number title } initiatives { number title }`;
const CREATE = `mutation ($input: OpportunityInput!) { createOpportunity(input: $input) { ${OPPORTUNITY} } }`;
const UPDATE = `mutation ($id: ID!, $version: Int!, $input: OpportunityInput!) {
  updateOpportunity(id: $id, version: $version, input: $input) { ${OPPORTUNITY} } }`;
const STATE = `mutation ($id: ID!, $version: Int!, $state: OpportunityState!, $reason: String) {
  setOpportunityState(id: $id, version: $version, state: $state, reason: $reason) { ${OPPORTUNITY} } }`;
const ARCHIVE = 'mutation ($id: ID!, $version: Int!) { archiveOpportunity(id: $id, version: $version) { archivedAt } }';
const ONE = `query ($id: ID!) { opportunity(id: $id) { ${OPPORTUNITY} } }`;
const LIST = `query ($first: Int, $search: String, $states: [OpportunityState!]) {
  opportunities(first: $first, search: $search, states: $states) { totalCount edges { node { ${OPPORTUNITY} } } } }`;
const LENSES = `{ opportunityLenses { number rice riceRank wsjf wsjfRank ice iceRank weighted weightedRank weightedCoverage quadrant pain painShare vital } }`;

const CRITERIA = '{ opportunityCriteria { version criteria { id name weight direction } } }';
const SET_CRITERIA = `mutation ($version: Int!, $criteria: [OpportunityCriterionInput!]!) {
  setOpportunityCriteria(version: $version, criteria: $criteria) { version criteria { id name weight direction } } }`;

const HISTORY = `query ($id: ID!) { objectHistory(of: OPPORTUNITY, id: $id, first: 2) {
  totalCount edges { node { act actorName changes } } } }`;

describe('opportunities', () => {
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

  const painPoint = async (number: number, severity: number, met: number, organization = organizationId) => {
    const id = uuidv7();
    await application.database.query(
      `INSERT INTO pain_point (organization_id, id, number, title, severity, frequency_count, frequency_base)
       VALUES ($1, $2, $3, 'Waits', $4, $5, 100)`,
      [organization, id, number, severity, met],
    );
    return id;
  };
  const create = async (title: string, more: Record<string, unknown> = {}) =>
    (await office.client.data(CREATE, { input: { title, ...more } })).createOpportunity;

  it('are written down with estimates and pain points, and changed in the version that was seen', async () => {
    const painPointIds = [await painPoint(1, 4, 50)];
    const made = await create('Tell people where their case is', { reach: 500, impact: 2, painPointIds });
    expect(made).toMatchObject({ number: 1, state: 'OPEN', reach: 500, effort: null, painPoints: [{ number: 1 }] });
    const variables = { id: made.id, version: 1, input: { title: 'Tell them', effort: 3 } };
    expect((await office.client.data(UPDATE, variables)).updateOpportunity).toMatchObject({
      title: 'Tell them',
      reach: null,
      effort: 3,
      painPoints: [{ number: 1 }],
      version: 2,
    });
    expect(await office.client.errorCode(UPDATE, variables)).toBe('CONFLICT');
    expect(await countStatements(() => office.client.data(ONE, { id: made.id }))).toBe(ONE_READ);
  });

  it('are refused with every estimate that cannot be, by its name', async () => {
    const input = { title: '', reach: -1, impact: 5, confidence: 80, effort: 0, riskReduction: -2 };
    const { errors } = await office.client.graphql(CREATE, { input });
    const fields = errors?.[0]?.extensions['fields'] as { path: string }[];
    expect(fields.map(({ path }) => path).sort()).toEqual([
      'confidence',
      'effort',
      'impact',
      'reach',
      'riskReduction',
      'title',
    ]);
  });

  it('keep nobody from the lenses by a number that none holds', async () => {
    const whole = { reach: 1e9, impact: 3, confidence: 1, effort: 0.001, userValue: 1e9, timeCriticality: 1e9 };
    await create('As large as can be', { ...whole, riskReduction: 1e9 });
    const huge = { title: 'x', reach: 1e308, effort: 5e-324, userValue: 1e308, timeCriticality: 1e308 };
    const { errors } = await office.client.graphql(CREATE, { input: { ...huge, impact: 3, confidence: 1 } });
    const fields = errors?.[0]?.extensions['fields'] as { path: string; code: string }[];
    expect(fields.map(({ path, code }) => `${path} ${code}`).sort()).toEqual([
      'effort out_of_range',
      'reach out_of_range',
      'timeCriticality out_of_range',
      'userValue out_of_range',
    ]);
    const [{ rice, wsjf }] = (await office.client.data(LENSES)).opportunityLenses;
    expect([rice, wsjf]).toEqual([3e12, 3e12]);
  });

  it('are parked and dismissed with a reason, and taken by initiatives alone', async () => {
    const { id } = await create('Video advice');
    expect(await office.client.errorCode(STATE, { id, version: 1, state: 'PARKED', reason: ' ' })).toBe('VALIDATION');
    expect(await office.client.errorCode(STATE, { id, version: 1, state: 'TAKEN' })).toBe('VALIDATION');
    const parked = { id, version: 1, state: 'PARKED', reason: 'After the merger' };
    expect((await office.client.data(STATE, parked)).setOpportunityState).toMatchObject({
      state: 'PARKED',
      stateReason: 'After the merger',
    });
    const open = (await office.client.data(STATE, { id, version: 2, state: 'OPEN' })).setOpportunityState;
    expect(open).toMatchObject({ state: 'OPEN', stateReason: null, version: 3 });
  });

  it('tell what was done to them and by whom, latest first, to those who may read them', async () => {
    const { id } = await create('Video advice', { effort: 2 });
    await create('Another');
    await office.client.data(UPDATE, { id, version: 1, input: { title: 'Video advice', effort: 3 } });
    await office.client.data(STATE, { id, version: 2, state: 'PARKED', reason: 'After the merger' });
    const executive = await application.member(organizationId, 'executive');
    const read = async (by = executive) => (await by.client.data(HISTORY, { id })).objectHistory;
    expect(await read()).toMatchObject({
      totalCount: 3,
      edges: [
        { node: { act: 'opportunity.parked', changes: { state_reason: 'After the merger' } } },
        { node: { act: 'opportunity.updated', changes: { effort: { before: 2, after: 3 } } } },
      ],
    });
    expect(await countStatements(() => read())).toBe(ONE_READ);
    const outsider = await application.member(await application.organization('Another'), 'administrator');
    expect(await read(outsider)).toEqual({ totalCount: 0, edges: [] });
  });

  it('are compared through the lenses, and none is scored whose estimates are missing, in one statement', async () => {
    const estimates = { confidence: 0.8, userValue: 8, timeCriticality: 5, riskReduction: 2 };
    const heavy = [await painPoint(1, 5, 80)];
    const light = [await painPoint(2, 1, 10)];
    await create('A', { ...estimates, reach: 500, impact: 2, effort: 4, painPointIds: heavy });
    await create('B', { ...estimates, reach: 500, impact: 0.5, effort: 1, painPointIds: light });
    await create('C');
    const { opportunityLenses } = await office.client.data(LENSES);
    expect(opportunityLenses).toMatchObject([
      { number: 1, rice: 200, riceRank: 1, wsjf: 3.75, wsjfRank: 2, quadrant: 'MAJOR_PROJECT', pain: 4, vital: true },
      { number: 2, rice: 200, riceRank: 1, wsjf: 15, wsjfRank: 1, quadrant: 'FILL_IN', vital: false },
      { number: 3, rice: null, riceRank: null, wsjf: null, quadrant: null, pain: 0, vital: false },
    ]);
    expect(opportunityLenses[0].painShare).toBeCloseTo((100 * 4) / 4.1, 8);
    expect(await countStatements(() => office.client.data(LENSES))).toBe(ONE_READ);
  });

  it('are weighed by ease and by criteria of the organisation, which the office sets as a whole', async () => {
    const set = async (version: number, criteria: Record<string, unknown>[]) =>
      (await office.client.data(SET_CRITERIA, { version, criteria })).setOpportunityCriteria;
    expect((await office.client.data(CRITERIA)).opportunityCriteria).toEqual({ version: 0, criteria: [] });
    const value = { name: 'Value to customers', weight: 3, direction: 'BENEFIT' };
    const first = await set(0, [value, { name: 'Risk', weight: 1, direction: 'COST' }]);
    expect(first).toMatchObject({ version: 1, criteria: [value, { direction: 'COST' }] });
    const [a, b] = first.criteria as { id: string }[];
    const both = [
      { criterionId: a!.id, score: 4 },
      { criterionId: b!.id, score: 5 },
    ];
    const made = await create('A', { impact: 2, confidence: 0.5, ease: 3, scores: both });
    expect(made.scores).toHaveLength(2);
    await create('B', { scores: both.slice(0, 1) });
    const lenses = async () => (await office.client.data(LENSES)).opportunityLenses;
    // Impact 2 is the fourth of five steps: 8 of 10; confidence 5 of 10; ease 3.
    expect(await lenses()).toMatchObject([
      { ice: 120, iceRank: 1, weighted: 3.25, weightedRank: 2, weightedCoverage: 1 },
      { ice: null, iceRank: null, weighted: 4, weightedRank: 1, weightedCoverage: 0.75 },
    ]);
    expect(await countStatements(lenses)).toBe(ONE_READ);
    // What was scored by a criterion stays while it keeps its id, and is passed over once it is gone.
    await set(1, [{ ...value, id: a!.id, name: 'Value' }]);
    expect(await lenses()).toMatchObject([{ weighted: 4, weightedCoverage: 1 }, { weighted: 4 }]);
    expect(await office.client.errorCode(SET_CRITERIA, { version: 1, criteria: [] })).toBe('CONFLICT');
    expect(await office.client.errorCode(SET_CRITERIA, { version: 0, criteria: [] })).toBe('CONFLICT');
    const wrong = { version: 2, criteria: [{ ...value, weight: 0 }, value, { ...value, name: 'C', id: uuidv7() }] };
    const { errors } = await office.client.graphql(SET_CRITERIA, wrong);
    const fields = errors?.[0]?.extensions['fields'] as { path: string; code: string }[];
    expect(fields.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'criteria.0.weight out_of_range',
      'criteria.1.name taken',
      'criteria.2.id unknown',
    ]);
    const gone = [{ criterionId: b!.id, score: 3 }];
    expect(await office.client.errorCode(CREATE, { input: { title: 'C', scores: gone } })).toBe('VALIDATION');
    const high = [{ criterionId: a!.id, score: 6 }];
    expect(await office.client.errorCode(CREATE, { input: { title: 'C', scores: high } })).toBe('VALIDATION');
    const lead = await application.member(organizationId, 'team_lead');
    expect(await lead.client.errorCode(SET_CRITERIA, { version: 2, criteria: [] })).toBe('FORBIDDEN');
    const other = await application.member(await application.organization('Another'), 'programme_office');
    expect((await other.client.data(CRITERIA)).opportunityCriteria.criteria).toEqual([]);
    expect(await other.client.errorCode(CREATE, { input: { title: 'C', scores: both } })).toBe('VALIDATION');
  });

  it('are found by words, number and state, in one statement', async () => {
    await create('Shorter queues');
    const parked = await create('Video advice');
    await office.client.data(STATE, { id: parked.id, version: 1, state: 'DISMISSED', reason: 'Nobody wants it' });
    const numbers = async (variables: Record<string, unknown>) =>
      (await office.client.data(LIST, variables)).opportunities.edges.map(
        ({ node }: { node: { number: number } }) => node.number,
      );
    expect(await numbers({})).toEqual([2, 1]);
    expect(await numbers({ search: 'queues' })).toEqual([1]);
    expect(await numbers({ search: 'o-2' })).toEqual([2]);
    expect(await numbers({ states: ['DISMISSED'] })).toEqual([2]);
    expect(await countStatements(() => numbers({}))).toBe(ONE_READ);
  });

  it('are written by office and leads, changed by the office, and are nothing to another organisation', async () => {
    const { id } = await create('Shorter queues');
    const lead = await application.member(organizationId, 'team_lead');
    await lead.client.data(CREATE, { input: { title: 'From the desk' } });
    expect(await lead.client.errorCode(UPDATE, { id, version: 1, input: { title: 'Mine' } })).toBe('FORBIDDEN');
    for (const role of ['executive', 'contributor', 'administrator'] as const) {
      const member = await application.member(organizationId, role);
      expect((await member.client.data(LIST)).opportunities.totalCount).toBe(2);
      expect(await member.client.errorCode(CREATE, { input: { title: 'Mine' } })).toBe('FORBIDDEN');
    }
    const another = await application.organization('Another');
    const other = await application.member(another, 'programme_office');
    expect((await other.client.data(LIST)).opportunities.totalCount).toBe(0);
    expect((await other.client.data(LENSES)).opportunityLenses).toEqual([]);
    for (const each of [id, 'nonsense']) {
      expect(await other.client.errorCode(ONE, { id: each })).toBe('NOT_FOUND');
      expect(await other.client.errorCode(ARCHIVE, { id: each, version: 1 })).toBe('NOT_FOUND');
    }
    const foreign = { title: 'A', painPointIds: [await painPoint(1, 1, 1, another)] };
    expect(await office.client.errorCode(CREATE, { input: foreign })).toBe('VALIDATION');
    await office.client.data(ARCHIVE, { id, version: 1 });
    expect(await office.client.errorCode(UPDATE, { id, version: 2, input: { title: 'A' } })).toBe('ARCHIVED');
  });
});
