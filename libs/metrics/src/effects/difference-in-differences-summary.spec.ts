import { expectClose } from '../reference/relative-error.factory.js';
import { differenceInDifferencesSummary } from './difference-in-differences-summary.js';

// Card & Krueger 1994, Table 3: employment in fast-food stores of New Jersey and Pennsylvania.
const cardKrueger = {
  treatPre: { mean: 20.44, se: 0.51 },
  treatPost: { mean: 21.03, se: 0.52 },
  controlPre: { mean: 23.33, se: 1.35 },
  controlPost: { mean: 21.17, se: 0.94 },
};

describe('differenceInDifferencesSummary', () => {
  // The paper's 2.76 is from unrounded means; its 1.36 is smaller because most stores were asked twice.
  it('gives the effect of the minimum wage from the published cells', () => {
    expectClose(differenceInDifferencesSummary(cardKrueger), {
      estimate: 2.75,
      se: 1.799055307654548,
      z: 1.52858002102515,
      p: 0.1263685920125623,
    });
  });

  it('gives what the cells allow', () => {
    const noSe = { ...cardKrueger, controlPre: { mean: 23.33, se: null } };
    expectClose(differenceInDifferencesSummary(noSe), { estimate: 2.75, se: null, z: null, p: null });
    const noMean = { ...cardKrueger, controlPre: { mean: null, se: 1 } };
    expect(differenceInDifferencesSummary(noMean)).toEqual({ estimate: null, se: null, z: null, p: null });
    const cell = (mean: number) => ({ mean, se: 0 });
    const exact = { treatPre: cell(1), treatPost: cell(4), controlPre: cell(1), controlPost: cell(2) };
    expect(differenceInDifferencesSummary(exact)).toEqual({ estimate: 2, se: 0, z: null, p: null });
  });

  it('refuses a negative standard error and a cell that is not there', () => {
    expect(() => differenceInDifferencesSummary({ ...cardKrueger, treatPost: { mean: 1, se: -1 } })).toThrow(
      /treatPost\.se must be a finite number of at least 0 or null, got -1/,
    );
    expect(() => differenceInDifferencesSummary({ ...cardKrueger, treatPre: null as never })).toThrow(
      /treatPre must be an object/,
    );
  });
});
