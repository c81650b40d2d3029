import { ValidationError } from '@touchstone/domain';
import { type AnswerMapping, checkMapping } from './answer-mapping.js';
import { importGroups, mixedModel } from './import-model.factory.js';

const model = mixedModel();
const groups = importGroups();
const GOOD: AnswerMapping = {
  shape: 'row_per_respondent',
  columns: [
    { column: 0, target: 'respondent' },
    { column: 1, target: 'group' },
    { column: 2, target: 'item', itemId: 'asking' },
    { column: 3, target: 'comment', itemId: 'asking' },
    { column: 4, target: 'ignore' },
  ],
  groupValues: { Bosses: groups[0]!.id, Others: null },
};
const PER_ANSWER: AnswerMapping = {
  ...GOOD,
  shape: 'row_per_answer',
  columns: [
    { column: 0, target: 'respondent' },
    { column: 1, target: 'item' },
    { column: 2, target: 'value' },
  ],
  raterGroupId: groups[0]!.id,
};
const codes = (mapping: unknown): string[] => {
  try {
    checkMapping(mapping, model, groups);
    return [];
  } catch (error) {
    if (error instanceof ValidationError) return error.fields.map(({ code }) => code);
    throw error;
  }
};

describe('a mapping', () => {
  it.each([
    ['of one row per respondent', GOOD],
    ['of one row per answer', PER_ANSWER],
  ])('%s is taken as it is', (_, mapping) => expect(checkMapping(mapping, model, groups)).toEqual(mapping));

  it.each<[string, unknown, string[]]>([
    ['that is none', { hello: 1 }, ['wrong_form', 'wrong_form', 'wrong_form', 'wrong_form']],
    ['with an unknown target', { ...GOOD, columns: [{ column: 0, target: 'name' }] }, ['wrong_form']],
    [
      'with a column twice',
      { ...GOOD, columns: [...GOOD.columns, { column: 2, target: 'item', itemId: 'reading-level' }] },
      ['column_twice'],
    ],
    [
      'with an item twice',
      { ...GOOD, columns: [...GOOD.columns, { column: 9, target: 'item', itemId: 'asking' }] },
      ['target_twice'],
    ],
    [
      'with an item that the model lacks',
      { ...GOOD, columns: [...GOOD.columns, { column: 9, target: 'item', itemId: 'x' }] },
      ['unknown_item'],
    ],
    [
      'with an answer that belongs to no item',
      { ...GOOD, columns: [...GOOD.columns, { column: 9, target: 'item' }] },
      ['unknown_item'],
    ],
    ['without answers', { ...GOOD, columns: GOOD.columns.slice(0, 2) }, ['no_item']],
    ['without groups', { ...GOOD, columns: GOOD.columns.slice(2) }, ['no_group']],
    [
      'with a group of another wave',
      { ...GOOD, raterGroupId: 'x', groupValues: { A: 'y' } },
      ['unknown_group', 'unknown_group'],
    ],
    [
      'with values where columns are items',
      { ...GOOD, columns: [...GOOD.columns, { column: 9, target: 'value' }] },
      ['wrong_shape'],
    ],
    ['of answers without respondents', { ...PER_ANSWER, columns: PER_ANSWER.columns.slice(1) }, ['no_respondent']],
    ['of answers without values', { ...PER_ANSWER, columns: PER_ANSWER.columns.slice(0, 2) }, ['no_value']],
  ])('%s is refused', (_, mapping, expected) => expect(codes(mapping)).toEqual(expected));
});
