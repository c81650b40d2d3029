import { groupNames, mappingProblems, readSuggestion, toMappingInput, type Mapping } from './column-mapping.js';

const suggestion = {
  shape: 'ROW_PER_RESPONDENT',
  columns: [
    { column: 0, target: 'respondent', itemId: null },
    { column: 1, target: 'group' },
    { column: 2, target: 'item', itemId: 'p1' },
    { column: 3, target: 'comment', itemId: 'p1' },
    { column: 4, target: 'ignore' },
    { column: 5, target: 'nonsense' },
  ],
  groupValues: { 一线: 'g1', Board: null },
  notApplicableWords: ['n/a', '不适用'],
};
const mapping = readSuggestion(suggestion);
const without = (...columns: number[]): Mapping => ({
  ...mapping,
  columns: Object.fromEntries(Object.entries(mapping.columns).filter(([column]) => !columns.includes(Number(column)))),
});

describe('readSuggestion', () => {
  it('keeps what it understands and leaves the rest to the reader', () => {
    expect(Object.keys(mapping.columns)).toEqual(['0', '1', '2', '3']);
    expect(mapping.groupValues).toEqual({ 一线: 'g1', Board: '' });
  });
  it('begins empty when nothing was suggested', () => {
    expect(readSuggestion(null)).toEqual({
      shape: 'ROW_PER_RESPONDENT',
      columns: {},
      groupValues: {},
      raterGroupId: '',
      notApplicableWords: [],
    });
  });
});

describe('toMappingInput', () => {
  it('gives back what was suggested, less what nobody chose', () => {
    expect(toMappingInput(mapping, 'Sheet1', 2)).toMatchObject({
      shape: 'ROW_PER_RESPONDENT',
      groupValues: { 一线: 'g1' },
      raterGroupId: null,
      sheet: 'Sheet1',
      headerRow: 2,
    });
    expect(toMappingInput(mapping, null, 1).columns[2]).toEqual({ column: 2, target: 'item', itemId: 'p1' });
  });
  it('forgets the values of a group column that is no longer used', () => {
    expect(toMappingInput(without(1), null, 1).groupValues).toEqual({});
  });
  it('names no item where the rows name it', () => {
    const rows: Mapping = { ...mapping, shape: 'ROW_PER_ANSWER', columns: { 2: { target: 'item', itemId: 'p1' } } };
    expect(toMappingInput(rows, null, 1).columns).toEqual([{ column: 2, target: 'item', itemId: null }]);
  });
});

describe('groupNames', () => {
  it('adds what the samples show to what was suggested', () => {
    expect(groupNames(mapping, [{ index: 1, samples: ['一线', 'Partners', ''] }])).toEqual([
      '一线',
      'Board',
      'Partners',
    ]);
  });
});

describe('mappingProblems', () => {
  const use = (target: 'item' | 'value' | 'respondent' | 'comment', itemId: string | null = null) => ({
    target,
    itemId,
  });
  it('finds nothing wrong with the suggestion', () => {
    expect(mappingProblems(mapping)).toEqual([]);
  });
  it.each<[string, Mapping, string[]]>([
    ['no answers', without(2, 3), ['noItem']],
    ['no group', without(1), ['noGroup']],
    ['an item twice', { ...mapping, columns: { ...mapping.columns, 6: use('item', 'p1') } }, ['itemTwice']],
    ['an item not named', { ...mapping, columns: { ...mapping.columns, 6: use('item') } }, ['itemMissing']],
    ['two keys', { ...mapping, columns: { ...mapping.columns, 6: use('respondent') } }, ['targetTwice']],
    [
      'rows per answer without columns',
      { ...mapping, shape: 'ROW_PER_ANSWER', columns: {}, raterGroupId: 'g1' },
      ['noItemColumn', 'noValueColumn', 'noRespondentColumn'],
    ],
  ])('%s', (_, wrong, problems) => {
    expect(mappingProblems(wrong)).toEqual(problems);
  });
  it('is content with one group for everybody', () => {
    expect(mappingProblems({ ...without(1), raterGroupId: 'g1' })).toEqual([]);
  });
});
