import { csvCell, csvTable } from './csv.js';

describe('csvCell', () => {
  it.each(['=1+1', '+1', '-1', '@x'])('disarms %s', (text) => {
    expect(csvCell(text)).toBe(`'${text}`);
  });
  it('quotes separators, quotes and line breaks', () => {
    expect(csvCell('Berg, "Ana"\n')).toBe('"Berg, ""Ana""\n"');
  });
  it('leaves ordinary text alone', () => {
    expect(csvCell('李明')).toBe('李明');
  });
});

describe('csvTable', () => {
  it('begins with a byte-order mark and holds one line per row', () => {
    expect(csvTable(['name', 'link'], [['李明', 'https://t.example/r/abc']])).toBe(
      '\uFEFFname,link\r\n李明,https://t.example/r/abc\r\n',
    );
  });
});
