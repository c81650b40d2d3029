import fc from 'fast-check';
import { expectClose } from '../reference/relative-error.factory.js';
import { differenceInDifferences } from './difference-in-differences.js';

const groups = {
  treatPre: [3, 5, 4, 6, 4],
  treatPost: [7, 8, 6, 9, 7, 8],
  controlPre: [3, 4, 4, 5],
  controlPost: [4, 5, 5, 4, 6],
};
const untested = { df: null, t: null, p: null, lower: null, upper: null };

describe('differenceInDifferences', () => {
  // R 4.2: lm(y ~ treat * post), its standard error of the interaction (pooled), sandwich vcovHC(type = "HC2"), and
  // Satterthwaite's degrees of freedom.
  it('gives the interaction of the saturated regression with HC2 errors', () => {
    expectClose(differenceInDifferences(groups), {
      n: [5, 6, 4, 5],
      means: [4.4, 7.5, 4, 4.8],
      estimate: 2.3,
      se: 0.8660254037844386,
      df: 14.88824625036761,
      t: 2.655811238272278,
      p: 0.01806822708408161,
      lower: 0.4529030352069261,
      upper: 4.147096964793073,
      sePooled: 0.8894637897819858,
    });
  });

  it('drops missing values', () => {
    expect(differenceInDifferences({ ...groups, treatPre: [null, ...groups.treatPre, null] })).toEqual(
      differenceInDifferences(groups),
    );
  });

  it('keeps to what the groups can say', () => {
    expect(differenceInDifferences({ treatPre: [], treatPost: [], controlPre: [], controlPost: [] })).toEqual({
      n: [0, 0, 0, 0],
      means: [null, null, null, null],
      estimate: null,
      se: null,
      ...untested,
      sePooled: null,
    });
    const empty = differenceInDifferences({ ...groups, controlPre: [null] });
    expect(empty).toMatchObject({ means: [4.4, 7.5, null, 4.8], estimate: null, se: null });
    const single = differenceInDifferences({ ...groups, controlPre: [4] });
    expectClose(single, { estimate: 2.3, se: null, ...untested, sePooled: null });
    const constant = differenceInDifferences({
      treatPre: [0.1, 0.1, 0.1],
      treatPost: [3, 3],
      controlPre: [1, 1],
      controlPost: [2, 2],
    });
    expectClose(constant, { estimate: 1.9, se: 0, ...untested, sePooled: 0 });
  });

  it('allows a group without variance beside one that has it', () => {
    const { se, df } = differenceInDifferences({
      ...groups,
      controlPre: [4, 4],
      controlPost: [5, 5],
      treatPre: [4, 4],
    });
    expectClose([se, df], [Math.sqrt(1.1 / 6), 5]);
  });

  it('does not see what both groups share, and turns its sign with the groups', () => {
    const list = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(
        list,
        list,
        list,
        list,
        fc.integer({ min: -9, max: 9 }),
        (treatPre, treatPost, controlPre, controlPost, trend) => {
          const result = differenceInDifferences({ treatPre, treatPost, controlPre, controlPost });
          const shifted = {
            treatPre,
            controlPre,
            treatPost: treatPost.map((v) => v + trend),
            controlPost: controlPost.map((v) => v + trend),
          };
          expect(differenceInDifferences(shifted).estimate).toBeCloseTo(result.estimate!, 10);
          expect(differenceInDifferences(shifted).se).toBeCloseTo(result.se!, 10);
          const swapped = differenceInDifferences({
            treatPre: controlPre,
            treatPost: controlPost,
            controlPre: treatPre,
            controlPost: treatPost,
          });
          expect(swapped.estimate).toBeCloseTo(-result.estimate!, 10);
          if (result.lower !== null) expect(swapped.upper).toBeCloseTo(-result.lower, 8);
        },
      ),
    );
  });

  it('refuses by name', () => {
    expect(() => differenceInDifferences({ ...groups, controlPost: [1, Infinity] })).toThrow(/controlPost\[1\]/);
    expect(() => differenceInDifferences({ ...groups, treatPre: undefined as unknown as number[] })).toThrow(
      /treatPre must be an array/,
    );
    expect(() => differenceInDifferences({ ...groups, confidence: 0 })).toThrow(/confidence/);
  });
});
