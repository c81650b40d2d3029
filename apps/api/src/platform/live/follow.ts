import type { EventFeed } from './event-feed.js';

/**
 * What a subscriber receives, made from a feed by a generator. A generator that waits for the next event cannot be told
 * to stop before it comes; ending its feed first lets the subscriber leave at once, also before having begun.
 */
export function follow<T>(
  feed: EventFeed,
  values: (feed: EventFeed) => AsyncGenerator<T, void>,
): AsyncIterableIterator<T> {
  const generator = values(feed);
  return {
    async next() {
      try {
        const result = await generator.next();
        if (result.done) await feed.return();
        return result as IteratorResult<T>;
      } catch (error) {
        await feed.return();
        throw error;
      }
    },
    async return(value) {
      await feed.return();
      await generator.return();
      return { value, done: true };
    },
    async throw(error) {
      await feed.return();
      return generator.throw(error) as Promise<IteratorResult<T>>;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
