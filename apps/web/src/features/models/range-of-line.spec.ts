import { rangeOfLine } from './range-of-line.js';

describe('rangeOfLine', () => {
  const text = 'first\nsecond\n\nfourth';
  const line = (n: number): string => text.slice(...rangeOfLine(text, n));
  it('selects a line without its break', () => {
    expect([1, 2, 3, 4].map(line)).toEqual(['first', 'second', '', 'fourth']);
  });
  it('stays on the last line when the number is past the end', () => {
    expect(line(9)).toBe('fourth');
  });
});
