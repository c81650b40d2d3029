import { checkArray, checkNumbers, checkNumbersOrNull } from './check-list.js';
import type { NumberLimits } from './check-number.js';

/** Every row of a table has the length of the first. */
function checkRectangular(name: string, rows: readonly (readonly unknown[])[]): void {
  const width = rows[0]?.length ?? 0;
  rows.forEach((row, i) => {
    if (row.length !== width) {
      throw new RangeError(`${name}[${i}] must have ${width} entries like ${name}[0], got ${row.length}`);
    }
  });
}

/** Returns a rectangular table of numbers inside the limits; errors name row and column: `data[3][1]`. */
export function checkTable(name: string, value: unknown, limits: NumberLimits = {}): readonly (readonly number[])[] {
  const rows = Array.from(checkArray(name, value), (row, i) => checkNumbers(`${name}[${i}]`, row, limits));
  checkRectangular(name, rows);
  return rows;
}

/** As `checkTable`, with `null` allowed for a missing value. */
export function checkTableOrNull(
  name: string,
  value: unknown,
  limits: NumberLimits = {},
): readonly (readonly (number | null)[])[] {
  const rows = Array.from(checkArray(name, value), (row, i) => checkNumbersOrNull(`${name}[${i}]`, row, limits));
  checkRectangular(name, rows);
  return rows;
}

/** The rows of a checked table in which nothing is missing (listwise deletion). */
export function completeRows(rows: readonly (readonly (number | null)[])[]): readonly (readonly number[])[] {
  return rows.filter((row): row is readonly number[] => !row.includes(null));
}
