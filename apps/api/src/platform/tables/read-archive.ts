import { readSheet } from 'read-excel-file/node';
import { type CellRange, sheetFacts } from './sheet-facts.js';
import type { TableNote } from './table.js';
import { TableError } from './table-error.js';
import { unzip, type ZipEntry, zipEntries } from './zip-entries.js';

/** The bounds hold for what unpacking yields, which a small archive may make very large. */
const LARGEST_UNPACKED = 96 * 1024 * 1024;
const MOST_CELLS = 3_000_000;

export interface XlsxSheet {
  readonly sheets: readonly string[];
  readonly sheet: string;
  /** From row 1 of the sheet, whatever is in it. */
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly TableNote[];
}

/** Works through the whole archive in one go: `read-xlsx.ts` has this done in a process of its own. */
export async function readArchive(archive: Buffer, wanted: string | null): Promise<XlsxSheet> {
  const listed = zipEntries(archive);
  const entries = new Map(listed.map((entry) => [entry.name, entry]));
  // Of two parts of one name this would look at one, and the reader might unpack the other.
  if (entries.size < listed.length) throw new TableError('TABLE_DAMAGED', { detail: 'a part of it is there twice' });
  if (!entries.has('xl/workbook.xml')) throw new TableError('TABLE_NOT_A_SPREADSHEET');
  if ([...entries.values()].reduce((sum, { size }) => sum + size, 0) > LARGEST_UNPACKED)
    throw tooLarge('96 MB when unpacked');
  const text = async (name: string): Promise<string> => {
    const entry: ZipEntry | undefined = entries.get(name);
    return entry ? (await unzip(archive, entry)).toString('utf8') : '';
  };
  // What the other reader unpacks must not be more than promised either.
  for (const name of ['xl/sharedStrings.xml', 'xl/styles.xml']) await text(name);
  const sheets = sheetsOf(await text('xl/workbook.xml'), await text('xl/_rels/workbook.xml.rels'));
  const visible = sheets.filter(({ hidden }) => !hidden);
  const chosen = wanted === null ? visible[0] : sheets.find(({ name }) => name === wanted);
  if (!chosen) throw new TableError(wanted === null ? 'TABLE_EMPTY' : 'TABLE_SHEET_UNKNOWN');
  for (const { path } of sheets) if (path !== chosen.path) await text(path);
  const facts = sheetFacts(await text(chosen.path));
  if (facts.misplaced > 0) throw new TableError('TABLE_DAMAGED', { detail: 'a cell stands outside of any sheet' });
  if (facts.rows * facts.columns > MOST_CELLS) throw tooLarge('3,000,000 cells');

  const rows = await cellsOf(archive, chosen.name);
  for (const { row, column, text: value } of facts.substitutes) {
    while (rows.length <= row) rows.push([]);
    const cells = rows[row]!;
    while (cells.length < column) cells.push('');
    cells[column] = value;
  }
  const filled = facts.merges.filter((merge) => fillDown(rows, merge)).length;
  return {
    sheets: visible.map(({ name }) => name),
    sheet: chosen.name,
    rows,
    notes: [
      ...note('MERGED_CELLS', filled),
      ...note('ERROR_CELLS', facts.errors),
      ...note('FORMULAS_WITHOUT_VALUE', facts.uncomputed),
      ...note('HIDDEN_SHEETS', sheets.length - visible.length),
    ],
  };
}

const tooLarge = (limit: string): TableError => new TableError('TABLE_TOO_LARGE', { limit });

const note = (
  code: 'MERGED_CELLS' | 'ERROR_CELLS' | 'FORMULAS_WITHOUT_VALUE' | 'HIDDEN_SHEETS',
  count: number,
): TableNote[] => (count > 0 ? [{ code, count }] : []);

interface SheetEntry {
  readonly name: string;
  readonly path: string;
  readonly hidden: boolean;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescape = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name) return ENTITIES[name] ?? whole;
    const point = hex ? parseInt(hex, 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });

function attributesOf(tag: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name, quoted, single] of tag.matchAll(/([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    found[name!] = unescape(quoted ?? single ?? '');
  return found;
}

function sheetsOf(workbook: string, relations: string): SheetEntry[] {
  const targets = new Map<string, string>();
  for (const [tag] of relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) {
    const { Id, Target = '' } = attributesOf(tag);
    if (Id) targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`);
  }
  return [...workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)].flatMap(([tag]) => {
    const attributes = attributesOf(tag);
    const relation = Object.entries(attributes).find(([name]) => /^\w+:id$/.test(name))?.[1];
    const path = targets.get(relation ?? '');
    // Charts and macros are listed among the sheets but are none.
    if (!attributes['name'] || !path?.includes('worksheets/')) return [];
    return [{ name: attributes['name'], path, hidden: (attributes['state'] ?? 'visible') !== 'visible' }];
  });
}

async function cellsOf(archive: Buffer, sheet: string): Promise<string[][]> {
  try {
    // Numbers stay as they are written in the file; nothing here computes with them.
    const rows = await readSheet<string>(archive, sheet, { parseNumber: (text) => text });
    return rows.map((row) => row.map((cell) => asText(cell)));
  } catch (error) {
    throw new TableError('TABLE_DAMAGED', { detail: error instanceof Error ? shortened(error.message) : 'unknown' });
  }
}

const shortened = (message: string): string => message.replace(/\s+/g, ' ').slice(0, 120);

function asText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$/, '');
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return String(cell);
}

/** What is merged over several rows is meant for each of them. Across columns it is a title and stays where it is. */
function fillDown(rows: string[][], { top, left, bottom }: CellRange): boolean {
  const value = rows[top]?.[left] ?? '';
  if (value === '' || bottom === top) return false;
  for (let row = top + 1; row <= bottom && row < rows.length; row += 1) {
    const cells = rows[row]!;
    while (cells.length <= left) cells.push('');
    if (cells[left] === '') cells[left] = value;
  }
  return true;
}
