import { PreviewedProblems } from './previewed-problems.js';

const problems = () =>
  new PreviewedProblems<{ row: number; column: string | null; code: string; value: string | null }>(
    ({ code }) => `It is ${code}.`,
  );

describe('the problems of a preview', () => {
  it('are gathered by column and reason, so that a slip in every row hides no other', () => {
    const seen = problems();
    for (let row = 2; row <= 5001; row += 1) seen.note({ row, column: 'wifi', code: 'OFF', value: String(row % 7) });
    seen.note({ row: 5002, column: 'wifi', code: 'EMPTY', value: null });
    seen.note({ row: 5002, column: 'delay', code: 'OFF', value: 'x' });
    expect(seen.groups).toEqual([
      {
        column: 'wifi',
        code: 'OFF',
        messages: ['It is OFF.'],
        count: 5000,
        rows: [2, 3, 4, 5, 6],
        values: ['2', '3', '4'],
      },
      { column: 'wifi', code: 'EMPTY', messages: ['It is EMPTY.'], count: 1, rows: [5002], values: [] },
      { column: 'delay', code: 'OFF', messages: ['It is OFF.'], count: 1, rows: [5002], values: ['x'] },
    ]);
    expect(seen).toMatchObject({ count: 5002, truncated: true });
    expect(seen.listed).toHaveLength(100);
  });

  it('stay few, however many columns go wrong', () => {
    const seen = problems();
    for (let column = 0; column < 1000; column += 1)
      seen.note({ row: 2, column: `c${column}`, code: 'OFF', value: null });
    expect(seen.groups).toHaveLength(100);
    expect(seen.count).toBe(1000);
  });
});
