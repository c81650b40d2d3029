import { bottomUp, dualRanking } from './index.js';

describe('bottomUp', () => {
  const item = (
    id: string,
    frequency: number | null,
    severity: number,
    driverWeight: number | null,
    volume: number,
  ) => ({
    id,
    frequency,
    severity,
    driverWeight,
    volume,
  });

  it('multiplies, ranks with shared places and names what is missing', () => {
    const items = [
      item('a', 0.1, 5, 0.4, 1000),
      item('b', 0.4, 5, 0.1, 1000),
      item('c', 0.5, 1, 0.2, 500),
      item('d', null, 3, null, 9),
    ];
    const { scores, ranks, missing } = bottomUp({ items });
    expect(scores.map((score) => score && Math.round(score))).toEqual([200, 200, 50, null]);
    expect(ranks).toEqual([1, 1, 3, null]);
    expect(missing).toEqual([[], [], [], ['frequency', 'driverWeight']]);
    expect(bottomUp({ items: [] })).toEqual({ scores: [], ranks: [], missing: [] });
  });

  it('keeps a zero for a zero', () => {
    expect(bottomUp({ items: [item('a', 0, 5, 1, 9)] })).toEqual({ scores: [0], ranks: [1], missing: [[]] });
  });

  it('refuses by name', () => {
    expect(() => bottomUp({ items: [item('a', 30, 5, 1, 9)] })).toThrow(
      /items\[0\].frequency must be .* from 0 to 1 or null, got 30/,
    );
    expect(() => bottomUp({ items: [item('a', 0.3, 6, 1, 9)] })).toThrow(/items\[0\].severity/);
    expect(() => bottomUp({ items: [item('a', 0.3, 5, 1, -1)] })).toThrow(/items\[0\].volume/);
  });
});

describe('dualRanking', () => {
  const itemIds = ['a', 'b', 'c', 'd'];
  const judge = (judgeId: string, ...order: string[]) => ({
    judgeId,
    ranks: Object.fromEntries(order.map((id, i) => [id, i + 1])),
  });

  it('is one where leaders and data say the same, and nothing where they say the opposite', () => {
    const judgements = [judge('x', 'a', 'b', 'c', 'd'), judge('y', 'a', 'b', 'c', 'd')];
    const same = dualRanking({ itemIds, judgements, dataScores: { a: 40, b: 30, c: 20, d: 10 } });
    expect(same).toMatchObject({ leadersW: 1, agreementW: 1, disputed: [] });
    expect(same.items.map(({ difference }) => difference)).toEqual([0, 0, 0, 0]);
    const opposite = dualRanking({ itemIds, judgements, dataScores: { a: 10, b: 20, c: 30, d: 40 } });
    expect(opposite.agreementW).toBe(0);
    expect(opposite.disputed).toHaveLength(6);
    expect(opposite.disputed[0]).toEqual({ leadersFirst: 'a', dataFirst: 'd', distance: 6 });
    expect(opposite.items.map(({ difference }) => difference)).toEqual([-3, -1, 1, 3]);
  });

  it('compares only what both have ranked, and keeps the rest', () => {
    const judgements = [judge('x', 'd', 'a', 'b'), judge('y', 'd', 'b', 'a')];
    const { items, disputed, agreementW } = dualRanking({
      itemIds,
      judgements,
      dataScores: { a: 1, b: 5, c: 9, d: null },
    });
    expect(items).toEqual([
      { id: 'a', leadersMean: 2.5, leadersRank: 2, judges: 2, dataScore: 1, dataRank: 3, difference: -1 },
      { id: 'b', leadersMean: 2.5, leadersRank: 2, judges: 2, dataScore: 5, dataRank: 2, difference: 0 },
      { id: 'c', leadersMean: null, leadersRank: null, judges: 0, dataScore: 9, dataRank: 1, difference: null },
      { id: 'd', leadersMean: 1, leadersRank: 1, judges: 2, dataScore: null, dataRank: null, difference: null },
    ]);
    // A tie is no dispute.
    expect(disputed).toEqual([]);
    expect(agreementW).not.toBeNull();
  });

  it('has no agreement to speak of with one judge or none', () => {
    expect(dualRanking({ itemIds, judgements: [], dataScores: {} })).toMatchObject({
      leadersW: null,
      agreementW: null,
    });
    expect(
      dualRanking({ itemIds, judgements: [judge('x', 'a', 'b')], dataScores: { a: 1, b: 2 } }).leadersW,
    ).toBeNull();
  });

  it('refuses a rank that is none', () => {
    expect(() => dualRanking({ itemIds, judgements: [{ judgeId: 'x', ranks: { a: 0 } }], dataScores: {} })).toThrow(
      /judgements of x: rank of a must be a whole number from 1, got 0/,
    );
  });
});
