import { readUse, writeUse } from './column-use.js';

describe('column use', () => {
  it.each([
    { target: 'item', itemId: 'metric-ownership' },
    { target: 'respondent', itemId: null },
  ] as const)('comes back from the field as it went in: %j', (use) => {
    expect(readUse(writeUse(use))).toEqual(use);
  });
  it.each(['ignore', '', 'nonsense:x'])('is nothing for %s', (value) => {
    expect(readUse(value)).toBeNull();
  });
  it('shows a column that was not chosen as left out', () => {
    expect(writeUse(undefined)).toBe('ignore');
  });
});
