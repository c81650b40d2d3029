import { v7 as uuidv7 } from 'uuid';
import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';

const PAGE = `id number title description kind state severity severityEvidence frequencyCount frequencyBase frequencyEvidence
  dismissedReason feedbackCount touchpoints { id name teamName } personas { id } common { number } gathered { number }
  gatheredCount causes { id parentId depth text evidence root } initiatives { number stage verdict watch }
  nextStates { to allowed unmet { code } } history { act actorName fields state reason } mayUpdate archivedAt version`;
const LIST = `query ($first: Int, $after: String, $search: String, $state: PainPointState, $kind: PainPointKind,
    $touchpointId: ID, $journeyId: ID, $all: Boolean) {
  painPoints(first: $first, after: $after, search: $search, state: $state, kind: $kind, touchpointId: $touchpointId,
      journeyId: $journeyId, includeArchived: $all) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { id number title kind state feedbackCount gatheredCount } } } }`;
const ONE = `query ($id: ID!) { painPoint(id: $id) { ${PAGE} } }`;
const CREATE = `mutation ($input: PainPointInput!, $key: String) { createPainPoint(input: $input, idempotencyKey: $key) { ${PAGE} } }`;
const UPDATE = `mutation ($id: ID!, $version: Int!, $input: PainPointInput!) {
  updatePainPoint(id: $id, version: $version, input: $input) { ${PAGE} } }`;
const MOVE = `mutation ($id: ID!, $version: Int!, $to: PainPointState!, $reason: String) {
  movePainPoint(id: $id, version: $version, to: $to, reason: $reason) { ${PAGE} } }`;
const GATHER = `mutation ($id: ID!, $version: Int!, $painPointIds: [ID!]!) {
  gatherPainPoints(id: $id, version: $version, painPointIds: $painPointIds) { ${PAGE} } }`;
const EXPLAIN = `mutation ($id: ID!, $version: Int!, $causes: [CauseInput!]!) {
  explainPainPoint(id: $id, version: $version, causes: $causes) { ${PAGE} } }`;
const ARCHIVE = `mutation ($id: ID!, $version: Int!) { archivePainPoint(id: $id, version: $version) { archivedAt version } }`;
const RESTORE = `mutation ($id: ID!, $version: Int!) { restorePainPoint(id: $id, version: $version) { archivedAt version } }`;

