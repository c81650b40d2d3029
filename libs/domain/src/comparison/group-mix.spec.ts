import { computeResults } from '../results/index.js';
import { smallModel } from '../results/small-model.factory.js';
import { groupMixDiffers } from './group-mix.js';

const model = smallModel([{ id: 'd', practices: [{ id: 'p' }] }]);
const cells = (sizes: Readonly<Record<string, number>>) =>
  computeResults({
    model,
    minimumGroupSize: 3,
    groups: Object.keys(sizes).map((id) => ({ id, expected: null })),
    submissions: Object.entries(sizes).flatMap(([groupId, size]) =>
      Array.from({ length: size }, () => ({ groupId, answers: new Map([['p', 3]]) })),
    ),
  }).cells;
const pairs = [
  { before: 'a', after: 'x' },
  { before: 'b', after: 'y' },
];

describe('groupMixDiffers', () => {
  it.each([
    ['the same shares of fewer people', { a: 20, b: 40 }, { x: 5, y: 10 }, false],
    ['shares that differ by less than a tenth', { a: 20, b: 40 }, { x: 7, y: 10 }, false],
    ['other shares', { a: 20, b: 40 }, { x: 10, y: 5 }, true],
    ['a group that is new', { a: 20, b: 40 }, { x: 20, y: 40, z: 20 }, true],
    ['a group that is no longer asked', { a: 20, b: 40, c: 30 }, { x: 20, y: 40 }, true],
    ['nobody in one of them', { a: 20, b: 40 }, { x: 0, y: 0 }, false],
  ])('of %s', (_, before, after, expected) => {
    expect(groupMixDiffers(cells(before), cells(after), pairs)).toBe(expected);
  });
});
