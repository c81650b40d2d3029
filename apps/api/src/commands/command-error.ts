/** What a calling program branches on; docs/command-line.md lists them. */
export const EXIT = { ok: 0, failed: 1, usage: 2, problems: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A command could not do what it was asked; the message is one sentence that says what to do instead. */
export class CommandError extends Error {
  constructor(
    message: string,
    readonly code: string = 'FAILED',
    readonly exit: ExitCode = EXIT.failed,
  ) {
    super(message);
  }
}

/** The command was called in a way that it does not understand. */
export const usageError = (message: string): CommandError => new CommandError(message, 'USAGE', EXIT.usage);
