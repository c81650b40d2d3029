import { meanInterval } from '@touchstone/metrics';
import fc from 'fast-check';
import type { MaturityModel, ScoredAnswers } from '../maturity-model/maturity-model.js';
import { scoreGroup, scoreRespondent } from '../scoring/index.js';
import { computeResults, type WaveResults } from './compute-results.js';
import type { CombinationExplanation, NodeKind, PracticeExplanation } from './result-cell.js';
import { modelItem, smallModel } from './small-model.factory.js';

const model = smallModel([
  { id: 'diagnosis', weight: 2, practices: [{ id: 'goals' }, { id: 'state', weight: 3 }] },
  { id: 'methods', practices: [{ id: 'personas' }] },
]);
const answers = (...levels: (number | 'na' | null)[]): ScoredAnswers =>
  new Map(
    ['goals', 'state', 'personas'].flatMap((id, index) => {
      const level = levels[index] ?? null;
      return level === null ? [] : [[id, level] as const];
    }),
  );
const group = (id: string, expected: number | null = null) => ({ id, expected });
const cell = (results: WaveResults, kind: NodeKind, id: string, groupId: string | null = null) =>
  results.cells.find((one) => one.node.kind === kind && one.node.id === id && one.groupId === groupId)!;

describe('computeResults', () => {
  const results = computeResults({
    model,
    minimumGroupSize: 3,
    groups: [group('board', 4), group('front', 10)],
    submissions: [
      ...[answers(4, 5, 3), answers(4, 4, 3), answers(5, 4, 'na')].map((one) => ({ groupId: 'board', answers: one })),
      ...[answers(2, 2, 1), answers(3, 2), answers(1, 3, 2), answers(2, 1, 'na')].map((one) => ({
        groupId: 'front',
        answers: one,
      })),
    ],
  });

  it('gives a practice the mean of its respondents with n, spread, interval, level and distribution', () => {
    const interval = meanInterval({ values: [2, 3, 1, 2] });
    expect(cell(results, 'practice', 'goals', 'front')).toMatchObject({
      suppression: 'shown',
      n: 4,
      value: 2,
      level: 2,
      coverage: 1,
      notApplicable: 0,
      distribution: [1, 2, 3, 4, 5].map((value, index) => ({ value, count: [1, 2, 1, 0, 0][index] })),
    });
    expect(cell(results, 'practice', 'goals', 'front').sd).toBeCloseTo(interval.sd!, 12);
    expect(cell(results, 'practice', 'goals', 'front').lower).toBeCloseTo(interval.lower!, 12);
    expect(cell(results, 'practice', 'goals', 'front').agreement).toBeCloseTo(1 - 2 / 3 / 2, 12);
  });

  it('counts not applicable apart from unanswered', () => {
    // Front line at personas: 1 and 2 answered, one unanswered, one not applicable; two scores are below the minimum.
    expect(cell(results, 'practice', 'personas', 'front').suppression).toBe('primary');
    const all = cell(results, 'practice', 'personas');
    expect(all).toMatchObject({ n: 4, value: 2.25, notApplicable: 2 });
    expect(all.coverage).toBeCloseTo(4 / 5, 12);
  });

  it('pools respondents for the whole, not groups', () => {
    expect(cell(results, 'practice', 'goals').value).toBeCloseTo((4 + 4 + 5 + 2 + 3 + 1 + 2) / 7, 12);
    expect(results.notes).toContain('ALL_POOLS_RESPONDENTS');
  });

  it('makes a dimension of its practices by weight, and says of which', () => {
    const dimension = cell(results, 'dimension', 'diagnosis', 'front');
    expect(dimension.value).toBeCloseTo((2 + 3 * 2) / 4, 12);
    const explanation = dimension.explanation as CombinationExplanation;
    expect(explanation.parts.map(({ practiceId, weight }) => [practiceId, weight])).toEqual([
      ['goals', 0.25],
      ['state', 0.75],
    ]);
    expect(explanation.spread).toBe('own-scores');
  });

  it('leaves hidden practices out of the whole and names them', () => {
    const explanation = cell(results, 'overall', 'overall', 'front').explanation as CombinationExplanation;
    expect(explanation.leftOut).toEqual([{ practiceId: 'personas', suppression: 'primary' }]);
    expect(explanation.parts.reduce((sum, part) => sum + part.weight, 0)).toBeCloseTo(1, 12);
    expect(cell(results, 'dimension', 'methods', 'front')).toMatchObject({
      suppression: 'primary',
      reason: 'no-practice-shown',
      n: null,
    });
  });

  it('takes gaps only between groups that are shown, in the order of the groups', () => {
    const gap = results.gaps.find(({ node }) => node.id === 'goals')!;
    expect(gap).toMatchObject({ groupA: 'board', groupB: 'front' });
    expect(gap.difference).toBeCloseTo(13 / 3 - 2, 12);
    expect(gap.beyondNoise).toBe(true);
    expect(results.gaps.some(({ node }) => node.id === 'personas')).toBe(false);
  });

  it('reports responses by group', () => {
    expect(results.submissions).toBe(7);
    expect(results.groups).toEqual([
      { groupId: 'board', expected: 4, submitted: 3, suppression: 'shown', reason: null },
      { groupId: 'front', expected: 10, submitted: 4, suppression: 'shown', reason: null },
    ]);
  });

  it('answers an empty wave and an unknown group', () => {
    const empty = computeResults({ model, minimumGroupSize: 5, groups: [group('a')], submissions: [] });
    expect(empty.notes).toContain('NO_SUBMISSIONS');
    expect(empty.cells.every(({ suppression, value, n }) => suppression === 'empty' && value === null && n === 0)).toBe(
      true,
    );
    expect(() =>
      computeResults({ model, minimumGroupSize: 5, groups: [], submissions: [{ groupId: 'x', answers: new Map() }] }),
    ).toThrow('submissions[0].groupId');
  });
});

