import type { Progress } from './job-ledger.js';

/** Lets a handler report as often as it likes while the ledger is written a few times a second. */
export class ProgressReporter {
  private latest: Progress | undefined;
  private writing: Promise<void> = Promise.resolve();
  private lastWrite = 0;

  constructor(
    private readonly write: (progress: Progress) => Promise<void>,
    private readonly everyMs: number,
  ) {}

  async report(done: number, total?: number, note?: string): Promise<void> {
    this.latest = { done: Math.round(done), total: total === undefined ? null : Math.round(total), note: note ?? null };
    if (Date.now() - this.lastWrite >= this.everyMs) await this.flush();
  }

  /** Writes what was reported last, if that is not written yet. */
  async flush(): Promise<void> {
    const progress = this.latest;
    if (progress) {
      this.latest = undefined;
      this.lastWrite = Date.now();
      this.writing = this.writing.then(() => this.write(progress));
    }
    await this.writing;
  }
}
