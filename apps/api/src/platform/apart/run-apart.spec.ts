import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileApart, LimitReachedError, runApart } from './run-apart.js';

describe('work in a process of its own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-apart-'));
  const door = fileApart(import.meta.url, './run-apart.js');
  let count = 0;
  const program = (work: string): string => {
    const file = join(folder, `${(count += 1)}.mjs`);
    writeFileSync(file, `import { apart } from ${JSON.stringify(door)};\napart((input, send) => { ${work} });`);
    return file;
  };
  const run = (work: string, limits = { seconds: 60, megabytes: 64 }, input: unknown = null): Promise<unknown[]> => {
    const received: unknown[] = [];
    return runApart(program(work), input, limits, (message) => received.push(message)).then(() => received);
  };
  afterAll(() => rmSync(folder, { recursive: true }));

  it('hands over everything it sends, in order, and then ends', async () => {
    const large = await run(
      'for (let at = 0; at < input; at += 1) send({ at, text: "x".repeat(10_000) });',
      undefined,
      500,
    );
    expect(large).toEqual(Array.from({ length: 500 }, (_, at) => ({ at, text: 'x'.repeat(10_000) })));
  });

  it('is ended when it takes longer than it was given, and others get their turn', async () => {
    const forEver = () => run('for (;;);', { seconds: 1, megabytes: 64 });
    const outcomes = await Promise.allSettled([forEver(), forEver(), forEver()]);
    expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason)).toEqual(
      Array.from({ length: 3 }, () => expect.any(LimitReachedError)),
    );
  });

  it('is ended when it takes more memory than it was given', async () => {
    const hoard = 'const all = []; for (;;) all.push(Array.from({ length: 1000 }, (_, at) => ({ at })));';
    await expect(run(hoard, { seconds: 60, megabytes: 16 })).rejects.toThrow(LimitReachedError);
  });

  it('may even end in a fatal error of the engine', async () => {
    await expect(run('process.abort();')).rejects.toThrow(LimitReachedError);
  });

  it('passes on what went wrong in it', async () => {
    await expect(run("throw new Error('a fault of the work');")).rejects.toThrow('a fault of the work');
  });

  it('knows no setting and no secret of this process', async () => {
    process.env['SECRET_KEY'] = 'not to be handed on';
    expect(
      await run(
        'send(Object.keys(process.env).filter((name) => name !== "NODE_CHANNEL_FD" && !name.startsWith("NODE_CHANNEL")));',
      ),
    ).toEqual([[]]);
    delete process.env['SECRET_KEY'];
  });
});
