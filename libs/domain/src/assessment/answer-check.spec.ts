import fc from 'fast-check';
import { modelItem, smallModel } from '../results/small-model.factory.js';
import { answerChecker, checkAnswers, MAXIMUM_TEXT_LENGTH, scoredAnswers } from './answer-check.js';

const option = (value: number) => ({ value, label: { en: String(value) } });
const model = smallModel([
  {
    id: 'd',
    practices: [
      { id: 'level' },
      {
        id: 'mixed',
        items: [
          modelItem({ id: 'choice', type: 'choice', options: [option(0), option(0.25), option(1)] }),
          modelItem({
            id: 'strict',
            type: 'yes-no-partial',
            options: [option(0), option(1)],
            notApplicableAllowed: false,
          }),
          modelItem({ id: 'share', type: 'percentage' }),
          modelItem({ id: 'why', type: 'text' }),
        ],
      },
    ],
  },
]);
const checker = answerChecker(model);
const codes = (itemId: string, value: unknown, comment?: unknown) =>
  checker.check({ itemId, value, comment }).map((problem) => problem.code);

describe('answerChecker', () => {
  it.each([
    ['level', 3],
    ['level', 'na'],
    ['level', null],
    ['choice', 0.25],
    ['strict', 1],
    ['share', 0],
    ['share', 99.5],
    ['why', 'Because the blueprint has no owner'],
  ])('accepts %s = %p', (itemId, value) => {
    expect(codes(itemId, value)).toEqual([]);
  });

  it.each([
    ['nowhere', 3, 'UNKNOWN_ITEM'],
    ['level', 0, 'OUT_OF_SCALE'],
    ['level', 2.5, 'OUT_OF_SCALE'],
    ['level', '3', 'WRONG_TYPE'],
    ['level', Number.NaN, 'WRONG_TYPE'],
    ['level', true, 'WRONG_TYPE'],
    ['level', [3], 'WRONG_TYPE'],
    ['choice', 0.5, 'OUT_OF_SCALE'],
    ['strict', 'na', 'NOT_APPLICABLE_NOT_ALLOWED'],
    ['share', 100.01, 'OUT_OF_SCALE'],
    ['share', -1, 'OUT_OF_SCALE'],
    ['why', 3, 'WRONG_TYPE'],
    ['why', 'x'.repeat(MAXIMUM_TEXT_LENGTH + 1), 'TEXT_TOO_LONG'],
  ])('refuses %s = %p with %s', (itemId, value, code) => {
    expect(codes(itemId, value)).toEqual([code]);
  });

  it('checks the comment beside the value', () => {
    expect(codes('level', 9, 7)).toEqual(['OUT_OF_SCALE', 'COMMENT_WRONG_TYPE']);
    expect(codes('level', 3, 'y'.repeat(MAXIMUM_TEXT_LENGTH + 1))).toEqual(['COMMENT_TOO_LONG']);
    expect(codes('level', 3, 'seen in the January review')).toEqual([]);
  });

  it('says what would have been allowed', () => {
    expect(checker.check({ itemId: 'choice', value: 7 })).toEqual([
      { code: 'OUT_OF_SCALE', itemId: 'choice', allowed: [0, 0.25, 1] },
    ]);
  });

  it('never repeats what the respondent wrote', () => {
    const secret = fc.string({ minLength: 12 });
    fc.assert(
      fc.property(fc.constantFrom('level', 'choice', 'strict', 'share'), secret, (itemId, value) => {
        expect(JSON.stringify(checker.check({ itemId, value }))).not.toContain(JSON.stringify(value).slice(1, -1));
      }),
    );
  });

  it('survives any value at all', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('level', 'choice', 'strict', 'share', 'why', 'nowhere'),
        fc.anything(),
        (itemId, value) => {
          for (const problem of checker.check({ itemId, value, comment: value })) expect(problem.itemId).toBe(itemId);
        },
      ),
    );
  });
});

describe('checkAnswers', () => {
  it('refuses the second answer to an item, and keeps looking', () => {
    const problems = checkAnswers(checker, [
      { itemId: 'level', value: 2 },
      { itemId: 'level', value: 3 },
      { itemId: 'share', value: 500 },
    ]);
    expect(problems.map(({ code, itemId }) => [itemId, code])).toEqual([
      ['level', 'ANSWERED_TWICE'],
      ['share', 'OUT_OF_SCALE'],
    ]);
  });
});

describe('scoredAnswers', () => {
  it('keeps numbers and not-applicable, drops texts and answers taken back', () => {
    const scored = scoredAnswers(checker, [
      { itemId: 'level', value: 2 },
      { itemId: 'choice', value: null },
      { itemId: 'share', value: 'na' },
      { itemId: 'why', value: 'na' },
    ]);
    expect([...scored]).toEqual([
      ['level', 2],
      ['share', 'na'],
    ]);
  });
});
