/** Titles, dates and merged cells stand above the header; it is looked for in so many rows. */
const LOOKED_AT = 30;
/** Of the columns in use, how many the header must name. */
const NAMED = 0.6;
const DISTINCT = 0.9;

const isNumber = (cell: string): boolean => cell !== '' && Number.isFinite(Number(cell));

/**
 * The row that names the columns: the first in which most columns have a name, no two the same, and which are not
 * mostly numbers – or the one right below it, if that names more: above a full header often stands one of merged cells.
 * Counted from 0. Where no row is like that, the first that is not empty.
 */
export function chooseHeader(rows: readonly (readonly string[])[]): number {
  const filled = rows.slice(0, LOOKED_AT).map((row) => row.map((cell) => cell.trim()).filter((cell) => cell !== ''));
  const width = Math.max(0, ...filled.map((cells) => cells.length));
  const names = (cells: readonly string[] | undefined): boolean =>
    cells !== undefined &&
    cells.length > 0 &&
    cells.length >= width * NAMED &&
    new Set(cells).size >= cells.length * DISTINCT &&
    cells.filter(isNumber).length * 2 < cells.length;
  let found = filled.findIndex(names);
  if (found < 0)
    return Math.max(
      0,
      filled.findIndex((cells) => cells.length > 0),
    );
  while (names(filled[found + 1]) && filled[found + 1]!.length > filled[found]!.length) found += 1;
  return found;
}

export interface NamedHeaders {
  readonly headers: readonly string[];
  /** How many had no name, or one that another column has already. */
  readonly named: number;
}

const LONGEST_NAME = 200;

/** Gives every column a name of its own; unnamed ones are called by their letter. */
export function nameHeaders(cells: readonly string[], columns: number): NamedHeaders {
  const taken = new Set<string>();
  let named = 0;
  const headers = Array.from({ length: Math.max(cells.length, columns) }, (_, index) => {
    const given = (cells[index] ?? '').trim().replace(/\s+/g, ' ').slice(0, LONGEST_NAME);
    const wanted = given || `[${columnLetters(index)}]`;
    let name = wanted;
    for (let copy = 2; taken.has(name); copy += 1) name = `${wanted} (${copy})`;
    taken.add(name);
    if (name !== given) named += 1;
    return name;
  });
  return { headers, named };
}

/** 0 → A, 26 → AA. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}
