import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { type Ran, runTouchstone } from '../../test/run-touchstone.js';
import { createTestDatabase, type TestDatabase } from '../../test/test-database.js';

const WORKER = fileURLToPath(new URL('../../dist/worker.js', import.meta.url));
const SLOW = 60_000;

describe('a database that lets nobody in', () => {
  let database: TestDatabase;
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-refusals-'));
  const environment = (url: string) => ({
    DATABASE_URL: url,
    SECRET_KEY: 'a secret key that only tests use, 32+',
    DATA_DIR: folder,
  });
  const withPart = (parts: Partial<URL>): string => Object.assign(new URL(database.urls.owner), parts).href;
  /** The start of a server or worker, as an administrator sees it. */
  const started = (url: string): Promise<Ran> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [WORKER], { env: { PATH: process.env['PATH'], ...environment(url) } });
      let err = '';
      let out = '';
      child.stderr.on('data', (text: Buffer) => (err += text.toString()));
      child.stdout.on('data', (text: Buffer) => (out += text.toString()));
      child.once('close', (code) => resolve({ code, out, err }));
    });

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it.each([
    ['a database that does not exist', { pathname: '/touchstnoe' }, 'touchstnoe', 'CREATE DATABASE'],
    ['a wrong password', { password: 'wrong' }, 'password authentication failed', 'DATABASE_URL'],
    ['an unknown login', { username: 'nobody_known' }, 'nobody_known', 'DATABASE_URL'],
    ['a port where nobody listens', { port: '1' }, 'ECONNREFUSED', 'check DATABASE_URL'],
  ] as const)(
    'is said in a sentence with a remedy: %s',
    async (_, parts, what, remedy) => {
      const url = withPart(parts);
      for (const command of [['migrate'], ['verify-audit']]) {
        const ran = await runTouchstone([...command, '--json'], environment(url));
        expect(ran.code).toBe(1);
        expect(JSON.parse(ran.out).error).toEqual({ code: 'DATABASE', message: ran.err.trim() });
        expect(ran.err).toContain(what);
        expect(ran.err).toContain(remedy);
        expect(ran.err.trim().split('\n')).toHaveLength(1);
      }
      const worker = await started(url);
      expect(worker.code).toBe(1);
      expect(worker.err).toContain(what);
      expect(worker.err).toContain(remedy);
      expect(worker.err + worker.out).not.toContain('    at ');
    },
    SLOW,
  );

  it(
    'is said of roles that the login was not granted',
    async () => {
      const admin = new pg.Client({ connectionString: process.env['TEST_SUPERUSER_URL'] });
      await admin.connect();
      const login = `lonely_${Date.now()}`;
      await admin.query(`CREATE ROLE ${login} LOGIN PASSWORD 'lonely'`);
      try {
        const url = withPart({ username: login, password: 'lonely' });
        const worker = await started(url);
        expect(worker.code).toBe(1);
        expect(worker.err).toContain('touchstone_');
        expect(worker.err).toContain('grant the login the roles');
        expect(worker.err + worker.out).not.toContain('    at ');
      } finally {
        await admin.query(`DROP ROLE ${login}`);
        await admin.end();
      }
    },
    SLOW,
  );
});
