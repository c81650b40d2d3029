import fc from 'fast-check';
import { servqual, type ServqualRespondent } from './servqual.js';

const even = { tangibles: 20, reliability: 20, responsiveness: 20, assurance: 20, empathy: 20 };
const SIZES = { tangibles: 4, reliability: 5, responsiveness: 4, assurance: 4, empathy: 5 };

/** Answers with the same value for every item of a dimension. */
function perDimension(values: number[]): number[] {
  return Object.values(SIZES).flatMap((size, d) => Array.from({ length: size }, () => values[d]!));
}

function respondent(expected: number[], perceived: number[], points: ServqualRespondent['points']): ServqualRespondent {
  return { expectations: perDimension(expected), perceptions: perDimension(perceived), points };
}

describe('servqual', () => {
  // Scoring instructions of Zeithaml, Parasuraman & Berry (1990), appendix A, worked by hand in whole numbers.
  it('takes the mean of the five dimensions, not of the 22 items', () => {
    const result = servqual({ respondents: [respondent([6, 7, 6, 6, 5], [6, 2, 6, 6, 5], null)] });
    expect(result.dimensionGaps).toEqual({
      tangibles: 0,
      reliability: -5,
      responsiveness: 0,
      assurance: 0,
      empathy: 0,
    });
    expect(result.unweighted).toBe(-1);
    expect(result).toMatchObject({ n: 1, weighted: null, nWeighted: 0 });
  });

  it('weighs each respondent by their own points, then takes the mean', () => {
    const onlyReliability = { ...even, reliability: 100, tangibles: 0, responsiveness: 0, assurance: 0, empathy: 0 };
    const result = servqual({
      respondents: [
        respondent([7, 7, 7, 7, 7], [7, 3, 7, 7, 7], onlyReliability),
        respondent([5, 5, 5, 5, 5], [5, 5, 5, 5, 6], even),
      ],
    });
    expect(result.weighted).toBeCloseTo((-4 + 0.2) / 2, 14);
    expect(result.nWeighted).toBe(2);
  });

  it('leaves out an item without both answers, and such a respondent from the weighted gap only', () => {
    const [first, second] = [
      respondent([6, 6, 6, 6, 6], [5, 5, 5, 5, 5], even),
      respondent([6, 6, 6, 6, 6], [6, 6, 6, 6, 6], even),
    ];
    const gone = second.perceptions.map((answer, item) => (item < 4 ? null : answer));
    const result = servqual({ respondents: [first, { ...second, perceptions: gone }] });
    expect(result).toMatchObject({ n: 2, nWeighted: 1, weighted: -1 });
    expect(result.dimensionGaps).toMatchObject({ tangibles: -1, reliability: -0.5 });
    const oneItem = first.expectations.map((answer, item) => (item === 0 ? answer : item < 4 ? null : answer));
    expect(servqual({ respondents: [{ ...first, expectations: oneItem }] }).dimensionGaps.tangibles).toBe(-1);
  });

  it('has no value where a dimension has no answers, and none at all without respondents', () => {
    const none = { tangibles: null, reliability: null, responsiveness: null, assurance: null, empathy: null };
    expect(servqual({ respondents: [] })).toEqual({
      n: 0,
      dimensionGaps: none,
      unweighted: null,
      weighted: null,
      nWeighted: 0,
    });
    const answered = respondent([6, 6, 6, 6, 6], [5, 5, 5, 5, 5], even);
    const gap = answered.expectations.map((answer, item) => (item < 4 ? null : answer));
    expect(servqual({ respondents: [{ ...answered, expectations: gap }] })).toMatchObject({
      dimensionGaps: { tangibles: null, empathy: -1 },
      unweighted: null,
      weighted: null,
    });
  });

  it('takes points that are fractions of 100', () => {
    const points = { tangibles: 33.3, reliability: 33.3, responsiveness: 33.4, assurance: 0, empathy: 0 };
    expect(servqual({ respondents: [respondent([6, 6, 6, 6, 6], [5, 5, 5, 5, 5], points)] }).weighted).toBeCloseTo(
      -1,
      13,
    );
  });

  const good = respondent([6, 6, 6, 6, 6], [5, 5, 5, 5, 5], even);
  it.each([
    [{ ...good, points: { ...even, empathy: 19 } }, /respondents\[0\].points must sum to 100, got 99/],
    [
      { ...good, points: { ...even, empathy: -20, tangibles: 60 } },
      /points.empathy must be a finite number from 0 to 100/,
    ],
    [{ ...good, expectations: [8, ...good.expectations.slice(1)] }, /expectations\[0\] must be an integer from 1 to 7/],
    [{ ...good, perceptions: good.perceptions.slice(1) }, /perceptions must have 22 entries, got 21/],
  ])('refuses bad answers and points', (bad, message) => {
    expect(() => servqual({ respondents: [bad] })).toThrow(message);
    expect(() => servqual({ respondents: [bad] })).toThrow(RangeError);
  });

  it('stays within ±6 and does not depend on the order of respondents', () => {
    const answer = fc.option(fc.integer({ min: 1, max: 7 }), { freq: 9 });
    const list = fc.array(answer, { minLength: 22, maxLength: 22 });
    const one = fc.record({ expectations: list, perceptions: list, points: fc.constantFrom(even, null) });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), (respondents) => {
        const result = servqual({ respondents });
        const reversed = servqual({ respondents: respondents.toReversed() });
        expect(reversed.nWeighted).toBe(result.nWeighted);
        if (result.unweighted === null) expect(reversed.unweighted).toBeNull();
        else {
          expect(Math.abs(result.unweighted)).toBeLessThanOrEqual(6);
          expect(reversed.unweighted).toBeCloseTo(result.unweighted, 12);
        }
      }),
    );
  });
});
