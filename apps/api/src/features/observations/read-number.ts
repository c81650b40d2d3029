const GROUPED = { '.': /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/, ',': /^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/ };
const PLAIN = { '.': /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i, ',': /^[+-]?(\d+,?\d*|,\d+)(e[+-]?\d+)?$/i };
const SPACES = /[\s\u00a0\u202f'’]/g;

/** A number as people write it in the language of the file; null for anything else. Never a guess between 1.5 and 1,500. */
export function readNumber(cell: string, decimal: '.' | ',' = '.'): number | null {
  // Most cells are plain digits, and need nothing of what follows.
  if (/^\d{1,15}$/.test(cell)) return Number(cell);
  const text = cell.normalize('NFKC').trim().replace(SPACES, '').replace('−', '-');
  if (PLAIN[decimal].test(text)) return Number(text.replace(',', '.'));
  if (!GROUPED[decimal].test(text)) return null;
  return Number(decimal === '.' ? text.replaceAll(',', '') : text.replaceAll('.', '').replace(',', '.'));
}
