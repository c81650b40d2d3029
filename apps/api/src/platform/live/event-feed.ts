import type { LivePayload } from './live-events.js';

export interface LiveEvent {
  readonly payload: LivePayload;
  readonly missed: boolean;
}

/** A reader that is slower than this loses the oldest events: each says only that there is something to read. */
const KEPT_EVENTS = 100;

/** The events for one reader, in order, until the reader leaves. */
export class EventFeed implements AsyncIterableIterator<LiveEvent> {
  private readonly waiting: LiveEvent[] = [];
  private wake: ((result: IteratorResult<LiveEvent>) => void) | undefined;
  private ended = false;

  constructor(private readonly left: () => void) {}

  push(event: LiveEvent): void {
    if (this.ended) return;
    if (this.wake) {
      const wake = this.wake;
      this.wake = undefined;
      wake({ value: event, done: false });
      return;
    }
    this.waiting.push(event);
    if (this.waiting.length > KEPT_EVENTS) this.waiting.shift();
  }

  next(): Promise<IteratorResult<LiveEvent>> {
    const event = this.waiting.shift();
    if (event) return Promise.resolve({ value: event, done: false });
    if (this.ended) return Promise.resolve({ value: undefined, done: true });
    return new Promise((resolve) => {
      this.wake = resolve;
    });
  }

  return(): Promise<IteratorResult<LiveEvent>> {
    if (!this.ended) {
      this.ended = true;
      this.waiting.length = 0;
      this.left();
      this.wake?.({ value: undefined, done: true });
      this.wake = undefined;
    }
    return Promise.resolve({ value: undefined, done: true });
  }

  throw(error: unknown): Promise<IteratorResult<LiveEvent>> {
    void this.return();
    return Promise.reject(error);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
