import { randomUUID } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The bytes of a file, to be read from the beginning as often as needed. */
export interface ByteSource {
  readonly size: number;
  read(): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

const KEPT_IN_MEMORY = 4 * 1024 * 1024;
const PIECE = 64 * 1024;

export const bytesInMemory = (content: Uint8Array): ByteSource => ({
  size: content.length,
  read: async function* () {
    for (let at = 0; at < content.length; at += PIECE) yield content.subarray(at, at + PIECE);
  },
  close: async () => undefined,
});

/**
 * Takes a stream that can be read once and makes it one that can be read again: how a table is laid out is only known
 * after a first look at all of it. Small files stay in memory, large ones go to a temporary file without a name.
 */
export async function spool(content: AsyncIterable<Uint8Array>): Promise<ByteSource> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let file: FileHandle | undefined;
  try {
    for await (const piece of content) {
      size += piece.length;
      if (!file && size > KEPT_IN_MEMORY) {
        file = await namelessFile();
        await file.writev(pieces.splice(0));
      }
      if (file) await file.write(piece);
      else pieces.push(piece);
    }
  } catch (error) {
    await file?.close();
    throw error;
  }
  return file ? onDisk(file, size) : bytesInMemory(Buffer.concat(pieces));
}

/** A stream as a source for as long as somebody works with it. */
export async function withSource<T>(
  content: AsyncIterable<Uint8Array>,
  work: (source: ByteSource) => Promise<T>,
): Promise<T> {
  const source = await spool(content);
  try {
    return await work(source);
  } finally {
    await source.close();
  }
}

/** Its name is gone before anything is written: however the process ends, nothing of the content stays behind. */
async function namelessFile(): Promise<FileHandle> {
  const path = join(tmpdir(), `touchstone-${randomUUID()}`);
  const file = await open(path, 'wx+', 0o600);
  await unlink(path);
  return file;
}

const onDisk = (file: FileHandle, size: number): ByteSource => ({
  size,
  read: async function* () {
    for (let at = 0; at < size;) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(PIECE), 0, PIECE, at);
      if (bytesRead === 0) throw new Error('A temporary file became shorter while it was read.');
      at += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  },
  close: () => file.close(),
});

/** All of it at once; for formats that cannot be read in pieces. */
export async function wholeOf(source: ByteSource): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source.read()) pieces.push(piece);
  return Buffer.concat(pieces);
}
