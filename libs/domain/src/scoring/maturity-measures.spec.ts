import { exactSum, weightedMean } from './exact-sum.js';
import { maturityContinuous } from './maturity-continuous.js';
import { maturityIso33020 } from './maturity-iso33020.js';
import { maturityStageProduct } from './maturity-stage-product.js';
import { maturityStaged, type PracticeStatus } from './maturity-staged.js';
import { percentToTarget } from './percent-to-target.js';
import { samm } from './samm.js';

describe('exactSum', () => {
  test('rounds once, whatever the order', () => {
    expect(exactSum([1e100, 1, -1e100])).toBe(1);
    expect(exactSum(Array.from({ length: 10 }, () => 0.1))).toBe(1);
    expect(exactSum([1e16, 1, 1e-16])).toBe(10000000000000002);
    expect(exactSum([])).toBe(0);
  });

  test('a mean of fives is five', () => {
    expect(weightedMean([0.1, 0.2, 0.7].map((weight) => ({ weight, value: 5 })))).toBe(5);
    expect(weightedMean([])).toBeNull();
    expect(weightedMean([{ weight: 0, value: 3 }])).toBeNull();
  });
});

describe('maturityContinuous', () => {
  const item = (id: string, weight: number, score: number | null | 'na') => ({ id, weight, score });

  test('N/A leaves the score, unanswered lowers the coverage, dimensions average', () => {
    const input = {
      min: 1,
      max: 5,
      dimensions: [
        { id: 'a', weight: 3, items: [item('1', 2, 4), item('2', 1, 1), item('3', 1, null), item('4', 9, 'na')] },
        { id: 'b', weight: 1, items: [item('5', 1, 5)] },
        { id: 'c', weight: 7, items: [item('6', 1, 'na')] },
        { id: 'd', weight: 4, items: [item('7', 1, null)] },
      ],
    };
    const before = structuredClone(input);
    expect(maturityContinuous(input)).toEqual({
      dimensions: {
        a: { score: 3, scoreMissingAsZero: 2.25, coverage: 0.75 },
        b: { score: 5, scoreMissingAsZero: 5, coverage: 1 },
        c: { score: null, scoreMissingAsZero: null, coverage: null },
        d: { score: null, scoreMissingAsZero: 0, coverage: 0 },
      },
      overall: (3 * 3 + 5) / 4,
      overallMissingAsZero: (3 * 2.25 + 5 + 0) / 8,
      overallCoverage: (3 * 0.75 + 1 + 0) / 8,
    });
    expect(input).toEqual(before);
  });

  test('nothing, and weights of nothing, are null', () => {
    expect(maturityContinuous({ min: 0, max: 1, dimensions: [] })).toEqual({
      dimensions: {},
      overall: null,
      overallMissingAsZero: null,
      overallCoverage: null,
    });
    const zero = { min: 0, max: 1, dimensions: [{ id: 'a', weight: 0, items: [item('1', 0, 1)] }] };
    expect(maturityContinuous(zero)).toMatchObject({
      dimensions: { a: { score: null, coverage: null } },
      overall: null,
    });
  });

  test.each([
    ['dimensions[0].items[1].score', 5.5],
    ['dimensions[0].items[1].score', 0],
    ['dimensions[0].items[1].score', NaN],
  ])('%s of %p is refused', (name, score) => {
    const items = [item('1', 1, 3), item('2', 1, score)];
    const act = () => maturityContinuous({ min: 1, max: 5, dimensions: [{ id: 'a', weight: 1, items }] });
    expect(act).toThrow(RangeError);
    expect(act).toThrow(name);
  });

  test('negative weights and wrong types are refused by name', () => {
    const score = (dimensions: unknown) => () =>
      maturityContinuous({ min: 1, max: 5, dimensions: dimensions as never });
    expect(score([{ id: 'a', weight: -1, items: [] }])).toThrow(
      new RangeError('dimensions[0].weight must be a finite number of at least 0, got -1'),
    );
    expect(score([{ id: 'a', weight: '1', items: [] }])).toThrow(TypeError);
    expect(score([{ id: 'a', weight: 1, items: [item('1', 1, 'NA' as 'na')] }])).toThrow(TypeError);
    expect(score([{ id: 'a', weight: 1, items: [{ id: '1', weight: 1 }] }])).toThrow(TypeError);
    expect(score([1, 1].map((weight) => ({ id: 'a', weight, items: [] })))).toThrow('different from');
    expect(score('a')).toThrow(TypeError);
  });
});

describe('maturityStaged', () => {
  const levels = (...statuses: PracticeStatus[][]) => ({
    levels: statuses.map((own, index) => ({
      level: index + 2,
      practices: own.map((status, practice) => ({ id: `${index + 2}${'abc'[practice]}`, status })),
    })),
  });

  test('a gap caps the level however good the higher ones are', () => {
    expect(
      maturityStaged(levels(['satisfied', 'satisfied'], ['not-satisfied', null, 'satisfied'], ['satisfied'])),
    ).toEqual({
      maturityLevel: 2,
      profile: { 2: 1, 3: 1 / 3, 4: 1 },
      blocking: ['3a', '3b'],
      vacuousLevels: [],
    });
  });

  test('N/A is left out; a level of nothing else is passed and named', () => {
    expect(maturityStaged(levels(['satisfied', 'na'], ['na', 'na'], [], [null, 'na']))).toEqual({
      maturityLevel: 4,
      profile: { 2: 1, 3: null, 4: null, 5: 0 },
      blocking: ['5a'],
      vacuousLevels: [3, 4],
    });
  });

  test('the floor is level 1; the order of levels does not matter', () => {
    expect(maturityStaged({ levels: [] })).toEqual({ maturityLevel: 1, profile: {}, blocking: [], vacuousLevels: [] });
    const { levels: ascending } = levels(['satisfied'], ['satisfied'], ['not-satisfied']);
    expect(maturityStaged({ levels: [...ascending].reverse() })).toEqual(maturityStaged({ levels: ascending }));
  });

  test('refuses what is not a status or a level', () => {
    expect(() => maturityStaged(levels(['done' as 'satisfied']))).toThrow('levels[0].practices[0].status');
    expect(() => maturityStaged(levels([undefined as unknown as null]))).toThrow(TypeError);
    expect(() => maturityStaged({ levels: [{ level: 1, practices: [] }] })).toThrow(RangeError);
    expect(() => maturityStaged({ levels: [2, 2].map((level) => ({ level, practices: [] })) })).toThrow(
      'different from',
    );
  });
});

