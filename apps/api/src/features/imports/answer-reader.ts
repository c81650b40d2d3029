import { answerScale, type AnswerChecker, type MaturityModel, type ModelItem } from '@touchstone/domain';
import type { ImportProblemCode } from './import-problem.js';
import { keyOf, plain } from './plain-text.js';

export const NOT_APPLICABLE_WORDS = ['n/a', 'na', 'n.a.', 'not applicable', '-', '–', '—', '不适用', '不涉及'] as const;

/** What a cell says. One object per distinct cell and item, so that a million cells make few objects. */
export type Reading =
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'answer'; readonly value: number | null }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'problem'; readonly code: ImportProblemCode; readonly allowed: string };

const UNANSWERED: Reading = { kind: 'unanswered' };
const REMEMBERED = 500;
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;
const PERCENT = /^([+-]?\d+(?:[.,]\d+)?) ?%$/;
/** "3 – Established", "3级", "第3级", "Level 3: …", "3（体系建立）". */
const NUMBER_FIRST = /^(?:level|lvl|l|stufe|第|等级)? ?(\d+) ?(?:级|級|分)? ?([-–—:.、)(|,] ?)?(.*?)\)?$/;
/** "Established (3)", "体系建立3级". */
const NUMBER_LAST = /^(\D+?)[\s(:-]*(\d+) ?(?:级|級|分)?\)?$/;
const CHINESE_DIGITS = '零一二三四五六七八九十';
const CHINESE_NUMBER = /^第?([零一二三四五六七八九十])级?$/;
const YES_NO: Readonly<Record<'yes' | 'no' | 'partly', readonly string[]>> = {
  yes: ['yes', 'y', 'true', '是', '有'],
  no: ['no', 'n', 'false', '否', '无', '没有'],
  partly: ['partly', 'partial', 'partially', '部分'],
};

/** Reads the cells of one item: numbers and words, in any of the model's languages, as people write them. */
export class AnswerReader {
  private readonly words: ReadonlyMap<string, number>;
  private readonly remembered = new Map<string, Reading>();
  private readonly allowed: string;

  constructor(
    private readonly checker: AnswerChecker,
    model: MaturityModel,
    private readonly item: ModelItem,
    private readonly notApplicable: ReadonlySet<string>,
  ) {
    this.words = wordsOf(model, item);
    this.allowed = allowedIn(model, item);
  }

  read(cell: string): Reading {
    let reading = this.remembered.get(cell);
    if (reading) return reading;
    reading = this.item.type === 'text' ? this.text(cell) : this.scored(cell);
    if (this.remembered.size < REMEMBERED && cell.length < 100) this.remembered.set(cell, reading);
    return reading;
  }

  private text(cell: string): Reading {
    const text = cell.trim();
    if (text === '') return UNANSWERED;
    const [problem] = this.checker.check({ itemId: this.item.id, value: text });
    return problem
      ? { kind: 'problem', code: problem.code, allowed: String(problem.maximum ?? '') }
      : { kind: 'text', text };
  }

  private scored(cell: string): Reading {
    const text = plain(cell);
    if (text === '') return UNANSWERED;
    const value = this.words.get(keyOf(text)) ?? (this.notApplicable.has(text) ? 'na' : this.valueOf(text));
    if (typeof value === 'string' && value !== 'na') return this.problem(value);
    const [problem] = this.checker.check({ itemId: this.item.id, value });
    if (!problem) return { kind: 'answer', value: value === 'na' ? null : value };
    const between = problem.code === 'OUT_OF_SCALE' && this.item.type === 'level' && !Number.isInteger(value);
    return this.problem(between ? 'DECIMAL_LEVEL' : problem.code);
  }

  /** The number that a text stands for, or what is wrong with it. A guess is never made: two meanings are no answer. */
  private valueOf(text: string): number | 'WRONG_TYPE' | 'LABEL_CONTRADICTS' {
    if (NUMBER.test(text)) return Number(text.replace(',', '.'));
    const percent = this.item.type === 'percentage' ? PERCENT.exec(text)?.[1] : undefined;
    if (percent !== undefined) return Number(percent.replace(',', '.'));
    const chinese = CHINESE_NUMBER.exec(text)?.[1];
    if (chinese !== undefined && this.item.type === 'level') return CHINESE_DIGITS.indexOf(chinese);
    const first = NUMBER_FIRST.exec(text);
    if (first) return this.labelled(Number(first[1]), first[3] ?? '', first[2] !== undefined);
    const last = NUMBER_LAST.exec(text);
    if (last) return this.labelled(Number(last[2]), last[1] ?? '', false);
    return 'WRONG_TYPE';
  }

  private labelled(number: number, label: string, separated: boolean): number | 'WRONG_TYPE' | 'LABEL_CONTRADICTS' {
    const key = keyOf(label);
    if (key === '') return number;
    const meant = this.words.get(key);
    if (meant !== undefined) return meant === number ? number : 'LABEL_CONTRADICTS';
    // A label in other words than the model's is fine where it is set off, unless it is one more number: "3–4", "3 or 4".
    return separated && !/\d/.test(label) ? number : 'WRONG_TYPE';
  }

  private problem(code: ImportProblemCode): Reading {
    return { kind: 'problem', code, allowed: this.allowed };
  }
}

/** Names that stand for a value: of levels and options, in every language of the model. A name of two values is none. */
function wordsOf(model: MaturityModel, item: ModelItem): Map<string, number> {
  const words = new Map<string, number>();
  const ambiguous = new Set<string>();
  const add = (name: string, value: number): void => {
    const key = keyOf(name);
    if (key === '' || NUMBER.test(key)) return;
    if (words.has(key) && words.get(key) !== value) ambiguous.add(key);
    words.set(key, value);
  };
  if (item.type === 'level')
    for (const level of model.levels)
      for (const name of [level.id, ...Object.values(level.name)]) add(name, level.value);
  for (const option of item.options) for (const label of Object.values(option.label)) add(label, option.value);
  for (const key of ambiguous) words.delete(key);
  if (item.type === 'yes-no-partial') {
    const { min, max } = answerScale(model, item);
    const middle =
      item.options.length === 3 ? item.options.map(({ value }) => value).find((v) => v > min && v < max) : undefined;
    const generic = { yes: max, no: min, partly: middle };
    for (const [meaning, value] of Object.entries(generic))
      for (const word of YES_NO[meaning as keyof typeof YES_NO])
        if (value !== undefined && !words.has(word)) words.set(word, value);
  }
  return words;
}

function allowedIn(model: MaturityModel, item: ModelItem): string {
  if (item.type === 'percentage') return '0–100';
  const values = item.type === 'level' ? model.levels : item.options;
  return values.map(({ value }) => value).join(', ');
}
