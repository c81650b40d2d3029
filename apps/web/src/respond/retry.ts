import { pauseBefore } from './save-queue.js';

/** One thing that is tried again: after a growing pause, or at once when the connection returns. */
export class Retry {
  private failures = 0;
  private again: (() => void) | null = null;
  private callOff: (() => void) | null = null;

  constructor(
    private readonly later: (action: () => void, ms: number) => () => void,
    private readonly random: () => number,
  ) {}

  arm(again: () => void): void {
    this.callOff?.();
    this.failures += 1;
    this.again = again;
    this.callOff = this.later(() => this.now(), pauseBefore(this.failures, this.random()));
  }

  now(): void {
    const { again } = this;
    this.disarm();
    again?.();
  }

  disarm(): void {
    this.callOff?.();
    this.callOff = null;
    this.again = null;
  }

  /** It worked: the next trouble starts with short pauses again. */
  reset(): void {
    this.disarm();
    this.failures = 0;
  }
}
