import { csvLine, harmless } from './write-csv.js';
import { CsvRecords } from './csv-records.js';

describe('writing CSV', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '=HYPERLINK("http://x","y")', '-2+3+cmd|A0'])(
    'makes %j harmless',
    (text) => {
      expect(harmless(text)).toBe(`'${text}`);
      const [[cell]] = new CsvRecords(',').take(csvLine([text]), true) as [[string]];
      expect(cell).toBe(`'${text}`);
    },
  );

  it.each(['Plain', '3 - Managed', 'a@b', '体验', "'", '', 'a=b'])('leaves %j as it is', (text) => {
    expect(harmless(text)).toBe(text);
  });

  it('writes what can be read back', () => {
    const cells = ['a,b', 'say "hi"', 'two\r\nlines', ' spaced ', '', '体验'];
    expect(new CsvRecords(',').take(csvLine(cells), true)).toEqual([cells]);
  });

  it('keeps numbers numbers, and leaves out what is none', () => {
    expect(csvLine([-0.5, 3, null, Number.NaN])).toBe('-0.5,3,,\r\n');
  });
});
