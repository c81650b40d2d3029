import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { usageError } from './command-error.js';
import type { Streams } from './command-line.js';

const PASSWORD_VARIABLE = 'NEW_USER_PASSWORD';

export const PASSWORD_HELP = `password is read from ${PASSWORD_VARIABLE}, from standard input, or asked for. An account that exists keeps its own.`;

/**
 * A password from the environment, from standard input, or asked for twice at a terminal. Never from an argument: the
 * arguments of a process can be read by every user of the machine, and stay in the shell's history.
 */
export async function readPassword(streams: Streams): Promise<string> {
  const given = streams.environment[PASSWORD_VARIABLE];
  if (given) return given;
  if (!streams.input.isTTY) {
    const line = (await text(streams.input)).split(/\r?\n/)[0] ?? '';
    if (line) return line;
    throw usageError(`Give the password in ${PASSWORD_VARIABLE}, on standard input, or at a terminal.`);
  }
  const password = await askUnseen(streams, 'Password: ');
  if ((await askUnseen(streams, 'Once more: ')) !== password) throw usageError('The two passwords differ.');
  return password;
}

function askUnseen(streams: Streams, question: string): Promise<string> {
  streams.err(question);
  return new Promise((resolve, reject) => {
    // Nothing is given to write to, hence nothing that is typed appears.
    const reader = createInterface({ input: streams.input, terminal: true });
    reader.once('line', (line) => {
      reader.close();
      resolve(line);
    });
    reader.once('SIGINT', () => {
      reader.close();
      reject(usageError('Broken off; nothing was changed.'));
    });
  });
}
