import { ValidationError } from '@touchstone/domain';
import type { AnswerMapping } from './answer-mapping.js';
import { importGroups, shippedModel } from './import-model.factory.js';
import { type SaidColumns, withSaid } from './said-columns.js';
import { suggestMapping } from './suggest-mapping.js';

const model = shippedModel();
const groups = importGroups();
const headers = ['Key', 'Dept', 'strategic-goals', 'Q2', 'a = b'];
const suggested: AnswerMapping = suggestMapping(
  headers.map((header) => ({ header, values: [] })),
  model,
  groups,
);
const said = (words: SaidColumns) => withSaid(suggested, words, { headers, model, groups });
const columns = (...words: string[]) =>
  said({ columns: words }).columns.map(({ column, target, itemId }) => `${column} ${itemId ?? ''} ${target}`);
const problems = (words: SaidColumns): string[] => {
  try {
    said(words);
  } catch (error) {
    return (error as ValidationError).fields.map(({ code }) => code);
  }
  return [];
};

describe('what a person says of columns', () => {
  it.each([
    ['nothing', [], ['0  respondent', '2 strategic-goals item']],
    ['a group', ['dept=group'], ['0  respondent', '1  group', '2 strategic-goals item']],
    ['a practice in Chinese', ['Q2=体验共识'], ['0  respondent', '2 strategic-goals item', '3 shared-consensus item']],
    [
      'a column by number',
      ['#4=shared-consensus'],
      ['0  respondent', '2 strategic-goals item', '3 shared-consensus item'],
    ],
    ['a column with a sign of equality', ['a = b=group'], ['0  respondent', '2 strategic-goals item', '4  group']],
    [
      'a comment',
      ['Q2=comment: strategic-goals'],
      ['0  respondent', '2 strategic-goals item', '3 strategic-goals comment'],
    ],
    ['to leave one out', ['strategic-goals=ignore'], ['0  respondent']],
    [
      'another column for what was suggested',
      ['Q2=strategic-goals', 'Dept=respondent'],
      ['1  respondent', '3 strategic-goals item'],
    ],
    ['another layout', ['Dept=item', 'Q2=value'], ['0  respondent', '1  item', '3  value']],
  ])('takes %s', (_, words, expected) => {
    expect(columns(...words)).toEqual(expected);
  });

  it('changes the layout with what is said, and keeps it otherwise', () => {
    expect(said({}).shape).toBe('row_per_respondent');
    expect(said({ columns: ['Dept=item', 'Q2=value'] }).shape).toBe('row_per_answer');
  });

  it('knows groups by what the wave and offices call them', () => {
    const { raterGroupId, groupValues } = said({ group: '一线', groupValues: ['Filiale=Front line', 'Chefs=高管'] });
    const idOf = (kind: string) => groups.find((group) => group.kind === kind)!.id;
    expect(raterGroupId).toBe(idOf('front_line'));
    expect(groupValues).toEqual({ Filiale: idOf('front_line'), Chefs: idOf('executives') });
  });

  it.each([
    ['no pair', { columns: ['Dept'] }, ['not_a_pair']],
    ['half a pair', { columns: ['Dept='], groupValues: ['=Front line'] }, ['not_a_pair', 'not_a_pair']],
    ['a column that is not there', { columns: ['Nowhere=group', '#6=group'] }, ['no_such_column', 'no_such_column']],
    ['a field that is none', { columns: ['Dept=colour'] }, ['unknown_field']],
    ['two things of one column', { columns: ['Dept=group', 'dept=respondent'] }, ['column_twice']],
    [
      'groups that the wave has not',
      { group: 'Nobody', groupValues: ['x=Nobody'] },
      ['unknown_group', 'unknown_group'],
    ],
  ])('refuses %s by name, with everything else', (_, words, codes) => {
    expect(problems(words).sort()).toEqual([...codes].sort());
  });
});
