import { fileApart, LimitReachedError, runApart } from '../apart/run-apart.js';
import { type ByteSource, wholeOf } from './byte-source.js';
import type { XlsxSheet } from './read-archive.js';
import { TableError, type TableRefusal } from './table-error.js';

/** An XLSX is read as a whole, so its size is bounded: about 60,000 rows of 20 columns. CSV has no such limit. */
const LARGEST_PACKED = 50 * 1024 * 1024;
const LIMITS = { seconds: 60, megabytes: 1024 };
const READER = fileApart(import.meta.url, './read-xlsx.apart.js');

/** What the reader sends: rows as they come, then the rest; or why the file is refused. */
export type FromReader =
  | { readonly kind: 'rows'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'sheet'; readonly sheet: Omit<XlsxSheet, 'rows'> }
  | { readonly kind: 'refused'; readonly code: TableRefusal; readonly params: TableError['params'] };

/**
 * In a process of its own: a large sheet takes many seconds, and one that was made to do harm whatever it is given.
 * Meanwhile this one goes on serving everybody else.
 */
export async function readXlsx(source: ByteSource, wanted: string | null): Promise<XlsxSheet> {
  if (source.size > LARGEST_PACKED) throw new TableError('TABLE_TOO_LARGE', { limit: '50 MB' });
  const archive = await wholeOf(source);
  const rows: (readonly string[])[] = [];
  let sheet: Omit<XlsxSheet, 'rows'> | undefined;
  let refused: TableError | undefined;
  const received = (message: FromReader): void => {
    if (message.kind === 'rows') for (const row of message.rows) rows.push(row);
    else if (message.kind === 'sheet') sheet = message.sheet;
    else refused = new TableError(message.code, message.params);
  };
  try {
    await runApart<FromReader>(READER, { archive, wanted }, LIMITS, received);
  } catch (error) {
    if (!(error instanceof LimitReachedError)) throw error;
    throw new TableError('TABLE_TOO_LARGE', { limit: `${LIMITS.seconds} s, ${LIMITS.megabytes} MB` });
  }
  if (refused) throw refused;
  if (!sheet) throw new Error('The process that read a sheet ended without a word.');
  return { ...sheet, rows };
}
