import readXlsxFile from 'read-excel-file/node';
import { bytesInMemory } from './byte-source.js';
import { openTable } from './open-table.js';
import type { Cell } from './write-csv.js';
import { SheetsFile } from './write-sheets.js';

async function written(file: SheetsFile): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of file.content()) pieces.push(piece);
  return Buffer.concat(pieces);
}
const rows: Cell[][] = [
  ['=1+1', 3, null],
  ['一线', -0.25, '\u0001odd\uD800'],
];
const sheets = (more: Cell[][] = rows) => [
  { title: 'Main: one/two', columns: ['name', '@value', 'note'], rows: more },
  {
    title: 'Main: one/two',
    columns: ['fact'],
    rows: (async function* () {
      yield ['second'];
    })(),
  },
];

describe('writing tables into a file', () => {
  it('makes a CSV whose first table a program can read, and whose texts do not run', async () => {
    const file = new SheetsFile(sheets([['=1+1', 3, null]]), 'csv');
    expect((await written(file)).toString()).toBe(
      "\uFEFFname,'@value,note\r\n'=1+1,3,\r\n\r\nMain: one/two\r\nfact\r\nsecond\r\n",
    );
    expect(file.rows).toBe(2);
  });

  it('makes a workbook with a sheet per table, numbers as numbers and texts as texts', async () => {
    const file = new SheetsFile(sheets(), 'xlsx');
    const content = await written(file);
    const read = await readXlsxFile(content);
    expect(read).toEqual([
      {
        sheet: 'Main  one two',
        data: [
          ['name', '@value', 'note'],
          ['=1+1', 3, null],
          ['一线', -0.25, 'odd'],
        ],
      },
      { sheet: 'Main  one two (2)', data: [['fact'], ['second']] },
    ]);
    expect((await openTable(bytesInMemory(content))).notes).toEqual([]);
  });

  it('refuses a workbook that is too large, and writes the same as CSV in pieces', async () => {
    const many = function* (): Generator<Cell[]> {
      for (let row = 0; row < 5000; row += 1) yield Array.from({ length: 100 }, (_, column) => row * column);
    };
    const table = () => [{ title: 'Many', columns: [], rows: many() }];
    await expect(written(new SheetsFile(table(), 'xlsx'))).rejects.toMatchObject({ code: 'EXPORT_TOO_LARGE' });
    let pieces = 0;
    for await (const piece of new SheetsFile(table(), 'csv').content()) {
      expect(piece.length).toBeLessThan(100_000);
      pieces += 1;
    }
    expect(pieces).toBeGreaterThan(10);
  });
});
