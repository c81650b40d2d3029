import { MODEL_PROBLEM_CODES, type ModelProblem, type ModelProblemCode } from '@touchstone/domain';
import { inLanguageOf } from './model-problem-text.js';

const problem = (code: ModelProblemCode, params: ModelProblem['params']): ModelProblem => ({
  code,
  params,
  line: 3,
  column: 5,
  path: 'dimensions[0].weight',
  message: 'In English.',
  remedy: 'Also in English.',
});
const inChinese = (code: ModelProblemCode, params: ModelProblem['params'] = {}) =>
  inLanguageOf('zh-CN', problem(code, params));

describe('inLanguageOf', () => {
  it('leaves the English wording to readers of English', () => {
    const given = problem('missing-key', { key: 'weight' });
    expect(inLanguageOf('en', given)).toBe(given);
  });

  it.each(MODEL_PROBLEM_CODES)('says %s in Chinese, problem and remedy', (code) => {
    const { message, remedy } = inChinese(code);
    expect(message).toMatch(/\p{Script=Han}/u);
    expect(remedy).toMatch(/\p{Script=Han}/u);
    expect(message + remedy).not.toMatch(/\{\w+\}|In English/);
  });

  it('keeps the place and what the file itself calls things', () => {
    expect(inChinese('unknown-practice', { id: 'a list' })).toMatchObject({
      line: 3,
      column: 5,
      path: 'dimensions[0].weight',
      message: '本模型没有实践“a list”。',
    });
  });

  it.each<[ModelProblemCode, ModelProblem['params'], string, string]>([
    ['wrong-type', { expected: 'a list' }, '此处应为列表。', '请在此写列表。'],
    [
      'number-out-of-range',
      { rule: 'above 0 and at most 100' },
      '此处的数应大于 0、不大于 100。',
      '请写一个数，要求大于 0、不大于 100。',
    ],
    [
      'number-out-of-range',
      { rule: 'at least 0 and at most 7' },
      '此处的数应不小于 0、不大于 7。',
      '请写一个数，要求不小于 0、不大于 7。',
    ],
    [
      'duplicate-id',
      { id: 'x', firstLine: 9, kind: 'practice' },
      'id“x”在第 9 行已经用过。',
      '每个实践都要有自己的 id。',
    ],
  ])('translates the phrases in the parameters of %s %j', (code, params, message, remedy) => {
    expect(inChinese(code, params)).toMatchObject({ message, remedy });
  });
});
