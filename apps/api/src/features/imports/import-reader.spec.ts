import { createHash } from 'node:crypto';
import { answerChecker } from '@touchstone/domain';
import type { AnswerMapping } from './answer-mapping.js';
import { importGroups, mixedModel } from './import-model.factory.js';
import { importPlan } from './import-plan.js';
import type { ImportProblem } from './import-problem.js';
import { ImportReader } from './import-reader.js';

const model = mixedModel();
const groups = importGroups();

const mappingOf = (changes: Partial<AnswerMapping>): AnswerMapping => ({
  shape: 'row_per_respondent',
  columns: [],
  groupValues: {},
  ...changes,
});
const column = (at: number, target: AnswerMapping['columns'][number]['target'], itemId: string | null = null) => ({
  column: at,
  target,
  itemId,
});

function importRows(headers: string[], mapping: AnswerMapping, rows: string[][]) {
  const plan = importPlan({ model, checker: answerChecker(model), groups, mapping, headers });
  const stored: string[] = [];
  const problems: ImportProblem[] = [];
  const reader = new ImportReader({
    plan,
    sink: {
      respondent: (respondent, _key, group) => stored.push(`${respondent}: ${groups[group]!.name}`),
      answer: (respondent, item, value) =>
        stored.push(`${respondent}: ${plan.items[item]!.item.id} = ${value ?? 'n/a'}`),
      comment: (respondent, item, text) => stored.push(`${respondent}: ${plan.items[item]!.practice.id} “${text}”`),
    },
    keyFor: (text) => createHash('sha256').update(text).digest().subarray(0, 16),
    onProblem: (problem) => problems.push(problem),
  });
  // In two batches, as files come.
  reader.read({ first: 2, rows: rows.slice(0, 2) });
  reader.read({ first: 4, rows: rows.slice(2) });
  return { stored, problems, reader, codes: problems.map(({ row, code }) => `${row} ${code}`) };
}

describe('one row per respondent', () => {
  const headers = ['工号', 'Group', 'Asking', 'Level', 'Why', 'Comment'];
  const mapping = mappingOf({
    columns: [
      column(0, 'respondent'),
      column(1, 'group'),
      column(2, 'item', 'asking'),
      column(3, 'item', 'reading-level'),
      column(4, 'item', 'reading-why'),
      column(5, 'comment', 'asking'),
    ],
    groupValues: { IT: groups[2]!.id, 'Branch staff': null },
  });

  it('passes on what good rows say', () => {
    const { stored, problems, reader } = importRows(headers, mapping, [
      ['E1', 'Executives', '3', 'managed', 'Because', ' Fine '],
      ['E2', 'it', 'N/A', '', '', ''],
      ['', '', ' ', '', '', ''],
      ['E3', 'branch staff', '1'],
    ]);
    expect(problems).toEqual([]);
    expect(stored).toEqual([
      '0: Executives',
      '0: asking = 3',
      '0: reading-level = 2',
      '0: reading “Because”',
      '0: asking “Fine”',
      '1: Product teams',
      '1: asking = n/a',
      '2: Branch staff',
      '2: asking = 1',
    ]);
    expect(reader).toMatchObject({ rowsRead: 3, rowsGood: 3, rowsBad: 0, submissions: 3, answers: 4, problems: 0 });
  });

  it('names everything that is wrong with a row, and passes on nothing of it', () => {
    const { stored, codes, reader, problems } = importRows(headers, mapping, [
      ['E1', 'Marketing', '9', 'N/A', '', ''],
      ['', 'Executives', '2.5'],
      ['E3', '', '3'],
      ['E4', 'Executives', '', '', '', ''],
      ['E5', 'Executives', '3'],
      ['E5', 'Executives', '2'],
      ['x'.repeat(201), 'Executives', '2'],
      ['E7', 'Executives', '1', '', 'y'.repeat(4001), 'z'.repeat(4001)],
    ]);
    expect(codes).toEqual([
      '2 OUT_OF_SCALE',
      '2 NOT_APPLICABLE_NOT_ALLOWED',
      '2 UNKNOWN_GROUP',
      '3 DECIMAL_LEVEL',
      '3 RESPONDENT_MISSING',
      '4 GROUP_MISSING',
      '5 ROW_WITHOUT_ANSWER',
      '7 RESPONDENT_TWICE',
      '8 RESPONDENT_TOO_LONG',
      '9 TEXT_TOO_LONG',
      '9 COMMENT_TOO_LONG',
    ]);
    expect(problems[0]).toEqual({
      row: 2,
      column: 'Asking',
      code: 'OUT_OF_SCALE',
      message: 'This value is not on the scale. Allowed: 1, 2, 3.',
      value: '9',
    });
    expect(problems[7]).toMatchObject({ column: '工号', value: null, message: expect.stringContaining('row 6') });
    expect(stored).toEqual(['0: Executives', '0: asking = 3'].map((line) => line.replace('0', '3')));
    expect(reader).toMatchObject({ rowsRead: 8, rowsGood: 1, rowsBad: 7, submissions: 1, answers: 1, problems: 11 });
  });

  it('keeps no address, no key and no free text among the problems', () => {
    const { problems } = importRows(headers, mapping, [
      ['E1', 'someone@example.org', 'mail：x＠example.org', 'a very long answer '.repeat(10), 'y'.repeat(4001)],
    ]);
    expect(problems.map(({ value }) => value)).toEqual([
      null,
      `${'a very long answer '.repeat(10).slice(0, 59)}…`,
      null,
      null,
    ]);
  });

  it('does without keys and without a column of groups', () => {
    const keyless = mappingOf({ columns: [column(0, 'item', 'asking')], raterGroupId: groups[0]!.id });
    const { stored, reader } = importRows(['Asking'], keyless, [['3'], ['3'], ['3']]);
    expect(stored.filter((line) => line.includes('Executives'))).toHaveLength(3);
    expect(reader.submissions).toBe(3);
  });

  it('uses the group for everybody for rows without one, not for names nobody knows', () => {
    const { codes, stored } = importRows(headers, { ...mapping, raterGroupId: groups[1]!.id }, [
      ['E1', '', '3'],
      ['E2', 'Marketing', '3'],
    ]);
    expect(stored[0]).toBe('0: Branch staff');
    expect(codes).toEqual(['3 UNKNOWN_GROUP']);
  });

  it('refuses a mapping made for another file', () => {
    expect(() => importRows(['only'], mapping, [])).toThrow(/no such column/);
  });
});

