import { v7 as uuidv7 } from 'uuid';
import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';

const FIELDS = `id source text language saidAt touchpointName personaName state painPointId painPointNumber painPointTitle
  mergedIntoId mergedCount dismissedReason triagedByName createdByName mayUpdate version`;
const LIST = `query ($first: Int, $after: String, $search: String, $state: FeedbackState, $source: FeedbackSource,
    $language: String, $touchpointId: ID, $painPointId: ID, $mergedIntoId: ID, $ratingAtMost: Float) {
  feedback(first: $first, after: $after, search: $search, state: $state, source: $source, language: $language,
      touchpointId: $touchpointId, painPointId: $painPointId, mergedIntoId: $mergedIntoId, ratingAtMost: $ratingAtMost) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { ${FIELDS} } } } }`;
const ONE = `query ($id: ID!) { feedbackItem(id: $id) { ${FIELDS} } }`;
const NEAR = `query ($id: ID!) { nearFeedback(id: $id) { similarity feedback { id text } } }`;
const RECORD = `mutation ($input: FeedbackInput!, $key: String) { recordFeedback(input: $input, idempotencyKey: $key) { ${FIELDS} } }`;
const RECORD_GAP = `mutation ($input: GapFeedbackInput!) { recordGapFeedback(input: $input) { ${FIELDS} } }`;
const LINK = `mutation ($id: ID!, $version: Int!, $painPointId: ID, $newPainPoint: PainPointInput) {
  linkFeedback(id: $id, version: $version, painPointId: $painPointId, newPainPoint: $newPainPoint) { ${FIELDS} } }`;
const MERGE = `mutation ($id: ID!, $version: Int!, $intoId: ID!) {
  mergeFeedback(id: $id, version: $version, intoId: $intoId) { ${FIELDS} } }`;
const DISMISS = `mutation ($id: ID!, $version: Int!, $reason: String!) {
  dismissFeedback(id: $id, version: $version, reason: $reason) { ${FIELDS} } }`;
const TAKE_BACK = `mutation ($id: ID!, $version: Int!) { takeFeedbackBack(id: $id, version: $version) { ${FIELDS} } }`;
const TIE = `mutation ($id: ID!, $version: Int!, $touchpointId: ID, $personaId: ID) {
  tieFeedback(id: $id, version: $version, touchpointId: $touchpointId, personaId: $personaId) { ${FIELDS} } }`;
const PAIN_POINT = `query ($id: ID!) { painPoint(id: $id) { number title touchpoints { id } feedbackCount } }`;

