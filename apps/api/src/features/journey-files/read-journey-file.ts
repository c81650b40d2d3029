import {
  DomainError,
  type JourneyDocument,
  type JourneyFileProblem,
  layoutOf,
  readJourneySheets,
  RuleError,
  type TableToRead,
} from '@touchstone/domain';
import { isStorable } from '../../platform/http/storable-text.pipe.js';
import { type ByteSource, openTable, TableError, type TableChoice } from '../../platform/tables/index.js';
import { readJourneyJson } from './journey-document.schema.js';

/** Maps are small; what is larger is something else. */
const LARGEST_BYTES = 10 * 1024 * 1024;
const MOST_SHEETS = 8;
const MOST_ROWS = 10_000;
const BRACE = 0x7b;

export interface ReadJourneyFile {
  readonly document: JourneyDocument | null;
  readonly problems: readonly JourneyFileProblem[];
}

/** Reads a map by what the file holds: JSON of ours, or a spreadsheet, which a process of its own takes apart. */
export async function readJourneyFile(source: ByteSource, fileName: string): Promise<ReadJourneyFile> {
  if (source.size > LARGEST_BYTES) throw new TableError('TABLE_TOO_LARGE', { limit: '10 MB' });
  const json = await jsonIn(source);
  if (json !== null) return storable(readJourneyJson(json));
  const name =
    fileName
      .replace(/\.\w{1,5}$/, '')
      .trim()
      .slice(0, 200) || 'Journey';
  return storable(readJourneySheets(await tablesIn(source), name));
}

/** A text that the database cannot keep would end the import in a fault that names no place. */
function storable(read: ReadJourneyFile): ReadJourneyFile {
  const problems: JourneyFileProblem[] = [];
  const look = (value: unknown, path: readonly string[]): void => {
    if (typeof value === 'string' && !isStorable(value))
      problems.push({
        ...{ code: 'BAD_CHARACTER', sheet: null, row: null, value: null, params: {} },
        column: path.join('.'),
      });
    else if (typeof value === 'object' && value !== null)
      for (const [key, entry] of Object.entries(value)) look(entry, [...path, key]);
  };
  look(read.document, []);
  return problems.length === 0 ? read : { document: null, problems: [...read.problems, ...problems] };
}

async function jsonIn(source: ByteSource): Promise<string | null> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source.read()) {
    if (pieces.length === 0 && firstLetter(piece) !== BRACE) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
}

function firstLetter(piece: Uint8Array): number | undefined {
  return piece.find((byte) => byte > 0x20 && ![0xef, 0xbb, 0xbf].includes(byte));
}

async function tablesIn(source: ByteSource): Promise<TableToRead[]> {
  const first = await tableIn(source, {});
  const others = first.sheets.filter((sheet) => sheet !== first.table?.sheet).slice(0, MOST_SHEETS - 1);
  const tables = first.table ? [first.table] : [];
  // One after the other: each is read in a process of its own.
  for (const sheet of others) {
    const { table } = await tableIn(source, { sheet }).catch(nothingInIt);
    if (table) tables.push(table);
  }
  return tables;
}

/** Further sheets of a workbook may be empty. */
function nothingInIt(error: unknown): { table: null } {
  if (error instanceof TableError && error.code === 'TABLE_EMPTY') return { table: null };
  throw error;
}

/** A map's header is in its first row; elsewhere it is looked for where titles stand above it. */
async function tableIn(
  source: ByteSource,
  choice: TableChoice,
): Promise<{ table: TableToRead | null; sheets: readonly string[] }> {
  const top = await read(source, { ...choice, headerRow: 1 }).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'TABLE_HEADER_ROW_EMPTY') return null;
    throw error;
  });
  return top && layoutOf(top.table) ? top : read(source, choice);
}

async function read(
  source: ByteSource,
  choice: TableChoice,
): Promise<{ table: TableToRead; sheets: readonly string[] }> {
  const { sheet, sheets, headers, headerRow, format, rows } = await openTable(source, choice);
  const all: (readonly string[])[] = [];
  for await (const batch of rows()) {
    for (const row of batch.rows) all.push(format === 'csv' ? row.map(meant) : row);
    if (all.length > MOST_ROWS)
      throw new RuleError('JOURNEY_FILE_TOO_LONG', 'Too many rows for a map.', { limit: MOST_ROWS });
  }
  return {
    sheets,
    table: { sheet, headers: format === 'csv' ? headers.map(meant) : headers, first: headerRow + 1, rows: all },
  };
}

/** CSV is written with a mark before what would run as a formula; the mark is not part of the text. */
const meant = (cell: string): string => (/^'[=+\-@＝＋－＠\t\r\n]/.test(cell) ? cell.slice(1) : cell);
