import { startTestApplication, TEST_PASSWORD, type TestApplication } from '../../../test/test-application.js';

const SIGN_IN =
  'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { email } }';
const VIEWER = '{ viewer { email role organization { name } organizations { name } } }';

describe('signing in', () => {
  let application: TestApplication;
  let organizationId: string;

  beforeAll(async () => {
    application = await startTestApplication();
    organizationId = await application.organization('Harbour Bank');
  });
  afterAll(() => application.close());

  it('tells nobody who is not signed in anything', async () => {
    expect(await application.anonymous.data(VIEWER)).toEqual({ viewer: null });
  });

  it('says who is signed in, with role and organisation', async () => {
    const officer = await application.member(organizationId, 'programme_office', 'officer@example.org');
    expect(await officer.client.data(VIEWER)).toEqual({
      viewer: {
        email: 'officer@example.org',
        role: 'PROGRAMME_OFFICE',
        organization: { name: 'Harbour Bank' },
        organizations: [{ name: 'Harbour Bank' }],
      },
    });
  });

  it('gives the same answer for a wrong password and an unknown address', async () => {
    await application.member(organizationId, 'contributor', 'known@example.org');
    const wrong = await application.anonymous.graphql(SIGN_IN, {
      email: 'known@example.org',
      password: 'not the password',
    });
    const unknown = await application.anonymous.graphql(SIGN_IN, {
      email: 'nobody@example.org',
      password: 'not the password',
    });
    expect(wrong).toEqual(unknown);
    expect(wrong.errors?.[0]?.extensions.code).toBe('INVALID_CREDENTIALS');
  });

  it('locks an account after too many failures, even for the right password', async () => {
    await application.member(organizationId, 'contributor', 'guessed@example.org');
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await application.anonymous.errorCode(SIGN_IN, { email: 'guessed@example.org', password: 'wrong' });
    }
    expect(
      await application.anonymous.errorCode(SIGN_IN, { email: 'guessed@example.org', password: TEST_PASSWORD }),
    ).toBe('ACCOUNT_LOCKED');
  });

  it('looks at no more guesses when they come at once than when they come one by one', async () => {
    const { accountId } = await application.member(organizationId, 'contributor', 'rushed@example.org');
    await application.database.query('DELETE FROM rate_limit');
    const guess = (_: unknown, index: number) =>
      application.anonymous.errorCode(SIGN_IN, { email: 'rushed@example.org', password: `wrong ${index}` });
    const codes = await Promise.all(Array.from({ length: 24 }, guess));
    expect(codes.filter((code) => code === 'INVALID_CREDENTIALS')).toHaveLength(8);
    expect(codes.filter((code) => code === 'ACCOUNT_LOCKED')).toHaveLength(16);
    const [account] = await application.database.query('SELECT locked_until FROM account WHERE id = $1', [accountId]);
    expect(account?.['locked_until']).not.toBeNull();
  });

  it('locks an address that nobody has as it locks an account, so that the lock does not tell them apart', async () => {
    await application.member(organizationId, 'contributor', 'probed@example.org');
    const answersFor = async (email: string) => {
      await application.database.query('DELETE FROM rate_limit WHERE key LIKE $1', ['sign-in:%']);
      const answers = [];
      for (let attempt = 0; attempt < 10; attempt += 1) {
        answers.push(await application.anonymous.graphql(SIGN_IN, { email, password: 'wrong' }));
      }
      return answers;
    };
    const known = await answersFor('probed@example.org');
    expect(await answersFor('stranger@example.org')).toEqual(known);
    expect(known.map(({ errors }) => errors?.[0]?.extensions.code)).toEqual([
      ...Array.from({ length: 8 }, () => 'INVALID_CREDENTIALS'),
      ...['ACCOUNT_LOCKED', 'ACCOUNT_LOCKED'],
    ]);
  });

  it('counts nothing against an address from which people sign in rightly', async () => {
    const { email } = await application.member(organizationId, 'contributor');
    await application.database.query('DELETE FROM rate_limit');
    for (let time = 0; time < 35; time += 1) {
      await application.anonymous.data(SIGN_IN, { email, password: TEST_PASSWORD });
    }
  });

  it('refuses a session cookie without the header that other sites cannot send', async () => {
    const officer = await application.member(organizationId, 'executive');
    const response = await officer.client.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', 'x-touchstone-csrf': '' },
      payload: JSON.stringify({ query: VIEWER }),
    });
    expect(response.json().errors[0].extensions.code).toBe('FORBIDDEN');
  });

  it('ends with signing out', async () => {
    const member = await application.member(organizationId, 'contributor');
    await member.client.data('mutation { signOut }');
    expect(await member.client.data(VIEWER)).toEqual({ viewer: null });
    const acts = await application.database.query(
      'SELECT act FROM audit_event WHERE object_id = $1 ORDER BY sequence',
      [member.membershipId],
    );
    expect(acts.map(({ act }) => act)).toEqual(['membership.created', 'session.opened', 'session.closed']);
  });

  it('does not let a person switch to an organisation that is not theirs', async () => {
    const other = await application.organization('Another');
    const member = await application.member(organizationId, 'administrator');
    const SWITCH = 'mutation ($id: ID!) { switchOrganization(organizationId: $id) { organization { name } } }';
    expect(await member.client.errorCode(SWITCH, { id: other })).toBe('NOT_FOUND');
    expect(await member.client.errorCode(SWITCH, { id: 'nonsense' })).toBe('NOT_FOUND');
  });
});
