const LONGEST_VALUE = 60;
const LONGEST_COLUMN = 200;
const LOOKS_PERSONAL = /\S@\S/;

/** A wrong cell is shown so that it can be found; an address in a wrong column is nobody's business. */
export function shownCell(value: string | null | undefined): string | null {
  if (!value || LOOKS_PERSONAL.test(value.normalize('NFKC'))) return null;
  const shown = [...value.replace(/[\p{Cc}\s]+/gu, ' ').trim()];
  return shown.length > LONGEST_VALUE ? `${shown.slice(0, LONGEST_VALUE - 1).join('')}…` : shown.join('');
}

export const shownColumn = (header: string | null | undefined): string | null =>
  header?.slice(0, LONGEST_COLUMN) ?? null;
