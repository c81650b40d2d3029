import { stepInputs } from './explanation-rows.js';

describe('stepInputs', () => {
  it('splits facts from lists of rows', () => {
    expect(
      stepInputs({
        n: 12,
        parts: [
          { id: 'a', weight: 1 },
          { id: 'b', weight: 2, n: 3 },
        ],
      }),
    ).toEqual({
      facts: [['n', 12]],
      tables: [
        {
          name: 'parts',
          columns: ['id', 'weight', 'n'],
          rows: [
            ['a', 1, null],
            ['b', 2, 3],
          ],
        },
      ],
    });
  });
  it('takes a bare list and a list of plain values', () => {
    expect(stepInputs([{ a: 1 }]).tables[0]).toEqual({ name: '', columns: ['a'], rows: [[1]] });
    expect(stepInputs({ levels: [1, 2] }).tables[0]).toEqual({ name: 'levels', columns: ['value'], rows: [[1], [2]] });
  });
  it('leaves nothing out, however deep', () => {
    expect(stepInputs({ scale: { min: 1, max: 5 }, deep: { x: { y: 1 } } }).facts).toEqual([
      ['scale.min', 1],
      ['scale.max', 5],
      ['deep.x', '{"y":1}'],
    ]);
  });
  it('is empty for nothing', () => {
    expect(stepInputs(null)).toEqual({ facts: [], tables: [] });
    expect(stepInputs({ parts: [] })).toEqual({ facts: [], tables: [] });
  });
});
