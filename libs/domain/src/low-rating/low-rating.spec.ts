import { isLowRating } from './index.js';

const lowOf = (aggregation: string, from: number, to: number, direction = 'higher'): number[] => {
  const definition = { aggregation, scaleMinimum: from, scaleMaximum: to, direction };
  return Array.from({ length: to - from + 1 }, (_, at) => from + at).filter((rating) =>
    isLowRating(definition, rating),
  );
};

describe('isLowRating', () => {
  it.each([
    ['nps', 0, 10, 'higher', [0, 1, 2, 3, 4, 5, 6]],
    ['csat', 1, 5, 'higher', [1, 2]],
    ['mean', 0, 10, 'higher', [0, 1]],
    ['mean', 1, 5, 'lower', [4, 5]],
    ['top_box', 1, 5, 'higher', [1]],
    ['ces', 1, 7, 'higher', [1, 2, 3]],
    ['ces', 1, 7, 'lower', [5, 6, 7]],
    // Never the middle: of five there are two below it, of three and of two there is one.
    ['ces', 1, 5, 'higher', [1, 2]],
    ['csat', 1, 3, 'higher', [1]],
    ['csat', 0, 1, 'higher', [0]],
    ['csat', 1, 1, 'higher', []],
  ])('%s from %d to %d, %s is better: %p', (aggregation, from, to, direction, low) => {
    expect(lowOf(aggregation, from, to, direction)).toEqual(low);
  });

  it('does not judge what is off the scale, or has none', () => {
    const csat = { aggregation: 'csat', scaleMinimum: 1, scaleMaximum: 5, direction: 'higher' };
    expect([0, 6].map((rating) => isLowRating(csat, rating))).toEqual([null, null]);
    expect(isLowRating({ ...csat, scaleMinimum: null, scaleMaximum: null }, 1)).toBeNull();
  });
});
