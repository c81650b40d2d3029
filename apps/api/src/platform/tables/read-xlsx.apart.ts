import { apart } from '../apart/run-apart.js';
import { readArchive } from './read-archive.js';
import type { FromReader } from './read-xlsx.js';
import { TableError } from './table-error.js';

/** Few enough that taking them over holds up nobody. */
const ROWS_AT_ONCE = 2000;

apart<{ archive: Uint8Array; wanted: string | null }, FromReader>(async ({ archive, wanted }, send) => {
  try {
    const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
    const { rows, ...sheet } = await readArchive(bytes, wanted);
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
      send({ kind: 'rows', rows: rows.slice(at, at + ROWS_AT_ONCE) });
    }
    send({ kind: 'sheet', sheet });
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    send({ kind: 'refused', code: error.code, params: error.params });
  }
});
