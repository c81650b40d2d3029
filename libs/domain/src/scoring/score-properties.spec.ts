import fc from 'fast-check';
import type { MaturityModel, ModelItem, ScoredAnswers } from '../maturity-model/maturity-model.js';
import { scoreScale } from './answer-value.js';
import { explainScore } from './explain-score.js';
import { levelOf } from './level-of.js';
import type { NodeScore } from './node-score.js';
import { scoreGroup } from './score-group.js';
import { scoreRespondent } from './score-respondent.js';
import { answersArbitrary, answersOf, itemsOf, modelArbitrary } from './score-properties.factory.js';

const everyMethod = ['continuous', 'staged', 'stream-sums'] as const;

interface Case {
  model: MaturityModel;
  respondents: ScoredAnswers[];
}

function caseArbitrary(model: fc.Arbitrary<MaturityModel>): fc.Arbitrary<Case> {
  return model.chain((m) =>
    fc.array(answersArbitrary(m), { minLength: 1, maxLength: 5 }).map((respondents) => ({ model: m, respondents })),
  );
}

function everyNode(scores: ReturnType<typeof scoreGroup> | ReturnType<typeof scoreRespondent>): [string, NodeScore][] {
  return [
    ...Object.entries<NodeScore>(scores.practices),
    ...Object.entries<NodeScore>(scores.dimensions),
    ['overall', scores.overall],
  ];
}

/** Keeps the shape and replaces each weight. */
function withWeights(model: MaturityModel, weigh: (weight: number) => number): MaturityModel {
  return {
    ...model,
    dimensions: model.dimensions.map((dimension) => ({
      ...dimension,
      weight: weigh(dimension.weight),
      practices: dimension.practices.map((practice) => ({
        ...practice,
        weight: weigh(practice.weight),
        items: practice.items.map((item) => ({ ...item, weight: weigh(item.weight) })),
      })),
    })),
  };
}

/** Without the item, and without what would be left with nothing to score. */
function withoutItem(model: MaturityModel, id: string): MaturityModel {
  const dimensions = model.dimensions.map((dimension) => ({
    ...dimension,
    practices: dimension.practices
      .map((practice) => ({ ...practice, items: practice.items.filter((item) => item.id !== id) }))
      .filter(({ items }) => items.some(({ type }) => type !== 'text')),
  }));
  return { ...model, dimensions: dimensions.filter(({ practices }) => practices.length > 0) };
}

const scoresOf = (model: MaturityModel, respondents: readonly ScoredAnswers[]) =>
  everyNode(scoreGroup({ model, respondents })).map(([id, { score }]) => [id, score] as const);

test('the order of answers and of respondents does not matter, to the last digit', () => {
  fc.assert(
    fc.property(
      caseArbitrary(modelArbitrary(...everyMethod)),
      fc.infiniteStream(fc.nat()),
      ({ model, respondents }, keys) => {
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((entry) => ({ entry, key: keys.next().value! }))
            .sort((a, b) => a.key - b.key)
            .map(({ entry }) => entry);
        const others = shuffled(respondents.map((answers) => new Map(shuffled([...answers]))));
        expect(scoreGroup({ model, respondents: others })).toEqual(scoreGroup({ model, respondents }));
      },
    ),
  );
});

test('every score lies on the scale, and reaches a level of the model', () => {
  fc.assert(
    fc.property(caseArbitrary(modelArbitrary(...everyMethod)), ({ model, respondents }) => {
      const { min, max } = scoreScale(model);
      const nodes = [
        ...everyNode(scoreGroup({ model, respondents })),
        ...everyNode(scoreRespondent({ model, answers: respondents[0]! })),
      ];
      for (const [, { score, coverage }] of nodes) {
        if (score !== null) {
          expect(score).toBeGreaterThanOrEqual(min);
          expect(score).toBeLessThanOrEqual(max);
          if (score >= model.levels[0]!.value) expect(levelOf(model, score)).not.toBeNull();
        }
        if (coverage !== null) expect(coverage >= 0 && coverage <= 1).toBe(true);
      }
    }),
  );
});

test('the best answers everywhere give the highest level, the worst the lowest', () => {
  fc.assert(
    fc.property(modelArbitrary(...everyMethod), (model) => {
      const all = (pick: (answers: number[]) => number) =>
        scoreRespondent({
          model,
          answers: new Map(itemsOf(model).map((item) => [item.id, pick(answersOf(model, item))])),
        });
      const { min, max } = scoreScale(model);
      expect(all((answers) => answers.at(-1)!).overall.score).toBe(max);
      expect(all((answers) => answers[0]!).overall.score).toBe(min);
    }),
  );
});

