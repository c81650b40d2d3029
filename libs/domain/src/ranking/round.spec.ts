import {
  closedUp,
  concordanceWord,
  departsFrom,
  dualRanking,
  likenessWord,
  opportunityScores,
  reasonDemanded,
} from './index.js';

describe('opportunityScores', () => {
  const place = (id: string, driverWeight: number | null, volume: number | null) => ({ id, driverWeight, volume });

  it('sums over pain points and the touchpoints of each', () => {
    const painPoints = [
      { id: 'p', frequency: 0.5, severity: 4, touchpoints: [place('t', 0.5, 100), place('u', 0.1, 1000)] },
      { id: 'q', frequency: 0.1, severity: 1, touchpoints: [place('t', 0.5, 100)] },
    ];
    const { scores, ranks, missing } = opportunityScores([
      { id: 'a', painPoints },
      { id: 'b', painPoints: painPoints.slice(1) },
    ]);
    expect(scores).toEqual([100 + 200 + 5, 5]);
    expect(ranks).toEqual([1, 2]);
    expect(missing).toEqual([[], []]);
  });

  it('scores nothing of which a factor is missing, and says each that is once', () => {
    const painPoints = [
      { id: 'p', frequency: 0.5, severity: 4, touchpoints: [place('t', 0.5, 100), place('u', null, 10)] },
      { id: 'q', frequency: null, severity: 1, touchpoints: [place('u', null, 10)] },
      { id: 'r', frequency: 1, severity: null, touchpoints: [] },
    ];
    const { scores, ranks, missing } = opportunityScores([
      { id: 'a', painPoints },
      { id: 'b', painPoints: [] },
    ]);
    expect(scores).toEqual([null, null]);
    expect(ranks).toEqual([null, null]);
    expect(missing).toEqual([
      [
        { factor: 'driverWeight', painPointId: null, touchpointId: 'u' },
        { factor: 'frequency', painPointId: 'q', touchpointId: null },
        { factor: 'touchpoint', painPointId: 'r', touchpointId: null },
        { factor: 'severity', painPointId: 'r', touchpointId: null },
      ],
      [{ factor: 'painPoint', painPointId: null, touchpointId: null }],
    ]);
  });
});

describe('what a concordance means', () => {
  it.each([
    [null, null, 'unknown'],
    [0.9, 0.05, 'chance'],
    [0.49, 0.01, 'weak'],
    [0.5, 0.01, 'moderate'],
    [0.7, 0.01, 'strong'],
  ] as const)('W %p with p %p is %p', (w, p, word) => expect(concordanceWord(w, p)).toBe(word));

  it.each([
    [null, 'unknown'],
    [0.35, 'opposite'],
    [0.5, 'unrelated'],
    [0.65, 'partly'],
    [0.85, 'alike'],
  ] as const)('W %p of two rankings is %p', (w, word) => expect(likenessWord(w)).toBe(word));

  it('says of how many items, and its test', () => {
    const ranks = { a: 1, b: 2, c: 3 };
    const { leadersW, leadersChi2, leadersDf, leadersItems, agreementItems } = dualRanking({
      itemIds: ['a', 'b', 'c', 'd'],
      judgements: [
        { judgeId: 'x', ranks },
        { judgeId: 'y', ranks },
        { judgeId: 'z', ranks: { ...ranks, d: 4 } },
      ],
      dataScores: { a: 1, b: 2, c: null, d: 3 },
    });
    expect({ leadersW, leadersChi2, leadersDf, leadersItems, agreementItems }).toEqual({
      leadersW: 1,
      leadersChi2: 6,
      leadersDf: 2,
      leadersItems: 3,
      agreementItems: 3,
    });
    expect(dualRanking({ itemIds: ['a'], judgements: [], dataScores: {} }).leadersItems).toBe(0);
  });
});

describe('an agreement', () => {
  const leaders = { a: 1, b: 2, c: 3 };
  const data = { a: 3, b: 1, c: null };

  it('departs from ranks that it turns round; ties and gaps bind nobody', () => {
    expect(departsFrom(['a', 'b', 'c'], leaders)).toBe(false);
    expect(departsFrom(['b', 'a', 'c'], leaders)).toBe(true);
    expect(departsFrom(['b', 'c', 'a'], data)).toBe(false);
    expect(departsFrom(['c', 'a', 'b'], { a: 1, b: 1, c: 1 })).toBe(false);
  });

  it('says why where it follows neither, and where it replaces another', () => {
    expect(reasonDemanded(['a', 'b', 'c'], leaders, data, 0)).toBe(false);
    expect(reasonDemanded(['c', 'b', 'a'], leaders, data, 0)).toBe(false);
    expect(reasonDemanded(['a', 'c', 'b'], leaders, data, 0)).toBe(true);
    expect(reasonDemanded(['a', 'b', 'c'], leaders, data, 1)).toBe(true);
    // Data that ranks nothing is followed by every order, and so by none.
    expect(reasonDemanded(['c', 'a', 'b'], leaders, {}, 0)).toBe(true);
    expect(reasonDemanded(['c', 'a', 'b'], leaders, { a: 1, b: 1 }, 0)).toBe(true);
  });
});

it('closes a judge’s places up over what was put away', () => {
  expect(closedUp({ a: 3, b: 1, c: 2, d: null }, ['a', 'c', 'd'])).toEqual({ c: 1, a: 2 });
});
