import { promisify } from 'node:util';
import { constants, inflateRaw } from 'node:zlib';
import { TableError } from './table-error.js';

const inflate = promisify(inflateRaw);

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

export interface ZipEntry {
  readonly name: string;
  readonly size: number;
  readonly packedSize: number;
  readonly method: number;
  readonly offset: number;
}

const damaged = (detail: string): TableError => new TableError('TABLE_DAMAGED', { detail });

/** The directory of a ZIP archive, read before anything is unpacked: it says what unpacking would cost. */
export function zipEntries(archive: Buffer): ZipEntry[] {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end < archive.length - END_SIZE - LONGEST_COMMENT || end + END_SIZE > archive.length)
    throw damaged('the archive has no end');
  if (archive.readUInt32LE(end) !== END_OF_DIRECTORY) throw damaged('the archive has no directory');
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== DIRECTORY_ENTRY)
      throw damaged('the directory of the archive is cut off');
    if (archive.readUInt16LE(at + 8) & ENCRYPTED) throw new TableError('TABLE_ENCRYPTED');
    const nameLength = archive.readUInt16LE(at + 28);
    entries.push({
      name: archive.toString('utf8', at + 46, at + 46 + nameLength),
      size: archive.readUInt32LE(at + 24),
      packedSize: archive.readUInt32LE(at + 20),
      method: archive.readUInt16LE(at + 10),
      offset: archive.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

/** Unpacks one entry, and never to more than its directory has promised. */
export async function unzip(archive: Buffer, entry: ZipEntry): Promise<Buffer> {
  if (entry.offset + 30 > archive.length || archive.readUInt32LE(entry.offset) !== LOCAL_HEADER)
    throw damaged(`${entry.name} is missing`);
  const start = entry.offset + 30 + archive.readUInt16LE(entry.offset + 26) + archive.readUInt16LE(entry.offset + 28);
  const packed = archive.subarray(start, start + entry.packedSize);
  if (entry.method === STORED) return packed;
  if (entry.method !== DEFLATED) throw damaged(`${entry.name} is packed in a way that is not known here`);
  try {
    return await inflate(packed, { maxOutputLength: Math.max(1, entry.size), finishFlush: constants.Z_FINISH });
  } catch {
    throw damaged(`${entry.name} cannot be unpacked`);
  }
}
