import { CONTINUOUS_MODEL, STAGED_MODEL, STREAM_SUMS_MODEL } from '../maturity-model/maturity-model.factory.js';
import type { MaturityModel } from '../maturity-model/maturity-model.js';
import { parseMaturityModel } from '../maturity-model/parse-maturity-model.js';
import { explainScore } from './explain-score.js';
import { levelOf } from './level-of.js';
import { scoreGroup } from './score-group.js';
import { scoreRespondent } from './score-respondent.js';

function read(source: string): MaturityModel {
  const reading = parseMaturityModel(source);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.model;
}

const continuous = read(CONTINUOUS_MODEL);
const staged = read(STAGED_MODEL);
const sums = read(STREAM_SUMS_MODEL);

type Answers = Record<string, number | 'na'>;
const answersOf = (answers: Answers) => new Map(Object.entries(answers));
const score = (model: MaturityModel, answers: Answers) => scoreRespondent({ model, answers: answersOf(answers) });
const group = (model: MaturityModel, ...respondents: Answers[]) =>
  scoreGroup({ model, respondents: respondents.map(answersOf) });

describe('continuous', () => {
  test('answers are stretched to the levels, then averaged upwards by weight', () => {
    const scores = score(continuous, {
      asking: 2,
      'reading-level': 3,
      'reading-agreed': 2, // a quarter of 1–5: 1.5 on 1–3
      'reading-share': 75, // 2.5 on 1–3
      fixing: 'na',
    });
    expect(scores.practices['reading']).toEqual({
      score: (2 * 3 + 1.5 + 2.5) / 4,
      coverage: 1,
      answered: 3,
      applicable: 3,
      notApplicable: 0,
    });
    expect(scores.dimensions['listening']).toMatchObject({ score: (2 + 3 * 2.5) / 4, coverage: 1, answered: 4 });
    expect(scores.dimensions['acting']).toEqual({
      score: null,
      coverage: null,
      answered: 0,
      applicable: 0,
      notApplicable: 1,
      staged: null,
    });
    expect(scores.overall).toMatchObject({ score: 2.375, coverage: 1, answered: 4, notApplicable: 1 });
    expect(scores.notApplicableCountsAsZero).toBe(false);
  });

  test('unanswered lowers the coverage and nothing else', () => {
    const scores = score(continuous, { 'reading-level': 3 });
    expect(scores.practices['reading']).toMatchObject({ score: 3, coverage: 0.5, answered: 1, applicable: 3 });
    expect(scores.practices['asking']).toMatchObject({ score: null, coverage: 0 });
    expect(scores.dimensions['listening']).toMatchObject({ score: 3, coverage: (0 + 3 * 0.5) / 4 });
    expect(score(continuous, {}).overall).toMatchObject({ score: null, coverage: 0 });
  });

  test('a group is the mean of its members’ own scores at each node', () => {
    const scores = group(continuous, { asking: 1, fixing: 3 }, { asking: 2 }, { fixing: 'na' });
    expect(scores.practices['asking']).toMatchObject({ score: 1.5, n: 2, answered: 2, applicable: 3 });
    expect(scores.dimensions['acting']).toMatchObject({ score: 3, n: 1 });
    // The first respondent: (2 · 1 + 1 · 3) / 3; the second: 2.
    expect(scores.overall.score).toBeCloseTo((5 / 3 + 2) / 2, 12);
    expect(scores.overall.n).toBe(2);
    expect(scores.respondents).toBe(3);
  });

  test('refuses answers that the model does not have', () => {
    const act = (answers: Answers) => () => score(continuous, answers);
    expect(act({ other: 1 })).toThrow('no item “other”');
    expect(act({ asking: 4 })).toThrow(RangeError);
    expect(act({ asking: 1.5 })).toThrow(RangeError);
    expect(act({ 'reading-agreed': 3 })).toThrow('“reading-agreed” is not on its scale');
    expect(act({ 'reading-share': 101 })).toThrow(RangeError);
    expect(act({ 'reading-share': 'na' })).toThrow('cannot be not applicable');
    expect(act({ asking: '2' as unknown as number })).toThrow(TypeError);
  });
});

describe('levelOf', () => {
  test.each([
    [1, 'first'],
    [1.99, 'first'],
    [2, 'second'],
    [1.9999999999999998, 'second'],
    [3, 'third'],
  ])('%p has reached %p', (value, id) => {
    expect(levelOf(continuous, value)?.id).toBe(id);
  });

  test('no score, no level; below the lowest, none', () => {
    expect(levelOf(continuous, null)).toBeNull();
    expect(levelOf(continuous, 0.5)).toBeNull();
    expect(levelOf(sums, 0)?.id).toBe('none');
  });
});