test('continuous and staged: an answer “not applicable” is as if the item were not in the model', () => {
  const oneOf = ({ model, respondents }: Case) =>
    fc.record({
      model: fc.constant(model),
      answers: fc.constant(respondents[0]!),
      item: fc.constantFrom(...itemsOf(model)),
    });
  fc.assert(
    fc.property(caseArbitrary(modelArbitrary('continuous', 'staged')).chain(oneOf), ({ model, answers, item }) => {
      const notApplicable = new Map(answers).set(item.id, 'na');
      const removed = new Map(answers);
      removed.delete(item.id);
      const dropped = withoutItem(model, item.id);
      const scores = new Map(scoresOf(model, [notApplicable]));
      for (const [id, score] of scoresOf(dropped, [removed])) expect([id, scores.get(id)]).toEqual([id, score]);
      expect(scoreRespondent({ model, answers: notApplicable }).overall.coverage).toEqual(
        scoreRespondent({ model: dropped, answers: removed }).overall.coverage,
      );
    }),
  );
});

test('stream sums: “not applicable” and unanswered are worth the same, zero, and the result says so', () => {
  fc.assert(
    fc.property(caseArbitrary(modelArbitrary('stream-sums')), ({ model, respondents }) => {
      const silent = respondents.map((answers) => new Map([...answers].filter(([, answer]) => answer !== 'na')));
      const zero = respondents.map(
        (answers) =>
          new Map(itemsOf(model).map(({ id }) => [id, typeof answers.get(id) === 'number' ? answers.get(id)! : 0])),
      );
      expect(scoresOf(model, silent)).toEqual(scoresOf(model, respondents));
      expect(scoresOf(model, zero)).toEqual(scoresOf(model, respondents));
      expect(scoreGroup({ model, respondents }).notApplicableCountsAsZero).toBe(true);
    }),
  );
});

test('no score rises when an answer falls, by any method, for one or for a group', () => {
  const falling = ({ model, respondents }: Case) =>
    fc.record({
      model: fc.constant(model),
      respondents: fc.constant(respondents),
      who: fc.nat(respondents.length - 1),
      item: fc.constantFrom(...itemsOf(model)),
      steps: fc.integer({ min: 1, max: 6 }),
    });
  const lower = (model: MaturityModel, item: ModelItem, answer: number, steps: number): number => {
    const allowed = answersOf(model, item);
    return allowed[Math.max(0, allowed.indexOf(answer) - steps)]!;
  };
  fc.assert(
    fc.property(
      caseArbitrary(modelArbitrary(...everyMethod)).chain(falling),
      ({ model, respondents, who, item, steps }) => {
        const answer = respondents[who]!.get(item.id);
        fc.pre(typeof answer === 'number');
        const after = respondents.with(who, new Map(respondents[who]!).set(item.id, lower(model, item, answer, steps)));
        const before = new Map(scoresOf(model, respondents));
        for (const [id, score] of scoresOf(model, after)) {
          // The order of additions differs: a mean may wander in its last digit, a level may not move at all.
          const slack = model.scoring.method === 'staged' ? 0 : 1e-12;
          if (score !== null) expect(score).toBeLessThanOrEqual(before.get(id)! + slack);
          else expect(before.get(id)).toBeNull();
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('only the proportions of weights matter', () => {
  fc.assert(
    fc.property(
      caseArbitrary(modelArbitrary('continuous', 'stream-sums')),
      fc.double({ min: 0.001, max: 1000, noNaN: true }),
      ({ model, respondents }, factor) => {
        const scaled = new Map(
          scoresOf(
            withWeights(model, (weight) => weight * factor),
            respondents,
          ),
        );
        for (const [id, score] of scoresOf(model, respondents)) {
          if (score === null) expect(scaled.get(id)).toBeNull();
          else expect(scaled.get(id)).toBeCloseTo(score, 9);
        }
      },
    ),
  );
  fc.assert(
    fc.property(caseArbitrary(modelArbitrary('staged')), ({ model, respondents }) => {
      // Doubling is exact in floating point, so that even the level of a mean must stay.
      expect(
        scoresOf(
          withWeights(model, (weight) => weight * 2),
          respondents,
        ),
      ).toEqual(scoresOf(model, respondents));
    }),
  );
});

test('an explanation arrives at the very score that it explains', () => {
  fc.assert(
    fc.property(caseArbitrary(modelArbitrary(...everyMethod)), ({ model, respondents }) => {
      const own = scoreRespondent({ model, answers: respondents[0]! });
      const group = scoreGroup({ model, respondents });
      const root = { kind: 'model' } as const;
      const traces = [
        [own, explainScore({ model, answers: respondents[0]!, node: root })] as const,
        [group, explainScore({ model, respondents, node: root })] as const,
      ];
      for (const [scores, trace] of traces) {
        expect(trace.result).toBe(scores.overall.score);
        for (const dimension of trace.inputs) {
          if (dimension.node.kind !== 'dimension') throw new Error('a model consists of dimensions');
          expect(dimension.result).toBe(scores.dimensions[dimension.node.id]!.score);
          for (const practice of dimension.inputs) {
            if (practice.node.kind !== 'practice') throw new Error('a dimension consists of practices');
            expect(practice.result).toBe(scores.practices[practice.node.id]!.score);
          }
        }
      }
    }),
  );
});