describe('feedback', () => {
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

  const record = async (text: string, more: Record<string, unknown> = {}, member = office) =>
    (await member.client.data(RECORD, { input: { source: 'INTERVIEW', text, ...more } })).recordFeedback;
  const list = async (variables: Record<string, unknown> = {}, member = office) =>
    (await member.client.data(LIST, variables)).feedback;
  const texts = async (variables: Record<string, unknown> = {}): Promise<string[]> =>
    (await list(variables)).edges.map(({ node }: { node: { text: string } }) => node.text);
  const touchpoint = async (name: string, teamId: string | null = null): Promise<string> => {
    const id = uuidv7();
    await application.database.query(
      `INSERT INTO touchpoint (organization_id, id, name, channel) VALUES ($1, $2, $3, 'branch')`,
      [organizationId, id, name],
    );
    if (teamId)
      await application.database.query(
        `INSERT INTO ownership (organization_id, id, touchpoint_id, team_id, responsibility, valid_from)
         VALUES ($1, $2, $3, $4, 'accountable', '2020-01-01')`,
        [organizationId, uuidv7(), id, teamId],
      );
    return id;
  };
  const refusal = async (query: string, variables: Record<string, unknown>, member = office) => {
    const extensions = (await member.client.graphql(query, variables)).errors?.[0]?.extensions as
      { code: string; fields?: { path: string; code: string }[] } | undefined;
    return extensions?.fields?.map(({ path, code }) => `${path} ${code}`).join() ?? extensions?.code;
  };

  it('is recorded by everybody who works here, and by nobody as what only the system finds', async () => {
    const counter = await touchpoint('Counter');
    const contributor = await application.member(organizationId, 'contributor');
    const said = await record(' 排队太久，APP 也打不开 ', { touchpointId: counter, rating: 2 }, contributor);
    expect(said).toMatchObject({
      source: 'INTERVIEW',
      text: '排队太久，APP 也打不开',
      language: 'zh',
      touchpointName: 'Counter',
      state: 'NEW',
      createdByName: 'A contributor',
      mayUpdate: false,
      version: 1,
    });
    const input = { source: 'INTERVIEW', text: 'Once' };
    for (let time = 0; time < 2; time += 1) await office.client.data(RECORD, { input, key: 'feedback-once' });
    expect((await list({ search: 'once' })).totalCount).toBe(1);

    expect(await refusal(RECORD, { input: { source: 'ALERT', text: 'x' } })).toBe('source found_elsewhere');
    expect(await refusal(RECORD, { input: { source: 'OTHER', text: '  ' } })).toBe('text required');
    expect(await refusal(RECORD, { input: { source: 'OTHER', text: 'x', touchpointId: uuidv7() } })).toBe(
      'touchpointId unknown',
    );
    const saidAt = new Date(Date.now() + 86_400_000).toISOString();
    expect(await refusal(RECORD, { input: { source: 'OTHER', text: 'x', saidAt } })).toBe('saidAt in_the_future');
  });

  it('is listed newest first, narrowed and paged, in one statement whatever its number', async () => {
    const counter = await touchpoint('Counter');
    await record('Queue at noon', { saidAt: '2026-01-03T00:00:00Z', touchpointId: counter, rating: 1 });
    await record('排队', { saidAt: '2026-01-02T00:00:00Z', source: 'SURVEY', rating: 5 });
    await record('100% rude', { saidAt: '2026-01-01T00:00:00Z' });
    expect(await texts()).toEqual(['Queue at noon', '排队', '100% rude']);
    expect(await texts({ search: '100%' })).toEqual(['100% rude']);
    expect(await texts({ source: 'SURVEY' })).toEqual(['排队']);
    expect(await texts({ language: 'zh' })).toEqual(['排队']);
    expect(await texts({ touchpointId: counter })).toEqual(['Queue at noon']);
    expect(await texts({ ratingAtMost: 2 })).toEqual(['Queue at noon']);
    const first = await list({ first: 2 });
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect(await texts({ first: 2, after: first.pageInfo.endCursor })).toEqual(['100% rude']);
    const few = await countStatements(() => list());
    for (let number = 0; number < 20; number += 1) await record(`Another ${number}`);
    expect([few, await countStatements(() => list({ first: 100 }))]).toEqual([ONE_READ, ONE_READ]);
    const { id } = await record('One');
    expect(await countStatements(() => office.client.data(ONE, { id }))).toBe(ONE_READ);
  });

  it('is linked with a pain point, new or known, linked anew and taken back', async () => {
    const counter = await touchpoint('Counter');
    const first = await record('Queue at noon', { touchpointId: counter });
    const { linkFeedback: linked } = await office.client.data(LINK, {
      id: first.id,
      version: 1,
      newPainPoint: { title: 'Queues at the counter' },
    });
    expect(linked).toMatchObject({
      state: 'LINKED',
      painPointNumber: 1,
      painPointTitle: 'Queues at the counter',
      triagedByName: 'A programme_office',
      version: 2,
    });
    const second = await record('Waited an hour');
    const again = { id: second.id, version: 1, painPointId: linked.painPointId };
    await office.client.data(LINK, again);
    expect((await office.client.data(PAIN_POINT, { id: linked.painPointId })).painPoint).toEqual({
      number: 1,
      title: 'Queues at the counter',
      touchpoints: [{ id: counter }],
      feedbackCount: 2,
    });
    expect((await list({ painPointId: linked.painPointId })).totalCount).toBe(2);
    expect((await list({ state: 'NEW' })).totalCount).toBe(0);
    const { linkFeedback: relinked } = await office.client.data(LINK, {
      id: first.id,
      version: 2,
      newPainPoint: { title: 'Noon' },
    });
    expect(relinked.painPointNumber).toBe(2);
    const { takeFeedbackBack } = await office.client.data(TAKE_BACK, { id: first.id, version: 3 });
    expect(takeFeedbackBack).toMatchObject({ state: 'NEW', painPointId: null, triagedByName: null });

    expect(await refusal(LINK, { id: first.id, version: 4 })).toBe('painPointId required');
    expect(await refusal(LINK, { id: first.id, version: 4, painPointId: uuidv7() })).toBe('painPointId unknown');
    await application.database.query(
      `UPDATE pain_point SET state = 'dismissed', dismissed_reason = 'None' WHERE organization_id = $1 AND id = $2`,
      [organizationId, linked.painPointId],
    );
    const closed = { id: first.id, version: 4, painPointId: linked.painPointId };
    expect(await refusal(LINK, closed)).toBe('FEEDBACK_PAIN_POINT_CLOSED');
  });

  it('that says the same is suggested, most alike first, and merged into one', async () => {
    const one = await record('The mobile app keeps crashing when I transfer money to my savings');
    const near = await record('the mobile app keeps crashing when I transfer money to my saving!');
    const chinese = await record('手机银行转账时页面一直加载，需要等待很久才能收到验证码');
    const chineseNear = await record('手机银行转账时页面一直加载，要等待很久才能收到验证码。');
    await record('Parking is difficult near the branch');
    const found = async (id: string) => (await office.client.data(NEAR, { id })).nearFeedback;
    const [suggested, ...others] = await found(one.id);
    expect(others).toEqual([]);
    expect(suggested.feedback.id).toBe(near.id);
    expect(suggested.similarity).toBeGreaterThan(0.8);
    expect((await found(chinese.id)).map((each: { feedback: { id: string } }) => each.feedback.id)).toEqual([
      chineseNear.id,
    ]);
    // Candidates with nothing but their texts, and then those that are shown.
    expect(await countStatements(() => found(one.id))).toBe(ONE_READ + 1);

    const { mergeFeedback: merged } = await office.client.data(MERGE, { id: near.id, version: 1, intoId: one.id });
    expect(merged).toMatchObject({ state: 'MERGED', mergedIntoId: one.id });
    expect((await office.client.data(ONE, { id: one.id })).feedbackItem.mergedCount).toBe(1);
    expect((await list({ mergedIntoId: one.id })).totalCount).toBe(1);
    expect(await found(one.id)).toEqual([]);
    expect(await refusal(MERGE, { id: chinese.id, version: 1, intoId: near.id })).toBe('FEEDBACK_TARGET_MERGED');
    expect(await refusal(MERGE, { id: one.id, version: 1, intoId: chinese.id })).toBe('FEEDBACK_OTHERS_MERGED_INTO_IT');
    expect(await refusal(MERGE, { id: chinese.id, version: 1, intoId: chinese.id })).toBe('intoId merged_into_itself');
    expect(await refusal(MERGE, { id: chinese.id, version: 1, intoId: uuidv7() })).toBe('intoId unknown');
    const { takeFeedbackBack } = await office.client.data(TAKE_BACK, { id: near.id, version: 2 });
    expect(takeFeedbackBack).toMatchObject({ state: 'NEW', mergedIntoId: null });
  });

  it('merged into each other at once: one goes through', async () => {
    const [a, b] = [await record('Queue at noon'), await record('Queue at noon!')];
    const answers = await Promise.all([
      refusal(MERGE, { id: a.id, version: 1, intoId: b.id }),
      refusal(MERGE, { id: b.id, version: 1, intoId: a.id }),
    ]);
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(1);
    expect(['FEEDBACK_TARGET_MERGED', 'FEEDBACK_OTHERS_MERGED_INTO_IT']).toContain(answers.find(Boolean));
  });

  it('is dismissed with a reason, by the version one has seen', async () => {
    const { id } = await record('Nonsense');
    expect(await refusal(DISMISS, { id, version: 1, reason: ' ' })).toBe('reason reason_missing');
    const { dismissFeedback } = await office.client.data(DISMISS, { id, version: 1, reason: 'Not about us' });
    expect(dismissFeedback).toMatchObject({ state: 'DISMISSED', dismissedReason: 'Not about us', version: 2 });
    const { errors } = await office.client.graphql(DISMISS, { id, version: 1, reason: 'Me too' });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', current: { state: 'DISMISSED', version: 2 } });
    expect(await refusal(DISMISS, { id, version: 2, reason: 'Again' })).toBe('FEEDBACK_WRONG_STATE');
    await office.client.data(TAKE_BACK, { id, version: 2 });
    expect(await refusal(TAKE_BACK, { id, version: 3 })).toBe('FEEDBACK_WRONG_STATE');
    const both = await Promise.all([1, 2].map(() => refusal(DISMISS, { id, version: 3, reason: 'At once' })));
    expect(both.sort()).toEqual(['CONFLICT', undefined]);
  });

  it('is tied to touchpoint and persona, and let go', async () => {
    const counter = await touchpoint('Counter');
    const persona = uuidv7();
    await application.database.query(`INSERT INTO persona (organization_id, id, name) VALUES ($1, $2, 'Family')`, [
      organizationId,
      persona,
    ]);
    const { id } = await record('Queue');
    const { tieFeedback: tied } = await office.client.data(TIE, {
      id,
      version: 1,
      touchpointId: counter,
      personaId: persona,
    });
    expect(tied).toMatchObject({ touchpointName: 'Counter', personaName: 'Family', version: 2 });
    expect((await office.client.data(TIE, { id, version: 2 })).tieFeedback.touchpointName).toBeNull();
    expect(await refusal(TIE, { id, version: 3, personaId: uuidv7() })).toBe('personaId unknown');
  });

  it('is sorted by the office and by the lead whose team answers for the touchpoint, and by nobody else', async () => {
    const team = uuidv7();
    await application.database.query(
      `INSERT INTO team (organization_id, id, name, kind) VALUES ($1, $2, 'Tellers', 'service')`,
      [organizationId, team],
    );
    const lead = await application.member(organizationId, 'team_lead');
    await application.database.query(
      'INSERT INTO team_membership (organization_id, id, membership_id, team_id, lead) VALUES ($1, $2, $3, $4, true)',
      [organizationId, uuidv7(), lead.membershipId, team],
    );
    const [mine, theirs] = [
      await record('Mine', { touchpointId: await touchpoint('Counter', team) }),
      await record('Theirs', { touchpointId: await touchpoint('App') }),
    ];
    expect(await refusal(DISMISS, { id: theirs.id, version: 1, reason: 'No' }, lead)).toBe('FORBIDDEN');
    expect(await refusal(MERGE, { id: theirs.id, version: 1, intoId: mine.id }, lead)).toBe('FORBIDDEN');
    expect((await lead.client.data(DISMISS, { id: mine.id, version: 1, reason: 'No' })).dismissFeedback.version).toBe(
      2,
    );
    for (const role of ['executive', 'contributor', 'administrator'] as const) {
      const member = await application.member(organizationId, role);
      expect((await list({}, member)).totalCount).toBe(2);
      expect((await member.client.data(ONE, { id: theirs.id })).feedbackItem.mayUpdate).toBe(false);
      expect(await refusal(TAKE_BACK, { id: mine.id, version: 2 }, member)).toBe('FORBIDDEN');
      expect(await refusal(TIE, { id: mine.id, version: 2 }, member)).toBe('FORBIDDEN');
    }
  });

  it('of another organisation does not exist, is not suggested and takes nothing from here', async () => {
    const { id } = await record('The mobile app keeps crashing when I transfer money');
    const { linkFeedback } = await office.client.data(LINK, { id, version: 1, newPainPoint: { title: 'Crashes' } });
    const other = await application.member(await application.organization('Another'), 'programme_office');
    const own = await record('The mobile app keeps crashing when I transfer money', {}, other);
    expect((await list({}, other)).totalCount).toBe(1);
    expect((await other.client.data(NEAR, { id: own.id })).nearFeedback).toEqual([]);
    for (const query of [ONE, NEAR]) expect(await refusal(query, { id }, other)).toBe('NOT_FOUND');
    for (const each of [id, 'nonsense']) {
      expect(await refusal(DISMISS, { id: each, version: 2, reason: 'x' }, other)).toBe('NOT_FOUND');
      expect(await refusal(TAKE_BACK, { id: each, version: 2 }, other)).toBe('NOT_FOUND');
    }
    expect(await refusal(MERGE, { id: own.id, version: 1, intoId: id }, other)).toBe('intoId unknown');
    expect(await refusal(LINK, { id: own.id, version: 1, painPointId: linkFeedback.painPointId }, other)).toBe(
      'painPointId unknown',
    );
    expect((await list({ painPointId: linkFeedback.painPointId }, other)).totalCount).toBe(0);
  });

  it('from a gap that nobody published does not exist', async () => {
    const gap = { assessmentId: uuidv7(), nodeId: 'experience-diagnosis', text: 'Teams see it differently' };
    expect(await refusal(RECORD_GAP, { input: gap })).toBe('NOT_FOUND');
  });

  it('leaves no word of what was said in the audit trail', async () => {
    const { id } = await record('My name is nobody and my account is 12');
    await office.client.data(DISMISS, { id, version: 1, reason: 'Names a customer' });
    const events = await application.database.query<{ act: string; changes: object }>(
      'SELECT act, changes FROM audit_event WHERE object_id = $1 ORDER BY sequence',
      [id],
    );
    expect(events.map(({ act }) => act)).toEqual(['feedback.recorded', 'feedback.triaged']);
    expect(JSON.stringify(events)).not.toMatch(/nobody|Names a customer/);
  });
});
