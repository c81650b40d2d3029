import { createHash } from 'node:crypto';
import { RespondentTable } from './respondent-table.js';

const key = (text: string): Buffer => createHash('sha256').update(text).digest().subarray(0, 16);

describe('the table of respondents', () => {
  it('knows everybody again, in the order of their coming', () => {
    const table = new RespondentTable(20);
    for (let index = 0; index < 5000; index += 1)
      expect(table.meet(key(`E${index}`), index + 2)).toEqual({ number: index, isNew: true });
    for (let index = 0; index < 5000; index += 1) {
      expect(table.meet(key(`E${index}`), 99)).toEqual({ number: index, isNew: false });
      expect(table.firstRow(index)).toBe(index + 2);
      expect(table.group(index)).toBeNull();
    }
  });

  it('does not mix up keys that begin alike', () => {
    const table = new RespondentTable(1);
    const keys = [0, 1, 2, 3].map((word) => {
      const bytes = Buffer.alloc(16);
      bytes.writeInt32LE(7, 0);
      bytes.writeInt32LE(word, 12);
      return bytes;
    });
    expect(keys.map((each) => table.meet(each, 1).number)).toEqual([0, 1, 2, 3]);
    expect(keys.map((each) => table.meet(each, 1).number)).toEqual([0, 1, 2, 3]);
  });

  it('remembers group, staging and answers of each', () => {
    const table = new RespondentTable(9);
    table.meet(key('a'), 1);
    table.meet(key('b'), 2);
    table.setGroup(1, 3);
    expect([table.group(0), table.group(1)]).toEqual([null, 3]);
    expect([table.markStaged(1), table.markStaged(1), table.markStaged(0)]).toEqual([true, false, true]);
    table.markAnswered(0, 8);
    table.markAnswered(1, 0);
    expect([0, 8].map((item) => [table.hasAnswered(0, item), table.hasAnswered(1, item)])).toEqual([
      [false, true],
      [true, false],
    ]);
  });
});