describe('pain points', () => {
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

  const insert = (table: string, row: Record<string, unknown>): Promise<string> => {
    const full: Record<string, unknown> = { organization_id: organizationId, id: uuidv7(), ...row };
    const places = Object.keys(full).map((_, index) => `$${index + 1}`);
    return application.database
      .query(`INSERT INTO ${table} (${Object.keys(full).join()}) VALUES (${places.join()})`, Object.values(full))
      .then(() => full['id'] as string);
  };
  const touchpoint = async (name: string, teamId: string | null = null): Promise<string> => {
    const id = await insert('touchpoint', { name, channel: 'branch' });
    if (teamId)
      await insert('ownership', {
        touchpoint_id: id,
        team_id: teamId,
        responsibility: 'accountable',
        valid_from: '2020-01-01',
      });
    return id;
  };
  const create = async (title: string, more: Record<string, unknown> = {}, member = office) =>
    (await member.client.data(CREATE, { input: { title, ...more } })).createPainPoint;
  const list = async (variables: Record<string, unknown> = {}, member = office) =>
    (await member.client.data(LIST, variables)).painPoints;
  const titles = async (variables: Record<string, unknown> = {}): Promise<string[]> =>
    (await list(variables)).edges.map(({ node }: { node: { title: string } }) => node.title);
  const refusal = async (query: string, variables: Record<string, unknown>, member = office) => {
    const extensions = (await member.client.graphql(query, variables)).errors?.[0]?.extensions as
      { code: string; fields?: { path: string; code: string }[] } | undefined;
    return extensions?.fields?.map(({ path, code }) => `${path} ${code}`).join() ?? extensions?.code;
  };
  const answered = (touchpointIds: string[]) => ({
    severity: 4,
    severityEvidence: 'Two of ten leave',
    frequencyCount: 30,
    frequencyBase: 100,
    touchpointIds,
  });

  it('are numbered without gaps, also when made at once, and read in one statement with everything around them', async () => {
    const counter = await touchpoint('Counter');
    const persona = await insert('persona', { name: 'Family' });
    const made = await create('Queues at noon', {
      ...answered([counter]),
      personaIds: [persona],
      description: ' Long ',
    });
    expect(made).toMatchObject({
      number: 1,
      description: 'Long',
      kind: 'SINGLE',
      state: 'NEW',
      severity: 4,
      frequencyCount: 30,
      touchpoints: [{ id: counter, name: 'Counter', teamName: null }],
      personas: [{ id: persona }],
      mayUpdate: true,
      history: [{ act: 'painPoint.created', actorName: 'A programme_office' }],
      version: 1,
    });
    const numbers = (await Promise.all(['a', 'b', 'c'].map((title) => create(title)))).map(({ number }) => number);
    expect(numbers.sort()).toEqual([2, 3, 4]);
    const input = { title: 'Once' };
    for (let time = 0; time < 2; time += 1) await office.client.data(CREATE, { input, key: 'pain-point-once' });
    expect((await list()).totalCount).toBe(5);
    expect(await countStatements(() => office.client.data(ONE, { id: made.id }))).toBe(ONE_READ);
  });

  it('are listed, searched by words and number, narrowed and paged, in one statement whatever their number', async () => {
    const counter = await touchpoint('Counter');
    const journey = await insert('journey', { name: 'Opening' });
    const stage = await insert('journey_stage', { journey_id: journey, position: 0, name: 'Decision' });
    await insert('touchpoint_placement', { stage_id: stage, touchpoint_id: counter, position: 0 });
    await create('Queues', { touchpointIds: [counter] });
    await create('Free coffee', { kind: 'FALSE_HIGHLIGHT' });
    await create('100% rude');
    expect(await titles()).toEqual(['100% rude', 'Free coffee', 'Queues']);
    expect(await titles({ search: 'p-2' })).toEqual(['Free coffee']);
    expect(await titles({ search: '100%' })).toEqual(['100% rude']);
    expect(await titles({ kind: 'FALSE_HIGHLIGHT' })).toEqual(['Free coffee']);
    expect(await titles({ touchpointId: counter })).toEqual(['Queues']);
    expect(await titles({ journeyId: journey })).toEqual(['Queues']);
    expect(await titles({ state: 'DISMISSED' })).toEqual([]);
    const first = await list({ first: 2 });
    expect(await titles({ first: 2, after: first.pageInfo.endCursor })).toEqual(['Queues']);
    const few = await countStatements(() => list());
    for (let number = 0; number < 20; number += 1) await create(`Another ${number}`);
    expect([few, await countStatements(() => list({ first: 100 }))]).toEqual([ONE_READ, ONE_READ]);
  });

  it('say what stands against the next state, and enter it when nothing does', async () => {
    const { id, nextStates } = await create('Queues');
    expect(nextStates).toEqual([
      {
        to: 'CONFIRMED',
        allowed: false,
        unmet: ['NO_SEVERITY', 'NO_FREQUENCY', 'NO_EVIDENCE', 'NO_TOUCHPOINT'].map((code) => ({ code })),
      },
      { to: 'DISMISSED', allowed: true, unmet: [] },
    ]);
    expect(await refusal(MOVE, { id, version: 1, to: 'CONFIRMED' })).toBe('PAIN_POINT_NO_SEVERITY');
    expect(await refusal(MOVE, { id, version: 1, to: 'VERIFIED' })).toBe('PAIN_POINT_WRONG_STATE');
    const counter = await touchpoint('Counter');
    await office.client.data(UPDATE, { id, version: 1, input: { title: 'Queues', ...answered([counter]) } });
    const { movePainPoint: confirmed } = await office.client.data(MOVE, { id, version: 2, to: 'CONFIRMED' });
    expect(confirmed).toMatchObject({ state: 'CONFIRMED', version: 3 });
    expect(confirmed.history[0]).toMatchObject({ act: 'painPoint.moved', state: 'CONFIRMED' });
    expect(await refusal(MOVE, { id, version: 3, to: 'PLANNED' })).toBe('PAIN_POINT_NO_INITIATIVE');
    const initiative = await insert('initiative', { number: 1, title: 'More counters' });
    await application.database.query('INSERT INTO initiative_pain_point VALUES ($1, $2, $3)', [
      organizationId,
      initiative,
      id,
    ]);
    const { movePainPoint: planned } = await office.client.data(MOVE, { id, version: 3, to: 'PLANNED' });
    expect(planned.initiatives).toEqual([{ number: 1, stage: 'proposed', verdict: null, watch: null }]);
    expect(await refusal(MOVE, { id, version: 4, to: 'FIXED' })).toBe('PAIN_POINT_NOT_LAUNCHED');
    expect(await refusal(MOVE, { id, version: 4, to: 'DISMISSED', reason: ' ' })).toBe('reason required');
    const dismissal = { id, version: 4, to: 'DISMISSED', reason: 'The branch closes' };
    const both = await Promise.all([refusal(MOVE, dismissal), refusal(MOVE, dismissal)]);
    expect(both.sort()).toEqual(['CONFLICT', undefined]);
    const { movePainPoint: anew } = await office.client.data(MOVE, { id, version: 5, to: 'NEW' });
    expect(anew).toMatchObject({ state: 'NEW', dismissedReason: null });
    expect(anew.history[1]).toMatchObject({ state: 'DISMISSED', reason: 'The branch closes' });
  });

  it('name each field that does not fit', async () => {
    const input = { title: 'Queues' };
    expect(await refusal(CREATE, { input: { title: ' ' } })).toBe('title required');
    expect(await refusal(CREATE, { input: { ...input, frequencyCount: 3 } })).toBe('frequencyBase required');
    expect(await refusal(CREATE, { input: { ...input, frequencyCount: 3, frequencyBase: 2 } })).toBe(
      'frequencyCount too_large',
    );
    expect(await refusal(CREATE, { input: { ...input, severity: 6 } })).toMatch(/^severity /);
    expect(await refusal(CREATE, { input: { ...input, touchpointIds: [uuidv7()] } })).toBe('touchpointIds unknown');
    expect(await refusal(CREATE, { input: { ...input, personaIds: [uuidv7()] } })).toBe('personaIds unknown');
    expect((await list()).totalCount).toBe(0);
  });

  it('that several journeys share gather the single ones, and let them go', async () => {
    const [common, a, b] = [
      await create('Waiting', { kind: 'COMMON' }),
      await create('Queue'),
      await create('Hotline'),
    ];
    const gather = (version: number, ids: string[]) => ({ id: common.id, version, painPointIds: ids });
    const { gatherPainPoints: gathered } = await office.client.data(GATHER, gather(1, [a.id, b.id]));
    expect(gathered.gathered).toEqual([{ number: 2 }, { number: 3 }]);
    expect((await office.client.data(ONE, { id: a.id })).painPoint).toMatchObject({
      common: { number: 1 },
      version: 2,
    });
    const { gatherPainPoints: fewer } = await office.client.data(GATHER, gather(2, [b.id]));
    expect(fewer.gathered).toEqual([{ number: 3 }]);
    expect((await office.client.data(ONE, { id: b.id })).painPoint.version).toBe(2);

    const other = await create('Other', { kind: 'COMMON' });
    expect(await refusal(GATHER, gather(3, [other.id]))).toBe('painPointIds not_single');
    expect(await refusal(GATHER, gather(3, [uuidv7()]))).toBe('NOT_FOUND');
    expect(await refusal(GATHER, { id: other.id, version: 1, painPointIds: [b.id] })).toBe('painPointIds elsewhere');
    expect(await refusal(GATHER, { id: a.id, version: 3, painPointIds: [] })).toBe('PAIN_POINT_NOT_COMMON');
    expect(await refusal(UPDATE, { id: common.id, version: 3, input: { title: 'Waiting' } })).toBe('kind gathers');
    expect(await refusal(UPDATE, { id: b.id, version: 2, input: { title: 'B', kind: 'COMMON' } })).toBe(
      'kind gathered',
    );
  });

  it('keep why they happen as a tree, each why under what it explains', async () => {
    const { id } = await create('Queues');
    const explain = (version: number, causes: object[]) => ({ id, version, causes });
    const { explainPainPoint: first } = await office.client.data(
      EXPLAIN,
      explain(1, [
        { depth: 0, text: 'Two counters' },
        { depth: 1, text: 'Nobody plans for noon', root: true, evidence: 'Rota' },
        { depth: 0, text: 'Forms' },
      ]),
    );
    expect(first.causes).toMatchObject([
      { text: 'Two counters', depth: 0, parentId: null },
      { text: 'Nobody plans for noon', depth: 1, root: true, parentId: first.causes[0].id },
      { text: 'Forms', depth: 0, parentId: null },
    ]);
    const [counters, noon, forms] = first.causes;
    // What hung below the one that goes is moved first and stays.
    const { explainPainPoint: second } = await office.client.data(
      EXPLAIN,
      explain(2, [
        { id: forms.id, depth: 0, text: 'Paper forms' },
        { id: noon.id, depth: 1, text: noon.text },
      ]),
    );
    expect(second.causes).toMatchObject([
      { id: forms.id, text: 'Paper forms' },
      { id: noon.id, parentId: forms.id, root: false },
    ]);
    expect(await refusal(EXPLAIN, explain(3, [{ depth: 1, text: 'x' }]))).toBe('causes.0.depth too_deep');
    expect(await refusal(EXPLAIN, explain(3, [{ depth: 0, text: ' ' }]))).toBe('causes.0.text required');
    expect(await refusal(EXPLAIN, explain(3, [{ id: counters.id, depth: 0, text: 'x' }]))).toBe('causes.0.id unknown');
    const twice = { id: noon.id, depth: 0, text: 'x' };
    expect(await refusal(EXPLAIN, explain(3, [twice, twice]))).toBe('causes.1.id twice');
    expect(await refusal(EXPLAIN, explain(3, [{ depth: -1, text: 'x' }]))).toBe('causes.0.depth too_deep');
    const long = { depth: 0, text: 'x'.repeat(1001) };
    expect(await refusal(EXPLAIN, explain(3, [long]))).toBe('causes.0.text too_long');
    const wordy = { depth: 0, text: 'x', evidence: 'x'.repeat(2001) };
    expect(await refusal(EXPLAIN, explain(3, [wordy]))).toBe('causes.0.evidence too_long');
    expect(await refusal(EXPLAIN, explain(2, []))).toBe('CONFLICT');
  });

  it('are archived and restored, and take no change while archived', async () => {
    const { id } = await create('Queues');
    await office.client.data(ARCHIVE, { id, version: 1 });
    expect([await titles(), await titles({ all: true })]).toEqual([[], ['Queues']]);
    expect(await refusal(UPDATE, { id, version: 2, input: { title: 'x' } })).toBe('ARCHIVED');
    expect(await refusal(ARCHIVE, { id, version: 2 })).toBe('ARCHIVED');
    expect((await office.client.data(RESTORE, { id, version: 2 })).restorePainPoint.archivedAt).toBeNull();
  });

  it('are changed by the office and by leads of teams that answer for where they happen, and by nobody else', async () => {
    const team = await insert('team', { name: 'Tellers', kind: 'service' });
    const lead = await application.member(organizationId, 'team_lead');
    await insert('team_membership', { membership_id: lead.membershipId, team_id: team, lead: true });
    const mine = await create('Mine', { touchpointIds: [await touchpoint('Counter', team)] }, lead);
    const theirs = await create('Theirs', { touchpointIds: [await touchpoint('App')] });
    expect(mine).toMatchObject({ mayUpdate: true, touchpoints: [{ teamName: 'Tellers' }] });
    const change = (id: string) => ({ id, version: 1, input: { title: 'Changed' } });
    expect((await lead.client.data(UPDATE, change(mine.id))).updatePainPoint).toMatchObject({
      version: 2,
      // Not given, so they stayed.
      touchpoints: [{ name: 'Counter' }],
    });
    for (const [query, more] of [
      [UPDATE, { input: { title: 'x' } }],
      [MOVE, { to: 'DISMISSED', reason: 'x' }],
      [GATHER, { painPointIds: [] }],
      [EXPLAIN, { causes: [] }],
      [ARCHIVE, {}],
    ] as const)
      expect(await refusal(query, { id: theirs.id, version: 1, ...more }, lead)).toBe('FORBIDDEN');
    // Nor by way of a common one of their own: neither is drawn under it what others answer for, nor let go.
    const common = await create('Common', { kind: 'COMMON', touchpointIds: [await touchpoint('Desk', team)] }, lead);
    const under = (version: number, ...painPoints: { id: string }[]) => ({
      ...{ id: common.id, version },
      painPointIds: painPoints.map(({ id }) => id),
    });
    expect(await refusal(GATHER, under(1, theirs), lead)).toBe('FORBIDDEN');
    await lead.client.data(GATHER, under(1, mine));
    await office.client.data(GATHER, under(2, mine, theirs));
    expect(await refusal(GATHER, under(3, mine), lead)).toBe('FORBIDDEN');
    await lead.client.data(GATHER, under(3, theirs));
    for (const role of ['executive', 'contributor', 'administrator'] as const) {
      const member = await application.member(organizationId, role);
      expect((await member.client.data(ONE, { id: mine.id })).painPoint.mayUpdate).toBe(false);
      expect(await refusal(CREATE, { input: { title: 'x' } }, member)).toBe('FORBIDDEN');
      expect(await refusal(UPDATE, change(theirs.id), member)).toBe('FORBIDDEN');
    }
  });

  it('of another organisation do not exist, nor do their touchpoints, causes or those they gather', async () => {
    const counter = await touchpoint('Counter');
    const { id } = await create('Queues', { touchpointIds: [counter] });
    const other = await application.member(await application.organization('Another'), 'programme_office');
    const common = await create('Waiting', { kind: 'COMMON' }, other);
    expect(common.number).toBe(1);
    expect((await list({ all: true }, other)).totalCount).toBe(1);
    expect((await list({ touchpointId: counter }, other)).totalCount).toBe(0);
    for (const each of [id, 'nonsense']) {
      expect(await refusal(ONE, { id: each }, other)).toBe('NOT_FOUND');
      expect(await refusal(UPDATE, { id: each, version: 1, input: { title: 'x' } }, other)).toBe('NOT_FOUND');
      expect(await refusal(MOVE, { id: each, version: 1, to: 'DISMISSED', reason: 'x' }, other)).toBe('NOT_FOUND');
      expect(await refusal(EXPLAIN, { id: each, version: 1, causes: [] }, other)).toBe('NOT_FOUND');
      expect(await refusal(GATHER, { id: common.id, version: 1, painPointIds: [each] }, other)).toBe('NOT_FOUND');
    }
    expect(await refusal(CREATE, { input: { title: 'x', touchpointIds: [counter] } }, other)).toBe(
      'touchpointIds unknown',
    );
  });
});
