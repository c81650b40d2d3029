import { v7 as uuidv7 } from 'uuid';
import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';
import {
  ACTION,
  ARCHIVE,
  CREATE,
  ENTER,
  GATES,
  LIST,
  MILESTONE,
  MY_ACTIONS,
  NEED,
  NEED_NO_MORE,
  ONE,
  REMOVE,
  REPORT,
  RISK,
  TICK,
  UPDATE,
} from '../../../test/initiative-requests.js';

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('initiatives', () => {
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

  const insert = async (table: string, row: Record<string, unknown>, organization = organizationId) => {
    const full: Record<string, unknown> = { organization_id: organization, ...row };
    await application.database.query(
      `INSERT INTO ${table} (${Object.keys(full).join(', ')})
       VALUES (${Object.keys(full)
         .map((_, index) => `$${index + 1}`)
         .join(', ')})`,
      Object.values(full),
    );
  };
  const team = async (name: string, lead?: TestMember): Promise<string> => {
    const id = uuidv7();
    await insert('team', { id, name, kind: 'service' });
    if (lead)
      await insert('team_membership', { id: uuidv7(), team_id: id, membership_id: lead.membershipId, lead: true });
    return id;
  };
  const painPoint = async (number = 1, organization = organizationId): Promise<string> => {
    const id = uuidv7();
    await insert('pain_point', { id, number, title: `Waits ${number}` }, organization);
    return id;
  };
  const hypothesis = {
    hypothesisChange: 'a call back within a day',
    hypothesisEffect: 'fewer repeat calls',
    hypothesisReason: 'most ask for the state of their case',
  };
  const create = async (more: Record<string, unknown> = {}, by = office, opportunityId: string | null = null) =>
    (await by.client.data(CREATE, { input: { title: 'Call back', ...more }, opportunityId })).createInitiative;
  const read = async (id: string, by = office) => (await by.client.data(ONE, { id })).initiative;
  const enter = (initiative: { id: string; version: number }, to: string, more: Record<string, unknown> = {}) =>
    office.client.graphql(ENTER, { id: initiative.id, version: initiative.version, to, ...more });
  const entered = async (initiative: { id: string; version: number }, to: string, more = {}) => {
    const { data, errors } = await enter(initiative, to, more);
    if (errors) throw new Error(JSON.stringify(errors));
    return (data as unknown as { enterInitiativeStage: { id: string; version: number; stage: string } })
      .enterInitiativeStage;
  };
  const codesOf = ({ errors }: Awaited<ReturnType<typeof enter>>): string[] =>
    ((errors?.[0]?.extensions['fields'] ?? []) as { code: string }[]).map(({ code }) => code);

  it('are started from what they answer and read back as a page in one statement, with what is still missing', async () => {
    const painPointId = await painPoint();
    const made = await create({
      ...hypothesis,
      painPointIds: [painPointId],
      costPlannedMinor: 4_200_000_00,
      currency: 'eur',
    });
    expect(made).toMatchObject({
      number: 1,
      stage: 'PROPOSED',
      currency: 'EUR',
      costPlannedMinor: 420_000_000,
      painPoints: [{ title: 'Waits 1' }],
      history: [{ from: null, to: 'PROPOSED', changedByName: 'A programme_office' }],
      steps: [
        { to: 'APPROVED', allowed: false, unmet: [{ code: 'NO_OWNER' }, { code: 'NO_SPONSOR' }] },
        { to: 'WITHDRAWN', allowed: false, unmet: [{ code: 'REASON_MISSING' }] },
      ],
    });
    expect((await create()).number).toBe(2);
    expect(await countStatements(() => read(made.id))).toBe(ONE_READ);
  });

  it('come from an opportunity, which is taken then, with its pain points', async () => {
    const [painPointId, opportunityId] = [await painPoint(), uuidv7()];
    await insert('opportunity', { id: opportunityId, number: 7, title: 'Tell people where their case is' });
    await insert('opportunity_pain_point', { opportunity_id: opportunityId, pain_point_id: painPointId });
    const made = await create({}, office, opportunityId);
    expect(made).toMatchObject({ opportunity: { number: 7 }, painPoints: [{ id: painPointId }] });
    const [row] = await application.database.query('SELECT state FROM opportunity WHERE id = $1', [opportunityId]);
    expect(row).toEqual({ state: 'taken' });
  });

  it('take one stage after the other, each when its conditions are met', async () => {
    const sponsor = await application.member(organizationId, 'executive');
    const people = { ownerId: office.membershipId, sponsorId: sponsor.membershipId };
    const empty = await create();
    expect(codesOf(await enter(empty, 'APPROVED'))).toEqual([
      'HYPOTHESIS_INCOMPLETE',
      'NO_OWNER',
      'NO_SPONSOR',
      'NO_PROBLEM',
    ]);
    expect(codesOf(await enter(empty, 'LAUNCHED'))).toEqual(['WRONG_STAGE']);
    let at = await create({ ...hypothesis, ...people, startsOn: inDays(-30), painPointIds: [await painPoint()] });
    at = await entered(at, 'APPROVED');
    at = await entered(at, 'IN_PROGRESS');
    expect(codesOf(await enter(at, 'LAUNCHED'))).toEqual(['NO_ACTION', 'NO_LAUNCH_DAY']);
    await office.client.data(ACTION, { initiativeId: at.id, input: { text: 'Train the desk' } });
    expect(codesOf(await enter(at, 'LAUNCHED', { launchedOn: inDays(3) }))).toEqual(['LAUNCH_IN_FUTURE']);
    at = await entered(at, 'LAUNCHED', { launchedOn: inDays(-1) });
    expect(codesOf(await enter(at, 'CLOSED'))).toEqual(['ACTIONS_OPEN', 'REASON_MISSING']);
    expect(at).toMatchObject({ stage: 'LAUNCHED', launchedOn: inDays(-1) });
    expect((await read(at.id)).history.map(({ to }: { to: string }) => to)).toEqual([
      'LAUNCHED',
      'IN_PROGRESS',
      'APPROVED',
      'PROPOSED',
    ]);
    expect(await application.anonymous.errorCode(ONE, { id: at.id })).toBe('UNAUTHENTICATED');
  });

  it('wait at a gate of the organisation for a decision, which opens it once', async () => {
    const decider = await application.member(organizationId, 'executive');
    await office.client.data(GATES, { stages: ['APPROVED'] });
    const people = { ownerId: office.membershipId, sponsorId: decider.membershipId };
    const made = await create({ ...hypothesis, ...people, painPointIds: [await painPoint()] });
    expect(codesOf(await enter(made, 'APPROVED'))).toEqual(['DECISION_MISSING']);
    const id = uuidv7();
    await insert('decision', {
      id,
      number: 1,
      initiative_id: made.id,
      opens_stage: 'approved',
      question: 'Shall we?',
      asked_by: office.membershipId,
      decider_id: decider.membershipId,
    });
    expect(codesOf(await enter(made, 'APPROVED'))).toEqual(['DECISION_WAITING']);
    await application.database.query(
      `UPDATE decision SET state = 'approved', rationale = 'Yes', decided_by = decider_id, decided_at = now() WHERE id = $1`,
      [id],
    );
    expect(await entered(made, 'APPROVED')).toMatchObject({ stage: 'APPROVED' });
    const [change] = await application.database.query('SELECT decision_id FROM stage_change WHERE decision_id = $1', [
      id,
    ]);
    expect(change).toBeDefined();
  });

  it('let one of two who move or change them at once win, and tell the other', async () => {
    const made = await create();
    const outcomes = await Promise.all([
      enter(made, 'WITHDRAWN', { reason: 'No money' }),
      enter(made, 'WITHDRAWN', { reason: 'No time' }),
    ]);
    const codes = outcomes.map(({ errors }) => errors?.[0]?.extensions.code ?? 'done').sort();
    expect(codes).toEqual(['CONFLICT', 'done']);
    const stale = await office.client.graphql(UPDATE, { id: made.id, version: 1, input: { title: 'Mine' } });
    expect(stale.errors?.[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      current: { title: 'Call back', stage: 'WITHDRAWN', version: 2 },
    });
  });

  it('are changed with every mistake named by its field', async () => {
    const { id } = await create();
    const input = {
      title: ' ',
      costActualMinor: 10.5,
      value: 6,
      updateEveryDays: 0,
      startsOn: '2026-05-01',
      dueOn: '2026-04-01',
    };
    const { errors } = await office.client.graphql(UPDATE, { id, version: 1, input });
    const fields = errors?.[0]?.extensions['fields'] as { path: string; code: string }[];
    expect(fields.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'title required',
      'costActualMinor out_of_range',
      'value out_of_range',
      'updateEveryDays out_of_range',
      'currency required',
      'dueOn before_start',
    ]);
    for (const [path, value] of Object.entries({ teamId: uuidv7(), ownerId: 'nonsense', painPointIds: [uuidv7()] })) {
      const wrong = await office.client.graphql(UPDATE, { id, version: 1, input: { title: 'A', [path]: value } });
      expect(wrong.errors?.[0]?.extensions).toMatchObject({ code: 'VALIDATION', fields: [{ path, code: 'unknown' }] });
    }
    const gap = { assessmentId: uuidv7(), nodeId: 'x' };
    const many = { title: 'A', gaps: Array.from({ length: 101 }, () => gap) };
    expect(
      (await office.client.graphql(UPDATE, { id, version: 1, input: many })).errors?.[0]?.extensions,
    ).toMatchObject({ fields: [{ path: 'gaps', code: 'too_many' }] });
    // A figure that no estimate can be is not found; it breaks nothing.
    expect(
      (await office.client.data('{ initiatives(value: 2147483647, effort: -2147483648) { totalCount } }')).initiatives,
    ).toEqual({
      totalCount: 0,
    });
    expect(await office.client.errorCode(UPDATE, { id, version: 1, input: { title: 'A', gaps: [gap] } })).toBe(
      'VALIDATION',
    );
    expect(
      (await office.client.data(UPDATE, { id, version: 1, input: { title: 'Ring back' } })).updateInitiative,
    ).toMatchObject({ title: 'Ring back', version: 2 });
  });

  it('have steps, actions, risks and reports, each kept against a second writer', async () => {
    const { id } = await create({ updateEveryDays: 7 });
    await office.client.data(MILESTONE, { initiativeId: id, input: { name: 'Pilot', dueOn: inDays(5) } });
    await office.client.data(ACTION, { initiativeId: id, input: { text: 'Train', dueOn: inDays(-2) } });
    await office.client.data(RISK, { initiativeId: id, input: { text: 'No staff', likelihood: 4, impact: 3 } });
    await office.client.data(REPORT, { initiativeId: id, input: { health: 'AT_RISK', text: 'Staff is short' } });
    const page = await read(id);
    expect(page).toMatchObject({
      health: 'AT_RISK',
      openActions: 1,
      overdueActions: 1,
      milestones: [{ name: 'Pilot', reachedOn: null, version: 1 }],
      actions: [{ text: 'Train', state: 'OPEN', mayFinish: true }],
      risks: [{ likelihood: 4, impact: 3, state: 'OPEN' }],
      statusUpdates: [{ text: 'Staff is short', createdByName: 'A programme_office' }],
    });
    const seen = { id: page.milestones[0].id, version: 1 };
    const reached = { name: 'Pilot', dueOn: inDays(5), reachedOn: inDays(0) };
    const variables = { initiativeId: id, seen, input: reached };
    expect((await office.client.data(MILESTONE, variables)).saveMilestone.milestones).toMatchObject([
      { reachedOn: inDays(0), version: 2 },
    ]);
    const lost = await office.client.graphql(MILESTONE, variables);
    expect(lost.errors?.[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      current: { name: 'Pilot', dueOn: inDays(5), reachedOn: inDays(0), version: 2 },
    });
    const elsewhere = { ...variables, initiativeId: (await create()).id };
    expect(await office.client.errorCode(MILESTONE, elsewhere)).toBe('NOT_FOUND');
    const risk = { initiativeId: id, input: { text: '', likelihood: 9, impact: 3 } };
    expect(await office.client.errorCode(RISK, risk)).toBe('VALIDATION');
  });

  it('lose a step or a risk only to whoever saw it as it is, and say in their history what was changed', async () => {
    const { id } = await create();
    const [own, lead] = [await team('Tellers'), await application.member(organizationId, 'team_lead')];
    await office.client.data(UPDATE, { id, version: 1, input: { title: 'Ring back', teamId: own } });
    await office.client.data(MILESTONE, { initiativeId: id, input: { name: 'Pilot', dueOn: inDays(5) } });
    await office.client.data(RISK, { initiativeId: id, input: { text: 'No staff', likelihood: 4, impact: 3 } });
    const { milestones, risks, events } = await read(id);
    expect(events).toMatchObject([{ act: 'initiative.updated', actorName: 'A programme_office' }]);
    expect(events[0].fields).toContain('title');
    const seen = { id: milestones[0].id, version: 1 };
    const variables = { initiativeId: id, seen };
    expect(await office.client.errorCode(REMOVE('Milestone'), { ...variables, seen: { ...seen, version: 9 } })).toBe(
      'CONFLICT',
    );
    expect(await lead.client.errorCode(REMOVE('Milestone'), variables)).toBe('FORBIDDEN');
    expect(await office.client.errorCode(REMOVE('Risk'), variables)).toBe('NOT_FOUND');
    const elsewhere = { ...variables, initiativeId: (await create()).id };
    expect(await office.client.errorCode(REMOVE('Milestone'), elsewhere)).toBe('NOT_FOUND');
    expect((await office.client.data(REMOVE('Milestone'), variables)).removeMilestone).toMatchObject({
      milestones: [],
      risks: [{ id: risks[0].id }],
    });
    const risk = { initiativeId: id, seen: { id: risks[0].id, version: 1 } };
    expect((await office.client.data(REMOVE('Risk'), risk)).removeRisk.risks).toEqual([]);
    const trail = await application.database.query(
      `SELECT changes->>'name' AS name FROM audit_event WHERE organization_id = $1 AND act = 'milestone.removed'`,
      [organizationId],
    );
    expect(trail).toEqual([{ name: 'Pilot' }]);
  });

  it('depend on one another without circles, also when two close one at once', async () => {
    const [a, b, c] = [await create(), await create(), await create()];
    await office.client.data(NEED, { initiativeId: a.id, needsId: b.id });
    await office.client.data(NEED, { initiativeId: b.id, needsId: c.id });
    const { errors } = await office.client.graphql(NEED, { initiativeId: c.id, needsId: a.id });
    expect(errors?.[0]).toMatchObject({
      message: 'This would close a circle: I-3 → I-1 → I-2 → I-3. None of these could ever be launched.',
      extensions: { code: 'DEPENDENCY_CYCLE' },
    });
    expect(await read(b.id)).toMatchObject({ needs: [{ number: 3 }], neededBy: [{ number: 1 }] });
    await office.client.data(NEED_NO_MORE, { initiativeId: a.id, needsId: b.id });
    // Whoever comes first holds what the other needs next: a few rounds meet every order.
    for (let round = 0; round < 5; round += 1) {
      const both = await Promise.all([
        office.client.errorCode(NEED, { initiativeId: a.id, needsId: b.id }),
        office.client.errorCode(NEED, { initiativeId: c.id, needsId: a.id }),
      ]);
      expect(both.map((code) => code ?? 'kept').sort()).toEqual(['DEPENDENCY_CYCLE', 'kept']);
      const [from, to] = both[0] ? [c, a] : [a, b];
      await office.client.data(NEED_NO_MORE, { initiativeId: from.id, needsId: to.id });
    }
  });

  it('are found by words, number, stage, team and lateness, a page at a time, in one statement', async () => {
    const tellers = await team('Tellers');
    await create({ title: 'Shorter queues', teamId: tellers, startsOn: '2026-01-01', dueOn: '2026-02-01' });
    const withdrawn = await create({ title: 'Video advice', ownerId: office.membershipId });
    await entered(withdrawn, 'WITHDRAWN', { reason: 'Nobody asked for it' });
    await create({ title: '100% paperless' });
    const list = async (variables: Record<string, unknown>) => (await office.client.data(LIST, variables)).initiatives;
    const titles = async (variables: Record<string, unknown>) =>
      (await list(variables)).edges.map(({ node }: { node: { title: string } }) => node.title);
    expect(await titles({})).toEqual(['100% paperless', 'Video advice', 'Shorter queues']);
    expect(await titles({ search: '100%' })).toEqual(['100% paperless']);
    expect(await titles({ search: 'i-2' })).toEqual(['Video advice']);
    expect(await titles({ stages: ['WITHDRAWN'] })).toEqual(['Video advice']);
    expect(await titles({ teamId: tellers })).toEqual(['Shorter queues']);
    expect(await titles({ late: true })).toEqual(['Shorter queues']);
    expect(await titles({ mine: true })).toEqual(['Video advice']);
    const { pageInfo, totalCount } = await list({ first: 2 });
    expect([pageInfo.hasNextPage, totalCount]).toEqual([true, 3]);
    expect(await titles({ first: 2, after: pageInfo.endCursor })).toEqual(['Shorter queues']);
    expect(await office.client.errorCode(LIST, { after: 'nonsense' })).toBe('VALIDATION');
    expect(await countStatements(() => list({}))).toBe(ONE_READ);
  });

  it('are moved by the office and by leads for their own teams; contributors tick off what they were given', async () => {
    const lead = await application.member(organizationId, 'team_lead');
    const helper = await application.member(organizationId, 'contributor');
    const [own, others] = [await team('Tellers', lead), await team('Cards')];
    const theirs = await create({ teamId: others });
    const mine = await create({ teamId: own, title: 'Mine' }, lead);
    expect(await read(mine.id, lead)).toMatchObject({ mayUpdate: true, mayRun: true, mayPlan: true });
    expect(await read(theirs.id, lead)).toMatchObject({ mayUpdate: false, mayRun: false, mayPlan: false });
    expect(await lead.client.errorCode(CREATE, { input: { title: 'A', teamId: others } })).toBe('VALIDATION');
    const variables = { id: theirs.id, version: 1 };
    expect(await lead.client.errorCode(UPDATE, { ...variables, input: { title: 'A', teamId: own } })).toBe('FORBIDDEN');
    expect(await lead.client.errorCode(ENTER, { ...variables, to: 'WITHDRAWN', reason: 'No' })).toBe('FORBIDDEN');
    expect(await lead.client.errorCode(ACTION, { initiativeId: theirs.id, input: { text: 'Do' } })).toBe('FORBIDDEN');
    expect(await lead.client.errorCode(GATES, { stages: [] })).toBe('FORBIDDEN');
    const given = { initiativeId: mine.id, input: { text: 'Write the script', ownerId: helper.membershipId } };
    const { actions } = (await lead.client.data(ACTION, given)).saveAction;
    await lead.client.data(ACTION, { initiativeId: mine.id, input: { text: 'Something else' } });
    const seen = await read(mine.id, helper);
    expect(seen.actions.map(({ mayFinish }: { mayFinish: boolean }) => mayFinish)).toEqual([true, false]);
    const tick = { id: actions[0].id, version: 1, state: 'DONE' };
    expect((await helper.client.data(TICK, tick)).setActionState.actions[0]).toMatchObject({
      state: 'DONE',
      version: 2,
    });
    expect(await helper.client.errorCode(TICK, tick)).toBe('CONFLICT');
    expect((await helper.client.data(MY_ACTIONS)).myActions).toEqual([]);
    const late = { initiativeId: mine.id, input: { text: 'Call', dueOn: inDays(-3), ownerId: helper.membershipId } };
    await lead.client.data(ACTION, late);
    expect((await helper.client.data(MY_ACTIONS)).myActions).toMatchObject([
      { text: 'Call', overdue: true, initiativeTitle: 'Mine', version: 1 },
    ]);
    expect((await lead.client.data(MY_ACTIONS)).myActions).toEqual([]);
    expect(await countStatements(() => helper.client.data(MY_ACTIONS))).toBe(ONE_READ);
    expect(await helper.client.errorCode(TICK, { ...tick, id: seen.actions[1].id })).toBe('FORBIDDEN');
    expect(await helper.client.errorCode(ACTION, given)).toBe('FORBIDDEN');
    expect(await helper.client.errorCode(CREATE, { input: { title: 'A' } })).toBe('FORBIDDEN');
  });

  it('of another organisation do not exist, nor does what theirs could be tied to', async () => {
    const made = await create();
    const another = await application.organization('Another');
    const other = await application.member(another, 'programme_office');
    for (const id of [made.id, 'nonsense']) {
      expect(await other.client.errorCode(ONE, { id })).toBe('NOT_FOUND');
      expect(await other.client.errorCode(ARCHIVE, { id, version: 1 })).toBe('NOT_FOUND');
      expect(await other.client.errorCode(ENTER, { id, version: 1, to: 'WITHDRAWN', reason: 'x' })).toBe('NOT_FOUND');
      expect(await other.client.errorCode(REPORT, { initiativeId: id, input: { health: 'AT_RISK', text: 'x' } })).toBe(
        'NOT_FOUND',
      );
    }
    const foreign = await painPoint(1, another);
    expect(await office.client.errorCode(CREATE, { input: { title: 'A', painPointIds: [foreign] } })).toBe(
      'VALIDATION',
    );
    const theirs = (await other.client.data(CREATE, { input: { title: 'B' } })).createInitiative;
    expect(await office.client.errorCode(NEED, { initiativeId: made.id, needsId: theirs.id })).toBe('VALIDATION');
    await office.client.data(ARCHIVE, { id: made.id, version: 1 });
    expect(await office.client.errorCode(UPDATE, { id: made.id, version: 2, input: { title: 'A' } })).toBe('ARCHIVED');
  });
});
