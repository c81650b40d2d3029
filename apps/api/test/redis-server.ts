import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LEFT_OUT = fileURLToPath(new URL('../../../test-results/left-out.txt', import.meta.url));

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
export function redisIsAvailable(suite: string): boolean {
  if (process.env['TEST_REDIS_URL'] || redisServerOnPath()) return true;
  mkdirSync(dirname(LEFT_OUT), { recursive: true });
  appendFileSync(LEFT_OUT, `${suite} on Redis was left out: no redis-server on the PATH and no TEST_REDIS_URL.\n`);
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

/** The Redis given by TEST_REDIS_URL, or a private one that keeps nothing. */
export async function startTestRedis(options: readonly string[] = []): Promise<TestRedis> {
  const given = process.env['TEST_REDIS_URL'];
  if (given && options.length === 0) return { url: given, stop: async () => undefined };
  const port = await freePort();
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
      ...options,
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
