import { letterTo } from '../../../test/letters.js';
import { SESSION_COOKIE } from '../../platform/auth/authentication.js';
import {
  startTestApplication,
  TEST_PASSWORD,
  type TestApplication,
  type TestMember,
} from '../../../test/test-application.js';

const INVITE = `mutation ($email: String!, $role: Role!, $teams: [ID!]!) {
  invitePerson(email: $email, name: "Mei Lin", role: $role, teamIds: $teams, leadOfTeamIds: $teams) {
    person { id state role teams { id lead } version } link expiresAt mailed } }`;
const RENEW = 'mutation ($id: ID!) { renewPersonInvitation(id: $id) { person { id state } link expiresAt } }';
const PREVIEW =
  'query ($token: String!) { membershipInvitation(token: $token) { organizationName email role expiresAt hasAccount } }';
const ACCEPT = `mutation ($token: String!, $name: String!, $password: String!) {
  acceptMembershipInvitation(token: $token, name: $name, password: $password) { name email role locale organization { id } } }`;
const SIGN_IN =
  'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { name } }';

const NEW_PASSWORD = 'a password of her own';

describe('an invitation to the organisation', () => {
  let application: TestApplication;
  let organizationId: string;
  let administrator: TestMember;
  let number = 0;
  let email: string;

  beforeAll(async () => {
    application = await startTestApplication({ PUBLIC_URL: 'https://touchstone.example.org/' });
  });
  beforeEach(async () => {
    organizationId = await application.organization('Harbour Bank');
    administrator = await application.member(organizationId, 'administrator');
    email = `mei.${(number += 1)}@example.org`;
  });
  afterAll(() => application.close());

  const invite = async (role = 'TEAM_LEAD', teams: string[] = []) => {
    const { invitePerson } = await administrator.client.data(INVITE, { email: email.toUpperCase(), role, teams });
    return { ...invitePerson, token: tokenIn(invitePerson.link) };
  };
  const tokenIn = (link: string): string => link.slice(link.indexOf('#') + 1);
  const accept = (token: string, password = NEW_PASSWORD, name = 'Mei Lin') =>
    application.anonymous.graphql(ACCEPT, { token, name, password });

  it('is a link that is shown once and of which only a hash is kept', async () => {
    const { createTeam } = await administrator.client.data(
      'mutation { createTeam(name: "Tellers", kind: OTHER) { id } }',
    );
    const { link, token, person, expiresAt } = await invite('TEAM_LEAD', [createTeam.id]);
    expect(link).toMatch(/^https:\/\/touchstone\.example\.org\/invitation#[\w-]{22}\.[\w-]{43}$/);
    expect(person).toMatchObject({ state: 'INVITED', role: 'TEAM_LEAD', teams: [{ id: createTeam.id, lead: true }] });
    expect(new Date(expiresAt).getTime() - Date.now()).toBeGreaterThan(13 * 86_400_000);
    const [row] = await application.database.query(
      `SELECT m.*, (SELECT string_agg(e::text, '') FROM audit_event e WHERE organization_id = $1) AS trail
       FROM membership m WHERE organization_id = $1 AND email = $2`,
      [organizationId, email],
    );
    expect(JSON.stringify(row)).not.toContain(token.split('.')[1]);
    expect(row?.['trail']).not.toContain(email);
  });

  it('is mailed, in the language that the person or else the organisation speaks', async () => {
    const { link, mailed } = await invite();
    expect(mailed).toBe(true);
    const letter = await letterTo(application, email);
    expect(letter).toMatchObject({ to: email, subject: 'Join Harbour Bank on Touchstone' });
    expect(letter.text).toContain(`${link}\n`);
    await application.database.query(`UPDATE organization SET locales = '{zh-CN,en}' WHERE id = $1`, [organizationId]);
    email = `wei.${number}@example.org`;
    await invite();
    expect((await letterTo(application, email)).subject).toBe('邀请您加入Harbour Bank的 Touchstone');
  });

  it('stands without its letter where the mail server does not answer', async () => {
    const unheard = await startTestApplication({ SMTP_URL: 'smtp://127.0.0.1:9' });
    try {
      const boss = await unheard.member(await unheard.organization('Harbour Bank'), 'administrator');
      const { invitePerson } = await boss.client.data(INVITE, { email, role: 'EXECUTIVE', teams: [] });
      expect(invitePerson.mailed).toBe(false);
      const token = tokenIn(invitePerson.link);
      expect((await unheard.anonymous.data(PREVIEW, { token })).membershipInvitation.email).toBe(email);
    } finally {
      await unheard.close();
    }
  });

  it('tells its holder what it is about', async () => {
    const { token } = await invite();
    expect(await application.anonymous.data(PREVIEW, { token })).toEqual({
      membershipInvitation: {
        organizationName: 'Harbour Bank',
        email,
        role: 'TEAM_LEAD',
        expiresAt: expect.any(String),
        hasAccount: false,
      },
    });
  });

  it('makes an account, signs in, and opens nothing a second time', async () => {
    const { token, person } = await invite();
    const response = await application.clientWith({ 'accept-language': 'zh-CN,zh;q=0.9' }).inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify({ query: ACCEPT, variables: { token, name: ' Mei Lin ', password: NEW_PASSWORD } }),
    });
    expect(response.json().data.acceptMembershipInvitation).toEqual({
      name: 'Mei Lin',
      email,
      role: 'TEAM_LEAD',
      locale: 'zh-CN',
      organization: { id: organizationId },
    });
    const cookie = response.cookies.find(({ name }) => name === SESSION_COOKIE);
    expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax' });
    const client = application.clientWith({ cookie: `${SESSION_COOKIE}=${cookie?.value}` });
    expect(await client.data('{ viewer { membershipId } }')).toEqual({ viewer: { membershipId: person.id } });

    expect(await application.anonymous.data(PREVIEW, { token })).toEqual({ membershipInvitation: null });
    expect((await accept(token)).errors?.[0]?.extensions.code).toBe('TOKEN_INVALID');
    expect((await application.anonymous.data(SIGN_IN, { email, password: NEW_PASSWORD })).signIn.name).toBe('Mei Lin');
    const acts = await application.database.query(
      'SELECT act, actor_kind, actor_id FROM audit_event WHERE organization_id = $1 AND object_id = $2 ORDER BY sequence',
      [organizationId, person.id],
    );
    expect(acts.slice(0, 2)).toEqual([
      { act: 'membership.invited', actor_kind: 'member', actor_id: administrator.membershipId },
      { act: 'membership.accepted', actor_kind: 'member', actor_id: person.id },
    ]);
  });

  it('is accepted once even when two hold the link', async () => {
    const { token } = await invite();
    const answers = await Promise.all([accept(token), accept(token), accept(token)]);
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    const [accounts] = await application.database.query('SELECT count(*)::int FROM account WHERE email = $1', [email]);
    expect(accounts).toEqual({ count: 1 });
  });

  it('joins an account that exists, with the password of that account and no other', async () => {
    const elsewhere = await application.member(await application.organization('Second'), 'contributor', email);
    const { token } = await invite();
    expect((await application.anonymous.data(PREVIEW, { token })).membershipInvitation.hasAccount).toBe(true);
    expect((await accept(token)).errors?.[0]?.extensions.code).toBe('INVALID_CREDENTIALS');
    expect((await accept(token, TEST_PASSWORD, '')).data).toMatchObject({
      acceptMembershipInvitation: { name: 'A contributor', email },
    });
    const { viewer } = await elsewhere.client.data('{ viewer { organizations { name role } } }');
    expect(viewer.organizations).toEqual([
      { name: 'Harbour Bank', role: 'TEAM_LEAD' },
      { name: 'Second', role: 'CONTRIBUTOR' },
    ]);
  });

  it('does not open another way to guess the password of an account', async () => {
    await application.member(await application.organization('Second'), 'contributor', email);
    const { token } = await invite();
    for (let attempt = 0; attempt < 8; attempt += 1) await accept(token);
    expect((await accept(token, TEST_PASSWORD)).errors?.[0]?.extensions.code).toBe('ACCOUNT_LOCKED');
  });

  it.each([
    ['too short a password', 'short', 'Mei', 'password'],
    ['no name', NEW_PASSWORD, '  ', 'name'],
  ])('refuses %s and stays open', async (_, password, name, path) => {
    const { token } = await invite();
    expect((await accept(token, password, name)).errors?.[0]?.extensions).toMatchObject({
      code: 'VALIDATION',
      fields: [expect.objectContaining({ path })],
    });
    expect((await accept(token)).errors).toBeUndefined();
  });

  it('expires', async () => {
    const { token, person } = await invite();
    await application.database.query(`UPDATE membership SET invite_expires_at = now() - interval '1 s' WHERE id = $1`, [
      person.id,
    ]);
    expect(await application.anonymous.data(PREVIEW, { token })).toEqual({ membershipInvitation: null });
    expect((await accept(token)).errors?.[0]?.extensions.code).toBe('LINK_EXPIRED');
  });

  it('is renewed while it is open: the link before is void then', async () => {
    const { token, person } = await invite();
    const { renewPersonInvitation } = await administrator.client.data(RENEW, { id: person.id });
    expect(await application.anonymous.data(PREVIEW, { token })).toEqual({ membershipInvitation: null });
    expect((await accept(token)).errors?.[0]?.extensions.code).toBe('TOKEN_INVALID');
    expect((await accept(tokenIn(renewPersonInvitation.link))).errors).toBeUndefined();
    expect(await administrator.client.errorCode(RENEW, { id: person.id })).toBe('NOT_INVITED');
  });

  it('ends with the membership that it announced', async () => {
    const { token, person } = await invite();
    await administrator.client.data(`mutation { endMembership(id: "${person.id}", version: 1) { state } }`);
    expect((await accept(token)).errors?.[0]?.extensions.code).toBe('TOKEN_INVALID');
    expect((await invite()).person.state).toBe('INVITED');
  });

  it('goes to nobody who is a member or invited already, and to addresses alone', async () => {
    await invite();
    expect(await administrator.client.errorCode(INVITE, { email, role: 'EXECUTIVE', teams: [] })).toBe(
      'ALREADY_MEMBER',
    );
    const self = { email: administrator.email, role: 'EXECUTIVE', teams: [] };
    expect(await administrator.client.errorCode(INVITE, self)).toBe('ALREADY_MEMBER');
    expect(await administrator.client.errorCode(INVITE, { ...self, email: 'nobody' })).toBe('VALIDATION');
  });

  it('of one organisation is nothing in another', async () => {
    const { token, person } = await invite();
    const second = await application.organization('Second');
    const other = await application.member(second, 'administrator');
    expect(await other.client.errorCode(RENEW, { id: person.id })).toBe('NOT_FOUND');
    const organization = Buffer.from(second.replaceAll('-', ''), 'hex').toString('base64url');
    const forged = `${organization}.${token.split('.')[1]}`;
    expect(await application.anonymous.data(PREVIEW, { token: forged })).toEqual({ membershipInvitation: null });
    for (const wrong of [forged, 'nonsense', '']) {
      expect((await accept(wrong)).errors?.[0]?.extensions.code).toBe('TOKEN_INVALID');
    }
  });
});
