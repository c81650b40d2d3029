import { Sweeps } from '../../platform/jobs/sweeps.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';
import { clearExpiredAccess } from './clear-expired.sweep.js';

describe('what has expired', () => {
  let application: TestApplication;
  let gone: TestMember;
  let here: TestMember;

  beforeAll(async () => {
    application = await startTestApplication();
    const organizationId = await application.organization('Harbour Bank');
    gone = await application.member(organizationId, 'contributor');
    here = await application.member(organizationId, 'contributor');
  });
  afterAll(() => application.close());

  it('is cleared away, and nothing else', async () => {
    const { query } = application.database;
    await query(`UPDATE session SET expires_at = now() - interval '1 s' WHERE account_id = $1`, [gone.accountId]);
    await query(
      `INSERT INTO password_reset (token_hash, account_id, expires_at)
       VALUES ('\\x01', $1, now() - interval '25 hours'), ('\\x02', $1, now() + interval '1 hour')`,
      [here.accountId],
    );
    await query(
      `INSERT INTO rate_limit VALUES ('old', 1, 1000), ('new', 1, extract(epoch FROM now())::bigint * 1000 + 60000)`,
    );
    await application.app.get(Sweeps).run(clearExpiredAccess);
    expect(await query('SELECT account_id FROM session')).toEqual([{ account_id: here.accountId }]);
    expect(await query(`SELECT encode(token_hash, 'hex') AS hash FROM password_reset`)).toEqual([{ hash: '02' }]);
    expect(await query(`SELECT key FROM rate_limit WHERE key NOT LIKE 'sign-in:%'`)).toEqual([{ key: 'new' }]);
    expect((await here.client.data('{ viewer { email } }')).viewer.email).toBe(here.email);
  });
});
