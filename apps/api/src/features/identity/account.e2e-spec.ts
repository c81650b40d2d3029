import { SESSION_COOKIE } from '../../platform/auth/authentication.js';
import {
  startTestApplication,
  TEST_PASSWORD,
  type TestApplication,
  type TestClient,
  type TestMember,
} from '../../../test/test-application.js';

const VIEWER = '{ viewer { name locale } }';
const PROFILE =
  'mutation ($name: String!, $locale: String!) { updateProfile(name: $name, locale: $locale) { name locale } }';
const CHANGE =
  'mutation ($current: String!, $next: String!) { changePassword(currentPassword: $current, newPassword: $next) }';
const SIGN_IN =
  'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { name } }';
const NEXT = 'another good password';

describe('one’s own account', () => {
  let application: TestApplication;
  let organizationId: string;
  let member: TestMember;

  beforeAll(async () => {
    application = await startTestApplication();
    organizationId = await application.organization('Harbour Bank');
  });
  beforeEach(async () => {
    member = await application.member(organizationId, 'contributor');
  });
  afterAll(() => application.close());

  const anotherSession = async (): Promise<TestClient> => {
    const response = await application.anonymous.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify({ query: SIGN_IN, variables: { email: member.email, password: TEST_PASSWORD } }),
    });
    const cookie = response.cookies.find(({ name }) => name === SESSION_COOKIE)?.value;
    return application.clientWith({ cookie: `${SESSION_COOKIE}=${cookie}` });
  };

  it('takes a new name and language, shown wherever the person is', async () => {
    const { updateProfile } = await member.client.data(PROFILE, { name: ' Mei Lin ', locale: 'zh-CN' });
    expect(updateProfile).toEqual({ name: 'Mei Lin', locale: 'zh-CN' });
    expect((await member.client.data(VIEWER)).viewer).toEqual({ name: 'Mei Lin', locale: 'zh-CN' });
    const { people } = await member.client.data(`{ people(search: "Mei Lin") { edges { node { id } } } }`);
    expect(people.edges).toEqual([{ node: { id: member.membershipId } }]);
    const [event] = await application.database.query(
      `SELECT changes::text FROM audit_event WHERE object_id = $1 AND act = 'profile.updated'`,
      [member.accountId],
    );
    expect(event?.['changes']).not.toContain('Mei Lin');
  });

  it.each([
    [{ name: ' ', locale: 'en' }, 'name'],
    [{ name: 'x'.repeat(201), locale: 'en' }, 'name'],
    [{ name: 'Mei', locale: 'fr' }, 'locale'],
  ])('refuses %j', async (profile, path) => {
    const { errors } = await member.client.graphql(PROFILE, profile);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'VALIDATION', fields: [{ path }] });
  });

  it('takes a new password for the old one, and signs out whoever else was signed in', async () => {
    const other = await anotherSession();
    expect((await other.data(VIEWER)).viewer).not.toBeNull();
    await member.client.data(CHANGE, { current: TEST_PASSWORD, next: NEXT });
    expect((await member.client.data(VIEWER)).viewer).not.toBeNull();
    expect(await other.data(VIEWER)).toEqual({ viewer: null });
    const { email } = member;
    expect(await application.anonymous.errorCode(SIGN_IN, { email, password: TEST_PASSWORD })).toBe(
      'INVALID_CREDENTIALS',
    );
    await application.anonymous.data(SIGN_IN, { email, password: NEXT });
  });

  it('does not take a new password without the old one, nor a weak one', async () => {
    const wrong = await member.client.graphql(CHANGE, { current: 'not the password', next: NEXT });
    expect(wrong.errors?.[0]?.extensions).toMatchObject({
      code: 'VALIDATION',
      fields: [{ path: 'currentPassword', code: 'wrong_password' }],
    });
    for (const next of ['short', 'aaaaaaaaaaaa', 'x'.repeat(201)]) {
      const weak = await member.client.graphql(CHANGE, { current: TEST_PASSWORD, next });
      expect(weak.errors?.[0]?.extensions).toMatchObject({ code: 'VALIDATION', fields: [{ path: 'newPassword' }] });
    }
    await application.anonymous.data(SIGN_IN, { email: member.email, password: TEST_PASSWORD });
  });

  it('does not let somebody at an open screen guess the password', async () => {
    const codes: (string | undefined)[] = [];
    for (let attempt = 0; attempt < 9; attempt += 1) {
      codes.push(await member.client.errorCode(CHANGE, { current: `guess ${attempt}`, next: NEXT }));
    }
    expect(codes.slice(0, 8)).toEqual(Array(8).fill('VALIDATION'));
    expect(codes[8]).toBe('RATE_LIMITED');
    expect(await member.client.errorCode(CHANGE, { current: TEST_PASSWORD, next: NEXT })).toBe('RATE_LIMITED');
  });

  it('is nobody else’s', async () => {
    expect(await application.anonymous.errorCode(PROFILE, { name: 'Nobody', locale: 'en' })).toBe('UNAUTHENTICATED');
    expect(await application.anonymous.errorCode(CHANGE, { current: TEST_PASSWORD, next: NEXT })).toBe(
      'UNAUTHENTICATED',
    );
  });
});