describe('staged', () => {
  test('a respondent stands where all practices stand', () => {
    const scores = score(staged, { asking: 3, 'reading-level': 2, 'reading-share': 100, fixing: 'na' });
    // Two thirds of the weight at 2, one third at 3: 2.33 has reached level 2.
    expect(scores.practices['reading']!.score).toBe(2);
    expect(scores.dimensions['listening']).toMatchObject({
      score: 2,
      staged: { profile: { 2: 1, 3: 0.5 }, blocking: ['reading'], vacuousLevels: [] },
    });
    expect(scores.dimensions['acting']).toMatchObject({ score: null, staged: null });
    expect(scores.overall).toMatchObject({ score: 2, staged: { blocking: ['reading'] } });
  });

  test('what is not assessed blocks, what does not apply does not', () => {
    expect(score(staged, { asking: 3, 'reading-level': 3 }).overall).toMatchObject({
      score: 1,
      staged: { blocking: ['fixing'] },
    });
    expect(score(staged, { asking: 3, 'reading-level': 3, fixing: 'na' }).overall.score).toBe(3);
    expect(score(staged, {}).overall).toMatchObject({ score: null, staged: null });
  });

  test('a group satisfies a level when enough of those to whom it applies place it there', () => {
    const others = { 'reading-level': 3, fixing: 3 };
    const scores = group(
      staged,
      { asking: 3, ...others },
      { asking: 2, ...others },
      { asking: 2, ...others },
      { asking: 1, ...others },
      { asking: 'na', ...others },
    );
    expect(scores.practices['asking']).toMatchObject({
      score: 2,
      n: 4,
      levelShares: [
        { level: 2, count: 3, share: 0.75, satisfied: true },
        { level: 3, count: 1, share: 0.25, satisfied: false },
      ],
    });
    expect(scores.dimensions['listening']).toMatchObject({ score: 2, n: 5, staged: { blocking: ['asking'] } });
    expect(scores.dimensions['acting']).toMatchObject({ score: 3, staged: { blocking: [] } });
    expect(scores.overall).toMatchObject({ score: 2, n: 5 });
  });

  test('exactly the threshold is enough', () => {
    expect(group(staged, { asking: 3 }, { asking: 1 }).practices['asking']!.score).toBe(3);
  });

  test('questions of single levels count only without a gap below', () => {
    const yesNo = `[{ value: 0, label: { en: No } }, { value: 1, label: { en: Partly } }, { value: 2, label: { en: 'Yes' } }]`;
    const questions = [1, 2, 3].map(
      (level) =>
        `          - { id: q${level}, type: yes-no-partial, level: ${level}, text: { en: Done? }, options: ${yesNo} }\n`,
    );
    const model = read(
      STREAM_SUMS_MODEL.replace('method: stream-sums', 'method: staged, satisfaction: 0.8').replace(
        /( {6}- id: strategy[\s\S]*? {8}items:\n)[\s\S]*?( {2}- id: verify)/,
        `$1${questions.join('')}$2`,
      ),
    );
    const place = (answers: Answers) => score(model, answers).practices['strategy']!.score;
    expect(place({ q1: 2, q2: 2, q3: 2 })).toBe(3);
    expect(place({ q1: 2, q2: 1, q3: 2 })).toBe(1);
    expect(place({ q1: 2, q2: 'na', q3: 2 })).toBe(3);
    expect(place({ q1: 2, q3: 2 })).toBe(1);
    expect(place({ q1: 0 })).toBe(0);
    expect(place({ q1: 'na', q2: 'na', q3: 'na' })).toBeNull();
  });
});

describe('stream sums', () => {
  const answers: Answers = {
    'strategy-a1': 1,
    'strategy-a2': 0.5,
    'strategy-a3': 0.25,
    'strategy-b1': 0.25,
    'strategy-b2': 'na',
    'testing-a1': 1,
    'testing-b1': 1,
    'testing-a2': 0.5,
  };

  test('streams average at each level, levels add up, and silence is zero', () => {
    const scores = score(sums, answers);
    expect(scores.practices['strategy']).toEqual({
      score: 1, // (1 + 0.25)/2 + (0.5 + 0)/2 + (0.25 + 0)/2
      coverage: 4 / 5,
      answered: 4,
      applicable: 5,
      notApplicable: 1,
    });
    expect(scores.practices['testing']!.score).toBe(1.25);
    expect(scores.overall.score).toBe(1.125);
    expect(scores.notApplicableCountsAsZero).toBe(true);
    expect(group(sums, answers, {}).overall.score).toBe(0.5625);
    expect(group(sums, answers).notApplicableCountsAsZero).toBe(true);
  });
});

