import writeExcelFile from 'write-excel-file/node';
import { RuleError } from '@touchstone/domain';
import { type Cell, CSV_MARK, csvLine } from './write-csv.js';

/** One table of a file that is written: a sheet of its own in XLSX, a section in CSV. */
export interface SheetToWrite {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
}

export const FILE_FORMATS = ['csv', 'xlsx'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];
export const MEDIA_TYPES: Readonly<Record<FileFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A workbook is put together in memory and in one go; beyond this the process would stand still for seconds. */
export const MOST_XLSX_CELLS = 400_000;
const LONGEST_TITLE = 31;
const WIDEST = 60;
const PIECE = 64 * 1024;

/** The content of a file with these tables, and how many rows it has so far while it is written. */
export class SheetsFile {
  rows = 0;

  constructor(
    private readonly sheets: readonly SheetToWrite[],
    private readonly format: FileFormat,
  ) {}

  async *content(): AsyncGenerator<Uint8Array> {
    if (this.format === 'xlsx') yield await this.workbook();
    else yield* this.text();
  }

  /** The first table begins in the first line, so that programs can read it; further ones follow under their titles. */
  private async *text(): AsyncGenerator<Uint8Array> {
    let text = CSV_MARK;
    for (const [index, { title, columns, rows }] of this.sheets.entries()) {
      if (index > 0) text += csvLine([]) + csvLine([title]);
      text += csvLine(columns);
      for await (const row of rows) {
        this.rows += 1;
        text += csvLine(row);
        if (text.length < PIECE) continue;
        yield Buffer.from(text);
        text = '';
      }
    }
    yield Buffer.from(text);
  }

  private async workbook(): Promise<Uint8Array> {
    let cells = 0;
    const sheets = [];
    const titles = new Set<string>();
    for (const { title, columns, rows } of this.sheets) {
      const widths = columns.map(widthOf);
      const data: object[][] = [columns.map((name) => ({ value: printable(name), type: String, fontWeight: 'bold' }))];
      for await (const row of rows) {
        this.rows += 1;
        cells += row.length;
        if (cells > MOST_XLSX_CELLS)
          throw new RuleError('EXPORT_TOO_LARGE', 'Too many cells for a workbook.', { limit: MOST_XLSX_CELLS });
        row.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, widthOf(cell))));
        data.push(row.map(xlsxCell) as object[]);
      }
      sheets.push({
        data,
        sheet: sheetTitle(title, titles),
        stickyRowsCount: 1,
        columns: widths.map((width) => ({ width: Math.min(WIDEST, width + 2) })),
      });
    }
    return writeExcelFile(sheets).toBuffer() as Promise<Uint8Array>;
  }
}

/** Texts are written as texts: in a workbook nothing else is needed for them never to run. */
function xlsxCell(cell: Cell): object | null {
  if (cell === null || (typeof cell === 'number' && !Number.isFinite(cell))) return null;
  if (typeof cell === 'string') return { value: printable(cell), type: String };
  return { value: cell, type: Number, ...(Number.isInteger(cell) ? {} : { format: '0.00' }) };
}

/** What XML cannot hold: control characters and halves of characters. A file with one of them would not open. */
const UNPRINTABLE = /[^\P{Cc}\t\n\r]|[\p{Cs}\ufffe\uffff]/gu;
const printable = (text: string): string => text.replace(UNPRINTABLE, '');

/** Chinese characters take twice the width of Latin ones. */
function widthOf(cell: Cell): number {
  const text = cell === null ? '' : typeof cell === 'number' ? '0.00' : cell;
  return [...text.slice(0, WIDEST)].reduce((width, character) => width + (character > '\u2e7f' ? 2 : 1), 0);
}

function sheetTitle(title: string, taken: Set<string>): string {
  const plain =
    printable(title)
      .replace(/[\\/?*[\]:]/g, ' ')
      .slice(0, LONGEST_TITLE)
      .trim() || 'Sheet';
  let name = plain;
  for (let copy = 2; taken.has(name); copy += 1) name = `${plain.slice(0, LONGEST_TITLE - 4)} (${copy})`;
  taken.add(name);
  return name;
}
