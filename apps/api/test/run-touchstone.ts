import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const BINARY = fileURLToPath(new URL('../bin/touchstone.js', import.meta.url));

export interface Ran {
  /** Null where it was killed before it could say one. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ran>;
}

/** The real command line as a process of its own, from the built files, with an environment that holds what is given only. */
export function startTouchstone(
  parameters: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  input = '',
): Running {
  const child = spawn(process.execPath, [BINARY, ...parameters], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  child.stdin.on('error', () => undefined).end(input);
  const ended = new Promise<Ran>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err }));
  });
  return { child, ended };
}

export const runTouchstone = (...asked: Parameters<typeof startTouchstone>): Promise<Ran> =>
  startTouchstone(...asked).ended;
