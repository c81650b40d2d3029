// How long npm start takes until requests are served and the sample programme is loaded: the first time, with nothing
// there, and again with its data. The floor is the embedded PostgreSQL alone, made and started in the same two ways.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmbeddedPostgres } from '../apps/api/dist/platform/database/embedded/embedded-postgres.js';
import { printLine } from './print-line.mjs';
import { freePort } from './served.mjs';

const ROUNDS = 3;
const READY = 'Touchstone is ready';
const KINDS = ['first', 'again'];
/** Said on a first start alone, once people can sign in. */
const SIGN_IN = 'Sign in already';

const START = fileURLToPath(new URL('../scripts/start.mjs', import.meta.url));

export async function run(name) {
  const best = { floor: {}, candidate: {} };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [side, start] of Object.entries({ floor: startDatabase, candidate: startAll })) {
      const directory = mkdtempSync(join(tmpdir(), 'touchstone-bench-'));
      try {
        for (const kind of KINDS) {
          const { seconds, signIn = Infinity } = await start(directory);
          best[side][kind] = Math.min(best[side][kind] ?? Infinity, seconds);
          best[side].signIn = Math.min(best[side].signIn ?? Infinity, signIn);
        }
      } finally {
        rmSync(directory, { recursive: true, force: true });
      }
    }
  }
  for (const kind of KINDS) {
    const [candidate, floor] = [best.candidate[kind], best.floor[kind]];
    printLine({
      name: `${name}, ${kind === 'first' ? 'the first time' : 'again'}`,
      ratio: candidate / floor,
      unit: 'seconds, in those that the embedded database alone takes',
      candidate,
      floor,
      n: ROUNDS,
      ...(kind === 'first' ? { secondsUntilSignIn: best.candidate.signIn } : {}),
    });
  }
}

async function startDatabase(directory) {
  const start = performance.now();
  const cluster = await startEmbeddedPostgres({ directory });
  const seconds = (performance.now() - start) / 1000;
  await cluster.stop();
  return { seconds };
}

/** As a person would see it: from the command to the line that says that it is ready. What is built already is not built. */
async function startAll(directory) {
  const start = performance.now();
  const child = spawn(process.execPath, [START], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: directory, PORT: String(await freePort()) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let signIn;
  const seconds = await new Promise((resolve, reject) => {
    let said = '';
    const passed = () => (performance.now() - start) / 1000;
    child.stdout.on('data', (text) => {
      said += text;
      if (said.includes(SIGN_IN)) signIn ??= passed();
      if (said.includes(READY)) resolve(passed());
    });
    ended.then(([code]) => reject(new Error(`npm start ended with ${code}: ${said.slice(-400)}`)));
  });
  child.kill('SIGTERM');
  await ended;
  return { seconds, signIn };
}
