import { startTestApplication, type TestApplication } from '../../../test/test-application.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Sweeps } from '../jobs/sweeps.js';
import type { MemberPrincipal } from '../tenancy/principal.js';
import { Idempotency } from './idempotency.js';
import { clearIdempotencyKeys } from './idempotency-clean-up.js';

describe('repeated requests', () => {
  let application: TestApplication;
  let officer: MemberPrincipal;
  let colleague: MemberPrincipal;
  let worked: number;

  const run = (principal: MemberPrincipal, key: string, request: unknown, work?: () => Promise<unknown>) =>
    application.app.get(UnitOfWork).write(principal, (transaction) =>
      application.app.get(Idempotency).run(
        transaction,
        { operation: 'createWave', key, request },
        work ??
          (async () => {
            worked += 1;
            await transaction.query(
              'UPDATE organization SET minimum_group_size = minimum_group_size + 1 WHERE id = $1',
              [principal.organizationId],
            );
            return { id: `wave ${worked}` };
          }),
      ),
    );
  const size = async (): Promise<number | undefined> =>
    (
      await application.database.query<{ size: number }>(
        'SELECT minimum_group_size AS size FROM organization WHERE id = $1',
        [officer.organizationId],
      )
    )[0]?.size;

  beforeAll(async () => {
    application = await startTestApplication();
    const organizationId = await application.organization('Harbour Bank');
    [officer, colleague] = (await Promise.all(
      ['programme_office', 'programme_office'].map(async (role) => ({
        kind: 'member',
        organizationId,
        role,
        teamIds: [],
        locale: 'en',
        ...(await application.member(organizationId, role as 'programme_office')),
      })),
    )) as unknown as [MemberPrincipal, MemberPrincipal];
  });
  beforeEach(() => {
    worked = 0;
  });
  afterAll(() => application.close());

  it('do the work once and are answered the same', async () => {
    expect(await run(officer, 'first-key', { name: 'Q1' })).toEqual({ id: 'wave 1' });
    expect(await run(officer, 'first-key', { name: 'Q1' })).toEqual({ id: 'wave 1' });
    expect([worked, await size()]).toEqual([1, 6]);
  });

  it('are refused when they ask for something else under the same key', async () => {
    await run(officer, 'second-key', { name: 'Q1' });
    await expect(run(officer, 'second-key', { name: 'Q2' })).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('of different people never meet', async () => {
    await run(officer, 'third-key', { name: 'Q1' });
    expect(await run(colleague, 'third-key', { name: 'other' })).toEqual({ id: 'wave 2' });
  });

  it('at the same moment wait for each other', async () => {
    const before = await size();
    const answers = await Promise.all([1, 2, 3, 4].map(() => run(officer, 'fourth-key', { name: 'Q1' })));
    expect(answers).toEqual(Array(4).fill({ id: 'wave 1' }));
    expect(await size()).toBe((before ?? 0) + 1);
  });

  it('may try again after a failure, because nothing of it was kept', async () => {
    const failing = run(officer, 'fifth-key', {}, async () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await run(officer, 'fifth-key', {})).toEqual({ id: 'wave 1' });
  });

  it('need a key of a sensible length', async () => {
    for (const key of ['short', 'x'.repeat(201)]) {
      await expect(run(officer, key, {})).rejects.toMatchObject({ code: 'VALIDATION' });
    }
  });

  it('are forgotten after two days', async () => {
    await run(officer, 'sixth-key-kept', {});
    await run(officer, 'sixth-key-old', {});
    await application.database.query(
      `UPDATE idempotency_key SET created_at = now() - interval '49 hours' WHERE key = 'sixth-key-old'`,
    );
    await application.app.get(Sweeps).run(clearIdempotencyKeys);
    expect(await application.database.query(`SELECT key FROM idempotency_key WHERE key LIKE 'sixth%'`)).toEqual([
      { key: 'sixth-key-kept' },
    ]);
  });
});
