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
