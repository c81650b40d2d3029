import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { spool, wholeOf } from './byte-source.js';

async function* inPieces(content: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}

describe('keeping a stream to read it again', () => {
  it.each([
    ['nothing', 0],
    ['a small file', 1000],
    ['a file beyond what stays in memory', 5_000_001],
  ])('gives %s back twice', async (_, size) => {
    const content = randomBytes(size);
    const source = await spool(inPieces(content, 300_000));
    expect(source.size).toBe(size);
    expect((await wholeOf(source)).equals(content)).toBe(true);
    expect((await wholeOf(source)).equals(content)).toBe(true);
    await source.close();
  });

  it('leaves no name behind that could survive the process', async () => {
    const source = await spool(inPieces(randomBytes(5_000_000), 1_000_000));
    expect(readdirSync(tmpdir()).filter((name) => /^touchstone-[0-9a-f-]{36}$/.test(name))).toEqual([]);
    await source.close();
  });

  it('passes on why a stream broke off', async () => {
    const broken = async function* (): AsyncGenerator<Buffer> {
      yield Buffer.alloc(5_000_000);
      throw new Error('the connection was lost');
    };
    await expect(spool(broken())).rejects.toThrow('the connection was lost');
  });
});
