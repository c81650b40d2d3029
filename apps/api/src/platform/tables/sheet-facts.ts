/** What the reader of cells leaves out: where cells are merged, hold errors, or formulas that were never computed. */
export interface SheetFacts {
  readonly rows: number;
  readonly columns: number;
  readonly merges: readonly CellRange[];
  /** Text to stand in the cell, by row and column from 0. */
  readonly substitutes: readonly { readonly row: number; readonly column: number; readonly text: string }[];
  readonly errors: number;
  readonly uncomputed: number;
  /** Cells and rows that say of themselves to be where no sheet has any. */
  readonly misplaced: number;
}

export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const CELL = /<(?:\w+:)?c\s([^<>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;
const PLACE = /(?:^|\s)r\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']/;
const IS_PLACED = /(?:^|\s)r\s*=/;
const ROW = /<(?:\w+:)?row\s[^<>]*?\br\s*=\s*["']([^"']*)["']/g;
/** What Excel has; a reader that believes in more rows makes room for all of them. */
const MOST_ROWS = 1_048_576;
const IS_ERROR = /(?:^|\s)t="e"/;
const VALUE = /<(?:\w+:)?v>([^<]*)<\/(?:\w+:)?v>/;
const FORMULA = /<(?:\w+:)?f[\s>/]/;
const MERGE = /<(?:\w+:)?mergeCell\s[^<>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g;

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

export function sheetFacts(xml: string): SheetFacts {
  const substitutes: { row: number; column: number; text: string }[] = [];
  let rows = 0;
  let columns = 0;
  let errors = 0;
  let uncomputed = 0;
  let misplaced = 0;
  for (const [, attributes = '', content = ''] of xml.matchAll(CELL)) {
    const place = PLACE.exec(attributes);
    if (!place) {
      if (IS_PLACED.test(attributes)) misplaced += 1;
      continue;
    }
    const row = Number(place[2]) - 1;
    const column = columnOf(place[1]!);
    const value = VALUE.exec(content)?.[1];
    if (IS_ERROR.test(attributes)) {
      errors += 1;
      substitutes.push({ row, column, text: value ?? '#ERROR!' });
    } else if (value === undefined && FORMULA.test(content)) {
      uncomputed += 1;
      substitutes.push({ row, column, text: '=?' });
    } else if (content === '') continue;
    rows = Math.max(rows, row + 1);
    columns = Math.max(columns, column + 1);
  }
  for (const [, row] of xml.matchAll(ROW)) if (!(Number(row) >= 1 && Number(row) <= MOST_ROWS)) misplaced += 1;
  const merges = [...xml.matchAll(MERGE)].map(([, left, top, right, bottom]) => ({
    top: Number(top) - 1,
    left: columnOf(left!),
    bottom: Number(bottom) - 1,
    right: columnOf(right!),
  }));
  return { rows, columns, merges, substitutes, errors, uncomputed, misplaced };
}
