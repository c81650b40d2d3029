import { answerChecker } from '@touchstone/domain';
import { AnswerReader, NOT_APPLICABLE_WORDS } from './answer-reader.js';
import { mixedModel } from './import-model.factory.js';
import { importItems } from './item-names.js';
import { plain } from './plain-text.js';

const model = mixedModel();
const readerOf = (id: string): AnswerReader => {
  const { item } = importItems(model).find((entry) => entry.item.id === id)!;
  return new AnswerReader(answerChecker(model), model, item, new Set(NOT_APPLICABLE_WORDS.map(plain)));
};
const read = (id: string, cell: string): unknown => {
  const reading = readerOf(id).read(cell);
  if (reading.kind === 'answer') return reading.value;
  if (reading.kind === 'problem') return reading.code;
  return reading.kind === 'text' ? reading.text : undefined;
};

describe('reading a cell as an answer', () => {
  it.each([
    ['3', 3],
    [' 3 ', 3],
    ['3.0', 3],
    ['3,0', 3],
    ['３', 3],
    ['3级', 3],
    ['第 3 级', 3],
    ['三级', 3],
    ['L3', 3],
    ['Level 3', 3],
    ['3 - Leading', 3],
    ['3 – fully in place', 3],
    ['3: 领先', 3],
    ['3（领先）', 3],
    ['Leading (3)', 3],
    ['领先3级', 3],
    ['leading', 3],
    ['LEADING', 3],
    ['领先', 3],
    ['Managed', 2],
    ['', undefined],
    ['   ', undefined],
    ['\u00a0', undefined],
    ['N/A', null],
    ['n.a.', null],
    ['NA', null],
    ['－', null],
    ['-', null],
    ['不适用', null],
    ['2.5', 'DECIMAL_LEVEL'],
    ['2,5', 'DECIMAL_LEVEL'],
    ['4', 'OUT_OF_SCALE'],
    ['0', 'OUT_OF_SCALE'],
    ['-1', 'OUT_OF_SCALE'],
    ['3 - Managed', 'LABEL_CONTRADICTS'],
    ['Managed (3)', 'LABEL_CONTRADICTS'],
    ['2-3', 'WRONG_TYPE'],
    ['2 or 3', 'WRONG_TYPE'],
    ['2/3', 'WRONG_TYPE'],
    ['3 maybe', 'WRONG_TYPE'],
    ['2026-03-02', 'WRONG_TYPE'],
    ['good', 'WRONG_TYPE'],
    ['#DIV/0!', 'WRONG_TYPE'],
    ['=?', 'WRONG_TYPE'],
    ['TRUE', 'WRONG_TYPE'],
    ['NaN', 'WRONG_TYPE'],
    ['1e0', 'WRONG_TYPE'],
    ['Infinity', 'WRONG_TYPE'],
  ])('of a level: %j is %j', (cell, expected) => expect(read('asking', cell)).toBe(expected));

  it.each([
    ['reading-level', 'N/A', 'NOT_APPLICABLE_NOT_ALLOWED'],
    ['reading-agreed', '5', 5],
    ['reading-agreed', 'Agree', 5],
    ['reading-agreed', '不同意', 1],
    ['reading-agreed', '3', 'OUT_OF_SCALE'],
    ['reading-agreed', 'Leading', 'WRONG_TYPE'],
    ['reading-done', 'TRUE', 1],
    ['reading-done', 'y', 1],
    ['reading-done', '否', 0],
    ['reading-done', 'In part', 0.5],
    ['reading-done', 'partly', 0.5],
    ['reading-done', '0,5', 0.5],
    ['reading-share', '85', 85],
    ['reading-share', '85%', 85],
    ['reading-share', '85.5 %', 85.5],
    ['reading-share', '101', 'OUT_OF_SCALE'],
    ['reading-share', 'most', 'WRONG_TYPE'],
    ['reading-why', ' Because. ', 'Because.'],
    ['reading-why', 'N/A', 'N/A'],
    ['reading-why', 'x'.repeat(4001), 'TEXT_TOO_LONG'],
  ])('of %s: %j is %j', (id, cell, expected) => expect(read(id, cell)).toBe(expected));

  it('says what is allowed', () => {
    expect(readerOf('asking').read('9')).toEqual({ kind: 'problem', code: 'OUT_OF_SCALE', allowed: '1, 2, 3' });
    expect(readerOf('reading-share').read('x')).toMatchObject({ allowed: '0–100' });
  });

  it('makes one reading of a cell that comes again', () => {
    const reader = readerOf('asking');
    expect(reader.read('3 - Leading')).toBe(reader.read('3 - Leading'));
  });
});
