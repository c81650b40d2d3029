import { CONTINUOUS_MODEL, STAGED_MODEL, STREAM_SUMS_MODEL } from './maturity-model.factory.js';
import { MODEL_PROBLEM_CODES, type ModelProblem } from './model-problem.js';
import { parseMaturityModel } from './parse-maturity-model.js';

function problemsOf(source: string): readonly ModelProblem[] {
  const reading = parseMaturityModel(source);
  return reading.ok ? [] : reading.problems;
}

/** Replaces a text that must stand exactly once, so that a case cannot quietly test something else. */
function edit(source: string, from: string, to: string): string {
  const parts = source.split(from);
  if (parts.length !== 2) throw new Error(`“${from}” stands ${parts.length - 1} times in the model`);
  return parts.join(to);
}

function lineOf(source: string, fragment: string): number {
  const at = source.lastIndexOf(fragment);
  if (at < 0) throw new Error(`“${fragment}” is not in the model`);
  return source.slice(0, at).split('\n').length;
}

/** [what is wrong, text to replace, replacement, code, a fragment whose last occurrence stands on the line to be named] */
type Refusal = [string, string, string, string, string];

const refusals: Refusal[] = [
  ['unknown key', 'id: small\n', 'id: small\nauthor: me\n', 'unknown-key', 'author: me'],
  ['misspelt key', 'licence: CC0', 'license: CC0', 'misspelt-key', 'license: CC0'],
  ['other format', 'model@1', 'model@2', 'unknown-format', 'format:'],
  ['key __proto__', 'id: small\n', 'id: small\n__proto__: {}\n', 'unknown-key', '__proto__'],
  ['missing key', 'version: 1.0.0\n', '', 'missing-key', 'format:'],
  ['wrong type', 'locales: [en, zh-CN]', 'locales: en', 'wrong-type', 'locales: en'],
  ['unknown method', 'method: continuous', 'method: guess', 'not-allowed-value', 'method: guess'],
  ['id in capitals', 'id: acting', 'id: Acting', 'bad-id', 'id: Acting'],
  ['no version', 'version: 1.0.0', 'version: one', 'bad-version', 'version: one'],
  ['blank text', 'en: Nobody fixes.', "en: ' '", 'blank-text', "en: ' '"],
  ['long text', 'Nobody fixes.', 'x'.repeat(2001), 'text-too-long', 'xxx'],
  ['weight of zero', 'weight: 3', 'weight: 0', 'number-out-of-range', 'weight: 0'],
  ['negative weight', 'weight: 3', 'weight: -1', 'number-out-of-range', 'weight: -1'],
  ['infinite weight', 'weight: 3', 'weight: .inf', 'not-a-number', 'weight: .inf'],
  ['duplicate key', 'version: 1.0.0\n', 'version: 1.0.0\nversion: 1.0.1\n', 'duplicate-key', 'version: 1.0.1'],
  ['mapping as a key', 'version: 1.0.0\n', 'version: 1.0.0\n? { a: b }\n: 1\n', 'bad-key', '? { a'],
  ['bad locale', 'locales: [en, zh-CN]', 'locales: [en, zh_CN]', 'bad-locale', 'locales:'],
  ['repeated locale', 'locales: [en, zh-CN]', 'locales: [en, en, zh-CN]', 'not-unique', 'locales:'],
  [
    'missing translation',
    '2: { en: Some fix., zh-CN: 有人修复。 }',
    '2: { en: Some fix. }',
    'missing-text',
    '2: { en: Some fix',
  ],
  ['undeclared locale', '{ en: Acting,', '{ fr: Agir, en: Acting,', 'unknown-locale', 'fr: Agir'],
  ['levels from 2', '- { value: 1, id', '- { value: 2, id', 'level-start', '- { value: 2, id: first'],
  ['gap between levels', '- { value: 3,', '- { value: 4,', 'level-order', '- { value: 4,'],
  ['duplicate level id', 'id: second', 'id: first', 'duplicate-id', '- { value: 2, id'],
  ['duplicate practice id', 'id: fixing', 'id: asking', 'duplicate-id', 'id: asking'],
  ['duplicate dimension id', 'id: acting', 'id: listening', 'duplicate-id', 'id: listening'],
  ['duplicate item id', 'id: reading-share', 'id: reading-why', 'duplicate-id', 'id: reading-why, type: text'],
  ['item with the id of another practice', 'id: reading-share', 'id: fixing', 'duplicate-id', '- id: fixing'],
  [
    'missing descriptor',
    '          2: { en: Some fix., zh-CN: 有人修复。 }\n',
    '',
    'missing-descriptor',
    'descriptors:\n          1: { en: Nobody fixes',
  ],
  ['descriptor of no level', '2: { en: Some fix', '9: { en: Some fix', 'unknown-level', '9: { en'],
  ['prerequisite to nowhere', 'practice: asking,', 'practice: dreaming,', 'unknown-practice', 'dreaming'],
  ['prerequisite at no level', 'level: 2 }', 'level: 5 }', 'unknown-level', 'level: 5 }'],
  [
    'practice that waits for itself',
    'practice: asking,',
    'practice: reading,',
    'prerequisite-cycle',
    'practice: reading,',
  ],
  ['unknown answer set', 'answers: agreement', 'answers: other', 'unknown-answer-set', 'answers: other'],
  ['likert without answers', ', answers: agreement', '', 'answers-missing', 'id: reading-agreed'],
  [
    'answers for a percentage',
    'type: percentage,',
    'type: percentage, answers: agreement,',
    'answers-not-allowed',
    'type: percentage',
  ],
  [
    'answers twice',
    'answers: agreement',
    'answers: agreement, options: [{ value: 1, label: { en: a, zh-CN: a } }, { value: 2, label: { en: b, zh-CN: b } }]',
    'answers-twice',
    'options: [',
  ],
  [
    'two answers of one value',
    '{ value: 2, label',
    '{ value: 5, label',
    'duplicate-answer-value',
    '{ value: 5, label: { en: Agree',
  ],
  ['question of no level', 'type: percentage,', 'type: percentage, level: 7,', 'unknown-level', 'type: percentage'],
  [
    'level item that belongs to a level',
    'type: level,',
    'type: level, level: 2,',
    'level-item-with-level',
    'type: level',
  ],
  ['unknown stream', 'type: percentage,', 'type: percentage, stream: x,', 'unknown-stream', 'type: percentage'],
  ['staged without satisfaction', 'method: continuous', 'method: staged', 'satisfaction-missing', 'scoring:'],
  [
    'satisfaction without staged',
    'method: continuous',
    'method: continuous, satisfaction: 0.5',
    'satisfaction-not-used',
    'scoring:',
  ],
  ['stream sums without streams', 'method: continuous', 'method: stream-sums', 'streams-missing', '- id: asking'],
  ['alias', 'version: 1.0.0', 'version: &v 1.0.0', 'alias-not-allowed', 'version:'],
  ['tag', 'version: 1.0.0', 'version: !!str 1.0.0', 'tag-not-allowed', 'version:'],
  [
    'directive',
    'format: touchstone/maturity-model@1',
    '%YAML 1.1\n---\nformat: touchstone/maturity-model@1',
    'directive-not-allowed',
    '%YAML',
  ],
  ['broken YAML', 'locales: [en, zh-CN]', 'locales: [en, zh-CN', 'yaml-syntax', 'name: { en: Small'],
  ['second document', 'version: 1.0.0\n', 'version: 1.0.0\n---\n', 'yaml-syntax', '---'],
  ['NUL byte', 'version: 1.0.0', 'version: \u0000', 'control-character', 'version:'],
];