describe('samm', () => {
  test('streams add up, practices and functions average, silence is zero', () => {
    const result = samm({
      functions: {
        Design: {
          Threats: { A: [1, 0.5, 0.25], B: [0.25, 0, null] },
          Architecture: { A: [0.5, 0.5, 0], B: [1, 1, 1] },
        },
        Verification: { Testing: { A: [null, null, null], B: ['na', 0.5, 0] } },
        Operations: {},
      },
    });
    expect(result).toEqual({
      streams: { Threats: { A: 1.75, B: 0.25 }, Architecture: { A: 1, B: 3 }, Testing: { A: 0, B: 0.5 } },
      practices: { Threats: 1, Architecture: 2, Testing: 0.25 },
      functions: { Design: 1.5, Verification: 0.25, Operations: null },
      overall: 0.875,
      answered: 14,
      total: 18,
    });
  });

  test('refuses answers that the toolbox does not know', () => {
    const score = (A: unknown[]) => () => samm({ functions: { F: { P: { A: A as number[], B: [0, 0, 0] } } } });
    expect(score([0, 0.3, 0])).toThrow(new RangeError('functions.F.P.A[1] must be 0, 0.25, 0.5, 1, "na" or null'));
    expect(score([0, 0])).toThrow(RangeError);
    expect(score([0, '1', 0])).toThrow(TypeError);
    const B = [0, 0, 0];
    expect(() => samm({ functions: { F: { P: { A: B, B } }, G: { P: { A: B, B } } } })).toThrow('different from');
    expect(samm({ functions: {} })).toMatchObject({ overall: null, answered: 0, total: 0 });
  });
});

describe('maturityIso33020', () => {
  const levels = (...percents: (number | null)[][]) => ({
    levels: percents.map((own, index) => ({
      level: index + 1,
      attributes: own.map((percent, attribute) => ({ id: `PA${index + 1}.${attribute + 1}`, percent })),
    })),
  });

  test.each<[(number | null)[][], number]>([
    [[[86], [86, 51], [100, 100]], 2],
    [[[85], [100, 100]], 1],
    [[[50], [100, 100]], 0],
    [[[100], [100, null]], 1],
    [[[86], [86, 86], [86, 86]], 3],
    [[], 0],
  ])('%j is capability level %p', (percents, expected) => {
    expect(maturityIso33020(levels(...percents)).capabilityLevel).toBe(expected);
  });

  test('upper bounds belong to the lower rating', () => {
    const { ratings } = maturityIso33020(levels([0, 15, 15.01, 50, 50.01, 85, 85.01, 100, null]));
    expect(Object.values(ratings)).toEqual(['N', 'N', 'P', 'P', 'L', 'L', 'F', 'F', null]);
    expect(() => maturityIso33020(levels([100.1]))).toThrow('levels[0].attributes[0].percent');
  });
});

test('maturityStageProduct multiplies what lies below', () => {
  expect(
    maturityStageProduct({
      themes: [
        [1, 0.75, 0.5, 0.5],
        [1, 1, 1, 1],
        [0, 1, 1, 1],
      ],
    }),
  ).toEqual({
    themes: [1 + 1 + 0.75 + 0.375 + 0.1875, 5, 1],
    overall: (3.3125 + 5 + 1) / 3,
  });
  expect(maturityStageProduct({ themes: [[1, null, 1, 1]] })).toEqual({ themes: [null], overall: null });
  expect(maturityStageProduct({ themes: [] })).toEqual({ themes: [], overall: null });
  expect(() => maturityStageProduct({ themes: [[1, 1, 2, 1]] })).toThrow('themes[0][2]');
  expect(() => maturityStageProduct({ themes: [[1, 1]] })).toThrow(RangeError);
});

describe('percentToTarget', () => {
  test('gives no credit for overshooting and counts what is missing as zero', () => {
    const items = [
      { current: 1, target: 2 },
      { current: 3, target: 2 },
      { current: null, target: 1 },
      { current: 3, target: null },
    ];
    expect(percentToTarget({ items })).toEqual({
      absoluteGap: 2,
      targetTotal: 5,
      percentToTarget: 0.6,
      progressToDate: null,
    });
  });

  test.each([
    [{ baseline: 1, current: 1.5, target: 3 }, 0.25],
    [{ baseline: 1, current: 0.5, target: 2 }, -0.5],
    [{ baseline: 1, current: 4, target: 2 }, 3],
    [{ baseline: 2, current: 4, target: 2 }, null],
    [{ baseline: null, current: 4, target: 2 }, null],
  ])('%j has made progress of %p', (scores, expected) => {
    expect(percentToTarget({ items: [], scores })).toEqual({
      absoluteGap: 0,
      targetTotal: 0,
      percentToTarget: null,
      progressToDate: expected,
    });
  });

  test('refuses by name', () => {
    expect(() => percentToTarget({ items: [{ current: NaN, target: 1 }] })).toThrow('items[0].current');
  });
});
