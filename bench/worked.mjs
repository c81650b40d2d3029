// The worker as it is run in production, in a process of its own.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const WORKER = fileURLToPath(new URL('../apps/api/dist/worker.js', import.meta.url));
const MEMORY = new URL('report-memory.mjs', import.meta.url).href;

/** Options for the worker's Node, e.g. BENCH_WORKER_OPTIONS="--max-old-space-size=128". */
const options = () => (process.env.BENCH_WORKER_OPTIONS ?? '').split(' ').filter(Boolean);

/** Runs jobs of an installation while `work` goes on, which can ask for the most memory that the worker has held so far. */
export async function withWorker({ url, secretKey, directory }, work) {
  const child = fork(WORKER, [], {
    execArgv: [...options(), '--import', MEMORY],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      PATH: process.env.PATH,
      DATA_DIR: directory,
      DATABASE_URL: url,
      SECRET_KEY: secretKey,
      LOG_LEVEL: 'error',
    },
  });
  const ended = once(child, 'exit');
  const mostMemory = async () => {
    child.send('most memory');
    const [bytes] = await Promise.race([once(child, 'message'), ended.then(([code]) => gone(code))]);
    return bytes;
  };
  try {
    return await work(mostMemory);
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

function gone(code) {
  throw new Error(`The worker ended with ${code}.`);
}
