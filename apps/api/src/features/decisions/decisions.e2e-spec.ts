import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';

const DECISION = `id number question state rationale initiativeNumber initiativeTitle opensStage askedByName deciderName
  decidedByName askedById decidedById takenBackAt takenBackReason overdue forecast forecastProbability forecastCameTrue forecastScore mayDecide mayUpdate mayScore version
  options { id title chosen }`;
const ASK = `mutation ($initiativeId: ID, $opensStage: GatedStage, $input: DecisionInput!) {
  askForDecision(initiativeId: $initiativeId, opensStage: $opensStage, input: $input) { ${DECISION} } }`;
const UPDATE = `mutation ($id: ID!, $version: Int!, $input: DecisionInput!) {
  updateDecision(id: $id, version: $version, input: $input) { ${DECISION} } }`;
const DECIDE = `mutation ($id: ID!, $version: Int!, $input: DecidingInput!) {
  decide(id: $id, version: $version, input: $input) { ${DECISION} } }`;
const SCORE = `mutation ($id: ID!, $version: Int!, $cameTrue: Boolean!) {
  scoreForecast(id: $id, version: $version, cameTrue: $cameTrue) { ${DECISION} } }`;
const TAKE_BACK = `mutation ($id: ID!, $version: Int!, $reason: String!) {
  takeDecisionBack(id: $id, version: $version, reason: $reason) { ${DECISION} } }`;
const ONE = `query ($id: ID!) { decision(id: $id) { ${DECISION} } }`;
const LIST = `query ($first: Int, $search: String, $states: [DecisionState!], $initiativeId: ID, $waitingForMe: Boolean,
    $forecastOpen: Boolean) {
  decisions(first: $first, search: $search, states: $states, initiativeId: $initiativeId, waitingForMe: $waitingForMe,
    forecastOpen: $forecastOpen) { totalCount edges { node { ${DECISION} } } } }`;
const INITIATIVE = `mutation ($input: InitiativeInput!) { createInitiative(input: $input) { id } }`;

