import { liveClient } from '../../../test/live-client.js';
import { startTestApplication, type TestApplication, type TestClient } from '../../../test/test-application.js';
import { openWave, tokenOf } from '../../../test/wave.js';

const CREATE_TEAM = 'mutation ($name: String!) { createTeam(name: $name, kind: OTHER) { id } }';
const CREATE_TOKEN =
  'mutation ($at: DateTime!) { createAccessToken(name: "x", scopes: [READ], expiresAt: $at) { secret } }';

const cursor = (...values: unknown[]): string => Buffer.from(JSON.stringify(values)).toString('base64url');

describe('input that is made to hurt', () => {
  let application: TestApplication;
  let officer: TestClient;
  let administrator: TestClient;
  let assessmentId: string;

  beforeAll(async () => {
    application = await startTestApplication();
    const organizationId = await application.organization('Harbour Bank');
    ({ client: officer } = await application.member(organizationId, 'programme_office'));
    ({ client: administrator } = await application.member(organizationId, 'administrator'));
    ({ id: assessmentId } = await openWave(officer));
  });
  afterAll(() => application.close());

  const problemsOf = async (client: TestClient, query: string, variables: Record<string, unknown>) => {
    const extensions = (await client.graphql(query, variables)).errors?.[0]?.extensions;
    return { code: extensions?.code, fields: extensions?.['fields'] };
  };
  const unstorable = (path: string, line = 1) =>
    expect.objectContaining({ path, code: 'unstorable_character', params: { line } });

  it.each(['null\u0000character', 'half a character \ud83d'])('names the field that holds %j', async (text) => {
    expect(await problemsOf(officer, CREATE_TEAM, { name: text })).toEqual({
      code: 'VALIDATION',
      fields: [unstorable('name')],
    });
    expect(await problemsOf(officer, 'query ($s: String) { people(search: $s) { totalCount } }', { s: text })).toEqual({
      code: 'VALIDATION',
      fields: [unstorable('search')],
    });
    const signIn = 'mutation ($s: String!) { signIn(email: $s, password: "x") { userId } }';
    expect(await problemsOf(application.anonymous, signIn, { s: text })).toEqual({
      code: 'VALIDATION',
      fields: [unstorable('email')],
    });
  });

  it('names it inside an input too, and in a long text the line', async () => {
    const invite = `mutation ($of: ID!, $who: [InviteeInput!]!) {
      createInvitations(assessmentId: $of, invitees: $who, sendMail: false) { link } }`;
    const who = [
      { raterGroupId: assessmentId, name: 'Ann' },
      { raterGroupId: assessmentId, name: 'B\u0000b' },
    ];
    expect(await problemsOf(officer, invite, { of: assessmentId, who })).toEqual({
      code: 'VALIDATION',
      fields: [unstorable('invitees.1.name')],
    });
    const importModel = 'mutation ($s: String!) { importMaturityModel(source: $s) { problems { code } } }';
    expect(await problemsOf(officer, importModel, { s: 'id: x\nname:\n  en: \u0000\n' })).toEqual({
      code: 'VALIDATION',
      fields: [unstorable('source', 3)],
    });
  });

  it('keeps whole characters of any plane', async () => {
    const { createTeam } = await officer.data('mutation ($n: String!) { createTeam(name: $n, kind: OTHER) { name } }', {
      n: '体验 🧭 𠮷',
    });
    expect(createTeam.name).toBe('体验 🧭 𠮷');
  });

  it('refuses values that nest without end before anything walks them', async () => {
    const [seat] = (
      await officer.data('query ($id: ID!) { assessment(id: $id) { raterGroups { link } } }', { id: assessmentId })
    ).assessment.raterGroups;
    const link = application.clientWith({ authorization: `Respondent ${tokenOf(seat.link)}` });
    const { beginResponse } = await link.data('mutation { beginResponse { token } }');
    const respondent = application.clientWith({ authorization: `Respondent ${beginResponse.token}` });
    let answers: unknown = 1;
    for (let depth = 0; depth < 4000; depth += 1) answers = { a: answers };
    const save = 'mutation ($answers: JSON!) { saveDraft(answers: $answers, revision: 0) { revision } }';
    expect(await problemsOf(respondent, save, { answers })).toEqual({
      code: 'VALIDATION',
      fields: [expect.objectContaining({ path: 'answers', code: 'too_deep' })],
    });
  });

  it('refuses cursors whose values do not fit the list', async () => {
    const lists = {
      assessments: '(after: $after)',
      teams: '(after: $after)',
      people: '(after: $after)',
      jobs: '(after: $after)',
      opportunities: '(after: $after)',
      initiatives: '(after: $after)',
      decisions: '(after: $after)',
      comments: `(after: $after, assessmentId: "${assessmentId}")`,
      invitations: `(after: $after, assessmentId: "${assessmentId}")`,
    };
    for (const [name, passed] of Object.entries(lists)) {
      for (const after of [
        cursor('x', 'y'),
        cursor({}, []),
        cursor('2026-13-45T00:00:00Z', 'y'),
        cursor('x'),
        cursor(null, null),
        cursor(2_147_483_648),
      ]) {
        const found = await problemsOf(officer, `query ($after: String) { ${name}${passed} { totalCount } }`, {
          after,
        });
        expect({ name, ...found }).toEqual({
          name,
          code: 'VALIDATION',
          fields: [expect.objectContaining({ path: 'after', code: 'bad_cursor' })],
        });
      }
    }
    const audit = 'query ($after: String) { auditEvents(after: $after) { totalCount } }';
    expect((await problemsOf(administrator, audit, { after: cursor('1; DROP') })).code).toBe('VALIDATION');
  });

  it('finds nothing under a group that is none', async () => {
    const list = 'query ($a: ID!, $g: ID) { invitations(assessmentId: $a, raterGroupId: $g) { totalCount } }';
    expect(await officer.errorCode(list, { a: assessmentId, g: 'nonsense' })).toBe('NOT_FOUND');
  });

  it('says of dates that are none that the request is wrong, not the service', async () => {
    for (const at of ['2026-11-21T99:00:00Z', '0000-01-01T00:00:00Z', '+275760-09-13T00:00:00Z', 'soon']) {
      expect({ at, code: await officer.errorCode(CREATE_TOKEN, { at }) }).toEqual({ at, code: 'BAD_USER_INPUT' });
      const inQuery = CREATE_TOKEN.replace('($at: DateTime!)', '').replace('$at', JSON.stringify(at));
      expect(await officer.errorCode(inQuery)).toMatch(/^(BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED)$/);
    }
  });

  it('says of queries that are too deep, wide or costly that they are, over HTTP and live', async () => {
    const deep = `${'... on Query { '.repeat(12)}viewer { email }${' }'.repeat(12)}`;
    const doubling = Array.from({ length: 12 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`).join(
      ' ',
    );
    // Each alone is little to write and selects little; together they would keep a connection for seconds.
    const walks = Array.from({ length: 4 }, (_, i) => `... { a${i}: trace(kind: TEAM, id: "x") { on } }`).join(' ');
    const wide = Array.from({ length: 40 }, (_, i) => `a${i}: viewer { email }`).join(' ');
    for (const query of [
      `{ ${deep} }`,
      `{ ...F0 } ${doubling} fragment F12 on Query { viewer { email } }`,
      `{ ${wide} }`,
      `{ ${walks} }`,
    ]) {
      const { errors } = await officer.graphql(query);
      expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
      expect(errors?.[0]?.message).toMatch(/limit/i);
    }
    await application.app.listen(0, '127.0.0.1');
    const live = liveClient(application, { ...officer.headers });
    const nested = `${'... on Subscription { '.repeat(12)}jobProgress(id: "x") { id }${' }'.repeat(12)}`;
    const refused = async () => {
      for await (const each of live.each(`subscription { ${nested} }`, {})) return each;
      return null;
    };
    await expect(refused()).rejects.toEqual([
      expect.objectContaining({ message: expect.stringMatching(/depth limit/) }),
    ]);
    live.close();
  });
});
