import { v7 as uuidv7 } from 'uuid';
import { countStatements } from '../../../test/count-statements.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';

const PAGE = `id number title description kind kindReason state severity severityEvidence frequencyCount frequencyBase
  feedbackCount feedbackFrom feedbackTo touchpoints { id } personas { id } common { number } gathered { number }
  causes { depth text } opportunities { number state } initiatives { number } initiativeCount mergedIntoNumber
  mergedInto { id number } absorbed { number } history { act kind reason otherNumber otherId } archivedAt version`;
const ONE = `query ($id: ID!) { painPoint(id: $id) { ${PAGE} } }`;
const CREATE = `mutation ($input: PainPointInput!) { createPainPoint(input: $input) { ${PAGE} } }`;
const UPDATE = `mutation ($id: ID!, $version: Int!, $input: PainPointInput!) {
  updatePainPoint(id: $id, version: $version, input: $input) { ${PAGE} } }`;
const MERGE = `mutation ($id: ID!, $version: Int!, $intoId: ID!, $intoVersion: Int!) {
  mergePainPoint(id: $id, version: $version, intoId: $intoId, intoVersion: $intoVersion) { ${PAGE} } }`;
const CLASSIFY = `mutation ($id: ID!, $version: Int!, $kind: PainPointKind!, $reason: String) {
  classifyPainPoint(id: $id, version: $version, kind: $kind, reason: $reason) { ${PAGE} } }`;
const JOIN = `mutation ($id: ID!, $version: Int!, $commonId: ID) {
  joinCommonPainPoint(id: $id, version: $version, commonId: $commonId) { ${PAGE} } }`;
const EXPLAIN = `mutation ($id: ID!, $version: Int!, $causes: [CauseInput!]!) {
  explainPainPoint(id: $id, version: $version, causes: $causes) { version } }`;
const ARCHIVE = `mutation ($id: ID!, $version: Int!) { archivePainPoint(id: $id, version: $version) { version } }`;
const RESTORE = `mutation ($id: ID!, $version: Int!) { restorePainPoint(id: $id, version: $version) { version } }`;
const MOVE = `mutation ($id: ID!, $version: Int!) { movePainPoint(id: $id, version: $version, to: DISMISSED, reason: "No") { version } }`;
const LIST = `query ($first: Int, $after: String, $orderBy: PainPointOrder, $ascending: Boolean, $severity: Int, $without: Boolean) {
  painPoints(first: $first, after: $after, orderBy: $orderBy, ascending: $ascending, severityAtLeast: $severity,
      withoutInitiative: $without) { totalCount pageInfo { endCursor hasNextPage } edges { node { title } } } }`;