describe('decisions', () => {
  let application: TestApplication;
  let organizationId: string;
  let office: TestMember;
  let executive: TestMember;

  beforeAll(async () => {
    application = await startTestApplication();
  });
  beforeEach(async () => {
    organizationId = await application.organization('Harbour Bank');
    office = await application.member(organizationId, 'programme_office');
    executive = await application.member(organizationId, 'executive');
  });
  afterAll(() => application.close());

  const inputOf = (more: Record<string, unknown> = {}) => ({
    question: 'Shall we ring people back?',
    deciderId: executive.membershipId,
    options: [],
    ...more,
  });
  const ask = async (more: Record<string, unknown> = {}, target: Record<string, unknown> = {}) =>
    (await office.client.data(ASK, { ...target, input: inputOf(more) })).askForDecision;
  const initiative = async (): Promise<string> =>
    (await office.client.data(INITIATIVE, { input: { title: 'Call back' } })).createInitiative.id;
  const decide = (decision: { id: string }, input: Record<string, unknown>, by = executive, version = 1) =>
    by.client.graphql(DECIDE, { id: decision.id, version, input: { rationale: 'It pays', ...input } });
  const fieldsOf = ({ errors }: Awaited<ReturnType<typeof decide>>): string[] =>
    ((errors?.[0]?.extensions['fields'] ?? []) as { path: string; code: string }[]).map(
      ({ path, code }) => `${path} ${code}`,
    );
  const TWO = [{ title: 'All branches' }, { title: 'Two branches first', description: 'For a quarter' }];

  it('are asked of somebody else, with options, evidence and a forecast, and taken with a rationale', async () => {
    const initiativeId = await initiative();
    const forecast = 'Repeat calls fall below ten per cent';
    const asked = await ask({ options: TWO, forecast }, { initiativeId, opensStage: 'APPROVED' });
    expect(asked).toMatchObject({
      number: 1,
      state: 'WAITING',
      initiativeTitle: 'Call back',
      opensStage: 'APPROVED',
      mayDecide: false,
      mayUpdate: true,
      options: [{ title: 'All branches', chosen: false }, { title: 'Two branches first' }],
    });
    const inbox = (await executive.client.data(LIST, { waitingForMe: true })).decisions;
    expect(inbox).toMatchObject({ totalCount: 1, edges: [{ node: { id: asked.id, mayDecide: true } }] });
    expect(fieldsOf(await decide(asked, { outcome: 'APPROVED', rationale: ' ' }))).toEqual([
      'rationale required',
      'optionId required',
      'forecastProbability required',
    ]);
    const optionId = asked.options[1].id;
    const taken = await decide(asked, { outcome: 'APPROVED', optionId, forecastProbability: 0.8 });
    expect(taken.data).toMatchObject({
      decide: {
        state: 'APPROVED',
        decidedByName: 'A executive',
        rationale: 'It pays',
        options: [{ chosen: false }, { chosen: true }],
        version: 2,
      },
    });
    expect((await executive.client.data(LIST, { waitingForMe: true })).decisions.totalCount).toBe(0);
  });

  it('are taken back while they wait, with a reason that stays, and asked anew at the same gate', async () => {
    const target = { initiativeId: await initiative(), opensStage: 'APPROVED' };
    const asked = await ask({}, target);
    const back = { id: asked.id, version: 1, reason: 'The forecast was missing' };
    expect(await office.client.errorCode(TAKE_BACK, { ...back, reason: ' ' })).toBe('VALIDATION');
    expect(await executive.client.errorCode(TAKE_BACK, back)).toBe('FORBIDDEN');
    const other = await application.member(await application.organization('Another'), 'programme_office');
    expect(await other.client.errorCode(TAKE_BACK, back)).toBe('NOT_FOUND');
    expect((await office.client.data(TAKE_BACK, back)).takeDecisionBack).toMatchObject({
      state: 'TAKEN_BACK',
      takenBackReason: 'The forecast was missing',
      mayDecide: false,
      mayUpdate: false,
      mayScore: false,
      version: 2,
    });
    expect((await executive.client.data(LIST, { waitingForMe: true })).decisions.totalCount).toBe(0);
    expect(await office.client.errorCode(TAKE_BACK, back)).toBe('CONFLICT');
    expect(await office.client.errorCode(TAKE_BACK, { ...back, version: 2 })).toBe('DECISION_KEPT');
    expect((await decide(asked, { outcome: 'APPROVED' }, executive, 2)).errors?.[0]?.extensions.code).toBe(
      'DECISION_KEPT',
    );
    const again = await ask({}, target);
    expect((await decide(again, { outcome: 'REJECTED' })).data).toMatchObject({ decide: { state: 'REJECTED' } });
    expect(await office.client.errorCode(TAKE_BACK, { ...back, id: again.id, version: 2 })).toBe('DECISION_KEPT');
  });

  it('need four eyes, alternatives that are some, and one question at a gate', async () => {
    const own = { input: inputOf({ deciderId: office.membershipId, options: [TWO[0]], question: ' ' }) };
    expect(fieldsOf(await office.client.graphql(ASK, own))).toEqual([
      'question required',
      'deciderId four_eyes',
      'options too_few',
    ]);
    const target = { initiativeId: await initiative(), opensStage: 'APPROVED' };
    await ask({}, target);
    expect(fieldsOf(await office.client.graphql(ASK, { ...target, input: inputOf() }))).toEqual(['opensStage taken']);
    const nowhere = { opensStage: 'APPROVED', input: inputOf() };
    expect(fieldsOf(await office.client.graphql(ASK, nowhere))).toEqual(['opensStage without_initiative']);
    const asked = await ask();
    const turned = { id: asked.id, version: 1, input: inputOf({ deciderId: office.membershipId }) };
    expect(fieldsOf(await office.client.graphql(UPDATE, turned))).toEqual(['deciderId four_eyes']);
    // Nor does whoever words anew what somebody else asked for.
    const another = await application.member(organizationId, 'programme_office');
    const taken = { id: asked.id, version: 1, input: inputOf({ deciderId: another.membershipId }) };
    expect(fieldsOf(await another.client.graphql(UPDATE, taken))).toEqual(['deciderId four_eyes']);
    expect(
      await office.client.errorCode(DECIDE, {
        id: asked.id,
        version: 1,
        input: { outcome: 'APPROVED', rationale: 'x' },
      }),
    ).toBe('FORBIDDEN');
  });

  it('are not taken by who owns the initiative, neither asked so nor become so since', async () => {
    const owned = { title: 'Answer at night', ownerId: executive.membershipId };
    const { id: initiativeId } = (await office.client.data(INITIATIVE, { input: owned })).createInitiative;
    expect(fieldsOf(await office.client.graphql(ASK, { initiativeId, input: inputOf() }))).toEqual([
      'deciderId own_initiative',
    ]);
    const { membershipId: otherId } = await application.member(organizationId, 'executive');
    const asked = await ask({ deciderId: otherId }, { initiativeId });
    const turned = { id: asked.id, version: 1, input: inputOf() };
    expect(fieldsOf(await office.client.graphql(UPDATE, turned))).toEqual(['deciderId own_initiative']);

    const other = await ask({}, { initiativeId: await initiative() });
    await application.database.query('UPDATE initiative SET owner_id = $2 WHERE organization_id = $1', [
      organizationId,
      executive.membershipId,
    ]);
    expect((await executive.client.data(ONE, { id: other.id })).decision).toMatchObject({
      state: 'WAITING',
      mayDecide: false,
    });
    const late = await decide(other, { outcome: 'APPROVED' });
    expect(late.errors?.[0]?.extensions.code).toBe('OWN_INITIATIVE');
    expect((await office.client.data(ONE, { id: other.id })).decision).toMatchObject({ state: 'WAITING', version: 1 });
  });

  it('are taken once: of two who decide at once one wins and the other is told', async () => {
    const asked = await ask();
    const answers = await Promise.all([
      decide(asked, { outcome: 'APPROVED' }),
      decide(asked, { outcome: 'REJECTED', rationale: 'Too dear' }),
    ]);
    const lost = answers.filter(({ errors }) => errors);
    expect(lost).toHaveLength(1);
    expect(lost[0]?.errors?.[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      current: { decidedByName: 'A executive', version: 2 },
    });
  });

  it('stay as they were said, at the database too, the rejected options included', async () => {
    const asked = await ask({ options: TWO });
    await decide(asked, { outcome: 'REJECTED', rationale: 'Too dear' });
    expect(await office.client.errorCode(UPDATE, { id: asked.id, version: 2, input: inputOf() })).toBe('DECISION_KEPT');
    expect((await decide(asked, { outcome: 'APPROVED' }, executive, 2)).errors?.[0]?.extensions.code).toBe(
      'DECISION_KEPT',
    );
    for (const statement of [
      `UPDATE decision SET rationale = 'Something nicer' WHERE id = $1`,
      'DELETE FROM decision WHERE id = $1',
      'DELETE FROM decision_option WHERE decision_id = $1',
    ])
      await expect(application.database.query(statement, [asked.id])).rejects.toMatchObject({ code: 'TS001' });
    expect((await office.client.data(ONE, { id: asked.id })).decision.options).toHaveLength(2);
  });

  it('have their forecast looked back on by somebody else', async () => {
    const asked = await ask({ forecast: 'It pays within a year' });
    await decide(asked, { outcome: 'APPROVED', forecastProbability: 0.9 });
    expect((await office.client.data(LIST, { forecastOpen: true })).decisions.totalCount).toBe(1);
    const variables = { id: asked.id, version: 2, cameTrue: false };
    expect(await executive.client.errorCode(SCORE, variables)).toBe('FORBIDDEN');
    const { scoreForecast } = await office.client.data(SCORE, variables);
    expect(scoreForecast).toMatchObject({ forecastCameTrue: false, version: 3 });
    expect(scoreForecast.forecastScore).toBeCloseTo(0.81, 10);
    const bare = await ask();
    expect(await office.client.errorCode(SCORE, { id: bare.id, version: 1, cameTrue: true })).toBe('FORECAST_NOT_MADE');
  });

  it('are found by words, number, state and initiative, in one statement', async () => {
    const initiativeId = await initiative();
    await ask({ question: 'Which branches first?' }, { initiativeId });
    const returned = await ask({ dueOn: '2020-01-01' });
    const list = async (variables: Record<string, unknown>) => (await office.client.data(LIST, variables)).decisions;
    expect((await list({})).edges[0].node).toMatchObject({ number: 2, overdue: true });
    await decide(returned, { outcome: 'RETURNED', rationale: 'What does it cost?' });
    for (const filter of [{ search: 'branches' }, { search: 'D-1' }, { states: ['WAITING'] }, { initiativeId }])
      expect((await list(filter)).edges.map(({ node }: { node: { number: number } }) => node.number)).toEqual([1]);
    expect(await countStatements(() => list({}))).toBe(ONE_READ);
    expect(await countStatements(() => office.client.data(ONE, { id: returned.id }))).toBe(ONE_READ);
  });

  it('are asked by the office and by leads for their own teams, and are nothing to another organisation', async () => {
    const initiativeId = await initiative();
    for (const role of ['team_lead', 'contributor', 'executive', 'administrator'] as const) {
      const member = await application.member(organizationId, role);
      for (const target of [{}, { initiativeId }])
        expect(await member.client.errorCode(ASK, { ...target, input: inputOf() })).toBe('FORBIDDEN');
    }
    const asked = await ask();
    const other = await application.member(await application.organization('Another'), 'programme_office');
    expect(await other.client.errorCode(ONE, { id: asked.id })).toBe('NOT_FOUND');
    expect((await decide(asked, { outcome: 'APPROVED' }, other)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(fieldsOf(await other.client.graphql(ASK, { input: inputOf() }))).toEqual(['deciderId unknown']);
    const into = { initiativeId, input: inputOf() };
    expect(await other.client.errorCode(ASK, into)).toBe('NOT_FOUND');
  });
});
