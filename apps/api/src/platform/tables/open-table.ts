import type { ByteSource } from './byte-source.js';
import { chooseHeader, nameHeaders } from './choose-header.js';
import { csvLayout } from './csv-layout.js';
import { beginningOf } from './decode-text.js';
import { inspectBytes } from './inspect-bytes.js';
import { readCsv } from './read-csv.js';
import { readXlsx } from './read-xlsx.js';
import type { OpenTable, RowBatch, TableChoice, TableNote } from './table.js';
import { TableError } from './table-error.js';

const BEGINNING = 64 * 1024;
/** The header is looked for here, and columns beyond it are noticed here. */
const FIRST_ROWS = 200;
const XLSX_BATCH = 500;
const MOST_COLUMNS = 1000;

/** Reads a file as a table, by its content: which kind it is, how it is laid out, which row names the columns. */
export async function openTable(source: ByteSource, choice: TableChoice = {}): Promise<OpenTable> {
  const inspection = await inspectBytes(source);
  if (inspection.kind === 'xlsx') {
    const { sheets, sheet, rows, notes } = await readXlsx(source, choice.sheet ?? null);
    const all = async function* (): AsyncGenerator<RowBatch> {
      for (let at = 0; at < rows.length; at += XLSX_BATCH)
        yield { first: at + 1, rows: rows.slice(at, at + XLSX_BATCH) };
    };
    const header = headerIn(rows.slice(0, FIRST_ROWS), 1, choice, (row) => rows[row - 1]);
    return {
      format: 'xlsx',
      encoding: null,
      delimiter: null,
      sheets,
      sheet,
      ...header,
      expectedRows: Math.max(0, rows.length - header.headerRow),
      notes: [...notes, ...header.notes],
      rows: () => below(all(), header.headerRow),
    };
  }

  const { encoding, certain, lines } = inspection;
  const layout = csvLayout(await beginningOf(source, encoding, BEGINNING));
  const all = () => readCsv(source, encoding, layout);
  const wanted = choice.headerRow ?? 0;
  let first: RowBatch | undefined;
  let named: readonly string[] | undefined;
  for await (const batch of all()) {
    first ??= { first: batch.first, rows: batch.rows.slice(0, FIRST_ROWS) };
    named = batch.rows[wanted - batch.first];
    if (named || batch.first > wanted) break;
  }
  if (!first) throw new TableError('TABLE_EMPTY');
  const header = headerIn(first.rows, first.first, choice, () => named);
  const guessed: TableNote[] = certain ? [] : [{ code: 'ENCODING_GUESSED', encoding }];
  return {
    format: 'csv',
    encoding,
    delimiter: layout.delimiter,
    sheets: [],
    sheet: null,
    ...header,
    expectedRows: Math.max(0, lines - header.headerRow),
    notes: [...guessed, ...header.notes],
    rows: () => below(all(), header.headerRow),
  };
}

interface Header {
  readonly headerRow: number;
  readonly headers: readonly string[];
  readonly notes: readonly TableNote[];
}

const isEmpty = (row: readonly string[] | undefined): boolean => !row?.some((cell) => cell.trim() !== '');

function headerIn(
  firstRows: readonly (readonly string[])[],
  firstNumber: number,
  { headerRow: chosen }: TableChoice,
  rowAt: (row: number) => readonly string[] | undefined,
): Header {
  if (firstRows.every(isEmpty) && !chosen) throw new TableError('TABLE_EMPTY');
  const headerRow = chosen ?? chooseHeader(firstRows) + firstNumber;
  const cells = chosen ? rowAt(chosen) : firstRows[headerRow - firstNumber];
  if (!cells || isEmpty(cells)) throw new TableError('TABLE_HEADER_ROW_EMPTY', { row: headerRow });
  const below = firstRows.slice(Math.max(0, headerRow - firstNumber));
  const width = Math.max(...[cells, ...below].map(usedWidth));
  if (width > MOST_COLUMNS) throw new TableError('TABLE_TOO_WIDE', { limit: MOST_COLUMNS });
  const { headers, named } = nameHeaders(cells.slice(0, width), width);
  const above = firstRows.slice(0, headerRow - firstNumber).filter((row) => !isEmpty(row)).length;
  return {
    headerRow,
    headers,
    notes: [
      ...(above > 0 ? [{ code: 'ROWS_ABOVE_HEADER', count: above } as const] : []),
      ...(named > 0 ? [{ code: 'HEADERS_NAMED', count: named } as const] : []),
    ],
  };
}

function usedWidth(row: readonly string[]): number {
  let width = row.length;
  while (width > 0 && row[width - 1]!.trim() === '') width -= 1;
  return width;
}

/** Leaves out everything down to the header. */
async function* below(batches: AsyncIterable<RowBatch>, headerRow: number): AsyncGenerator<RowBatch> {
  for await (const { first, rows } of batches) {
    const skipped = Math.max(0, headerRow + 1 - first);
    if (skipped >= rows.length) continue;
    yield skipped === 0 ? { first, rows } : { first: first + skipped, rows: rows.slice(skipped) };
  }
}