const streamSumRefusals: Refusal[] = [
  [
    'question without a level',
    'level: 2, answers: coverage, text: { en: Done? } }\n          - { id: strategy-a3',
    'answers: coverage, text: { en: Done? } }\n          - { id: strategy-a3',
    'item-without-stream',
    'id: strategy-a2',
  ],
  [
    'question without a stream',
    'id: testing-b1, type: choice, stream: b,',
    'id: testing-b1, type: choice,',
    'item-without-stream',
    'id: testing-b1',
  ],
  [
    'level item',
    'id: testing-b1, type: choice,',
    'id: testing-b1, type: level,',
    'level-item-in-stream-sums',
    'id: testing-b1',
  ],
  ['answer above one', 'value: 1, label', 'value: 2, label', 'answer-value-in-stream-sums', 'id: testing-b3'],
  [
    'question at level 0',
    'id: testing-b1, type: choice, stream: b, level: 1',
    'id: testing-b1, type: choice, stream: b, level: 0',
    'question-at-floor',
    'id: testing-b1',
  ],
  [
    'yes/no/partial with four answers',
    'id: testing-b1, type: choice',
    'id: testing-b1, type: yes-no-partial',
    'answer-count',
    'id: testing-b1',
  ],
  [
    'unused answer set',
    'answerSets:\n',
    'answerSets:\n  spare: [{ value: 0, label: { en: a } }, { value: 1, label: { en: b } }]\n',
    'unused-answer-set',
    'spare:',
  ],
  [
    'duplicate stream',
    'id: testing\n        name: { en: testing }\n        description: { en: Practice testing. }\n        streams: [{ id: a, name: { en: Doing } }, { id: b,',
    'id: testing\n        name: { en: testing }\n        description: { en: Practice testing. }\n        streams: [{ id: a, name: { en: Doing } }, { id: a,',
    'duplicate-id',
    'streams:',
  ],
];

