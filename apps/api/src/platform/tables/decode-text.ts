import type { ByteSource } from './byte-source.js';
import type { TextEncoding } from './inspect-bytes.js';

const UNREADABLE = '\uFFFD';

/**
 * The text of a file, piece by piece; a character is never cut in two, and the byte order mark is left out. The null
 * character, which UTF-16 may hold and the database cannot keep, shows as what stands for unreadable characters: the row can be found by it.
 */
export async function* decodeText(source: ByteSource, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of source.read()) {
    const text = decoder.decode(piece, { stream: true });
    if (text) yield text.replaceAll('\0', UNREADABLE);
  }
  const rest = decoder.decode();
  if (rest) yield rest;
}

/** The beginning of the text, cut at the end of a line; for working out how it is laid out. */
export async function beginningOf(source: ByteSource, encoding: TextEncoding, characters: number): Promise<string> {
  let text = '';
  for await (const piece of decodeText(source, encoding)) {
    text += piece;
    if (text.length >= characters) break;
  }
  if (text.length < characters) return text;
  const lastEnd = Math.max(text.lastIndexOf('\n', characters), text.lastIndexOf('\r', characters));
  return lastEnd > 0 ? text.slice(0, lastEnd + 1) : text.slice(0, characters);
}
