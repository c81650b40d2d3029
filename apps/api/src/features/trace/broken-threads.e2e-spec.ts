import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';
import { publishGap } from '../../../test/published-gap.js';
import { ThreadFactory } from '../../../test/thread.js';

const BROKEN = `query ($kind: BrokenThreadKind!, $first: Int, $after: String) {
  brokenThreads(kind: $kind, first: $first, after: $after) { counts { kind count }
    found { totalCount pageInfo { hasNextPage endCursor } edges { node { objectKind id number name localizedName state partOf since mayMend } } } } }`;
const CUT = `query { accountabilityFindings(kind: NO_ACCOUNTABLE_TEAM) { counts { kind count } } }`;
const SEALED = {
  sealed_at: '2025-06-01',
  sealed_by: '00000000-0000-4000-8000-000000000000',
  launched_on: '2025-06-01',
};

describe('broken threads', () => {
  let application: TestApplication;
  let organizationId: string;
  let office: TestMember;
  let threads: ThreadFactory;

  beforeAll(async () => {
    application = await startTestApplication();
  });
  beforeEach(async () => {
    organizationId = await application.organization('Harbour Bank');
    office = await application.member(organizationId, 'programme_office');
    threads = new ThreadFactory(application.database, organizationId);
  });
  afterAll(() => application.close());

  const ask = async (kind: string, more: Record<string, unknown> = {}, by = office) =>
    (await by.client.data(BROKEN, { kind, ...more })).brokenThreads;
  const listed = async (kind: string, by = office): Promise<string[]> =>
    (await ask(kind, {}, by)).found.edges.map(({ node }: { node: { id: string } }) => node.id);
  const countsOf = async () =>
    Object.fromEntries(
      (await ask('FIX_WITHOUT_VERDICT')).counts.map(({ kind, count }: { kind: string; count: number }) => [
        kind,
        count,
      ]),
    );

  it('are none where the thread is whole, and counted and listed in as many statements however many they are', async () => {
    await threads.whole();
    const whole = await countsOf();
    expect(whole).toEqual({
      OBJECTIVE_WITHOUT_METRIC: 0,
      METRIC_WITHOUT_PLACE: 0,
      TOUCHPOINT_WITHOUT_OWNER: 0,
      GAP_WITHOUT_PLAN: 0,
      PAIN_POINT_WITHOUT_INITIATIVE: 0,
      INITIATIVE_WITHOUT_EFFECT: 0,
      FIX_WITHOUT_VERDICT: 0,
    });
    const none = await countStatements(() => ask('PAIN_POINT_WITHOUT_INITIATIVE'));
    for (let index = 0; index < 30; index += 1) await threads.painPoint(`Pain ${index}`, null);
    expect(await countStatements(() => ask('PAIN_POINT_WITHOUT_INITIATIVE'))).toBe(none);
    // The session, and twice what one read takes: of the tables, and of the accountability findings.
    expect(none).toBe(ONE_READ + 3);
  });

  it('of objectives, metrics and touchpoints are those that the cascade and the accountability matrix name', async () => {
    const objective = await threads.add('experience_objective', { name: 'Be kind' });
    const metric = await threads.metric('Smiles');
    const touchpoint = await threads.touchpoint('Chat');
    await threads.touchpoint('Fax', { archived_at: '2026-01-01' });
    expect(await listed('OBJECTIVE_WITHOUT_METRIC')).toEqual([objective]);
    expect(await listed('METRIC_WITHOUT_PLACE')).toEqual([metric]);
    expect(await listed('TOUCHPOINT_WITHOUT_OWNER')).toEqual([touchpoint]);
    const { counts } = (await office.client.data(CUT)).accountabilityFindings;
    expect(counts).toContainEqual({ kind: 'NO_ACCOUNTABLE_TEAM', count: 1 });
    await threads.add('metric_link', { metric_id: metric, objective_id: objective });
    expect(await countsOf()).toMatchObject({ OBJECTIVE_WITHOUT_METRIC: 0, METRIC_WITHOUT_PLACE: 0 });
  });

  it('of pain points are those that nothing live takes up: by itself, by the common one, or by an opportunity', async () => {
    const common = await threads.painPoint('Nobody answers', null, { kind: 'common' });
    const single = await threads.painPoint('The line is busy', null, { common_id: common });
    const loose = await threads.painPoint('Forms twice', null);
    await threads.painPoint('Marble floor', null, { kind: 'false_highlight' });
    await threads.painPoint('Mended', null, { state: 'fixed' });
    await threads.painPoint('Nothing in it', null, { state: 'dismissed', dismissed_reason: 'One person' });
    expect(await listed('PAIN_POINT_WITHOUT_INITIATIVE')).toEqual([common, single, loose]);
    const initiative = await threads.initiative('More people', common);
    expect(await listed('PAIN_POINT_WITHOUT_INITIATIVE')).toEqual([loose]);
    const opportunity = await threads.numbered('opportunity', { title: 'One form' });
    await threads.insert('opportunity_pain_point', { opportunity_id: opportunity, pain_point_id: loose });
    expect(await listed('PAIN_POINT_WITHOUT_INITIATIVE')).toEqual([loose]);
    await threads.initiative('Ask once', null, { opportunity_id: opportunity });
    expect(await listed('PAIN_POINT_WITHOUT_INITIATIVE')).toEqual([]);
    await application.database.query(`UPDATE initiative SET stage = 'withdrawn' WHERE id = $1`, [initiative]);
    expect(await listed('PAIN_POINT_WITHOUT_INITIATIVE')).toEqual([common, single]);
  });

  it('of initiatives: not launched without anything registered; launched without a verdict, past or to come', async () => {
    const metric = await threads.metric('Waiting time');
    await threads.initiative('An idea', null);
    const running = await threads.initiative('Running', null, { stage: 'in_progress' });
    expect(await listed('INITIATIVE_WITHOUT_EFFECT')).toEqual([running]);
    const effect = await threads.effect(running, metric);
    expect(await listed('INITIATIVE_WITHOUT_EFFECT')).toEqual([]);
    await application.database.query(
      `UPDATE effect_registration SET withdrawn_at = now(), withdrawn_by = $2, withdrawn_reason = 'wrong metric' WHERE id = $1`,
      [effect, office.membershipId],
    );
    expect(await listed('INITIATIVE_WITHOUT_EFFECT')).toEqual([running]);
    const launched = { stage: 'launched', launched_on: '2025-06-01' };
    const bare = await threads.initiative('Never registered', null, launched);
    const overdue = await threads.initiative('Never judged', null, { ...launched, launched_on: '2025-06-02' });
    await threads.effect(overdue, metric, { ...SEALED, seal: Buffer.alloc(32) });
    const waiting = await threads.initiative('Still measured', null, launched);
    await threads.effect(waiting, metric, { ...SEALED, seal: Buffer.alloc(32), evaluate_on: '2999-01-01' });
    const judged = await threads.initiative('Judged', null, launched);
    await threads.verdict(await threads.effect(judged, metric, { ...SEALED, seal: Buffer.alloc(32) }));
    const found = (await ask('FIX_WITHOUT_VERDICT')).found.edges;
    expect(found.map(({ node }: { node: object }) => node)).toMatchObject([
      { objectKind: 'INITIATIVE', id: bare, name: 'Never registered', state: 'LAUNCHED', since: '2025-06-01' },
      { id: overdue, since: '2025-06-02' },
    ]);
  });

  it('of gaps are those of published results that nobody plans to close, for whoever may read these', async () => {
    const { assessmentId, nodeId } = await publishGap(threads);
    const gap = `${assessmentId}:${nodeId}`;
    const { found } = await ask('GAP_WITHOUT_PLAN');
    // That the groups differ on the whole is no part that could be taken up.
    expect(found.edges).toHaveLength(1);
    expect(found.edges[0].node).toMatchObject({ id: gap, localizedName: { en: 'Listening' }, partOf: 'Wave 1' });
    const initiative = await threads.initiative('Closer together', null);
    await threads.add('initiative_gap', { initiative_id: initiative, assessment_id: assessmentId, node_id: nodeId });
    expect(await listed('GAP_WITHOUT_PLAN')).toEqual([]);
  });

  it('lead to where they are mended only who may make the joint', async () => {
    const team = (name: string) => threads.add('team', { name, kind: 'service' });
    const [own, other] = [await team('Counter'), await team('Calls')];
    await threads.initiative('Ours', null, { stage: 'in_progress', team_id: own });
    await threads.initiative('Theirs', null, { stage: 'in_progress', team_id: other });
    await threads.add('experience_objective', { name: 'Be kind' });
    await threads.touchpoint('Chat');
    await threads.painPoint('Forms twice', null);
    const lead = await application.member(organizationId, 'team_lead');
    await threads.add('team_membership', { team_id: own, membership_id: lead.membershipId, lead: true });
    const mendable = async (kind: string, by: TestMember) =>
      (await ask(kind, {}, by)).found.edges.map(({ node }: { node: { name: string; mayMend: boolean } }) => [
        node.name,
        node.mayMend,
      ]);
    expect(await mendable('INITIATIVE_WITHOUT_EFFECT', office)).toEqual([
      ['Ours', true],
      ['Theirs', true],
    ]);
    expect(await mendable('INITIATIVE_WITHOUT_EFFECT', lead)).toEqual([
      ['Ours', true],
      ['Theirs', false],
    ]);
    expect(await mendable('OBJECTIVE_WITHOUT_METRIC', lead)).toEqual([['Be kind', false]]);
    expect(await mendable('TOUCHPOINT_WITHOUT_OWNER', lead)).toEqual([['Chat', false]]);
    expect(await mendable('TOUCHPOINT_WITHOUT_OWNER', office)).toEqual([['Chat', true]]);
    expect(await mendable('PAIN_POINT_WITHOUT_INITIATIVE', lead)).toEqual([['Forms twice', true]]);
    const reader = await application.member(organizationId, 'executive');
    expect(await mendable('PAIN_POINT_WITHOUT_INITIATIVE', reader)).toEqual([['Forms twice', false]]);
  });

  it('are paged, closed to other organisations, and taken along as a file by who may export', async () => {
    for (const name of ['One', 'Two', 'Three']) await threads.painPoint(name, null);
    const begin = await ask('PAIN_POINT_WITHOUT_INITIATIVE', { first: 2 });
    expect(begin.found).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const rest = await ask('PAIN_POINT_WITHOUT_INITIATIVE', { first: 2, after: begin.found.pageInfo.endCursor });
    expect(rest.found.edges.map(({ node }: { node: { name: string } }) => node.name)).toEqual(['Three']);
    const elsewhere = await application.member(await application.organization('Meridian Air'), 'programme_office');
    expect(await listed('PAIN_POINT_WITHOUT_INITIATIVE', elsewhere)).toEqual([]);
    const file = await office.client.inject({ method: 'GET', url: '/exports/broken-threads.csv' });
    expect(file.statusCode).toBe(200);
    expect(file.body.split('\r\n').filter((line) => line.startsWith('pain_point_without_initiative,'))).toHaveLength(3);
    expect(file.body).toContain('P-1,One,new');
    const unknown = await office.client.inject({ method: 'GET', url: '/exports/broken-threads.csv?kind=sadness' });
    expect(unknown.statusCode).toBe(422);
    const lead = await application.member(organizationId, 'team_lead');
    expect((await lead.client.inject({ method: 'GET', url: '/exports/broken-threads.csv' })).statusCode).toBe(403);
  });
});
