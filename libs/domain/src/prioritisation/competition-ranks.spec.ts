import fc from 'fast-check';
import { competitionRanks } from './competition-ranks.js';

describe('competitionRanks', () => {
  it('ranks 1, 1, 3 and leaves the unscored out', () => {
    expect(competitionRanks([5, null, 9, 9, 1])).toEqual([3, null, 1, 1, 4]);
    expect(competitionRanks([])).toEqual([]);
  });

  it('takes what differs only by rounding as a tie', () => {
    expect(competitionRanks([0.1 + 0.2, 0.3, 0.3 + 1e-9])).toEqual([2, 2, 1]);
  });

  it('gives everybody one more than the number of clearly better scores', () => {
    const scores = fc.array(fc.option(fc.integer({ min: -20, max: 20 })));
    fc.assert(
      fc.property(scores, (list) => {
        competitionRanks(list).forEach((rank, index) => {
          const own = list[index] ?? null;
          if (own === null) expect(rank).toBeNull();
          else expect(rank).toBe(1 + list.filter((other) => other !== null && other > own).length);
        });
      }),
    );
  });
});