const stagedRefusals: Refusal[] = [
  [
    'question where everybody starts',
    'type: percentage,',
    'type: percentage, level: 1,',
    'question-at-floor',
    'id: reading-share',
  ],
  ['satisfaction above one', 'satisfaction: 0.5', 'satisfaction: 50', 'number-out-of-range', 'satisfaction'],
];

const ONLY_LEVEL_3 = STAGED_MODEL.replace(/^ +- \{ id: reading-(level|agreed).*\n/gm, '')
  .replace(/answerSets:[\s\S]*?dimensions:/, 'dimensions:')
  .replace('type: percentage,', 'type: percentage, level: 3,');
const STREAM_A = /^ +- \{ id: testing-a.*\n/gm;
const LEVEL_3 = /^ +- \{ id: testing-[ab]3.*\n/gm;

/** Cases that need more than one replacement: [code, source]. */
const wholeFiles: [string, string][] = [
  ['too-large', 'a'.repeat(1_048_577)],
  ['too-large', '验'.repeat(400_000)],
  ['too-complex', '- [1, 2]\n'.repeat(60_000)],
  ['too-deep', '['.repeat(100_000)],
  ['too-deep', '- '.repeat(500_000)],
  ['too-deep', 'a: '.repeat(300_000)],
  ['too-deep', Array.from({ length: 1_200 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ['alias-not-allowed', 'a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n'],
  ['yaml-syntax', 'a: b: c'],
  ['empty-file', '# nothing\n'],
  ['wrong-type', 'just a sentence'],
  ['wrong-type', '- a\n- b\n'],
  ['too-few', CONTINUOUS_MODEL.replace(/^ {2}- \{ value: [23], id.*\n/gm, '')],
  [
    'too-many',
    CONTINUOUS_MODEL.replace(
      'levels:\n',
      `levels:\n${'  - { value: 1, id: x, name: {}, description: {} }\n'.repeat(5)}`,
    ),
  ],
  ['stream-without-question', STREAM_SUMS_MODEL.replace(STREAM_A, '')],
  ['level-without-question', STREAM_SUMS_MODEL.replace(LEVEL_3, '')],
  ['level-without-question', ONLY_LEVEL_3],
  ['nothing-to-score', CONTINUOUS_MODEL.replace(/^ +- \{ id: reading-(level|agreed|share).*\n/gm, '')],
  [
    'more-problems',
    CONTINUOUS_MODEL.replace('id: small\n', Array.from({ length: 150 }, (_, n) => `extra-${n}: 1\n`).join('')),
  ],
];

function expectReadable(problem: ModelProblem): void {
  expect(problem.message).not.toMatch(/undefined|\{\w+\}/);
  expect(problem.remedy).not.toMatch(/undefined|\{\w+\}/);
  expect(problem.remedy.length).toBeGreaterThan(5);
  expect(problem.line).toBeGreaterThan(0);
  expect(problem.column).toBeGreaterThan(0);
}

function expectRefused(source: string, code: string, fragment: string): void {
  const problems = problemsOf(source);
  problems.forEach(expectReadable);
  const found = problems.filter((problem) => problem.code === code).map(({ line }) => line);
  expect({ codes: problems.map((problem) => problem.code), found }).toEqual({
    codes: expect.arrayContaining([code]),
    found: expect.arrayContaining([lineOf(source, fragment)]),
  });
}

describe('a model file is refused with code, line and remedy:', () => {
  test.each(refusals)('%s', (_, from, to, code, fragment) => {
    expectRefused(edit(CONTINUOUS_MODEL, from, to), code, fragment);
  });

  test.each(streamSumRefusals)('in stream sums, %s', (_, from, to, code, fragment) => {
    expectRefused(edit(STREAM_SUMS_MODEL, from, to), code, fragment);
  });

  test.each(stagedRefusals)('in a staged model, %s', (_, from, to, code, fragment) => {
    expectRefused(edit(STAGED_MODEL, from, to), code, fragment);
  });

  test.each(wholeFiles)('%s', (code, source) => {
    const problems = problemsOf(source);
    problems.forEach(expectReadable);
    expect(problems.map((problem) => problem.code)).toContain(code);
  });

  test('a circle of three practices, named in full', () => {
    const circle = edit(
      edit(CONTINUOUS_MODEL, 'id: asking\n', 'id: asking\n        prerequisites: [{ practice: fixing, level: 2 }]\n'),
      'id: fixing\n',
      'id: fixing\n        prerequisites: [{ practice: reading, level: 2 }]\n',
    );
    const [problem, ...others] = problemsOf(circle);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      code: 'prerequisite-cycle',
      line: lineOf(circle, 'practice: asking'),
      params: { cycle: 'asking → fixing → reading → asking' },
    });
  });

  test('50 MB', () => {
    expect(problemsOf('a'.repeat(50_000_000)).map(({ code }) => code)).toEqual(['too-large']);
  });

  test('in the order of the file, and no more than a hundred problems', () => {
    const many = edit(
      CONTINUOUS_MODEL,
      'id: small\n',
      Array.from({ length: 150 }, (_, n) => `extra-${n}: 1\n`).join(''),
    );
    const problems = problemsOf(many);
    expect(problems).toHaveLength(101);
    const lines = problems.map(({ line }) => line);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
    expect(problems.at(-1)).toMatchObject({ code: 'more-problems', params: { count: 51 } });
  });

  test('every code there is, by one of the cases above', () => {
    const seen = new Set([
      'prerequisite-cycle',
      ...[...refusals, ...streamSumRefusals, ...stagedRefusals].map(([, , , code]) => code),
      ...wholeFiles.map(([code]) => code),
    ]);
    expect(MODEL_PROBLEM_CODES.filter((code) => !seen.has(code))).toEqual([]);
  });
});

test('text in a block scalar may look like anything', () => {
  const block = edit(
    CONTINUOUS_MODEL,
    '1: { en: Nobody fixes., zh-CN: 无人修复。 }',
    `1:\n            en: |\n              &not an anchor, *nor an alias, !nor a tag\n              ${'- '.repeat(40)}\n            zh-CN: 无人修复。`,
  );
  expect(problemsOf(block)).toEqual([]);
});
