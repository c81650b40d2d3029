import { inThread, ThreadLimitError } from './in-thread.js';

const code = (script: string): URL => new URL(`data:text/javascript,${encodeURIComponent(script)}`);
const HEAD = "import { parentPort, workerData } from 'node:worker_threads';";

describe('a thread of its own', () => {
  it('hands over everything it sends, in order, and then ends', async () => {
    const received: number[] = [];
    const thread = code(`${HEAD} for (let at = 0; at < workerData; at += 1) parentPort.postMessage(at);`);
    await inThread<number>(thread, 500, { seconds: 60, megabytes: 64 }, (message) => received.push(message));
    expect(received).toEqual(Array.from({ length: 500 }, (_, at) => at));
  });

  it('is ended when it takes longer than it was given, and others get their turn', async () => {
    const forEver = () => inThread(code('for (;;);'), null, { seconds: 1, megabytes: 64 }, () => undefined);
    const outcomes = await Promise.allSettled([forEver(), forEver(), forEver()]);
    expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason)).toEqual([
      expect.any(ThreadLimitError),
      expect.any(ThreadLimitError),
      expect.any(ThreadLimitError),
    ]);
  });

  it('is ended when it takes more memory than it was given', async () => {
    const hoard = code('const all = []; for (;;) all.push(Array.from({ length: 1000 }, (_, at) => ({ at })));');
    await expect(inThread(hoard, null, { seconds: 60, megabytes: 16 }, () => undefined)).rejects.toThrow(
      ThreadLimitError,
    );
  });

  it('passes on what went wrong in it', async () => {
    const broken = code("throw new Error('a fault of the thread');");
    await expect(inThread(broken, null, { seconds: 60, megabytes: 64 }, () => undefined)).rejects.toThrow(
      'a fault of the thread',
    );
  });
});
