import { readScoreAddress, writeScoreAddress } from './explain-address.js';

describe('score address', () => {
  it.each([
    { nodeKind: 'PRACTICE', nodeId: 'journey-atlas', groupId: 'g1' },
    { nodeKind: 'OVERALL', nodeId: 'overall', groupId: null },
  ] as const)('comes back as it was written: %j', (address) => {
    expect(readScoreAddress(writeScoreAddress(address))).toEqual(address);
  });
  it.each([undefined, '', 'ITEM:x', 'PRACTICE:'])('is nothing for %s', (text) => {
    expect(readScoreAddress(text)).toBeNull();
  });
});
