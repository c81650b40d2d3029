// The worker as it is run in production, in a process of its own.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const WORKER = fileURLToPath(new URL('../apps/api/dist/worker.js', import.meta.url));
const MEMORY = new URL('report-memory.mjs', import.meta.url).href;

/**
 * Runs jobs of an installation while `work` goes on, which can ask for the most memory that the worker
 * has held so far. A heap that is held small shows what the work needs; left alone, Node clears away late.
 */
export async function withWorker({ url, secretKey, directory }, work, { heapMegabytes } = {}) {
  const child = fork(WORKER, [], {
    execArgv: [...(heapMegabytes ? [`--max-old-space-size=${heapMegabytes}`] : []), '--import', MEMORY],
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
