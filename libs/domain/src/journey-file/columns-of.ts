import { COLUMN_WORDS, keyOf } from './journey-file-words.js';
import type { TableToRead } from './read-problems.js';

/** Where a column stands, by any of its names. */
export function columnsOf({ headers }: TableToRead): (name: keyof typeof COLUMN_WORDS) => number {
  const found = new Map<string, number>();
  headers.forEach((header, index) => {
    const key = keyOf(COLUMN_WORDS, header);
    if (key && !found.has(key)) found.set(key, index);
  });
  return (name) => found.get(name) ?? -1;
}
