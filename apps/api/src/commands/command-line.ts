import { Command } from 'commander';
import { DomainError } from '@touchstone/domain';
import { BackupError } from '../platform/backup/backup-manifest.js';
import { ConfigError } from '../platform/config/config.js';
import { isDatabaseGone } from '../platform/database/database-gone.js';
import { databaseRefusal } from '../platform/database/database-refusal.js';
import { EmbeddedPostgresError } from '../platform/database/embedded/service-account.js';
import { messageFor } from '../platform/errors/messages.js';
import { CommandError, EXIT, type ExitCode } from './command-error.js';
import { interruption } from './interruption.js';

/** What a command came to: for programs as `data`, for people as `text`. */
export interface Outcome {
  readonly data: object;
  readonly text: string;
  readonly exit?: ExitCode;
}

export interface Streams {
  readonly environment: NodeJS.ProcessEnv;
  readonly input: NodeJS.ReadStream;
  out(text: string): void;
  err(text: string): void;
  /** One line that is written over by the next, where a person is looking; an empty text takes it away. */
  progress(text: string): void;
}

/** Gives every command `--json`, the same way to report, and the same exit codes. */
export class CommandLine {
  exitCode: ExitCode = EXIT.ok;

  constructor(
    readonly program: Command,
    readonly streams: Streams,
  ) {}

  command(name: string, description: string): Command {
    return this.program.command(name).description(description).option('--json', 'print the result as JSON');
  }

  /** Wraps what a command does; commander hands over its arguments, then its options, then itself. */
  action<Options extends object>(
    act: (options: Options, ...parameters: string[]) => Promise<Outcome>,
  ): (...given: unknown[]) => Promise<void> {
    return async (...given) => {
      const command = given.at(-1) as Command;
      const options = command.opts<Options & { json?: boolean }>();
      const json = options.json === true;
      try {
        const outcome = await act(options, ...command.args);
        this.streams.out(json ? JSON.stringify(outcome.data) : outcome.text);
        this.exitCode = outcome.exit ?? EXIT.ok;
      } catch (error) {
        const { code, message, exit } = explain(error);
        if (json) this.streams.out(JSON.stringify({ error: { code, message } }));
        this.streams.err(message);
        this.exitCode = exit;
      }
    };
  }
}

interface Explained {
  readonly code: string;
  readonly message: string;
  readonly exit: ExitCode;
}

/** One sentence for what somebody can put right; anything else is a fault of ours and keeps its stack. */
export function explain(error: unknown): Explained {
  if (error instanceof CommandError) return { code: error.code, message: error.message, exit: error.exit };
  // What an interruption tears away fails in many ways, and none of them says anything.
  if (interruption.signal.aborted) return failed('INTERRUPTED', 'Broken off.');
  if (error instanceof ConfigError) return { code: 'CONFIGURATION', message: error.message, exit: EXIT.usage };
  if (error instanceof EmbeddedPostgresError) return failed('DATABASE', error.message);
  if (error instanceof BackupError) return failed('BACKUP', error.message);
  if (isDatabaseGone(error)) {
    return failed(
      'DATABASE',
      `The database does not answer (${(error as Error).message}); check DATABASE_URL and that it runs.`,
    );
  }
  const refusal = databaseRefusal(error);
  if (refusal) return failed('DATABASE', refusal);
  if (error instanceof DomainError) {
    const message =
      error.code === 'VALIDATION' ? error.message : messageFor(error.code, 'en', error.params, error.message);
    return { code: error.code, message, exit: error.code === 'VALIDATION' ? EXIT.usage : EXIT.failed };
  }
  if (isFileError(error)) {
    return failed('FILE', `${error.path.replace(/\.unfinished$/, '')}: ${FILE_ERRORS[error.code]} (${error.code}).`);
  }
  return failed('INTERNAL', error instanceof Error ? (error.stack ?? error.message) : String(error));
}

/** What the machine says of a file that a person named. */
const FILE_ERRORS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not read or write here',
  EPERM: 'this user may not read or write here',
  EROFS: 'nothing can be written here',
  ENOSPC: 'the disk is full',
  EDQUOT: 'this user may not use more of the disk',
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of the path is no folder',
  EISDIR: 'this is a folder',
};

const isFileError = (error: unknown): error is Error & { readonly path: string; readonly code: string } =>
  error instanceof Error && 'path' in error && 'code' in error && String(error.code) in FILE_ERRORS;

const failed = (code: string, message: string): Explained => ({ code, message, exit: EXIT.failed });
