import type { ByteSource } from './byte-source.js';
import { decodeText } from './decode-text.js';

it('shows a null character, which the database cannot keep, as an unreadable one', async () => {
  const bytes = Buffer.from('a\0b,\0\n');
  const source: Pick<ByteSource, 'read'> = {
    async *read() {
      yield bytes.subarray(0, 2);
      yield bytes.subarray(2);
    },
  };
  let text = '';
  for await (const piece of decodeText(source as ByteSource, 'utf-8')) text += piece;
  expect(text).toBe('a\uFFFDb,\uFFFD\n');
});
