import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { countStatements } from '../../../test/count-statements.js';
import {
  type TestClient,
  type TestMember,
  startTestApplication,
  type TestApplication,
} from '../../../test/test-application.js';
import { draftWave, openWave, type OpenedWave, tokenOf } from '../../../test/wave.js';

const SESSION = `{ respondentSession { state begins organizationName assessmentName anonymity draft { answers revision } questionnaire { dimensions { practices { id items { id type } } } } } }`;
const SUBMIT = `mutation ($answers: [AnswerInput!]!) { submitAnswers(answers: $answers, locale: "en") { answered total } }`;
const SAVE = `mutation ($answers: JSON!, $revision: Int!) { saveDraft(answers: $answers, revision: $revision) { revision } }`;

const BEGIN_SEAT_STORE_AUDIT_COMMIT = 5;

describe('answering a questionnaire', () => {
  let application: TestApplication;
  let officer: TestMember;
  let wave: OpenedWave;

  const respondent = (token: string): TestClient => application.clientWith({ authorization: `Respondent ${token}` });
  const invite = async (): Promise<TestClient> => {
    const { createInvitations } = await officer.client.data(
      `mutation ($id: ID!, $invitees: [InviteeInput!]!) { createInvitations(assessmentId: $id, invitees: $invitees, sendMail: false) { link } }`,
      { id: wave.id, invitees: [{ raterGroupId: wave.groups[0]!.id }] },
    );
    return respondent(tokenOf(createInvitations[0].link));
  };

  beforeAll(async () => {
    application = await startTestApplication();
    const organizationId = await application.organization('Harbour Bank');
    officer = await application.member(organizationId, 'programme_office');
    wave = await openWave(officer.client);
  });
  afterAll(() => application.close());

  it('shows who asks, why and what is anonymous, without an account', async () => {
    const client = await invite();
    const { respondentSession } = await client.data(SESSION);
    expect(respondentSession).toMatchObject({
      state: 'OPEN',
      begins: false,
      organizationName: 'Harbour Bank',
      assessmentName: wave.name,
      anonymity: 'ANONYMOUS',
      draft: null,
    });
    expect(respondentSession.questionnaire.dimensions).toHaveLength(4);
  });

  it('gives everyone behind a group link a seat of their own', async () => {
    const group = respondent(tokenOf(wave.groups[1]!.link));
    expect((await group.data(SESSION)).respondentSession).toMatchObject({ state: 'OPEN', begins: true });
    const { beginResponse: first } = await group.data('mutation { beginResponse { token } }');
    const { beginResponse: second } = await group.data('mutation { beginResponse { token } }');
    expect(first.token).not.toBe(second.token);
    expect((await respondent(first.token).data(SESSION)).respondentSession).toMatchObject({
      state: 'OPEN',
      begins: false,
    });
  });

  it('keeps a draft that the server cannot read', async () => {
    const client = await invite();
    await client.data(SAVE, { answers: { 'work-plan': { value: 3, comment: 'Reviewed in spring' } }, revision: 0 });
    const { respondentSession } = await client.data(SESSION);
    expect(respondentSession.draft).toEqual({
      answers: { 'work-plan': { value: 3, comment: 'Reviewed in spring' } },
      revision: 1,
    });
    const stored = await application.database.query<{ text: string }>(
      `SELECT encode(ciphertext, 'escape') AS text FROM answer_draft`,
    );
    expect(stored.map(({ text }) => text).join()).not.toContain('Reviewed');
  });

  it('refuses a draft that is based on an older one, and shows the newer', async () => {
    const client = await invite();
    await client.data(SAVE, { answers: { a: { value: 1 } }, revision: 0 });
    const answer = await client.graphql(SAVE, { answers: { a: { value: 2 } }, revision: 0 });
    expect(answer.errors?.[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      current: { revision: 1, answers: { a: { value: 1 } } },
    });
  });

  it('takes answers once', async () => {
    const client = await invite();
    const answers = wave.itemIds.map((itemId) => ({ itemId, value: 3 }));
    expect(await client.data(SUBMIT, { answers })).toEqual({
      submitAnswers: { answered: answers.length, total: wave.itemIds.length },
    });
    expect(await client.errorCode(SUBMIT, { answers })).toBe('ALREADY_SUBMITTED');
    expect((await client.data(SESSION)).respondentSession.state).toBe('SUBMITTED');
  });

  it('lets exactly one of many submissions through the same link win', async () => {
    const client = await invite();
    const answers = [{ itemId: wave.itemIds[0], value: 2 }];
    const codes = await Promise.all(Array.from({ length: 5 }, () => client.errorCode(SUBMIT, { answers })));
    expect(codes.filter((code) => code === undefined)).toHaveLength(1);
    expect(codes.filter((code) => code === 'ALREADY_SUBMITTED')).toHaveLength(4);
  });

  it('takes a submission in five statements, however many answers it has', async () => {
    const few = await invite();
    const many = await invite();
    const answers = wave.itemIds.map((itemId) => ({ itemId, value: 3, comment: 'Seen in the minutes' }));
    // The news of what the tests above submitted, which is told under the same role, goes out first.
    await pause(600);
    expect(await countStatements(() => few.data(SUBMIT, { answers: answers.slice(0, 1) }))).toBe(
      BEGIN_SEAT_STORE_AUDIT_COMMIT,
    );
    await pause(600);
    expect(await countStatements(() => many.data(SUBMIT, { answers }))).toBe(BEGIN_SEAT_STORE_AUDIT_COMMIT);
  });

  it('lets those who submit in the same moment share transactions, each taken or refused for themselves', async () => {
    const other = await openWave(officer.client, `Together ${randomUUID()}`, { anonymity: 'NAMED' });
    const { createInvitations } = await officer.client.data(
      `mutation ($id: ID!, $invitees: [InviteeInput!]!) { createInvitations(assessmentId: $id, invitees: $invitees, sendMail: false) { link } }`,
      { id: other.id, invitees: Array.from({ length: 20 }, () => ({ raterGroupId: other.groups[0]!.id })) },
    );
    const clients = createInvitations.map(({ link }: { link: string }) => respondent(tokenOf(link))) as TestClient[];
    const events = async () =>
      Number(
        (
          await application.database.query<{ n: string }>(
            `SELECT count(*) AS n FROM audit_event WHERE act = 'response.submitted' AND object_id = $1`,
            [other.id],
          )
        )[0]!.n,
      );
    const before = await application.database.query<{ n: number }>('SELECT count(*)::int AS n FROM answer');
    await pause(600);
    const codes: (string | undefined)[] = [];
    const statements = await countStatements(async () => {
      codes.push(
        ...(await Promise.all(
          clients.map((client, index) =>
            client.errorCode(SUBMIT, {
              answers: other.itemIds
                .slice(0, index + 1)
                .map((itemId) => ({ itemId, value: index % 6 === 5 ? 9 : 1 + (index % 5) })),
            }),
          ),
        )),
      );
    });
    const taken = clients.map((_, index) => index).filter((index) => index % 6 !== 5);
    expect(codes.map((code, index) => [index, code])).toEqual(
      clients.map((_, index) => [index, index % 6 === 5 ? 'VALIDATION' : undefined]),
    );
    expect(statements).toBeLessThan(clients.length * 2);
    expect(await events()).toBe(taken.length);
    // Everybody's answers are everybody's own: as many and of the value that this person gave.
    const stored = await application.database.query<{ n: number; low: number; high: number }>(
      `SELECT count(*)::int AS n, min(a.value)::int AS low, max(a.value)::int AS high
       FROM submission s JOIN answer a ON a.submission_id = s.id
       WHERE s.assessment_id = $1 AND s.invitation_id IS NOT NULL GROUP BY s.id ORDER BY n`,
      [other.id],
    );
    expect(stored).toEqual(taken.map((index) => ({ n: index + 1, low: 1 + (index % 5), high: 1 + (index % 5) })));
    const after = await application.database.query<{ n: number }>('SELECT count(*)::int AS n FROM answer');
    expect(after[0]!.n - before[0]!.n).toBe(taken.reduce((sum, index) => sum + index + 1, 0));
  });

  it.each([
    ['off the scale', { value: 9 }, 'OUT_OF_SCALE'],
    ['not a number of the scale', { value: 2.5 }, 'OUT_OF_SCALE'],
    ['a text for a level', { text: 'three' }, 'WRONG_TYPE'],
  ])('refuses an answer %s by name and keeps nothing', async (_, given, code) => {
    const client = await invite();
    const before = await application.database.query('SELECT count(*) FROM submission');
    const answer = await client.graphql(SUBMIT, {
      answers: [
        { itemId: wave.itemIds[0], value: 3 },
        { itemId: wave.itemIds[1], ...given },
      ],
    });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'VALIDATION', fields: [{ path: 'answers.1', code }] });
    expect(await application.database.query('SELECT count(*) FROM submission')).toEqual(before);
    expect((await client.data(SESSION)).respondentSession.state).toBe('OPEN');
  });

  it('refuses an answer to a question that the model does not have', async () => {
    const client = await invite();
    const answer = await client.graphql(SUBMIT, { answers: [{ itemId: 'nowhere', value: 3 }] });
    expect(answer.errors?.[0]?.extensions['fields']).toMatchObject([{ code: 'UNKNOWN_ITEM' }]);
  });

  it('refuses links that are unknown, tampered with, withdrawn', async () => {
    expect(await respondent('nonsense').errorCode(SESSION)).toBe('UNAUTHENTICATED');
    const token = tokenOf(wave.groups[0]!.link);
    expect(await respondent(`${token.slice(0, -3)}AAA`).errorCode(SESSION)).toBe('UNAUTHENTICATED');
    await officer.client.data(
      `mutation ($id: ID!) { setGroupLink(raterGroupId: $id, revoked: true) { linkRevoked } }`,
      {
        id: wave.groups[0]!.id,
      },
    );
    expect((await respondent(token).data(SESSION)).respondentSession.state).toBe('REVOKED');
    expect(await respondent(token).errorCode('mutation { beginResponse { token } }')).toBe('LINK_REVOKED');
  });

  it('joins nobody to answers where the wave is anonymous', async () => {
    const rows = await application.database.query<{ invitation_id: string | null }>(
      'SELECT invitation_id FROM submission WHERE assessment_id = $1',
      [wave.id],
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ invitation_id }) => invitation_id === null)).toBe(true);
  });

  it('does not show by a refusal who has answered an anonymous wave', async () => {
    const { createInvitations } = await officer.client.data(
      `mutation ($id: ID!, $invitees: [InviteeInput!]!) {
        createInvitations(assessmentId: $id, invitees: $invitees, sendMail: false) { link invitation { id } } }`,
      { id: wave.id, invitees: Array.from({ length: 2 }, () => ({ raterGroupId: wave.groups[0]!.id })) },
    );
    const [answered, silent] = createInvitations as { link: string; invitation: { id: string } }[];
    const client = respondent(tokenOf(answered!.link));
    await client.data(SUBMIT, { answers: [{ itemId: wave.itemIds[0], value: 3 }] });
    const counted = async () =>
      (
        await application.database.query('SELECT count(*)::int AS n FROM submission WHERE assessment_id = $1', [
          wave.id,
        ])
      )[0];
    const before = await counted();
    for (const operation of [
      'renewInvitation(id: $id) { invitation { state } }',
      'revokeInvitation(id: $id) { state }',
    ]) {
      const mutation = `mutation ($id: ID!) { ${operation} }`;
      const outcome = await officer.client.data(mutation, { id: answered!.invitation.id });
      expect(outcome).toEqual(await officer.client.data(mutation, { id: silent!.invitation.id }));
    }
    expect(await counted()).toEqual(before);
  });

  it('opens no second way to answer by a new link', async () => {
    const { createInvitations } = await officer.client.data(
      `mutation ($id: ID!, $invitees: [InviteeInput!]!) {
        createInvitations(assessmentId: $id, invitees: $invitees, sendMail: false) { link invitation { id } } }`,
      { id: wave.id, invitees: [{ raterGroupId: wave.groups[0]!.id }] },
    );
    const answers = [{ itemId: wave.itemIds[0], value: 3 }];
    await respondent(tokenOf(createInvitations[0].link)).data(SUBMIT, { answers });
    const { renewInvitation } = await officer.client.data('mutation ($id: ID!) { renewInvitation(id: $id) { link } }', {
      id: createInvitations[0].invitation.id,
    });
    expect(await respondent(tokenOf(renewInvitation.link)).errorCode(SUBMIT, { answers })).toBe('ALREADY_SUBMITTED');
  });

  it.each(['<script>', 'x'.repeat(5000), ''])('refuses %.12j as the language of the answers', async (locale) => {
    const client = await invite();
    const { errors } = await client.graphql(
      'mutation ($a: [AnswerInput!]!, $l: String!) { submitAnswers(answers: $a, locale: $l) { answered } }',
      { a: [{ itemId: wave.itemIds[0], value: 3 }], l: locale },
    );
    expect(errors?.[0]?.extensions['fields']).toEqual([expect.objectContaining({ path: 'locale' })]);
  });

  it('takes nothing after the wave is closed, and forgets what was begun', async () => {
    const other = await openWave(officer.client, `Closed ${randomUUID()}`);
    const group = respondent(tokenOf(other.groups[0]!.link));
    const { beginResponse } = await group.data('mutation { beginResponse { token } }');
    const client = respondent(beginResponse.token);
    const PERSONAL = '{ respondentSession { personal } }';
    for (const [link, personal] of [
      [group, false],
      [client, false],
      [await invite(), true],
    ] as const)
      expect((await link.data(PERSONAL)).respondentSession).toEqual({ personal });
    await client.data(SAVE, { answers: { [other.itemIds[0]!]: { value: 3 } }, revision: 0 });
    const { assessment } = await officer.client.data('query ($id: ID!) { assessment(id: $id) { version } }', {
      id: other.id,
    });
    await officer.client.data(
      'mutation ($id: ID!, $version: Int!) { closeAssessment(id: $id, version: $version) { state } }',
      {
        id: other.id,
        version: assessment.version,
      },
    );
    expect(await client.errorCode(SUBMIT, { answers: [{ itemId: other.itemIds[0], value: 3 }] })).toBe(
      'ASSESSMENT_CLOSED',
    );
    expect((await client.data(SESSION)).respondentSession).toMatchObject({ state: 'CLOSED', questionnaire: null });
    const drafts = `SELECT FROM answer_draft JOIN invitation i ON i.id = invitation_id WHERE i.assessment_id = $1`;
    expect(await application.database.query(drafts, [other.id])).toHaveLength(0);
  });

  it('does not open a draft wave to anybody', async () => {
    const draft = await draftWave(officer.client, `Draft ${randomUUID()}`);
    expect((await respondent(tokenOf(draft.groups[0]!.link)).data(SESSION)).respondentSession.state).toBe('CLOSED');
  });
});
