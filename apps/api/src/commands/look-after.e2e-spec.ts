import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Ran, runTouchstone } from '../../test/run-touchstone.js';
import { createTestDatabase, type TestDatabase } from '../../test/test-database.js';

const folder = mkdtempSync(join(tmpdir(), 'touchstone-command-line-'));
const backup = join(folder, 'whole.backup');
const SLOW = 60_000;

/** One installation from its first migration to its restored backup; each test stands on the one before. */
describe('looking after an installation from the command line', () => {
  let database: TestDatabase;
  let target: TestDatabase;
  let organisation: string;

  const on = (where: TestDatabase, parameters: readonly string[], input?: string): Promise<Ran> =>
    runTouchstone(
      parameters,
      { DATABASE_URL: where.urls.owner, SECRET_KEY: 'a secret key that only tests use, 32+', DATA_DIR: folder },
      input,
    );
  const touchstone = (...parameters: string[]): Promise<Ran> => on(database, parameters);
  const json = ({ out }: Ran) => JSON.parse(out);

  beforeAll(async () => {
    database = await createTestDatabase('template0');
    target = await createTestDatabase('template0');
  });
  afterAll(async () => {
    await database.drop();
    await target.drop();
    rmSync(folder, { recursive: true });
  });

  it(
    'says how it is called, and that it was called wrongly',
    async () => {
      const [help, nothing, wrong] = await Promise.all([
        touchstone('--help'),
        touchstone(),
        touchstone('migrate', '--backwards'),
      ]);
      expect(help).toMatchObject({ code: 0, err: '' });
      expect(help.out).toContain('Exit codes: 0 done, 1 failed, 2 called wrongly, 3 done and found problems.');
      expect(nothing).toMatchObject({ code: 2, out: '' });
      expect(wrong).toMatchObject({ code: 2, out: '', err: expect.stringContaining('unknown option') });
    },
    SLOW,
  );

  it(
    'names what waits to be migrated, asks for it, and migrates',
    async () => {
      expect(await touchstone('migrate', '--pending')).toMatchObject({
        code: 3,
        out: expect.stringContaining('Waiting to run:'),
      });
      const early = await touchstone('verify-audit', '--json');
      expect(early.code).toBe(1);
      expect(json(early).error).toEqual({ code: 'SCHEMA_BEHIND', message: early.err.trim() });
      const ran = await touchstone('migrate', '--json');
      expect(ran).toMatchObject({ code: 0, err: '' });
      expect(json(ran).ran.length).toBeGreaterThan(0);
      expect(await touchstone('migrate', '--pending', '--json')).toMatchObject({ code: 0, out: '{"pending":[]}\n' });
    },
    SLOW,
  );

  it(
    'makes an organisation with its administrator, or neither',
    async () => {
      const make = ['create-organisation', '--name', 'Alder Savings', '--admin', 'root@alder.example'];
      expect(await on(database, make, 'short\n')).toMatchObject({ code: 2, err: expect.stringMatching(/^password: /) });
      expect(await database.query('SELECT FROM organization')).toEqual([]);

      const made = await on(database, [...make, '--json'], 'a password of some length\n');
      expect(made).toMatchObject({ code: 0, err: '' });
      organisation = json(made).id;
      expect(await database.query('SELECT id, name FROM organization')).toEqual([
        { id: organisation, name: 'Alder Savings' },
      ]);
      expect(made.out).not.toContain('a password of some length');
    },
    SLOW,
  );

  it(
    'adds people to it, and names what is wrong with them',
    async () => {
      const add = ['create-user', '--email', 'lead@alder.example', '--name', 'Ada', '--role', 'team_lead'];
      const password = 'another password of some length';
      const [elsewhere, silent, added] = await Promise.all([
        on(database, [...add, '--organisation', 'Alder'], password),
        on(database, add),
        on(database, add, password),
      ]);
      expect(elsewhere).toMatchObject({
        code: 2,
        err: expect.stringContaining(`there are: Alder Savings (${organisation})`),
      });
      expect(silent).toMatchObject({ code: 2, err: expect.stringContaining('NEW_USER_PASSWORD') });
      expect(added).toMatchObject({ code: 0, out: 'lead@alder.example is team lead of Alder Savings.\n' });
      const again = await on(database, [...add, '--json'], password);
      expect(again.code).toBe(1);
      expect(json(again).error.code).toBe('ALREADY_MEMBER');
    },
    SLOW,
  );

  it(
    'does not put the sample programme beside an organisation of one’s own',
    async () => {
      const seed = await touchstone('seed', '--json');
      expect(seed.code).toBe(1);
      expect(json(seed).error.code).toBe('NOT_EMPTY');
    },
    SLOW,
  );

  it(
    'finds nothing where nothing is wrong, and a planted problem with its remedy',
    async () => {
      const well = await touchstone('doctor', '--json');
      expect(json(well)).toMatchObject({ healthy: true });
      expect(well.code).toBe(0);

      await database.query('ALTER TABLE answer NO FORCE ROW LEVEL SECURITY');
      const sick = await touchstone('doctor');
      expect(sick).toMatchObject({ code: 3, err: '' });
      expect(sick.out).toMatch(/^PROBLEM isolation +not forced on: answer$/m);
      const remedy = /Run: (ALTER TABLE .*;)$/m.exec(sick.out)![1]!;
      await database.query(remedy);
      expect(await touchstone('doctor')).toMatchObject({ code: 0 });
    },
    SLOW,
  );

  it(
    'backs up, and restores into an empty database with equal counts and intact chains',
    async () => {
      const written = await touchstone('backup', backup, '--json');
      expect(written).toMatchObject({ code: 0, err: '' });
      const cut = join(folder, 'cut.backup');
      writeFileSync(cut, readFileSync(backup).subarray(0, 2000));
      const [twice, intoUsed, damaged, missing] = await Promise.all([
        touchstone('backup', backup),
        touchstone('restore', backup),
        on(target, ['restore', cut, '--json']),
        on(target, ['restore', join(folder, 'none')]),
      ]);
      expect(twice).toMatchObject({ code: 2, err: expect.stringContaining('exists already') });
      expect(intoUsed).toMatchObject({
        code: 1,
        err: 'The database holds data already. Restore into an empty one.\n',
      });
      expect(damaged.code).toBe(1);
      expect(json(damaged).error.code).toBe('BACKUP');
      expect(missing).toMatchObject({ code: 2, out: '' });

      const restored = await on(target, ['restore', backup, '--json']);
      expect(restored).toMatchObject({ code: 0, err: '' });
      const { tables, audit } = json(restored);
      expect(tables).toEqual(json(written).tables);
      expect(audit.intact).toBe(true);
      for (const { name, rows } of tables as { name: string; rows: number }[])
        expect(await target.query(`SELECT count(*)::int AS rows FROM "${name}"`)).toEqual([{ rows }]);
      const [here, there] = await Promise.all([on(database, ['verify-audit', '--json']), on(target, ['verify-audit'])]);
      expect(here.code).toBe(0);
      const [{ events, headHash }] = json(here).chains;
      expect(there).toMatchObject({ code: 0, out: `ok      Alder Savings: ${events} events, head ${headHash}\n` });
    },
    SLOW,
  );

  it(
    'finds the event that somebody changed behind the application’s back',
    async () => {
      await target.query(`
        ALTER TABLE audit_event DISABLE TRIGGER USER;
        UPDATE audit_event SET act = 'nothing.happened' WHERE sequence = 2;
        ALTER TABLE audit_event ENABLE TRIGGER USER`);
      const [broken, sick] = await Promise.all([on(target, ['verify-audit', '--json']), on(target, ['doctor'])]);
      expect(broken.code).toBe(3);
      expect(json(broken)).toMatchObject({ intact: false, chains: [{ intact: false, brokenAtSequence: 2 }] });
      expect(sick).toMatchObject({
        code: 3,
        out: expect.stringMatching(/^PROBLEM audit +broken: Alder Savings at event 2$/m),
      });
    },
    SLOW,
  );

  it(
    'says in one sentence which setting or which file stands in the way',
    async () => {
      const [setting, gone] = await Promise.all([
        runTouchstone(['doctor', '--json'], { DATABASE_URL: 'mysql://nowhere' }),
        runTouchstone(['verify-audit'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing', DATA_DIR: folder }),
      ]);
      expect(setting.code).toBe(3);
      expect(json(setting).findings).toContainEqual(
        expect.objectContaining({
          check: 'configuration',
          state: 'problem',
          remedy: expect.stringContaining('DATABASE_URL'),
        }),
      );
      expect(gone).toMatchObject({
        code: 1,
        out: '',
        err: expect.stringMatching(/^The database does not answer .*\n$/),
      });
    },
    SLOW,
  );
});
