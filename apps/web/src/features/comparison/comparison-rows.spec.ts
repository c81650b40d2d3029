import {
  changeWhisker,
  comparedGroups,
  comparisonRows,
  countVerdicts,
  type ComparisonCell,
} from './comparison-rows.js';

const cell = (over: Partial<ComparisonCell>): ComparisonCell => ({
  nodeKind: 'PRACTICE',
  nodeId: 'p1',
  groupKind: null,
  groupName: null,
  before: 2,
  beforeN: 30,
  after: 3,
  afterN: 28,
  change: 1,
  lower: 0.4,
  upper: 1.6,
  p: 0.001,
  adjustedP: 0.004,
  smallestDetectable: 0.5,
  verdict: 'ROSE',
  reason: null,
  ...over,
});
const model = {
  id: 'm',
  modelKey: 'm',
  version: '1.0.0',
  name: { en: 'M' },
  scoringMethod: 'CONTINUOUS' as const,
  levels: [],
  dimensions: [
    {
      id: 'd1',
      name: { en: 'D1' },
      practices: [
        { id: 'p1', name: { en: 'P1' } },
        { id: 'p2', name: { en: 'P2' } },
      ],
    },
  ],
};
const cells = [
  cell({ nodeId: 'p2', verdict: 'WITHIN_NOISE' }),
  cell({ groupKind: 'EXECUTIVES', groupName: 'Board', verdict: 'CANNOT_SAY' }),
  cell({ nodeKind: 'DIMENSION', nodeId: 'd1' }),
  cell({ nodeKind: 'OVERALL', nodeId: 'overall' }),
  cell({}),
];

describe('comparisonRows', () => {
  it('follows the order of the model, not of the answer', () => {
    expect(comparisonRows({ model, cells }, '').map((row) => row.id)).toEqual(['overall', 'd1', 'p1', 'p2']);
  });
  it('leaves out what one of the waves does not have', () => {
    expect(comparisonRows({ model, cells }, 'EXECUTIVES:Board').map((row) => row.id)).toEqual(['p1']);
  });
});

describe('comparedGroups', () => {
  it('puts all respondents first and names every group once', () => {
    expect(comparedGroups(cells).map((group) => group.key)).toEqual(['', 'EXECUTIVES:Board']);
  });
});

describe('countVerdicts', () => {
  it('counts practices only, so that a dimension does not count its practices twice', () => {
    expect(countVerdicts(comparisonRows({ model, cells }, ''))).toEqual({
      ROSE: 1,
      FELL: 0,
      WITHIN_NOISE: 1,
      CANNOT_SAY: 0,
    });
  });
});

describe('changeWhisker', () => {
  it('lays the interval of the change on the scale, from the earlier value', () => {
    expect(changeWhisker({ before: 2, lower: -0.5, upper: 1.5 })).toEqual({ lower: 1.5, upper: 3.5 });
  });
  it('draws nothing where there is no interval', () => {
    expect(changeWhisker({ before: 2, lower: null, upper: null })).toEqual({ lower: null, upper: null });
  });
});
