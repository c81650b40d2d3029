import { encode } from 'iconv-lite';
import { bytesInMemory } from './byte-source.js';
import { openTable } from './open-table.js';
import { plainRows, xlsxOf, zipOf } from './spreadsheet.factory.js';
import type { OpenTable, TableChoice } from './table.js';
import { TableError } from './table-error.js';

const open = (content: Buffer | string, choice?: TableChoice): Promise<OpenTable> =>
  openTable(bytesInMemory(Buffer.from(content as string)), choice);

async function rowsOf(table: OpenTable): Promise<[number, ...string[]][]> {
  const found: [number, ...string[]][] = [];
  for await (const { first, rows } of table.rows())
    rows.forEach((cells, index) => found.push([first + index, ...cells]));
  return found;
}

const refusal = async (content: Buffer | string, choice?: TableChoice): Promise<string> => {
  try {
    await rowsOf(await open(content, choice));
  } catch (error) {
    if (error instanceof TableError) return error.code;
    throw error;
  }
  return 'none';
};

const CHINESE = '工号,评价群体,企业战略目标理解\nE1,一线员工,3\n';

describe('reading a CSV file', () => {
  it.each([
    ['UTF-8', Buffer.from(CHINESE), 'utf-8', []],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${CHINESE}`), 'utf-8', []],
    ['UTF-16', Buffer.from(`\uFEFF${CHINESE}`, 'utf16le'), 'utf-16le', []],
    ['UTF-16 the other way round', Buffer.from(`\uFEFF${CHINESE}`, 'utf16le').swap16(), 'utf-16be', []],
    ['GB18030', encode(CHINESE, 'gb18030'), 'gb18030', ['ENCODING_GUESSED']],
  ])('finds out that it is %s', async (_, content, encoding, notes) => {
    const table = await open(content);
    expect(table).toMatchObject({ encoding, headers: ['工号', '评价群体', '企业战略目标理解'], headerRow: 1 });
    expect(table.notes.map(({ code }) => code)).toEqual(notes);
    expect(await rowsOf(table)).toEqual([[2, 'E1', '一线员工', '3']]);
  });

  it('does not take Western words for Chinese', async () => {
    const table = await open(encode('Key,Group\n1,Zürich\n2,Küche Süd\n', 'windows-1252'));
    expect(table.encoding).toBe('windows-1252');
    expect(await rowsOf(table)).toEqual([
      [2, '1', 'Zürich'],
      [3, '2', 'Küche Süd'],
    ]);
  });

  it('finds GB18030 that begins late in the file', async () => {
    const table = await open(encode(`a,b\n${'1,2\n'.repeat(100_000)}3,一线员工\n`, 'gb18030'));
    expect(table.encoding).toBe('gb18030');
    expect((await rowsOf(table)).at(-1)).toEqual([100_002, '3', '一线员工']);
  });

  it.each([
    [',', 'a,b,c\n1,2,3\n'],
    [';', 'a;b;c\n1,5;2,5;3,5\n2,5;1;4,5\n'],
    ['\t', 'a\tb\tc\n"1, 2"\t2\t3\n'],
    ['|', 'a|b|c\n1|2|3\n'],
    [';', 'sep=;\na;b;c\n1;2;3\n'],
    [',', 'only\n1\n2\n'],
    [';', 'one;line'],
  ])('takes %j for the delimiter of %j', async (delimiter, content) => {
    expect((await open(content)).delimiter).toBe(delimiter);
  });

  it('numbers rows as a spreadsheet program does', async () => {
    const table = await open('sep=,\r\nkey,note\r\n1,"two\r\nlines, and a ""quote"""\r\n\r\n2,plain\r\n');
    expect(table.headerRow).toBe(2);
    expect(await rowsOf(table)).toEqual([
      [3, '1', 'two\r\nlines, and a "quote"'],
      [4, ''],
      [5, '2', 'plain'],
    ]);
  });

  it.each([['\n'], ['\r\n'], ['\r']])('ends rows at %j', async (end) => {
    expect(await rowsOf(await open(['a,b', '1,2', '3,4'].join(end)))).toEqual([
      [2, '1', '2'],
      [3, '3', '4'],
    ]);
  });

  it('finds the header below titles, and lets it be chosen', async () => {
    const content = 'Experience survey 2026,,\n,,\nPrinted,2026-11-21,\nkey,group,goals\nE1,Front line,3\n';
    expect(await open(content)).toMatchObject({
      headerRow: 4,
      headers: ['key', 'group', 'goals'],
      notes: [{ code: 'ROWS_ABOVE_HEADER', count: 2 }],
    });
    const chosen = await open(content, { headerRow: 3 });
    expect(chosen.headers).toEqual(['Printed', '2026-11-21', '[C]']);
    expect(await rowsOf(chosen)).toHaveLength(2);
    expect(await refusal(content, { headerRow: 2 })).toBe('TABLE_HEADER_ROW_EMPTY');
    expect(await refusal(content, { headerRow: 99 })).toBe('TABLE_HEADER_ROW_EMPTY');
  });

  it('names columns that have no name, or the name of another', async () => {
    const table = await open('key,Score,,Score, Score ,\n1,2,3,4,5,6\n');
    expect(table.headers).toEqual(['key', 'Score', '[C]', 'Score (2)', 'Score (3)', '[F]']);
    expect(table.notes).toEqual([{ code: 'HEADERS_NAMED', count: 4 }]);
  });

  it('keeps rows that are longer or shorter than the header', async () => {
    const table = await open('a,b\n1\n1,2,3\n');
    expect(table.headers).toEqual(['a', 'b', '[C]']);
    expect(await rowsOf(table)).toEqual([
      [2, '1'],
      [3, '1', '2', '3'],
    ]);
  });

  it('reads a million rows in flat memory', async () => {
    const line = Buffer.from('E1234567,Front line,current-state,3\n');
    const piece = Buffer.concat(Array.from({ length: 10_000 }, () => line));
    const source = {
      size: piece.length * 100,
      read: async function* () {
        yield Buffer.from('key,group,practice,level\n');
        for (let index = 0; index < 100; index += 1) yield piece;
      },
      close: async () => undefined,
    };
    const table = await openTable(source);
    expect(table.expectedRows).toBe(1_000_000);
    let rows = 0;
    let largest = 0;
    const before = process.memoryUsage().heapUsed;
    for await (const batch of table.rows()) {
      rows += batch.rows.length;
      largest = Math.max(largest, process.memoryUsage().heapUsed - before);
    }
    expect(rows).toBe(1_000_000);
    // All rows at once would be well over 300 MB.
    expect(largest / 1024 / 1024).toBeLessThan(150);
  }, 60_000);

  it.each([
    ['nothing', '', 'TABLE_EMPTY'],
    ['only a mark', '\uFEFF', 'TABLE_EMPTY'],
    ['only empty lines', '\n\n ,, \n', 'TABLE_EMPTY'],
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      'TABLE_NOT_A_SPREADSHEET',
    ],
    ['bytes without sense', Buffer.from('a,b\n1,\0\n'), 'TABLE_NOT_A_SPREADSHEET'],
    ['zeros far into the file', Buffer.from(`a,b\n${'1,2\n'.repeat(5000)}\0`), 'TABLE_NOT_A_SPREADSHEET'],
    ['a web page', ' <html><table><tr><td>1</td></tr></table></html>', 'TABLE_IS_A_WEB_PAGE'],
    ['old Excel', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(9000)]), 'TABLE_OLD_EXCEL'],
    [
      'a protected workbook',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(262_130),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'TABLE_ENCRYPTED',
    ],
    [
      'a thousand and one columns',
      `${Array.from({ length: 1001 }, (_, index) => `c${index}`).join(',')}\n`,
      'TABLE_TOO_WIDE',
    ],
    ['a quotation mark that is never closed', 'a,b\n1,"2\n3,4\n', 'TABLE_QUOTE_OPEN'],
  ])('refuses %s', async (_, content, code) => {
    expect(await refusal(content)).toBe(code);
  });

  it('does not quote the file in a refusal', async () => {
    const error = await open('a,b\n1,"secret\n')
      .then(rowsOf, (reason: unknown) => reason)
      .catch((reason) => reason);
    expect(String((error as Error).message)).not.toContain('secret');
  });
});

describe('reading an XLSX file', () => {
  it('lists the sheets and reads the chosen one', async () => {
    const file = xlsxOf([
      { name: '说明', rows: plainRows([['Read me first', 'x']]), hidden: true },
      {
        name: 'A &amp; B',
        rows: plainRows([
          ['key', 'goals'],
          ['E1', 3],
        ]),
      },
      {
        name: '数据',
        rows: plainRows([
          ['工号', '目标'],
          ['E2', 4.5],
          ['', ''],
          ['E3', 5],
        ]),
      },
    ]);
    const first = await open(file);
    expect(first).toMatchObject({ format: 'xlsx', sheets: ['A & B', '数据'], sheet: 'A & B', encoding: null });
    expect(first.notes).toEqual([{ code: 'HIDDEN_SHEETS', count: 1 }]);
    expect(await rowsOf(first)).toEqual([[2, 'E1', '3']]);
    const second = await open(file, { sheet: '数据' });
    expect(second.expectedRows).toBe(3);
    expect(await rowsOf(second)).toEqual([
      [2, 'E2', '4.5'],
      [3, '', ''],
      [4, 'E3', '5'],
    ]);
    expect(await refusal(file, { sheet: 'Nowhere' })).toBe('TABLE_SHEET_UNKNOWN');
  });

  it('takes the value of a formula as it was last computed, and says where there is none', async () => {
    const rows =
      plainRows([['key', 'a', 'b', 'c']]) +
      `<row r="2"><c r="A2" t="str"><f>"E"&amp;1</f><v>E1</v></c><c r="B2"><f>1+2</f><v>3</v></c>` +
      `<c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D2"><f>A1</f></c></row>`;
    const table = await open(xlsxOf([{ name: 'S', rows }]));
    expect(await rowsOf(table)).toEqual([[2, 'E1', '3', '#DIV/0!', '=?']]);
    expect(table.notes).toEqual([
      { code: 'ERROR_CELLS', count: 1 },
      { code: 'FORMULAS_WITHOUT_VALUE', count: 1 },
    ]);
  });

  it('gives a merged value to every row it spans, and leaves titles alone', async () => {
    const rows = plainRows([
      ['Key', 'Group', 'Diagnosis', '', 'Monitoring'],
      ['', '', 'goals', 'state', 'metrics'],
      ['E1', 'Front line', 1, 2, 3],
      ['E2', '', 3, 4, 5],
    ]);
    const table = await open(xlsxOf([{ name: 'S', rows, merges: ['A1:A2', 'B1:B2', 'C1:D1', 'B3:B4'] }]));
    expect(table).toMatchObject({ headerRow: 2, headers: ['Key', 'Group', 'goals', 'state', 'metrics'] });
    expect(await rowsOf(table)).toEqual([
      [3, 'E1', 'Front line', '1', '2', '3'],
      [4, 'E2', 'Front line', '3', '4', '5'],
    ]);
    expect(table.notes).toContainEqual({ code: 'MERGED_CELLS', count: 3 });
  });

  it('reads shared texts, truth values and dates', async () => {
    const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="3"><c r="A3" t="b"><v>1</v></c><c r="B3" t="d"><v>2026-11-21T00:00:00Z</v></c></row>`;
    const table = await open(xlsxOf([{ name: 'S', rows }], ['工号', 'when']));
    expect(await rowsOf(table)).toEqual([
      [2, '', ''],
      [3, 'TRUE', '2026-11-21'],
    ]);
  });

  it.each([
    ['an empty sheet', xlsxOf([{ name: 'S', rows: '' }]), 'TABLE_EMPTY'],
    ['another archive', zipOf({ 'word/document.xml': '<document/>' }), 'TABLE_NOT_A_SPREADSHEET'],
    ['half an archive', xlsxOf([{ name: 'S', rows: plainRows([['a'], ['b']]) }]).subarray(0, 400), 'TABLE_DAMAGED'],
    [
      'one cell at the far end of the sheet',
      xlsxOf([{ name: 'S', rows: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' }]),
      'TABLE_TOO_LARGE',
    ],
    [
      'a cell beyond the end of any sheet',
      xlsxOf([{ name: 'S', rows: '<row r="1"><c r="ZZZZZZZ99999999999"><v>1</v></c></row>' }]),
      'TABLE_DAMAGED',
    ],
    [
      'a row beyond the end of any sheet',
      xlsxOf([{ name: 'S', rows: "<row r='99999999999'><c><v>1</v></c></row>" }]),
      'TABLE_DAMAGED',
    ],
    [
      'an archive that unpacks to more than fits',
      zipOf({ 'xl/workbook.xml': '<workbook/>', 'xl/worksheets/sheet1.xml': ' '.repeat(100 * 1024 * 1024) }),
      'TABLE_TOO_LARGE',
    ],
  ])('refuses %s', async (_, content, code) => {
    expect(await refusal(content)).toBe(code);
  });

  it('goes on with everything else while it reads a sheet that was made to be slow', async () => {
    const slow = xlsxOf([{ name: 'S', rows: `<row r="1">${'<c r="A1">'.repeat(12_000)}` }]);
    let turns = 0;
    const ticking = setInterval(() => (turns += 1), 1);
    await refusal(slow).catch(() => undefined);
    clearInterval(ticking);
    expect(turns).toBeGreaterThan(20);
  });

  it('does not unpack more than the archive has promised', async () => {
    const file = xlsxOf([{ name: 'S', rows: `<row r="1">${' '.repeat(5_000_000)}</row>` }]);
    const at = file.lastIndexOf(Buffer.from('xl/worksheets/sheet1.xml'));
    file.writeUInt32LE(1000, at - 46 + 24);
    expect(await refusal(file)).toBe('TABLE_DAMAGED');
  });

  it('does not take an archive that hides a part behind another of the same name', async () => {
    const file = xlsxOf([
      { name: 'S', rows: plainRows([['a']]) },
      { name: 'T', rows: plainRows([['b']]) },
    ]);
    const [hidden, behind] = ['xl/worksheets/sheet2.xml', 'xl/worksheets/sheet1.xml'];
    for (let at = file.indexOf(hidden); at >= 0; at = file.indexOf(hidden)) file.write(behind, at);
    expect(await refusal(file)).toBe('TABLE_DAMAGED');
  });
});
