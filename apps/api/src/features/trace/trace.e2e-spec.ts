import { v7 as uuidv7 } from 'uuid';
import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';
import { publishGap } from '../../../test/published-gap.js';
import { ThreadFactory } from '../../../test/thread.js';

const TRACE = `query ($kind: TraceKind!, $id: ID!, $on: Date, $direction: TraceDirection, $depth: Int, $breadth: Int) {
  trace(kind: $kind, id: $id, on: $on, direction: $direction, depth: $depth, breadth: $breadth) {
    on complete edges { from to relation }
    nodes { kind id withheld number name localizedName state pageId distance more { kind down count }
      facts { direction expectedChange unit judgedOn estimate rule chosenOption partOf } } } }`;
const FIND = `query ($search: String!, $kinds: [TraceKind!]) { traceables(search: $search, kinds: $kinds) { kind id number name } }`;

interface Node {
  kind: string;
  id: string | null;
  name: string | null;
  withheld: boolean;
  distance: number;
}

describe('the trace', () => {
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

  const traceOf = async (kind: string, id: string, more: Record<string, unknown> = {}, by = office) =>
    (await by.client.data(TRACE, { kind, id, ...more })).trace;
  const refusal = async (kind: string, id: string, more: Record<string, unknown> = {}, by = office) => {
    const { errors } = await by.client.graphql(TRACE, { kind, id, ...more });
    const fields = (errors?.[0]?.extensions['fields'] ?? []) as { path: string; code: string }[];
    return [errors?.[0]?.extensions.code, ...fields.map(({ path, code }) => `${path} ${code}`)].join(' ');
  };
  const kindsOf = ({ nodes }: { nodes: Node[] }): string[] => nodes.map(({ kind }) => kind);
  const spoken = ({ nodes, edges }: { nodes: Node[]; edges: { from: number; to: number; relation: string }[] }) =>
    edges.map(({ from, to, relation }) => `${nodes[from]?.kind} ${relation} ${nodes[to]?.kind}`).toSorted();

  it('runs from a goal to its proof, with what stands beside it, in one statement', async () => {
    const thread = await threads.whole();
    let trace = await traceOf('GOAL', thread.goal);
    expect(trace.complete).toBe(true);
    expect(kindsOf(trace).slice(0, 3)).toEqual(['GOAL', 'OBJECTIVE', 'METRIC']);
    expect(spoken(trace)).toEqual([
      'EFFECT JUDGED_BY VERDICT',
      'GOAL HAS OBJECTIVE',
      'INITIATIVE PROMISES EFFECT',
      'METRIC MEASURES TOUCHPOINT',
      'METRIC MOVED_BY EFFECT',
      'OBJECTIVE MEASURED_BY METRIC',
      'OPPORTUNITY TAKEN_UP_BY INITIATIVE',
      'PAIN_POINT ANSWERED_BY OPPORTUNITY',
      'PAIN_POINT FIXED_BY INITIATIVE',
      'TEAM ACCOUNTABLE TOUCHPOINT',
      'TOUCHPOINT HURTS_IN PAIN_POINT',
    ]);
    const verdict = trace.nodes.find(({ kind }: Node) => kind === 'VERDICT');
    expect(verdict).toMatchObject({
      name: 'Waiting time',
      state: 'PROVEN',
      pageId: thread.initiative,
      facts: { estimate: -2.5, unit: 'minutes', judgedOn: '2025-12-01' },
    });
    trace = await traceOf('VERDICT', thread.verdict);
    expect(new Set(kindsOf(trace))).toEqual(
      new Set([
        ...['VERDICT', 'EFFECT', 'INITIATIVE', 'METRIC', 'OBJECTIVE', 'GOAL', 'OPPORTUNITY', 'PAIN_POINT'],
        ...['TOUCHPOINT', 'TEAM', 'STAGE', 'JOURNEY'],
      ]),
    );
    expect(trace.nodes.every(({ distance }: Node) => distance <= 0)).toBe(true);
    expect(await countStatements(() => traceOf('GOAL', thread.goal))).toBe(ONE_READ);
  });

  it('goes one way where it is asked to, and as far', async () => {
    const thread = await threads.whole();
    const up = await traceOf('PAIN_POINT', thread.painPoint, { direction: 'UP' });
    expect(kindsOf(up)).not.toContain('INITIATIVE');
    expect(kindsOf(up)).toContain('GOAL');
    const down = await traceOf('PAIN_POINT', thread.painPoint, { direction: 'DOWN' });
    expect(kindsOf(down)).not.toContain('TOUCHPOINT');
    // The metric is seen where the effect is to move it; what it serves is another way.
    expect(kindsOf(down)).toContain('METRIC');
    expect(kindsOf(down)).not.toContain('OBJECTIVE');
    const near = await traceOf('PAIN_POINT', thread.painPoint, { depth: 1 });
    expect(kindsOf(near)).toEqual(['PAIN_POINT', 'INITIATIVE', 'OPPORTUNITY', 'TOUCHPOINT']);
  });

  it('stays a thread: neither a shared team, metric nor journey drags in what only shares it', async () => {
    const thread = await threads.whole();
    const other = await threads.touchpoint('Chat');
    await threads.add('touchpoint_placement', { stage_id: thread.stage, touchpoint_id: other, position: 1 });
    await threads.add('metric_link', { metric_id: thread.metric, touchpoint_id: other });
    await threads.add('ownership', {
      touchpoint_id: other,
      team_id: thread.team,
      responsibility: 'accountable',
      valid_from: '2020-01-01',
    });
    const stranger = await threads.painPoint('The robot answers', other);
    const trace = await traceOf('PAIN_POINT', thread.painPoint);
    expect(trace.nodes.map(({ id }: Node) => id)).not.toContain(stranger);
    expect(trace.nodes.map(({ id }: Node) => id)).not.toContain(other);
    const ofTeam = await traceOf('TEAM', thread.team);
    expect(ofTeam.nodes.map(({ id }: Node) => id)).toEqual(expect.arrayContaining([stranger, thread.verdict]));
  });

  it('gathers a common pain point’s single ones, and ends where initiatives need each other', async () => {
    const thread = await threads.whole();
    const common = await threads.painPoint('Nobody answers', null, { kind: 'common' });
    await application.database.query('UPDATE pain_point SET common_id = $1 WHERE id = $2', [common, thread.painPoint]);
    const fix = await threads.initiative('More people', common);
    await threads.insert('initiative_dependency', { initiative_id: thread.initiative, needs_id: fix });
    await threads.insert('initiative_dependency', { initiative_id: fix, needs_id: thread.initiative });
    expect(spoken(await traceOf('TOUCHPOINT', thread.touchpoint))).toEqual(
      expect.arrayContaining(['PAIN_POINT PART_OF PAIN_POINT', 'INITIATIVE NEEDED_BY INITIATIVE']),
    );
    const ofFix = await traceOf('INITIATIVE', fix, { direction: 'UP' });
    expect(ofFix.nodes.map(({ id }: Node) => id)).toEqual(expect.arrayContaining([thread.goal, thread.painPoint]));
  });

  it('shows what held on a day: owners of then, nothing that came later, and no archived joint', async () => {
    const thread = await threads.whole();
    const { database } = application;
    for (const table of [
      'business_goal',
      'experience_objective',
      'metric',
      'metric_link',
      'touchpoint',
      'pain_point',
    ]) {
      await database.query(`UPDATE ${table} SET created_at = '2025-01-01' WHERE organization_id = $1`, [
        organizationId,
      ]);
    }
    await database.query(`UPDATE ownership SET valid_to = '2025-03-01' WHERE id = $1`, [thread.ownership]);
    const [asked, before] = ['2025-02-28', '2024-12-31'];
    const then = await traceOf('TOUCHPOINT', thread.touchpoint, { on: asked });
    expect(then.on).toBe(asked);
    expect(kindsOf(then)).toEqual(expect.arrayContaining(['TEAM', 'PAIN_POINT', 'GOAL']));
    expect(kindsOf(then)).not.toContain('INITIATIVE');
    expect(kindsOf(await traceOf('TOUCHPOINT', thread.touchpoint, { on: '2025-03-01' }))).not.toContain('TEAM');
    await database.query(`UPDATE pain_point SET archived_at = '2025-05-01' WHERE id = $1`, [thread.painPoint]);
    expect(kindsOf(await traceOf('TOUCHPOINT', thread.touchpoint, { on: '2025-04-30' }))).toContain('PAIN_POINT');
    expect(kindsOf(await traceOf('TOUCHPOINT', thread.touchpoint))).not.toContain('PAIN_POINT');
    expect(await refusal('TOUCHPOINT', thread.touchpoint, { on: before })).toBe('VALIDATION on before_it_was');
  });

  it('says of an object with many neighbours how many it does not show', async () => {
    const touchpoint = await threads.touchpoint('Hotline');
    for (let index = 0; index < 7; index += 1) await threads.painPoint(`Pain ${index}`, touchpoint);
    const trace = await traceOf('TOUCHPOINT', touchpoint, { breadth: 3 });
    expect(trace.nodes).toHaveLength(4);
    expect(trace.nodes[0].more).toEqual([{ kind: 'PAIN_POINT', down: true, count: 4 }]);
    expect((await traceOf('TOUCHPOINT', touchpoint)).nodes[0].more).toEqual([]);
  });

  it('reaches a gap that nobody has taken up, and withholds one of an assessment that is not open to the reader', async () => {
    const { assessmentId, nodeId } = await publishGap(threads);
    const gap = `${assessmentId}:${nodeId}`;
    const shown = await traceOf('ASSESSMENT', assessmentId);
    expect(shown.nodes[1]).toMatchObject({ kind: 'GAP', id: gap, state: 'OPEN', facts: { partOf: 'Wave 1' } });
    const initiative = await threads.initiative('Closer together', null);
    await threads.add('initiative_gap', { initiative_id: initiative, assessment_id: assessmentId, node_id: nodeId });
    const taken = await traceOf('GAP', gap);
    expect(kindsOf(taken)).toEqual(['GAP', 'INITIATIVE', 'ASSESSMENT']);
    expect(taken.nodes[0].state).toBe('PLANNED');
    await application.database.query(`UPDATE assessment SET state = 'draft', published_at = NULL WHERE id = $1`, [
      assessmentId,
    ]);
    const contributor = await application.member(organizationId, 'contributor');
    const withheld = await traceOf('INITIATIVE', initiative, {}, contributor);
    expect(withheld.nodes.slice(1)).toMatchObject([
      { kind: 'GAP', id: null, name: null, localizedName: null, withheld: true, facts: null },
      { kind: 'ASSESSMENT', id: null, name: null, withheld: true, state: null },
    ]);
    expect(await refusal('GAP', gap, {}, contributor)).toBe('NOT_FOUND');
    expect(await refusal('ASSESSMENT', assessmentId, {}, contributor)).toBe('NOT_FOUND');
  });

  it('refuses by name what it cannot begin at', async () => {
    const thread = await threads.whole();
    const elsewhere = await application.member(await application.organization('Meridian Air'), 'programme_office');
    for (const kind of ['GOAL', 'TOUCHPOINT', 'VERDICT'] as const) {
      expect(await refusal(kind, thread[kind.toLowerCase() as 'goal'], {}, elsewhere)).toBe('NOT_FOUND');
      expect(await refusal(kind, uuidv7())).toBe('NOT_FOUND');
    }
    expect(await refusal('METRIC', thread.goal)).toBe('NOT_FOUND');
    expect(await refusal('GAP', 'not-an-id:node')).toBe('NOT_FOUND');
    expect(await refusal('GAP', `${uuidv7()}:no-such-node`)).toBe('NOT_FOUND');
    expect(await refusal('KINDNESS', thread.goal)).toContain('BAD_USER_INPUT');
    expect(await refusal('GOAL', thread.goal, { on: '2026-02-30' })).toContain('BAD_USER_INPUT');
    expect(await refusal('GOAL', thread.goal, { depth: 0 })).toBe('VALIDATION depth out_of_range');
    expect(await refusal('GOAL', thread.goal, { depth: 21 })).toBe('VALIDATION depth out_of_range');
    expect(await refusal('GOAL', thread.goal, { breadth: 501 })).toBe('VALIDATION breadth out_of_range');
  });

  it('is begun at what a search finds, by name or by number, in one statement', async () => {
    const thread = await threads.whole();
    const find = async (search: string, kinds?: string[]) =>
      (await office.client.data(FIND, { search, kinds })).traceables;
    expect(await find('call')).toMatchObject([
      { kind: 'OPPORTUNITY', id: thread.opportunity },
      { kind: 'INITIATIVE', id: thread.initiative, name: 'Call back in ten minutes' },
    ]);
    expect(await find('p-1')).toMatchObject([{ kind: 'PAIN_POINT', id: thread.painPoint, number: 1 }]);
    expect(await find('e', ['TEAM'])).toMatchObject([{ kind: 'TEAM', id: thread.team }]);
    expect(await countStatements(() => find('a'))).toBe(ONE_READ);
  });
});
