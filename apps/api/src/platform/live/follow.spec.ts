import { EventFeed } from './event-feed.js';
import { follow } from './follow.js';

async function* counting(feed: EventFeed): AsyncGenerator<number, void> {
  yield 0;
  for await (const event of feed) yield Number(event.payload['number']);
}
const event = (number: number) => ({ payload: { number }, missed: false });

describe('following a feed', () => {
  let left: number;
  let feed: EventFeed;
  beforeEach(() => {
    left = 0;
    feed = new EventFeed(() => (left += 1));
  });

  it('gives what the generator makes of each event, in order', async () => {
    const values = follow(feed, counting);
    feed.push(event(1));
    feed.push(event(2));
    expect([(await values.next()).value, (await values.next()).value, (await values.next()).value]).toEqual([0, 1, 2]);
  });

  it('can be left while it waits for an event that never comes', async () => {
    const values = follow(feed, counting);
    await values.next();
    const waiting = values.next();
    await values.return?.();
    expect(await waiting).toEqual({ value: undefined, done: true });
    expect(left).toBe(1);
  });

  it('can be left before it has begun', async () => {
    await follow(feed, counting).return?.();
    expect(left).toBe(1);
  });

  it('leaves the feed when the generator ends or fails', async () => {
    const ends = follow(feed, async function* () {
      yield 1;
    });
    for await (const _ of ends);
    expect(left).toBe(1);
    const other = new EventFeed(() => (left += 1));
    const fails = follow(other, async function* () {
      yield 1;
      throw new Error('no');
    });
    await fails.next();
    await expect(fails.next()).rejects.toThrow('no');
    expect(left).toBe(2);
  });

  it('keeps the latest hundred events of a reader that does not keep up', async () => {
    for (let number = 1; number <= 250; number += 1) feed.push(event(number));
    expect((await feed.next()).value).toEqual(event(151));
  });
});