const level = fc.integer({ min: 1, max: 5 });
const completeWave = fc.array(
  fc.record({ groupId: fc.constantFrom('a', 'b'), levels: fc.tuple(level, level, level) }),
  {
    minLength: 4,
    maxLength: 14,
  },
);
const compute = (
  of: MaturityModel,
  wave: readonly { groupId: string; answers: ScoredAnswers }[],
  minimumGroupSize = 1,
) => computeResults({ model: of, minimumGroupSize, groups: [group('a'), group('b'), group('c')], submissions: wave });

function expectSame(actual: number | null, expected: number | null): void {
  if (expected === null) expect(actual).toBeNull();
  else expect(actual).toBeCloseTo(expected, 10);
}

describe('with complete answers', () => {
  it('a dimension is the mean of the respondents’ own scores with its t interval', () => {
    fc.assert(
      fc.property(completeWave, (wave) => {
        const submissions = wave.map(({ groupId, levels }) => ({ groupId, answers: answers(...levels) }));
        const results = compute(model, submissions);
        for (const groupId of ['a', 'b', null]) {
          const own = submissions
            .filter((one) => groupId === null || one.groupId === groupId)
            .map((one) => scoreRespondent({ model, answers: one.answers }));
          const nodes = [
            [cell(results, 'dimension', 'diagnosis', groupId), own.map((one) => one.dimensions['diagnosis']!.score)],
            [cell(results, 'overall', 'overall', groupId), own.map((one) => one.overall.score)],
          ] as const;
          for (const [actual, values] of nodes) {
            const { n, mean, sd, lower, upper } = meanInterval({ values });
            expect(actual.n).toBe(n);
            expectSame(actual.value, mean);
            expectSame(actual.sd, sd);
            expectSame(actual.lower, lower);
            expectSame(actual.upper, upper);
          }
        }
      }),
    );
  });

  it('staged levels are those of the method, beside the mean of the placements', () => {
    const staged = smallModel(
      [
        { id: 'diagnosis', practices: [{ id: 'goals' }, { id: 'state' }] },
        { id: 'methods', practices: [{ id: 'personas' }] },
      ],
      { scoring: { method: 'staged', satisfaction: 0.6 } },
    );
    fc.assert(
      fc.property(completeWave, (wave) => {
        const submissions = wave.map(({ groupId, levels }) => ({ groupId, answers: answers(...levels) }));
        const results = compute(staged, submissions);
        const expected = scoreGroup({ model: staged, respondents: submissions.map((one) => one.answers) });
        expect(cell(results, 'overall', 'overall').level).toBe(expected.overall.score);
        expect(cell(results, 'dimension', 'diagnosis').level).toBe(expected.dimensions['diagnosis']!.score);
        const goals = cell(results, 'practice', 'goals');
        expect(goals.level).toBe(expected.practices['goals']!.score);
        expect((goals.explanation as PracticeExplanation).levelShares).toEqual(
          expected.practices['goals']!.levelShares,
        );
        const mean = wave.reduce((sum, { levels }) => sum + levels[0], 0) / wave.length;
        expectSame(goals.value, mean);
      }),
    );
  });

  it('stream sums are the sums of the method and say so', () => {
    const option = (value: number) => ({ value, label: { en: String(value) } });
    const question = (id: string, at: number) =>
      modelItem({ id, type: 'choice', options: [0, 0.5, 1].map(option), level: at, streamId: 's' });
    const base = smallModel([{ id: 'd', practices: [{ id: 'p', items: [question('p1', 1), question('p2', 2)] }] }], {
      levels: [1, 2],
      scoring: { method: 'stream-sums' },
    });
    const practice = { ...base.dimensions[0]!.practices[0]!, streams: [{ id: 's', name: { en: 's' } }] };
    const sums: MaturityModel = { ...base, dimensions: [{ ...base.dimensions[0]!, practices: [practice] }] };
    const said = [
      [1, 0.5],
      [1, 1],
      [0, 'na'],
    ] as const;
    const submissions = said.map(([first, second]) => ({
      groupId: 'a',
      answers: new Map<string, number | 'na'>([
        ['p1', first],
        ['p2', second],
      ]),
    }));
    const results = compute(sums, submissions);
    expect(results.unit).toBe('sum');
    expect(results.notes).toContain('NOT_APPLICABLE_COUNTS_AS_ZERO');
    expect(cell(results, 'practice', 'p')).toMatchObject({ n: 3, notApplicable: 1, level: 1 });
    expect(cell(results, 'practice', 'p').value).toBeCloseTo((1.5 + 2 + 0) / 3, 12);
    expect(cell(results, 'practice', 'p').distribution).toEqual([
      { value: 0, count: 1 },
      { value: 1, count: 1 },
      { value: 2, count: 1 },
    ]);
  });
});

