import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Limits {
  readonly seconds: number;
  readonly megabytes: number;
}

/** The work took longer than it was given, or its process died of it. */
export class LimitReachedError extends Error {}

type FromChild<Message> =
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly reason: string };

/** However many ask: there are other things to do for the processors, and memory is shared. */
const AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

/** The file beside the module that runs it. Tests run from source, but another process only what was built. */
export const fileApart = (from: string, name: string): string =>
  fileURLToPath(new URL(name, from.replace('/apps/api/src/', '/apps/api/dist/')));

/**
 * Runs a file that calls `apart` in a process of its own, and hands over what it sends. For work on files of strangers:
 * whatever they make it do – run for ever, take all memory, end in a fatal error of the engine, which no thread survives
 * and no `catch` sees – ends there. That process gets no setting and no secret of this one.
 */
export async function runApart<Message>(
  file: string,
  input: unknown,
  limits: Limits,
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
  file: string,
  input: unknown,
  { seconds, megabytes }: Limits,
  received: (message: Message) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(file, [], {
      serialization: 'advanced',
      env: {},
      execArgv: [`--max-old-space-size=${megabytes}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    let outcome: FromChild<Message> | undefined;
    const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
    child.on('message', (sent) => {
      const from = sent as FromChild<Message>;
      if (from.kind === 'message') received(from.message);
      else outcome = from;
    });
    child.once('error', reject);
    child.once('close', () => {
      clearTimeout(timer);
      if (outcome?.kind === 'done') resolve();
      else if (outcome?.kind === 'failed') reject(new Error(outcome.reason));
      else reject(new LimitReachedError(`The work took more than ${seconds} s or ${megabytes} MB.`));
    });
    // Where the process is gone already, its end says why.
    child.send(input as object, () => undefined);
  });
}

/** What a file does that `runApart` runs. */
export function apart<Input, Message>(
  work: (input: Input, send: (message: Message) => void) => void | Promise<void>,
): void {
  const send = (what: FromChild<Message>, sent: () => void = () => undefined): void =>
    void process.send?.(what, undefined, undefined, sent);
  process.once('message', (input) => {
    void Promise.resolve()
      .then(() => work(input as Input, (message) => send({ kind: 'message', message })))
      .then(
        (): FromChild<Message> => ({ kind: 'done' }),
        (error: unknown): FromChild<Message> => ({
          kind: 'failed',
          reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
        }),
      )
      .then((last) => send(last, () => process.disconnect()));
  });
}
