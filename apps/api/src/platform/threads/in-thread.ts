import { Worker } from 'node:worker_threads';

export interface ThreadLimits {
  readonly seconds: number;
  readonly megabytes: number;
}

/** The thread took longer, or more memory, than it was given. */
export class ThreadLimitError extends Error {}

/** However many ask: there are other things to do for the processors, and memory is shared. */
const AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

/** The file of a thread beside the module that starts it. Tests run from source, but threads only from what was built. */
export const threadFile = (from: string, name: string): URL =>
  new URL(name, from.replace('/apps/api/src/', '/apps/api/dist/'));

/** Runs a file in a thread of its own until it ends by itself, and hands over what it sends. */
export async function inThread<Message>(
  file: URL,
  input: unknown,
  limits: ThreadLimits,
  received: (message: Message) => void,
): Promise<void> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    await run(file, input, limits, received);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

function run<Message>(
  file: URL,
  input: unknown,
  { seconds, megabytes }: ThreadLimits,
  received: (message: Message) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(file, { workerData: input, resourceLimits: { maxOldGenerationSizeMb: megabytes } });
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      void thread.terminate();
    }, seconds * 1000);
    thread.on('message', received);
    thread.once('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new ThreadLimitError(error.message) : error);
    });
    thread.once('exit', () => {
      clearTimeout(timer);
      if (late) reject(new ThreadLimitError(`The thread took longer than ${seconds} s.`));
      else resolve();
    });
  });
}
