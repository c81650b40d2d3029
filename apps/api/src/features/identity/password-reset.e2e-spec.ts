import { letterTo, lettersTo, tokenInLetter } from '../../../test/letters.js';
import {
  startTestApplication,
  TEST_PASSWORD,
  type TestApplication,
  type TestMember,
} from '../../../test/test-application.js';
import { eventually } from '../../../test/eventually.js';
import { ANSWER_AFTER_MS } from './password-reset.service.js';

const REQUEST = 'mutation ($email: String!) { requestPasswordReset(email: $email) }';
const RESET = 'mutation ($token: String!, $password: String!) { resetPassword(token: $token, newPassword: $password) }';
const SIGN_IN =
  'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { name } }';
const PASSWORD = 'another good password';

describe('a forgotten password', () => {
  let application: TestApplication;
  let organizationId: string;
  let member: TestMember;
  let address = 0;

  beforeAll(async () => {
    application = await startTestApplication({
      PUBLIC_URL: 'https://touchstone.example.org',
      TRUST_PROXY: 'true',
      RUN_WORKERS: 'true',
    });
    organizationId = await application.organization('Harbour Bank');
  });
  beforeEach(async () => {
    member = await application.member(organizationId, 'contributor');
    address += 1;
  });
  afterAll(() => application.close());

  /** Every test comes from an address of its own, so that one does not use up what another may ask. */
  const visitor = () => application.clientWith({ 'x-forwarded-for': `192.0.2.${address}` });
  const request = (email: string) => visitor().graphql(REQUEST, { email });
  const reset = (token: string, password = PASSWORD) => visitor().errorCode(RESET, { token, password });

  it('is replaced through a link that is mailed', async () => {
    await request(member.email.toUpperCase());
    const letter = await letterTo(application, member.email);
    expect(letter.text).toMatch(/https:\/\/touchstone\.example\.org\/reset#[\w-]{43}\n/);
    const token = tokenInLetter(letter);
    expect(await reset(token)).toBeUndefined();
    await visitor().data(SIGN_IN, { email: member.email, password: PASSWORD });
    expect(await visitor().errorCode(SIGN_IN, { email: member.email, password: TEST_PASSWORD })).toBe(
      'INVALID_CREDENTIALS',
    );
    const [trail] = await application.database.query(
      `SELECT actor_id, object_id FROM audit_event WHERE act = 'password.reset' AND organization_id = $1`,
      [organizationId],
    );
    expect(trail).toEqual({ actor_id: member.membershipId, object_id: member.accountId });
  });

  it('counts requests by the address that the proxy saw, not by what the client wrote before it', async () => {
    const codes = [];
    for (let time = 0; time < 11; time += 1) {
      const forged = { 'x-forwarded-for': `198.51.100.${time}, 192.0.2.${address}` };
      codes.push(await application.clientWith(forged).errorCode(REQUEST, { email: 'nobody@example.org' }));
    }
    expect(codes).toEqual([...Array.from({ length: 10 }, () => undefined), 'RATE_LIMITED']);
  });

  it('writes in the language of the account', async () => {
    await application.database.query(`UPDATE account SET locale = 'zh-CN' WHERE id = $1`, [member.accountId]);
    await request(member.email);
    expect((await letterTo(application, member.email)).subject).toBe('重置您的 Touchstone 密码');
  });

  it('gives the same answer, no sooner, for an address that is unknown, and writes to nobody', async () => {
    const answers: unknown[] = [];
    for (const email of [member.email, 'nobody@example.org', 'not an address']) {
      const started = performance.now();
      answers.push(await request(email));
      expect(performance.now() - started).toBeGreaterThan(ANSWER_AFTER_MS - 5);
    }
    expect(answers).toEqual(Array(3).fill({ data: { requestPasswordReset: true } }));
    await letterTo(application, member.email);
    expect(await lettersTo(application, 'nobody@example.org')).toEqual([]);
    const [jobs] = await application.database.query(
      `SELECT count(*)::int FROM job WHERE name = 'send-password-reset' AND payload ->> 'accountId' = $1`,
      [member.accountId],
    );
    expect(jobs).toEqual({ count: 1 });
  });

  it('keeps the secret in the letter alone: no job, no event, no table holds it', async () => {
    await request(member.email);
    const token = tokenInLetter(await letterTo(application, member.email));
    const ledger = await application.database.query('SELECT payload, result FROM job WHERE name = $1', [
      'send-password-reset',
    ]);
    expect(ledger.map(({ payload }) => Object.keys(payload))).toEqual(ledger.map(() => ['accountId']));
    const [stored] = await application.database.query(
      `SELECT (SELECT string_agg(j::text, '') FROM job j) || (SELECT string_agg(e::text, '') FROM audit_event e)
           || (SELECT string_agg(r::text, '') FROM password_reset r) AS everything`,
    );
    expect(stored?.['everything']).not.toContain(token);
    expect(stored?.['everything']).not.toContain(member.email);
  });

  it('opens once, and only one of two who use the link at once comes through', async () => {
    await request(member.email);
    const token = tokenInLetter(await letterTo(application, member.email));
    const codes = await Promise.all([reset(token), reset(token, 'yet another password')]);
    expect(codes.sort()).toEqual(['TOKEN_INVALID', undefined]);
    expect(await reset(token)).toBe('TOKEN_INVALID');
  });

  it('voids the other links once one was used', async () => {
    await request(member.email);
    const first = tokenInLetter(await letterTo(application, member.email));
    await request(member.email);
    const second = tokenInLetter(await letterTo(application, member.email, 2));
    expect(second).not.toBe(first);
    expect(await reset(second)).toBeUndefined();
    expect(await reset(first)).toBe('TOKEN_INVALID');
  });

  it('expires after an hour', async () => {
    await request(member.email);
    const token = tokenInLetter(await letterTo(application, member.email));
    const [row] = await application.database.query(
      'SELECT extract(epoch FROM expires_at - created_at)::int AS valid FROM password_reset WHERE account_id = $1',
      [member.accountId],
    );
    expect(row).toEqual({ valid: 3600 });
    await application.database.query(
      `UPDATE password_reset SET expires_at = now() - interval '1 s' WHERE account_id = $1`,
      [member.accountId],
    );
    expect(await reset(token)).toBe('TOKEN_INVALID');
  });

  it('stays open for a password that will do', async () => {
    await request(member.email);
    const token = tokenInLetter(await letterTo(application, member.email));
    expect(await reset(token, 'short')).toBe('VALIDATION');
    expect(await reset(token)).toBeUndefined();
  });

  it('unlocks the account and signs everybody out', async () => {
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await visitor().errorCode(SIGN_IN, { email: member.email, password: 'wrong' });
    }
    expect(await visitor().errorCode(SIGN_IN, { email: member.email, password: TEST_PASSWORD })).toBe('ACCOUNT_LOCKED');
    await request(member.email);
    expect(await reset(tokenInLetter(await letterTo(application, member.email)))).toBeUndefined();
    expect(await member.client.data('{ viewer { name } }')).toEqual({ viewer: null });
    await visitor().data(SIGN_IN, { email: member.email, password: PASSWORD });
  });

  it('sends three letters an hour and does not say when it stops', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect(await request(member.email)).toEqual({ data: { requestPasswordReset: true } });
    }
    await letterTo(application, member.email, 3);
    await eventually(
      () =>
        application.database.query(
          `SELECT state FROM job WHERE name = 'send-password-reset' AND payload ->> 'accountId' = $1`,
          [member.accountId],
        ),
      (jobs) => jobs.length > 0 && jobs.every(({ state }) => state === 'completed'),
    );
    expect(await lettersTo(application, member.email)).toHaveLength(3);
  });

  it('is asked for ten times from one place, whoever it is about', async () => {
    const codes: (string | undefined)[] = [];
    for (let attempt = 0; attempt < 11; attempt += 1) {
      codes.push(await visitor().errorCode(REQUEST, { email: `nobody.${attempt}@example.org` }));
    }
    expect(codes).toEqual([...Array(10).fill(undefined), 'RATE_LIMITED']);
  });

  it.each(['', 'nonsense'])('does not open to "%s"', async (token) => {
    expect(await reset(token)).toBe('TOKEN_INVALID');
  });
});
