import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { CsvRecords } from './csv-records.js';

const records = (text: string, sizes: readonly number[] = [text.length || 1], delimiter = ','): string[][] => {
  const reader = new CsvRecords(delimiter);
  const found: string[][] = [];
  for (let at = 0, turn = 0; at < text.length; turn += 1) {
    const size = sizes[turn % sizes.length]!;
    found.push(...reader.take(text.slice(at, at + size)));
    at += size;
  }
  return [...found, ...reader.take('', true)];
};

const cell = fc.oneof(
  fc.constantFrom('', '3', '一线', ' a ', 'x,y', 'say "hi"', 'two\nlines', 'cr\r\nlf', '""'),
  fc.string(),
);
const quoted = (text: string, always: boolean): string =>
  always || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

describe('taking CSV apart', () => {
  it('gives back what was written, whatever the pieces it comes in', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        fc.boolean(),
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 }),
        (rows, end, always, closed, sizes) => {
          const text =
            rows.map((row) => row.map((each) => quoted(each, always)).join(',')).join(end) + (closed ? end : '');
          const expected = text === '' ? [] : !closed && text.endsWith(end) ? rows.slice(0, -1) : rows;
          expect(records(text, sizes)).toEqual(expected);
          expect(records(text)).toEqual(expected);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('reads files that are written well as an independent reader does', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }), (rows) => {
        const text = rows
          .map((row) => row.map((each) => quoted(each, false)).join(';'))
          .join('\n')
          .replaceAll('\r', '');
        const expected = parse(text, {
          delimiter: ';',
          relax_column_count: true,
          relax_quotes: true,
          record_delimiter: '\n',
        });
        expect(records(text, [3], ';')).toEqual(expected);
      }),
    );
  });

  it.each([
    ['a "quoted" word,b', [['a "quoted" word', 'b']]],
    ['"a" b,c', [['a b', 'c']]],
    ['a,"",b', [['a', '', 'b']]],
    ['a,', [['a', '']]],
    ['a\n\nb', [['a'], [''], ['b']]],
    ['"x\r\ny"\r\nz', [['x\r\ny'], ['z']]],
    ['', []],
  ])('forgives %j', (text, expected) => {
    expect(records(text)).toEqual(expected);
    expect(records(text, [1])).toEqual(expected);
  });

  it('refuses a quotation mark that is never closed, early', () => {
    expect(() => records('a,b\n1,"2\n3,4\n')).toThrow(/row: 2/);
    const reader = new CsvRecords(',');
    expect(() => {
      for (let piece = 0; piece < 100; piece += 1) reader.take(`"${'x'.repeat(100_000)}`.slice(piece === 0 ? 0 : 1));
    }).toThrow(/row: \d+/);
  });
});
