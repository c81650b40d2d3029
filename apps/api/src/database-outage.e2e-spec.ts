import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventually } from '../test/eventually.js';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return port;
}

describe('a server whose database is killed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-outage-'));
  let server: ChildProcess;
  let url: string;

  const statusOf = (path: string, init?: RequestInit): Promise<number> =>
    fetch(`${url}${path}`, init).then(
      ({ status }) => status,
      () => 0,
    );
  /** Looks for the account, so it needs the database. */
  const signIn = () =>
    fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-touchstone-csrf': '1' },
      body: JSON.stringify({
        query: 'mutation { signIn(email: "nobody@example.org", password: "not the password") { locale } }',
      }),
    });

  beforeAll(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    server = spawn(process.execPath, [MAIN], {
      env: { PATH: process.env['PATH'], DATA_DIR: folder, PORT: String(port), SAMPLE_PROGRAMME: 'false' },
      stdio: 'ignore',
    });
    await eventually(
      () => statusOf('/health/ready'),
      (status) => status === 200,
      60_000,
    );
  }, 90_000);
  afterAll(async () => {
    const ended = new Promise((done) => server.once('exit', done));
    server.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true });
  }, 30_000);

  it('answers 503 at once, and works again without being started again', async () => {
    expect((await signIn()).status).toBe(200);
    const pid = Number.parseInt(readFileSync(join(folder, 'postgres/cluster/postmaster.pid'), 'utf8'), 10);
    process.kill(pid, 'SIGKILL');
    const refused = await eventually(
      () => signIn(),
      ({ status }) => status === 503,
    );
    expect(refused.headers.get('retry-after')).toBe('5');
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
    const back = await eventually(
      () => signIn(),
      ({ status }) => status === 200,
      60_000,
    );
    expect(await back.json()).toMatchObject({ errors: [{ extensions: { code: 'INVALID_CREDENTIALS' } }] });
  }, 90_000);
});
