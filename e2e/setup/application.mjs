// Starts and stops the built application as its user does: one process, a directory of its own, nothing else configured.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, closeSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MAIN = join(ROOT, 'apps/api/dist/main.js');
/** Two years of the sample's numbers come in first; on a busy machine that takes minutes. */
const START_WITHIN_MS = 300_000;
const STOP_WITHIN_MS = 30_000;

/** @returns {Promise<number>} a port nobody listens on */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (!address || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}

/** @param {string} directory */
const logOf = (directory) => join(directory, 'application.log');

/** @param {number} pid */
function runs(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {{ directory: string, port: number }} where data of an earlier start in the same directory is kept
 * @returns {Promise<number>} its process, once it said that it is ready
 */
export async function startApplication({ directory, port }) {
  if (!existsSync(MAIN)) throw new Error('The application is not built; run: npm run build');
  mkdirSync(directory, { recursive: true });
  const log = logOf(directory);
  const before = existsSync(log) ? readFileSync(log, 'utf8').length : 0;
  const output = openSync(log, 'a');
  const own = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'USER'];
  const child = spawn(process.execPath, [MAIN], {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', output, output],
    env: {
      ...Object.fromEntries(own.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))),
      DATA_DIR: join(directory, 'data'),
      PORT: String(port),
      PUBLIC_URL: `http://localhost:${port}`,
      SAMPLE_PROGRAMME: 'true',
    },
  });
  closeSync(output);
  child.unref();
  const pid = child.pid ?? -1;
  const until = Date.now() + START_WITHIN_MS;
  while (Date.now() < until) {
    const said = readFileSync(log, 'utf8').slice(before);
    if (said.includes('is ready')) return pid;
    if (!runs(pid)) throw new Error(`The application did not start:\n${said}`);
    await pause(100);
  }
  await stopApplication(pid, 'SIGKILL');
  throw new Error(`The application was not ready in time; its log:\n${readFileSync(log, 'utf8').slice(-4000)}`);
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} [signal]
 */
export async function stopApplication(pid, signal = 'SIGTERM') {
  if (!runs(pid)) return;
  process.kill(pid, signal);
  const until = Date.now() + STOP_WITHIN_MS;
  while (runs(pid)) {
    if (Date.now() > until) {
      process.kill(pid, 'SIGKILL');
      throw new Error('The application did not stop when it was asked to.');
    }
    await pause(50);
  }
}