describe('one row per answer', () => {
  const headers = ['who', 'group', 'question', 'answer', 'note'];
  const mapping = mappingOf({
    shape: 'row_per_answer',
    columns: [column(0, 'respondent'), column(1, 'group'), column(2, 'item'), column(3, 'value'), column(4, 'comment')],
  });

  it('gathers the rows of each respondent, wherever they stand', () => {
    const { stored, problems, reader } = importRows(headers, mapping, [
      ['A', 'Executives', 'asking', '3', ''],
      ['B', 'Branch staff', '询问客户', 'Begun', 'so so'],
      ['A', '', 'reading-level', '2', ''],
      ['B', 'branch staff', 'Was it done?', 'yes', ''],
      ['C', 'Executives', 'asking', '', ''],
    ]);
    expect(problems).toEqual([]);
    expect(stored).toEqual([
      '0: Executives',
      '0: asking = 3',
      '1: Branch staff',
      '1: asking = 1',
      '1: asking “so so”',
      '0: reading-level = 2',
      '1: reading-done = 1',
    ]);
    expect(reader).toMatchObject({ rowsRead: 5, rowsGood: 5, submissions: 2, answers: 4 });
  });

  it('names what is wrong with a row and keeps the others of the respondent', () => {
    const { codes, stored } = importRows(headers, mapping, [
      ['A', 'Executives', 'asking', '3'],
      ['A', 'Executives', 'asking', '2'],
      ['A', 'Branch staff', 'reading-level', '2'],
      ['A', '', 'nowhere', '2'],
      ['A', '', '', '2'],
      ['', 'Executives', 'asking', '2'],
      ['B', '', 'asking', '2'],
      ['A', 'Nobody', 'reading-share', '12'],
      ['A', '', 'reading-share', '12'],
    ]);
    expect(codes).toEqual([
      '3 ANSWERED_TWICE',
      '4 GROUP_CONTRADICTS',
      '5 UNKNOWN_ITEM',
      '6 ITEM_MISSING',
      '7 RESPONDENT_MISSING',
      '8 GROUP_MISSING',
      '9 UNKNOWN_GROUP',
    ]);
    expect(stored).toEqual(['0: Executives', '0: asking = 3', '0: reading-share = 12']);
  });
});
