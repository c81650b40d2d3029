import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LEFT_OUT = fileURLToPath(new URL('../../../test-results/left-out.txt', import.meta.url));

const WITHOUT_REDIS =
  'Left out: the job suites on Redis, because redis-server is not on the PATH and TEST_REDIS_URL is not set. They ran on PostgreSQL.';

export interface TestRedis {
  readonly url: string;
  stop(): Promise<void>;
}

export const redisServerOnPath = (): boolean => {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** Whether the suites that need Redis can run; where not, it is written down for the last lines of `npm test`. */
export function redisIsAvailable(): boolean {
  if (process.env['TEST_REDIS_URL'] || redisServerOnPath()) return true;
  mkdirSync(dirname(LEFT_OUT), { recursive: true });
  const noted = existsSync(LEFT_OUT) ? readFileSync(LEFT_OUT, 'utf8') : '';
  if (!noted.includes(WITHOUT_REDIS)) appendFileSync(LEFT_OUT, `${WITHOUT_REDIS}\n`);
  return false;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** The Redis given by TEST_REDIS_URL, or a private one that keeps nothing; with options always a private one. */
export async function startTestRedis(options?: readonly string[], at?: number): Promise<TestRedis> {
  const given = process.env['TEST_REDIS_URL'];
  if (given && !options) return { url: given, stop: async () => undefined };
  const port = at ?? (await freePort());
  const server = spawn(
    'redis-server',
    [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
      '--maxmemory-policy',
      'noeviction',
      ...(options ?? []),
    ],
    { cwd: mkdtempSync(join(tmpdir(), 'touchstone-redis-')), stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await new Promise<void>((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`redis-server ended with ${code}.`)));
    server.stdout.on('data', (text: Buffer) => {
      if (/Ready to accept connections/i.test(text.toString())) resolve();
    });
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.removeAllListeners('exit');
        server.once('exit', () => resolve());
        server.kill('SIGTERM');
      }),
  };
}