describe('two pain points that turn out to be one', () => {
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

  const insert = async (table: string, row: Record<string, unknown>, withId = true): Promise<string> => {
    const full: Record<string, unknown> = { organization_id: organizationId, ...(withId && { id: uuidv7() }), ...row };
    const places = Object.keys(full).map((_, index) => `$${index + 1}`);
    await application.database.query(
      `INSERT INTO ${table} (${Object.keys(full).join()}) VALUES (${places.join()})`,
      Object.values(full),
    );
    return full['id'] as string;
  };
  const link = (table: string, row: Record<string, unknown>) => insert(table, row, false);
  const touchpoint = (name: string) => insert('touchpoint', { name, channel: 'branch' });
  const create = async (title: string, more: Record<string, unknown> = {}, member = office) =>
    (await member.client.data(CREATE, { input: { title, ...more } })).createPainPoint;
  const one = async (id: string, member = office) => (await member.client.data(ONE, { id })).painPoint;
  const merge = async (goes: { id: string }, stays: { id: string }) => {
    const [from, into] = [await one(goes.id), await one(stays.id)];
    return { id: from.id, version: from.version, intoId: into.id, intoVersion: into.version };
  };
  const refusal = async (query: string, variables: Record<string, unknown>, member = office) => {
    const extensions = (await member.client.graphql(query, variables)).errors?.[0]?.extensions as
      { code: string; fields?: { path: string; code: string }[] } | undefined;
    return extensions?.fields?.map(({ path, code }) => `${path} ${code}`).join() ?? extensions?.code;
  };
  const mergeRefusal = async (goes: { id: string }, stays: { id: string }, member = office) =>
    refusal(MERGE, await merge(goes, stays), member);
  const listed = async (variables: Record<string, unknown>): Promise<string[]> =>
    (await office.client.data(LIST, variables)).painPoints.edges.map(
      ({ node }: { node: { title: string } }) => node.title,
    );

  it('become it in one go: all that hangs on the one is at the other, nothing twice, and the one stays readable', async () => {
    const [counter, app] = [await touchpoint('Counter'), await touchpoint('App')];
    const persona = await insert('persona', { name: 'Family' });
    const said = { severity: 4, severityEvidence: 'They leave', frequencyCount: 3, frequencyBase: 10 };
    const goes = await create('Queue', { ...said, touchpointIds: [counter, app], personaIds: [persona] });
    const stays = await create('Waiting', { touchpointIds: [counter], description: 'Kept' });
    for (const id of [goes.id, stays.id])
      await office.client.data(EXPLAIN, {
        id,
        version: 1,
        causes: [
          { depth: 0, text: `Why ${id === goes.id ? 'queue' : 'waiting'}` },
          { depth: 1, text: 'Because' },
        ],
      });
    const feedback = (painPointId: string, saidAt: string) =>
      insert('feedback', {
        source: 'other',
        text: saidAt,
        said_at: saidAt,
        natural_key: uuidv7(),
        state: 'linked',
        pain_point_id: painPointId,
      });
    const heard = await feedback(goes.id, '2026-01-01');
    await feedback(stays.id, '2026-03-01');
    const initiatives = [1, 2].map((number) => insert('initiative', { number, title: `Fix ${number}` }));
    const [both, only] = await Promise.all(initiatives);
    for (const [painPoint, initiative] of [
      [goes.id, both],
      [stays.id, both],
      [goes.id, only],
    ])
      await link('initiative_pain_point', { pain_point_id: painPoint, initiative_id: initiative });
    const opportunity = await insert('opportunity', { number: 7, title: 'Tickets' });
    await link('opportunity_pain_point', { pain_point_id: goes.id, opportunity_id: opportunity });

    const variables = await merge(goes, stays);
    expect((await office.client.data(MERGE, variables)).mergePainPoint).toMatchObject({
      number: stays.number,
      title: 'Waiting',
      description: 'Kept',
      severity: 4,
      severityEvidence: 'They leave',
      frequencyCount: 3,
      feedbackCount: 2,
      feedbackFrom: '2026-01-01T00:00:00.000Z',
      feedbackTo: '2026-03-01T00:00:00.000Z',
      personas: [{ id: persona }],
      causes: [
        { depth: 0, text: 'Why waiting' },
        { depth: 1, text: 'Because' },
        { depth: 0, text: 'Why queue' },
        { depth: 1, text: 'Because' },
      ],
      opportunities: [{ number: 7, state: 'open' }],
      initiatives: [{ number: 1 }, { number: 2 }],
      initiativeCount: 2,
      absorbed: [{ number: goes.number }],
      version: 3,
    });
    expect((await one(stays.id)).touchpoints.map(({ id }: { id: string }) => id).sort()).toEqual([counter, app].sort());
    const gone = await one(goes.id);
    expect(gone).toMatchObject({
      title: 'Queue',
      severity: 4,
      mergedInto: { id: stays.id, number: stays.number },
      mergedIntoNumber: stays.number,
      touchpoints: [],
      initiatives: [],
      causes: [],
      version: 3,
    });
    expect(gone.archivedAt).not.toBeNull();
    expect(gone.history[0]).toMatchObject({ act: 'painPoint.merged', otherNumber: stays.number, otherId: stays.id });
    expect((await one(stays.id)).history[0]).toMatchObject({ act: 'painPoint.absorbed', otherNumber: goes.number });
    expect(await listed({})).toEqual(['Waiting']);
    // Whoever has one of these open is told that it is another now.
    const versions = await application.database.query(
      `SELECT (SELECT version FROM feedback WHERE id = $1) AS feedback, (SELECT version FROM initiative WHERE id = $2) AS initiative,
         (SELECT version FROM opportunity WHERE id = $3) AS opportunity`,
      [heard, only, opportunity],
    );
    expect(versions).toEqual([{ feedback: 2, initiative: 2, opportunity: 2 }]);
    // It stays as it was then.
    expect(await refusal(RESTORE, { id: goes.id, version: 3 })).toBe('PAIN_POINT_MERGED');
    expect(await refusal(UPDATE, { id: goes.id, version: 3, input: { title: 'x' } })).toBe('PAIN_POINT_MERGED');
    expect(await mergeRefusal(goes, stays)).toBe('PAIN_POINT_MERGE_MERGED');
  });

  it('keep those that a common one gathered, and its place where the other had none', async () => {
    const [left, right] = [await create('Left', { kind: 'COMMON' }), await create('Right', { kind: 'COMMON' })];
    const [a, b] = [await create('a'), await create('b')];
    await office.client.data(JOIN, { id: a.id, version: 1, commonId: left.id });
    await office.client.data(MERGE, await merge(left, right));
    expect(await one(right.id)).toMatchObject({ gathered: [{ number: a.number }] });
    await office.client.data(MERGE, await merge(a, b));
    expect(await one(b.id)).toMatchObject({ common: { number: right.number } });
    expect(await one(right.id)).toMatchObject({ gathered: [{ number: b.number }] });
  });

  it('are refused by name: itself, archived, dismissed, a circle, another kind, versions that others changed', async () => {
    const [one1, two] = [await create('One'), await create('Two')];
    expect(await mergeRefusal(one1, one1)).toBe('PAIN_POINT_MERGE_ITSELF');
    const common = await create('Common', { kind: 'COMMON' });
    await office.client.data(JOIN, { id: one1.id, version: 1, commonId: common.id });
    expect(await mergeRefusal(common, one1)).toBe('PAIN_POINT_MERGE_CIRCLE');
    expect(await mergeRefusal(common, two)).toBe('PAIN_POINT_MERGE_KIND');
    for (const name of ['version', 'intoVersion'])
      expect(await refusal(MERGE, { ...(await merge(one1, two)), [name]: 99 })).toBe('CONFLICT');
    await office.client.data(ARCHIVE, { id: two.id, version: 1 });
    expect(await mergeRefusal(one1, two)).toBe('PAIN_POINT_MERGE_ARCHIVED');
    expect(await mergeRefusal(two, one1)).toBe('PAIN_POINT_MERGE_ARCHIVED');
    const dismissed = await create('No');
    await office.client.data(MOVE, { id: dismissed.id, version: 1 });
    expect(await mergeRefusal(one1, dismissed)).toBe('PAIN_POINT_MERGE_DISMISSED');
    // Of two who merge at once, one is told.
    const [x, y] = [await create('x'), await create('y')];
    const [there, back] = [await merge(x, y), await merge(y, x)];
    const outcomes = await Promise.all([refusal(MERGE, there), refusal(MERGE, back)]);
    expect(outcomes.filter((code) => code === undefined)).toHaveLength(1);
    expect(outcomes).toContain('CONFLICT');
  });

  it('need the right to both, and are never of two organisations', async () => {
    const team = await insert('team', { name: 'Tellers', kind: 'service' });
    const lead = await application.member(organizationId, 'team_lead');
    await insert('team_membership', { membership_id: lead.membershipId, team_id: team, lead: true });
    const counter = await touchpoint('Counter');
    await insert('ownership', {
      touchpoint_id: counter,
      team_id: team,
      responsibility: 'accountable',
      valid_from: '2020-01-01',
    });
    const mine = await create('Mine', { touchpointIds: [counter] });
    const theirs = await create('Theirs');
    expect(await mergeRefusal(mine, theirs, lead)).toBe('FORBIDDEN');
    expect(await mergeRefusal(theirs, mine, lead)).toBe('FORBIDDEN');
    expect(await refusal(CLASSIFY, { id: theirs.id, version: 1, kind: 'COMMON' }, lead)).toBe('FORBIDDEN');
    expect(await refusal(JOIN, { id: theirs.id, version: 1, commonId: null }, lead)).toBe('FORBIDDEN');
    const alsoMine = await create('Also mine', { touchpointIds: [counter] });
    expect(await mergeRefusal(mine, alsoMine, lead)).toBeUndefined();

    const other = await application.member(await application.organization('Another'), 'programme_office');
    const foreign = await create('Foreign', { kind: 'COMMON' }, other);
    const own = { id: theirs.id, version: 1 };
    expect(await refusal(MERGE, { ...own, intoId: foreign.id, intoVersion: 1 })).toBe('NOT_FOUND');
    expect(await refusal(MERGE, { id: foreign.id, version: 1, intoId: own.id, intoVersion: 1 })).toBe('NOT_FOUND');
    expect(await refusal(JOIN, { ...own, commonId: foreign.id })).toBe('commonId unknown');
    expect(await refusal(CLASSIFY, { id: foreign.id, version: 1, kind: 'SINGLE' })).toBe('NOT_FOUND');
  });

  it('single ones go under a common one and out again, which both remember', async () => {
    const common = await create('Common', { kind: 'COMMON' });
    const single = await create('Single');
    expect(await refusal(JOIN, { id: common.id, version: 1, commonId: common.id })).toBe('commonId not_single');
    expect(await refusal(JOIN, { id: single.id, version: 1, commonId: single.id })).toBe('commonId not_common');
    const joined = (await office.client.data(JOIN, { id: single.id, version: 1, commonId: common.id }))
      .joinCommonPainPoint;
    expect(joined).toMatchObject({ common: { number: common.number }, version: 2 });
    expect(joined.history[0]).toMatchObject({ act: 'painPoint.joined', otherNumber: common.number });
    expect(await one(common.id)).toMatchObject({
      version: 2,
      gathered: [{ number: single.number }],
      history: [{ act: 'painPoint.gatheredOne', otherNumber: single.number }, { act: 'painPoint.created' }],
    });
    const left = (await office.client.data(JOIN, { id: single.id, version: 2, commonId: null })).joinCommonPainPoint;
    expect(left).toMatchObject({ common: null, version: 3 });
    expect((await one(common.id)).history[0]).toMatchObject({ act: 'painPoint.letGo' });
  });

  it('are called a false highlight only with the reason, which goes with it', async () => {
    const { id } = await create('Free coffee');
    const proud = { id, version: 1, kind: 'FALSE_HIGHLIGHT' };
    expect(await refusal(CLASSIFY, proud)).toBe('reason required');
    expect(await refusal(UPDATE, { id, version: 1, input: { title: 'Free coffee', kind: 'FALSE_HIGHLIGHT' } })).toBe(
      'kind reason_missing',
    );
    const said = (await office.client.data(CLASSIFY, { ...proud, reason: ' Nobody asks for it ' })).classifyPainPoint;
    expect(said).toMatchObject({ kind: 'FALSE_HIGHLIGHT', kindReason: 'Nobody asks for it' });
    expect(said.history[0]).toMatchObject({ kind: 'FALSE_HIGHLIGHT', reason: 'Nobody asks for it' });
    const back = await office.client.data(CLASSIFY, { id, version: 2, kind: 'SINGLE' });
    expect(back.classifyPainPoint).toMatchObject({ kind: 'SINGLE', kindReason: '' });
  });

  it('are ordered over all pages, and narrowed by severity and by what nothing takes up', async () => {
    const met = (severity: number, count: number) => ({ severity, frequencyCount: count, frequencyBase: 10 });
    await create('mild', met(2, 9));
    const grave = await create('grave', met(5, 1));
    await create('unsaid');
    await create('also grave', met(5, 3));
    expect(await listed({})).toEqual(['also grave', 'unsaid', 'grave', 'mild']);
    expect(await listed({ ascending: true })).toEqual(['mild', 'grave', 'unsaid', 'also grave']);
    expect(await listed({ orderBy: 'SEVERITY' })).toEqual(['also grave', 'grave', 'mild', 'unsaid']);
    expect(await listed({ orderBy: 'FREQUENCY' })).toEqual(['mild', 'also grave', 'grave', 'unsaid']);
    const { painPoints } = await office.client.data(LIST, { orderBy: 'SEVERITY', first: 1 });
    expect(await listed({ orderBy: 'SEVERITY', first: 2, after: painPoints.pageInfo.endCursor })).toEqual([
      'grave',
      'mild',
    ]);
    expect(await listed({ severity: 5 })).toEqual(['also grave', 'grave']);
    const initiative = await insert('initiative', { number: 1, title: 'Fix' });
    await link('initiative_pain_point', { pain_point_id: grave.id, initiative_id: initiative });
    expect(await listed({ without: true, severity: 5 })).toEqual(['also grave']);
    await application.database.query(`UPDATE initiative SET stage = 'withdrawn' WHERE id = $1`, [initiative]);
    expect(await listed({ without: true, severity: 5 })).toEqual(['also grave', 'grave']);
    const read = () => office.client.data(LIST, { orderBy: 'FEEDBACK', without: true });
    const few = await countStatements(read);
    for (let number = 0; number < 20; number += 1) await create(`Another ${number}`);
    expect(await countStatements(read)).toBe(few);
  });
});
