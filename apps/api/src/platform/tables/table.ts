import type { CsvLayout } from './csv-layout.js';
import type { TextEncoding } from './inspect-bytes.js';

/** Consecutive rows; the number is the one that a spreadsheet program shows beside the first of them. */
export interface RowBatch {
  readonly first: number;
  /** Cells as text; empty cells are empty texts, and a row may be shorter than the header. */
  readonly rows: readonly (readonly string[])[];
}

/** Something about the file that the person should know before trusting what was read. */
export type TableNote =
  | { readonly code: 'ENCODING_GUESSED'; readonly encoding: TextEncoding }
  | { readonly code: 'ROWS_ABOVE_HEADER'; readonly count: number }
  | { readonly code: 'HEADERS_NAMED'; readonly count: number }
  | { readonly code: 'MERGED_CELLS'; readonly count: number }
  | { readonly code: 'ERROR_CELLS'; readonly count: number }
  | { readonly code: 'FORMULAS_WITHOUT_VALUE'; readonly count: number }
  | { readonly code: 'HIDDEN_SHEETS'; readonly count: number }
  | { readonly code: 'ROW_COUNT_ESTIMATED' };

export interface TableLayout {
  readonly format: 'csv' | 'xlsx';
  readonly encoding: TextEncoding | null;
  readonly delimiter: CsvLayout['delimiter'] | null;
  /** Empty for CSV. */
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  /** Counted from 1, as the spreadsheet shows it. */
  readonly headerRow: number;
  /** One name per column, none empty and none twice. */
  readonly headers: readonly string[];
  /** Rows below the header, as far as can be told without reading all of them. */
  readonly expectedRows: number;
  readonly notes: readonly TableNote[];
}

export interface OpenTable extends TableLayout {
  /** The rows below the header, from the first; may be called again. */
  rows(): AsyncIterable<RowBatch>;
}

export interface TableChoice {
  readonly sheet?: string | null;
  readonly headerRow?: number | null;
}
