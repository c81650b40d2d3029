import { slopeLines } from './slope-lines.js';

const item = (id: string, leadersRank: number | null, dataRank: number | null, difference: number | null) => ({
  id,
  leadersRank,
  dataRank,
  difference,
  leadersMean: leadersRank,
  dataScore: dataRank,
  places: [],
  myPlace: null,
});

it('gives every opportunity a row of its own on each side, ties below each other, and none where a side is silent', () => {
  expect(
    slopeLines([item('a', 1, 3, -2), item('b', 2, 1, 1), item('c', 2, 1, 1), item('d', 4, null, null)]).map(
      ({ id, left, right, steep }) => ({ id, left, right, steep }),
    ),
  ).toEqual([
    { id: 'a', left: 0, right: 2, steep: true },
    { id: 'b', left: 1, right: 0, steep: false },
    { id: 'c', left: 2, right: 1, steep: false },
    { id: 'd', left: 3, right: null, steep: false },
  ]);
});
