/**
 * Sends answers to the server a moment after they were given, one request at a time, and keeps trying when nobody
 * answers. The book of answers is the queue: what differs from the server's known draft is what is still to be sent.
 */
import { afterSave, draftOf, meetServer, unsent, type AnswerBook } from './answer-book.js';
import { ApiError, isTransient, type ApiCode } from './api.js';
import type { Answers } from './contract.js';

export type SaveState = 'idle' | 'saving' | 'waiting';

export interface SaveQueuePorts {
  readonly book: () => AnswerBook;
  readonly keep: (book: AnswerBook) => void;
  readonly save: (answers: Answers, revision: number, leaving: boolean) => Promise<number>;
  /** Runs an action later and returns how to call it off. */
  readonly later: (action: () => void, ms: number) => () => void;
  readonly random: () => number;
  readonly changed: () => void;
  /** The server will not take drafts of this response any more. */
  readonly refused: (code: ApiCode) => void;
}

const DEBOUNCE_MS = 900;
const LONGEST_PAUSE_MS = 60_000;

/** Doubling pauses, spread by a fifth either way so that a recovering server does not meet everyone at once. */
export function pauseBefore(attempt: number, random: number): number {
  const pause = Math.min(LONGEST_PAUSE_MS, 2000 * 2 ** Math.max(0, attempt - 1));
  return Math.round(pause * (0.8 + 0.4 * random));
}

export class SaveQueue {
  state: SaveState = 'idle';
  private failures = 0;
  private stopped = false;
  private callOff: (() => void) | null = null;
  private inFlight: Promise<void> | null = null;

  constructor(private readonly ports: SaveQueuePorts) {}

  /** An answer was given: send soon, together with what is typed in the same moment. */
  touch(): void {
    if (this.state !== 'waiting') this.arm(DEBOUNCE_MS);
  }

  /** The connection is back, or the page is about to go: send now. */
  async flush(leaving = false): Promise<void> {
    if (this.stopped) return;
    if (this.inFlight !== null) return this.inFlight;
    this.disarm();
    if (unsent(this.ports.book()).length === 0) {
      this.become('idle');
      return;
    }
    this.inFlight = this.attempt(leaving).finally(() => {
      this.inFlight = null;
    });
    return this.inFlight;
  }

  /** Before the final submission: nothing more is sent, and what is under way has ended. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.disarm();
    await this.inFlight;
  }

  resume(): void {
    this.stopped = false;
    this.failures = 0;
    this.arm(DEBOUNCE_MS);
  }

  private async attempt(leaving: boolean): Promise<void> {
    this.become('saving');
    const book = this.ports.book();
    const sent = draftOf(book);
    try {
      const revision = await this.ports.save(sent, book.revision, leaving);
      this.failures = 0;
      this.ports.keep(afterSave(this.ports.book(), sent, revision));
      this.become('idle');
      if (unsent(this.ports.book()).length > 0) this.arm(DEBOUNCE_MS);
    } catch (reason) {
      this.afterFailure(reason instanceof ApiError ? reason : new ApiError('INTERNAL'));
    }
  }

  private afterFailure(error: ApiError): void {
    this.failures += 1;
    if (error.code === 'CONFLICT') {
      this.ports.keep(meetServer(this.ports.book(), error.current));
      if (unsent(this.ports.book()).length === 0) {
        this.failures = 0;
        return this.become('idle');
      }
      // The first conflict is answered at once; devices that keep overtaking each other slow down.
      this.become('saving');
      return this.arm(this.failures === 1 ? 0 : pauseBefore(this.failures, this.ports.random()));
    }
    // A draft the server finds fault with stays on this device; the final check names the answer.
    if (isTransient(error.code) || error.code === 'VALIDATION') {
      this.become('waiting');
      return this.arm(pauseBefore(this.failures, this.ports.random()));
    }
    this.stopped = true;
    this.become('idle');
    this.ports.refused(error.code);
  }

  private become(state: SaveState): void {
    this.state = state;
    this.ports.changed();
  }

  private arm(ms: number): void {
    if (this.stopped) return;
    this.disarm();
    this.callOff = this.ports.later(() => void this.flush(), ms);
  }

  private disarm(): void {
    this.callOff?.();
    this.callOff = null;
  }
}
