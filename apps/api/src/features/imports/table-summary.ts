import type { OpenTable } from '../../platform/tables/index.js';
import type { SuggestibleColumn } from './suggest-mapping.js';

/** Beyond this, rows are counted by lines: reading all of a large file would make the person wait for a number. */
const READ_WHOLE_BYTES = 8 * 1024 * 1024;
const READ_AT_LEAST = 20_000;
const SAMPLE_ROWS = 20;
const LONGEST_CELL = 200;
/** Different texts that are gathered of a column; enough for any list of groups. */
const MOST_VALUES = 50;

export interface TableSummary {
  readonly rowCount: number;
  readonly estimated: boolean;
  readonly sampleRows: string[][];
  readonly columns: readonly SuggestibleColumn[];
}

/** A first look at the rows of a table: how many there are, what stands in them. */
export async function summarise(table: OpenTable, bytes: number): Promise<TableSummary> {
  const values = table.headers.map(() => new Set<string>());
  const sampleRows: string[][] = [];
  const whole = table.format === 'xlsx' || bytes <= READ_WHOLE_BYTES;
  let rowCount = 0;
  for await (const { rows } of table.rows()) {
    for (const row of rows) {
      const cells = table.headers.map((_, column) => (row[column] ?? '').trim().slice(0, LONGEST_CELL));
      if (cells.every((cell) => cell === '')) continue;
      rowCount += 1;
      if (sampleRows.length < SAMPLE_ROWS) sampleRows.push(cells);
      if (rowCount > READ_AT_LEAST) continue;
      cells.forEach((cell, column) => {
        const known = values[column]!;
        if (cell !== '' && known.size < MOST_VALUES) known.add(cell);
      });
    }
    if (!whole && rowCount >= READ_AT_LEAST) break;
  }
  const estimated = !whole && rowCount >= READ_AT_LEAST;
  return {
    rowCount: estimated ? Math.max(rowCount, table.expectedRows) : rowCount,
    estimated,
    sampleRows,
    columns: table.headers.map((header, column) => ({ header, values: [...values[column]!] })),
  };
}
