import { computeResults } from './compute-results.js';
import { modelItem, smallModel } from './small-model.factory.js';

/** Park–Miller: the same numbers in every run, so that the test says the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

const PRACTICES = ['p', 'q', 'r', 's', 't', 'u'];
const model = smallModel([
  { id: 'd', practices: PRACTICES.map((id) => ({ id, items: [modelItem({ id, type: 'percentage' })] })) },
]);

describe('the interval of a dimension that rests on practice cells', () => {
  it('holds the truth in about 95 of 100 waves, with raters who are consistent and leave practices out', () => {
    const random = seeded(20260301);
    const uniform = () => random() + random() - 1;
    const waves = 500;
    let hits = 0;
    let width = 0;
    let fromCells = 0;
    for (let wave = 0; wave < waves; wave++) {
      const submissions = Array.from({ length: 30 }, () => {
        const leaning = uniform();
        const said = PRACTICES.map((id) => [id, random() < 0.15 ? 'na' : 50 + 20 * (leaning + uniform())] as const);
        return { groupId: 'g', answers: new Map<string, number | 'na'>(said) };
      });
      const { cells } = computeResults({
        model,
        minimumGroupSize: 5,
        groups: [{ id: 'g', expected: null }],
        submissions,
      });
      const { lower, upper, explanation } = cells.find(({ node, groupId }) => node.id === 'd' && groupId === 'g')!;
      if (explanation?.kind === 'combination' && explanation.spread === 'practice-cells') fromCells++;
      if (lower! <= 3 && upper! >= 3) hits++;
      width += (upper! - lower!) / waves;
    }
    expect(fromCells).toBe(waves);
    expect(hits / waves).toBeGreaterThan(0.92);
    expect(hits / waves).toBeLessThan(0.99);
    // Not bought with width: own scores of 30 raters with sd 0.8·√(1/6 + 1/36) give about 0.26 with nothing left out.
    expect(width).toBeLessThan(0.31);
  });
});

describe('the interval of all respondents where groups see things differently', () => {
  it('is about as wide as their own scores make it, also when one answer is missing', () => {
    const random = seeded(20260302);
    const complete = Array.from({ length: 16 }, (_, index) => {
      const groupId = index < 10 ? 'kind' : 'strict';
      const seen = groupId === 'kind' ? 75 : 25;
      return {
        groupId,
        answers: new Map<string, number | 'na'>(PRACTICES.map((id) => [id, seen + 20 * (random() - 0.5)])),
      };
    });
    const lacking = complete.map(({ groupId, answers }, index) => ({
      groupId,
      answers: index === 0 ? new Map(answers).set('p', 'na') : answers,
    }));
    const ofEverybody = (submissions: typeof complete) => {
      const groups = ['kind', 'strict'].map((id) => ({ id, expected: null }));
      const { cells } = computeResults({ model, minimumGroupSize: 5, groups, submissions });
      const cell = cells.find(({ node, groupId }) => node.kind === 'overall' && groupId === null)!;
      const spread = cell.explanation?.kind === 'combination' ? cell.explanation.spread : null;
      return { spread, width: cell.upper! - cell.lower! };
    };
    const [own, combined] = [ofEverybody(complete), ofEverybody(lacking)];
    expect([own.spread, combined.spread]).toEqual(['own-scores', 'practice-cells']);
    expect(combined.width / own.width).toBeGreaterThan(0.95);
    expect(combined.width / own.width).toBeLessThan(1.1);
  });
});
