import type { ByteSource } from './byte-source.js';
import { TableError } from './table-error.js';

export const TEXT_ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'windows-1252'] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

export type Inspection =
  | {
      readonly kind: 'text';
      readonly encoding: TextEncoding;
      /** False where the encoding had to be guessed. */
      readonly certain: boolean;
      /** Line ends in the whole file: about as many rows as it has. */
      readonly lines: number;
    }
  | { readonly kind: 'xlsx' };

const HEAD = 8192;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const starts = (head: Buffer, ...bytes: number[]): boolean => bytes.every((byte, index) => head[index] === byte);

/** What a file is, by what is in it: names and media types are whatever somebody typed. */
export async function inspectBytes(source: ByteSource): Promise<Inspection> {
  const head = await headOf(source);
  if (head.length === 0) throw new TableError('TABLE_EMPTY');
  if (starts(head, 0x50, 0x4b, 0x03, 0x04)) return { kind: 'xlsx' };
  if (starts(head, 0xd0, 0xcf, 0x11, 0xe0)) throw new TableError(await oldOrEncrypted(source));
  const marked = byteOrderMark(head);
  if (!marked && head.includes(0)) throw new TableError('TABLE_NOT_A_SPREADSHEET');
  if (isWebPage(head)) throw new TableError('TABLE_IS_A_WEB_PAGE');
  if (marked?.startsWith('utf-16')) {
    return { kind: 'text', encoding: marked, certain: true, lines: (await scan(source, 'utf-8')).lines };
  }
  const utf8 = await scan(source, 'utf-8');
  if (utf8.nul) throw new TableError('TABLE_NOT_A_SPREADSHEET');
  if (utf8.valid) return { kind: 'text', encoding: 'utf-8', certain: true, lines: utf8.lines };
  const chinese = await scan(source, 'gb18030');
  const encoding = chinese.valid && looksChinese(chinese) ? 'gb18030' : 'windows-1252';
  return { kind: 'text', encoding, certain: false, lines: utf8.lines };
}

async function headOf(source: ByteSource): Promise<Buffer> {
  for await (const piece of source.read()) return Buffer.from(piece.subarray(0, HEAD));
  return Buffer.alloc(0);
}

function byteOrderMark(head: Buffer): TextEncoding | null {
  if (starts(head, 0xef, 0xbb, 0xbf)) return 'utf-8';
  if (starts(head, 0xff, 0xfe)) return 'utf-16le';
  if (starts(head, 0xfe, 0xff)) return 'utf-16be';
  return null;
}

/** Many systems hand out HTML tables as ".xls". */
const isWebPage = (head: Buffer): boolean =>
  /^\uFEFF?\s*<(!doctype|html|head|meta|table|\?xml)/i.test(head.toString('utf8'));

/** Excel wraps what it encrypts into the container of its old format, under a stream of this name. */
async function oldOrEncrypted(source: ByteSource): Promise<'TABLE_ENCRYPTED' | 'TABLE_OLD_EXCEL'> {
  const name = Buffer.from('EncryptedPackage', 'utf16le');
  let last = Buffer.alloc(0);
  for await (const piece of source.read()) {
    const joined = Buffer.concat([last, piece]);
    if (joined.includes(name)) return 'TABLE_ENCRYPTED';
    last = joined.subarray(-name.length);
  }
  return 'TABLE_OLD_EXCEL';
}

interface Scan {
  readonly valid: boolean;
  readonly nul: boolean;
  readonly lines: number;
  /** Pairs of bytes whose second byte is of the old core of the Chinese encoding, and those where it is an ASCII one. */
  readonly corePairs: number;
  readonly asciiPairs: number;
}

async function scan(source: ByteSource, encoding: 'utf-8' | 'gb18030'): Promise<Scan> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const ends = [0, 0];
  let valid = true;
  let nul = false;
  let corePairs = 0;
  let asciiPairs = 0;
  for await (const bytes of source.read()) {
    const piece = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    nul ||= piece.includes(0);
    ends[0]! += count(piece, LINE_FEED);
    ends[1]! += count(piece, CARRIAGE_RETURN);
    if (valid) valid = decodes(() => decoder.decode(piece, { stream: true }));
    if (encoding === 'gb18030') {
      const pairs = countPairs(piece);
      corePairs += pairs.core;
      asciiPairs += pairs.ascii;
    }
  }
  valid &&= decodes(() => decoder.decode());
  return { valid, nul, lines: ends[0] || ends[1] || 0, corePairs, asciiPairs };
}

function decodes(decode: () => unknown): boolean {
  try {
    decode();
    return true;
  } catch {
    return false;
  }
}

function count(piece: Buffer, byte: number): number {
  let found = 0;
  for (let at = piece.indexOf(byte); at >= 0; at = piece.indexOf(byte, at + 1)) found += 1;
  return found;
}

function countPairs(piece: Buffer): { core: number; ascii: number } {
  let core = 0;
  let ascii = 0;
  for (let at = 0; at + 1 < piece.length; at += 1) {
    if (piece[at]! < 0x81) continue;
    at += 1;
    if (piece[at]! >= 0xa1) core += 1;
    else if (piece[at]! < 0x80) ascii += 1;
  }
  return { core, ascii };
}

/**
 * "Zürich" in a Western encoding is valid Chinese as well, by accident: ü and r make one character. Real Chinese text
 * keeps to pairs of two high bytes; Western words mix a high byte with ASCII letters.
 */
const looksChinese = ({ corePairs, asciiPairs }: Scan): boolean => corePairs > asciiPairs;
