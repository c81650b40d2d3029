import { cellFinder, resultNodes, scoreScale, type ResultCell } from './result-index.js';
import { scoreRows, sortScoreRows } from './score-table.js';

const cell = (over: Partial<ResultCell>): ResultCell => ({
  nodeKind: 'PRACTICE',
  nodeId: 'p1',
  groupId: null,
  n: 20,
  value: 2.5,
  sd: 0.8,
  lower: 2.1,
  upper: 2.9,
  level: 2,
  distribution: null,
  agreement: 0.7,
  coverage: 0.9,
  notApplicable: 1,
  suppression: 'SHOWN',
  reason: null,
  ...over,
});
const practice = (id: string) => ({ id, name: { en: id }, description: { en: '' }, weight: 1, descriptors: [] });
const model = {
  id: 'm',
  modelKey: 'm',
  version: '1.0.0',
  name: { en: 'M' },
  scoringMethod: 'CONTINUOUS' as const,
  levels: [1, 2, 3].map((value) => ({ value, id: `l${value}`, name: { en: `L${value}` }, description: { en: '' } })),
  dimensions: [
    { id: 'd1', name: { en: 'D1' }, description: { en: '' }, weight: 1, practices: [practice('p1'), practice('p2')] },
  ],
};
const cells = [
  cell({ nodeKind: 'OVERALL', nodeId: 'overall' }),
  cell({ nodeKind: 'DIMENSION', nodeId: 'd1' }),
  cell({ nodeId: 'p1', value: 3 }),
  cell({ nodeId: 'p2', value: 1 }),
  cell({ nodeId: 'p2', groupId: 'g', value: null, n: null, suppression: 'PRIMARY' }),
];
const nodes = resultNodes({ model, cells });
const find = cellFinder(cells);

describe('resultNodes', () => {
  it('lists the overall score, then each dimension with its practices', () => {
    expect(nodes.map((node) => `${node.kind}:${node.id}`)).toEqual([
      'OVERALL:overall',
      'DIMENSION:d1',
      'PRACTICE:p1',
      'PRACTICE:p2',
    ]);
  });
  it('has no overall node when nothing was computed for it', () => {
    expect(resultNodes({ model, cells: [] })[0]!.kind).toBe('DIMENSION');
  });
});

describe('scoreRows', () => {
  it('crosses nodes with groups and leaves a hole where a cell does not exist', () => {
    const rows = scoreRows(nodes, [null, 'g'], find, 'practices');
    expect(rows).toHaveLength(4);
    expect(rows[1]!.cell).toBeNull();
    expect(rows[3]!.cell!.suppression).toBe('PRIMARY');
  });
});

describe('sortScoreRows', () => {
  const rows = scoreRows(nodes, [null, 'g'], find, 'practices');
  const values = (sorted: typeof rows): (number | null | undefined)[] => sorted.map((row) => row.cell?.value);
  it('sorts both ways and keeps what has no number last', () => {
    expect(values(sortScoreRows(rows, 'value', true)).slice(0, 2)).toEqual([3, 1]);
    expect(values(sortScoreRows(rows, 'value', false)).slice(0, 2)).toEqual([1, 3]);
  });
  it('knows the order of the model', () => {
    expect(sortScoreRows(rows, 'model', false)).toEqual(rows);
  });
});

describe('scoreScale', () => {
  it('is the whole scale of the model, and begins at nought for sums', () => {
    expect(scoreScale(model, 'LEVEL')).toEqual({ min: 1, max: 3 });
    expect(scoreScale(model, 'SUM')).toEqual({ min: 0, max: 3 });
  });
});