const anyWave = fc.array(
  fc.record({
    groupId: fc.constantFrom('a', 'b', 'c'),
    levels: fc.array(fc.oneof({ weight: 6, arbitrary: level }, fc.constantFrom('na' as const, null)), {
      minLength: 3,
      maxLength: 3,
    }),
  }),
  { maxLength: 25 },
);

describe('whatever was answered', () => {
  it('the order of submissions changes nothing, not even the last digit', () => {
    const shuffled = anyWave.chain((wave) =>
      fc.tuple(fc.constant(wave), fc.shuffledSubarray(wave, { minLength: wave.length })),
    );
    const submit = (wave: readonly { groupId: string; levels: readonly (number | 'na' | null)[] }[]) =>
      wave.map(({ groupId, levels }) => ({ groupId, answers: answers(...levels) }));
    fc.assert(
      fc.property(shuffled, ([wave, other]) => {
        expect(compute(model, submit(other), 3)).toEqual(compute(model, submit(wave), 3));
      }),
    );
  });

  it('there is one cell for every node and cut, an interval holds its value, and it can be stored as JSON', () => {
    fc.assert(
      fc.property(anyWave, (wave) => {
        const results = compute(
          model,
          wave.map(({ groupId, levels }) => ({ groupId, answers: answers(...levels) })),
          3,
        );
        const keys = results.cells.map(({ node, groupId }) => `${node.kind} ${node.id} ${groupId}`);
        expect(new Set(keys).size).toBe((3 + 2 + 1) * 4);
        expect(keys).toHaveLength((3 + 2 + 1) * 4);
        for (const { value, lower, upper } of results.cells) {
          if (value === null || lower === null || upper === null) continue;
          expect(lower).toBeLessThanOrEqual(value);
          expect(upper).toBeGreaterThanOrEqual(value);
        }
        expect(JSON.parse(JSON.stringify(results))).toEqual(results);
      }),
    );
  });
});
