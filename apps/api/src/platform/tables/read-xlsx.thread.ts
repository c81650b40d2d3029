import { parentPort, workerData } from 'node:worker_threads';
import { readArchive } from './read-archive.js';
import type { FromThread } from './read-xlsx.js';
import { TableError } from './table-error.js';

/** Few enough that taking them over holds up nobody. */
const ROWS_AT_ONCE = 2000;

const { archive, wanted } = workerData as { archive: Uint8Array; wanted: string | null };
const send = (message: FromThread): void => parentPort?.postMessage(message);

try {
  const { rows, ...sheet } = await readArchive(
    Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength),
    wanted,
  );
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
    send({ kind: 'rows', rows: rows.slice(at, at + ROWS_AT_ONCE) });
  send({ kind: 'sheet', sheet });
} catch (error) {
  if (!(error instanceof TableError)) throw error;
  send({ kind: 'refused', code: error.code, params: error.params });
}
