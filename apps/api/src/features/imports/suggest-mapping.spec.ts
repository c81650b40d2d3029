import { checkMapping } from './answer-mapping.js';
import { importGroups, mixedModel, shippedModel } from './import-model.factory.js';
import { suggestMapping } from './suggest-mapping.js';

const groups = importGroups();
const [executives, frontLine, owning] = groups.map(({ id }) => id);
const columns = (headers: readonly string[], values: Readonly<Record<string, string[]>> = {}) =>
  headers.map((header) => ({ header, values: values[header] ?? [] }));
const targets = (headers: readonly string[], values?: Record<string, string[]>, model = shippedModel()) =>
  suggestMapping(columns(headers, values), model, groups).columns.map(({ target, itemId }) =>
    itemId ? `${target} ${itemId}` : target,
  );

describe('suggesting what columns hold', () => {
  it.each([
    ['ids', ['strategic-goals', 'shared-consensus']],
    ['names', ['Strategic goals understood', 'Consensus on goals, problems and opportunities']],
    ['Chinese names', ['企业战略目标理解', '体验共识']],
    ['numbered names', ['Q1. Strategic goals understood', '2、体验共识 (1-5)']],
    ['other spelling', ['STRATEGIC_GOALS', 'Consensus on goals, problems, opportunities']],
  ])('knows items by %s', (_, headers) => {
    expect(targets(headers)).toEqual(['item strategic-goals', 'item shared-consensus']);
  });

  it('knows an item of several by its question, and not by its practice', () => {
    const headers = ['How far are we?', '我们阅读回答。', 'Reading answers', 'Asking customers'];
    expect(targets(headers, {}, mixedModel())).toEqual([
      'item reading-level',
      'item reading-agreed',
      'ignore',
      'item asking',
    ]);
  });

  it('leaves what is not clear to the person', () => {
    expect(targets(['Goals', 'Department', 'Strategic something', '[D]'])).toEqual([
      'ignore',
      'ignore',
      'ignore',
      'ignore',
    ]);
  });

  it('does not give one item two columns', () => {
    expect(targets(['strategic-goals', '企业战略目标理解', '体验共识'])).toEqual([
      'item strategic-goals',
      'ignore',
      'item shared-consensus',
    ]);
  });

  it('finds respondent, group and comments', () => {
    const headers = [
      '工号',
      '评价群体',
      'strategic-goals',
      'Comment',
      'shared-consensus',
      'Comment (2)',
      'Comment on current-state',
      '备注：体验共识',
    ];
    expect(targets(headers)).toEqual([
      'respondent',
      'group',
      'item strategic-goals',
      'comment strategic-goals',
      'item shared-consensus',
      'comment shared-consensus',
      'comment current-state',
      'ignore',
    ]);
  });

  it('finds the groups by what stands in a column without a telling name', () => {
    const suggestion = suggestMapping(
      columns(['Who', 'strategic-goals', 'shared-consensus'], {
        Who: ['高管', 'branch  STAFF', 'Product team', 'IT'],
        'strategic-goals': ['1'],
      }),
      shippedModel(),
      groups,
    );
    expect(suggestion.columns[0]).toMatchObject({ target: 'ignore' });
    const clearer = suggestMapping(
      columns(['Who', 'strategic-goals', 'shared-consensus'], {
        Who: ['高管', 'branch  STAFF', 'Product team', '一线员工', 'IT'],
      }),
      shippedModel(),
      groups,
    );
    expect(clearer.columns[0]).toMatchObject({ target: 'group' });
    expect(clearer.groupValues).toEqual({
      高管: executives,
      'branch  STAFF': frontLine,
      'Product team': owning,
      一线员工: frontLine,
      IT: null,
    });
  });

  it('sees that a row is one answer', () => {
    const headers = ['employee id', 'group', 'practice', 'level', 'remark'];
    const values = { practice: ['strategic-goals', '体验共识', 'Current state diagnosed'], level: ['3', 'N/A'] };
    const suggestion = suggestMapping(columns(headers, values), shippedModel(), groups);
    expect(suggestion.shape).toBe('row_per_answer');
    expect(suggestion.columns.map(({ target }) => target)).toEqual(['respondent', 'group', 'item', 'value', 'comment']);
    const nameless = { A: ['E1', 'E2'], B: ['体验共识', 'strategic-goals'], C: ['Steered by data', '2'] };
    expect(targets(['A', 'B', 'C'], nameless)).toEqual(['ignore', 'item', 'value']);
  });

  it('puts everybody into the only group', () => {
    const only = [groups[0]!];
    expect(suggestMapping(columns(['strategic-goals', '体验共识']), shippedModel(), only).raterGroupId).toBe(
      executives,
    );
  });

  it('suggests what may be sent back unchanged', () => {
    const model = shippedModel();
    const suggestion = suggestMapping(
      columns(['工号', '评价群体', 'strategic-goals'], { 评价群体: ['高管', '?'] }),
      model,
      groups,
    );
    expect(checkMapping(JSON.parse(JSON.stringify(suggestion)), model, groups)).toEqual(suggestion);
  });
});
