import { CsvRecords } from './csv-records.js';

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Excel writes this line to tell which delimiter follows; it is no row of the table. */
const DECLARATION = /^\uFEFF?"?sep=(.)"?(\r\n|\n|\r)/i;
const LOOKED_AT = 30;

export interface CsvLayout {
  readonly delimiter: Delimiter;
  /** Whether the first line only declares the delimiter. */
  readonly declared: boolean;
}

/** The delimiter by which the first rows come apart most evenly; a single column counts as separated by commas. */
export function csvLayout(beginning: string): CsvLayout {
  const declared = DECLARATION.exec(beginning)?.[1];
  if (declared && DELIMITERS.includes(declared as Delimiter))
    return { delimiter: declared as Delimiter, declared: true };
  let best: { delimiter: Delimiter; evenness: number; width: number } | undefined;
  for (const delimiter of DELIMITERS) {
    const { evenness, width } = measure(beginning, delimiter);
    if (width < 2) continue;
    if (!best || evenness > best.evenness || (evenness === best.evenness && width > best.width))
      best = { delimiter, evenness, width };
  }
  return { delimiter: best?.delimiter ?? ',', declared: false };
}

/** The most frequent number of cells, and which share of the rows has it. Rows of one cell are titles at best. */
function measure(beginning: string, delimiter: Delimiter): { evenness: number; width: number } {
  const records = new CsvRecords(delimiter);
  const found = records.take(beginning);
  try {
    found.push(...records.take('', true));
  } catch {
    // The beginning may end inside a quoted cell; the rows before it are enough.
  }
  const widths = found
    .slice(0, LOOKED_AT)
    .filter((record) => record.some((cell) => cell.trim() !== ''))
    .map((record) => record.length);
  const frequency = new Map<number, number>();
  for (const width of widths) if (width > 1) frequency.set(width, (frequency.get(width) ?? 0) + 1);
  const [width, times] = [...frequency].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  return { evenness: widths.length > 0 ? times / widths.length : 0, width };
}
