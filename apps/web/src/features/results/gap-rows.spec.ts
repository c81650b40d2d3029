import { gapRows, type ResultGap } from './gap-rows.js';

const gap = (over: Partial<ResultGap>): ResultGap => ({
  nodeKind: 'PRACTICE',
  nodeId: 'p1',
  groupA: 'exec',
  groupB: 'front',
  difference: 1,
  lower: 0.5,
  upper: 1.5,
  p: 0.01,
  adjustedP: 0.02,
  beyondNoise: true,
  ...over,
});
const everything = { kind: 'all', group: null, beyondOnly: false } as const;

describe('gapRows', () => {
  it('puts the larger gap first whatever its sign', () => {
    const rows = gapRows(
      [gap({ nodeId: 'small', difference: 0.4 }), gap({ nodeId: 'large', difference: -2 })],
      everything,
    );
    expect(rows.map((row) => row.nodeId)).toEqual(['large', 'small']);
  });

  it('turns a negative difference and its interval round together with the groups', () => {
    expect(gapRows([gap({ difference: -1, lower: -1.5, upper: -0.5 })], everything)[0]).toMatchObject({
      higher: 'front',
      lower: 'exec',
      size: 1,
      from: 0.5,
      to: 1.5,
    });
  });

  it('keeps a missing interval missing', () => {
    expect(gapRows([gap({ difference: -1, lower: null, upper: null })], everything)[0]).toMatchObject({
      from: null,
      to: null,
    });
  });

  it('filters by kind, by a group on either side, and by what exceeds rater noise', () => {
    const gaps = [
      gap({ nodeId: 'a' }),
      gap({ nodeId: 'b', nodeKind: 'DIMENSION' }),
      gap({ nodeId: 'c', groupA: 'office', beyondNoise: false }),
    ];
    const ids = (filter: Parameters<typeof gapRows>[1]): string[] => gapRows(gaps, filter).map((row) => row.nodeId);
    expect(ids({ ...everything, kind: 'DIMENSION' })).toEqual(['b']);
    expect(ids({ ...everything, group: 'exec' })).toEqual(['a', 'b']);
    expect(ids({ ...everything, beyondOnly: true })).toEqual(['a', 'b']);
  });
});
