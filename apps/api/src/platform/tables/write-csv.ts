/** Numbers are ours and stay numbers; texts may be anybody's. */
export type Cell = string | number | null;

/** Excel takes UTF-8 for something else unless the file begins with this. */
export const CSV_MARK = '\uFEFF';

/** What makes a spreadsheet program take a text for a formula, in half and full width. */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;

/** A text that would run as a formula is shown as the text it is. */
export const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const text = harmless(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
