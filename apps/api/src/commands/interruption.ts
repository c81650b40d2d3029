const LONGEST_MS = 20_000;
const NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;
type Interrupting = keyof typeof NUMBERS;

interface Step {
  close(): Promise<unknown>;
  readonly settled: Promise<unknown>;
}

/**
 * Ctrl-C in the middle of a command: what it opened is closed, the last first, and what it began to write is taken away
 * before the process goes. The exit code is the shell's own for a signal, 128 and its number.
 */
class Interruption {
  private readonly controller = new AbortController();
  private readonly steps: Step[] = [];

  /** For what can be broken off by itself, such as the writing of a file. */
  readonly signal = this.controller.signal;

  listen(): void {
    for (const name of Object.keys(NUMBERS) as Interrupting[]) process.on(name, () => this.interrupted(name));
  }

  /** Does the work and closes what it needed: at its end, or as soon as somebody interrupts it. */
  async closing<T>(close: () => Promise<unknown>, work: () => Promise<T>): Promise<T> {
    const working = work();
    const step: Step = { close, settled: working.catch(() => undefined) };
    this.steps.push(step);
    try {
      return await working;
    } finally {
      // Once interrupted, `closeAll` does it, and the process does not go before that is done.
      if (!this.signal.aborted) {
        this.steps.splice(this.steps.indexOf(step), 1);
        await close();
      }
    }
  }

  private interrupted(name: Interrupting): void {
    // A second signal neither hurries nor harms.
    if (this.signal.aborted) return;
    const exit = (): never => process.exit(128 + NUMBERS[name]);
    setTimeout(exit, LONGEST_MS).unref();
    this.controller.abort();
    // One turn later, so that the command can say that it was broken off.
    void this.closeAll().finally(() => setImmediate(exit));
  }

  private async closeAll(): Promise<void> {
    for (let step = this.steps.pop(); step; step = this.steps.pop()) {
      await step.close().catch(() => undefined);
      await step.settled;
    }
  }
}

export const interruption = new Interruption();