describe('explainScore', () => {
  test('leads from the whole model down to one respondent’s answers', () => {
    const trace = explainScore({
      model: continuous,
      answers: answersOf({ asking: 2, 'reading-level': 3, 'reading-agreed': 2 }),
      node: { kind: 'model' },
    });
    expect(trace).toMatchObject({ result: 2.375, weight: null, step: { formula: 'weighted-mean', totalWeight: 2 } });
    const [listening, acting] = trace.inputs;
    expect(acting).toMatchObject({ node: { kind: 'dimension', id: 'acting' }, weight: 1, result: null });
    expect(listening!.inputs[1]).toMatchObject({
      node: { kind: 'practice', id: 'reading' },
      weight: 3,
      result: 2.5,
      inputs: [
        { node: { id: 'reading-level' }, weight: 2, result: 3, step: { formula: 'answer', answer: 3 } },
        {
          node: { id: 'reading-agreed' },
          result: 1.5,
          step: { formula: 'rescaled-answer', answer: 2, from: { min: 1, max: 5 }, to: { min: 1, max: 3 } },
        },
        { node: { id: 'reading-share' }, result: null, step: { formula: 'rescaled-answer', answer: null } },
      ],
    });
  });

  test('ends for a group in counts of answers', () => {
    const respondents = [{ asking: 1 }, { asking: 3 }, { asking: 3 }, { asking: 'na' as const }, {}].map((answers) =>
      answersOf(answers as Answers),
    );
    const node = { kind: 'practice', id: 'asking' } as const;
    expect(explainScore({ model: continuous, respondents, node })).toMatchObject({
      result: 7 / 3,
      step: { formula: 'mean-of-respondents', n: 3, sum: 7, each: 'weighted-mean' },
      inputs: [
        {
          step: {
            formula: 'answer-counts',
            counts: [
              { answer: 1, count: 1 },
              { answer: 3, count: 2 },
            ],
            notApplicable: 1,
            unanswered: 1,
          },
        },
      ],
    });
    expect(explainScore({ model: staged, respondents, node })).toMatchObject({
      result: 3,
      step: { formula: 'share-of-respondents', n: 3, threshold: 0.5 },
    });
    expect(explainScore({ model: staged, respondents, node: { kind: 'model' } })).toMatchObject({
      result: 1,
      step: { formula: 'levels-passed', detail: { blocking: ['reading', 'fixing'] } },
    });
  });

  test('shows staged placements and stream sums part by part', () => {
    const node = { kind: 'practice', id: 'reading' } as const;
    const answers = answersOf({ 'reading-level': 2, 'reading-share': 100 });
    expect(explainScore({ model: staged, answers, node })).toMatchObject({
      result: 2,
      step: { formula: 'level-placement', placement: { mean: 7 / 3, questionsMetUpTo: null, level: 2 } },
    });
    const trace = explainScore({
      model: sums,
      answers: answersOf({ 'strategy-a1': 1, 'strategy-b1': 0.5 }),
      node: { kind: 'practice', id: 'strategy' },
    });
    expect(trace).toMatchObject({ result: 0.75, step: { formula: 'stream-sum' } });
    expect(trace.step).toMatchObject({
      levels: [
        {
          level: 1,
          value: 0.75,
          streams: [
            { streamId: 'a', value: 1 },
            { streamId: 'b', value: 0.5 },
          ],
        },
        { level: 2, value: 0 },
        { level: 3, value: 0 },
      ],
    });
  });

  test('refuses a node that the model does not have', () => {
    const explain = (node: { kind: 'dimension' | 'practice' | 'item'; id: string }) => () =>
      explainScore({ model: continuous, answers: new Map(), node });
    expect(explain({ kind: 'dimension', id: 'x' })).toThrow('no dimension “x”');
    expect(explain({ kind: 'practice', id: 'x' })).toThrow('no practice “x”');
    expect(explain({ kind: 'item', id: 'reading-why' })).toThrow('no scored item “reading-why”');
  });
});
