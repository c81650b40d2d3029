import { MAXIMUM_TEXT_LENGTH } from '@touchstone/domain';
import type { RowBatch } from '../../platform/tables/index.js';
import type { Reading } from './answer-reader.js';
import type { ImportPlan, ItemColumn } from './import-plan.js';
import { type ImportProblem, importProblem, type ImportProblemCode, type ProblemDetail } from './import-problem.js';
import { RespondentTable } from './respondent-table.js';

/** Where good rows go. Respondents, items and groups are numbers: places in the plan's lists, order of appearance. */
export interface AnswerSink {
  /** Before the first answer or comment of a respondent. */
  respondent(respondent: number, key: Buffer, group: number): void;
  /** Null: not applicable. */
  answer(respondent: number, item: number, value: number | null): void;
  comment(respondent: number, item: number, text: string): void;
}

export interface ReaderParts {
  readonly plan: ImportPlan;
  readonly sink: AnswerSink;
  /** Makes the lasting key of a respondent: of what the file calls them, or of the row where it names nobody. */
  readonly keyFor: (text: string) => Buffer;
  readonly onProblem: (problem: ImportProblem) => void;
}

const LONGEST_KEY = 200;
const REFUSED = -1;
type Cells = readonly string[];
const cellOf = (cells: Cells, column: number | null): string => (column === null ? '' : (cells[column] ?? '').trim());

/** Reads rows one after the other and passes the good ones on. A row is good or bad as a whole. */
export class ImportReader {
  rowsRead = 0;
  rowsGood = 0;
  submissions = 0;
  answers = 0;
  problems = 0;

  private readonly respondents: RespondentTable;
  private readonly values: (number | null)[] = [];
  private readonly answered: number[] = [];
  private readonly texts: { item: number; text: string }[] = [];
  private lastKey: { text: string; key: Buffer } | undefined;
  private row = 0;
  private bad = false;

  constructor(private readonly parts: ReaderParts) {
    this.respondents = new RespondentTable(parts.plan.items.length);
  }

  get rowsBad(): number {
    return this.rowsRead - this.rowsGood;
  }

  read({ first, rows }: RowBatch): void {
    rows.forEach((cells, index) => {
      if (!cells.some((cell) => cell !== '' && cell.trim() !== '')) return;
      this.rowsRead += 1;
      this.row = first + index;
      this.bad = false;
      this.values.length = 0;
      this.answered.length = 0;
      this.texts.length = 0;
      if (this.parts.plan.shape === 'row_per_respondent') this.respondentRow(cells);
      else this.answerRow(cells);
      if (!this.bad) this.rowsGood += 1;
    });
  }

  private respondentRow(cells: Cells): void {
    const { plan } = this.parts;
    for (const { column, item } of plan.answerColumns)
      this.take(item, plan.readers[item]!.read(cells[column] ?? ''), column, cells);
    for (const { column, item } of plan.commentColumns) this.comment(item, column, cells);
    const group = this.groupIn(cells);
    const key = this.keyIn(cells);
    if (group === null) this.problem('GROUP_MISSING', { column: this.header(plan.groupColumn) });
    if (this.answered.length === 0 && this.texts.length === 0 && !this.bad) this.problem('ROW_WITHOUT_ANSWER');
    if (!key) return;
    const { number, isNew } = this.respondents.meet(key, this.row);
    if (!isNew) {
      const earlierRow = this.respondents.firstRow(number);
      this.problem('RESPONDENT_TWICE', { column: this.header(plan.respondentColumn), earlierRow });
    }
    if (!this.bad && group !== null) this.pass(number, key, group);
  }

  private answerRow(cells: Cells): void {
    const { plan } = this.parts;
    const named = cellOf(cells, plan.itemColumn);
    const item = named === '' ? null : plan.itemOf(named);
    const at = { column: this.header(plan.itemColumn) };
    if (named === '') this.problem('ITEM_MISSING', at);
    else if (item === null) this.problem('UNKNOWN_ITEM', { ...at, value: named });
    if (item !== null) {
      this.take(item, plan.readers[item]!.read(cells[plan.valueColumn!] ?? ''), plan.valueColumn!, cells);
      if (plan.commentColumn !== null) this.comment(item, plan.commentColumn, cells);
    }
    const said = this.groupIn(cells);
    const key = this.keyIn(cells);
    if (!key) return;
    const { number } = this.respondents.meet(key, this.row);
    const known = this.respondents.group(number);
    const groupAt = { column: this.header(plan.groupColumn) };
    // A group that the row itself does not name is the one that an earlier row of the respondent has named.
    const group = plan.groupColumn !== null && cellOf(cells, plan.groupColumn) === '' ? (known ?? said) : said;
    if (group === null) this.problem('GROUP_MISSING', groupAt);
    else if (group !== REFUSED && known === null) this.respondents.setGroup(number, group);
    else if (group !== REFUSED && known !== group)
      this.problem('GROUP_CONTRADICTS', { ...groupAt, value: cellOf(cells, plan.groupColumn) });
    if (item !== null && this.answered.length > 0 && !this.bad) {
      if (this.respondents.hasAnswered(number, item)) this.problem('ANSWERED_TWICE', at);
      else this.respondents.markAnswered(number, item);
    }
    if (!this.bad && group !== null) this.pass(number, key, group);
  }

  /** An empty row of one answer is good and changes nothing. */
  private pass(respondent: number, key: Buffer, group: number): void {
    const { sink } = this.parts;
    if (this.answered.length === 0 && this.texts.length === 0) return;
    if (this.respondents.markStaged(respondent)) {
      this.submissions += 1;
      sink.respondent(respondent, key, group);
    }
    for (let index = 0; index < this.answered.length; index += 1)
      sink.answer(respondent, this.answered[index]!, this.values[index]!);
    this.answers += this.answered.length;
    for (const { item, text } of this.texts) sink.comment(respondent, item, text);
  }

  private take(item: number, reading: Reading, column: number, cells: Cells): void {
    switch (reading.kind) {
      case 'unanswered':
        return;
      case 'answer':
        this.answered.push(item);
        this.values.push(reading.value);
        return;
      case 'text':
        this.texts.push({ item, text: reading.text });
        return;
      case 'problem': {
        const free = this.parts.plan.items[item]!.item.type === 'text';
        const value = free ? null : cellOf(cells, column);
        this.problem(reading.code, { column: this.header(column), value, allowed: reading.allowed });
      }
    }
  }

  private comment(item: ItemColumn['item'], column: number, cells: Cells): void {
    const text = cellOf(cells, column);
    if (text === '') return;
    if (text.length > MAXIMUM_TEXT_LENGTH)
      this.problem('COMMENT_TOO_LONG', { column: this.header(column), allowed: String(MAXIMUM_TEXT_LENGTH) });
    else this.texts.push({ item, text });
  }

  /** Null where the row names none. The fallback is for such rows only: a name that nobody knows is a mistake. */
  private groupIn(cells: Cells): number | null {
    const { plan } = this.parts;
    const named = cellOf(cells, plan.groupColumn);
    if (named === '') return plan.fallbackGroup;
    const group = plan.groupOf(named);
    if (group !== null) return group;
    this.problem('UNKNOWN_GROUP', { column: this.header(plan.groupColumn), value: named });
    return REFUSED;
  }

  private keyIn(cells: Cells): Buffer | null {
    const { plan, keyFor } = this.parts;
    const column = this.header(plan.respondentColumn);
    const text = plan.respondentColumn === null ? `\0row ${this.row}` : cellOf(cells, plan.respondentColumn);
    if (text === '') this.problem('RESPONDENT_MISSING', { column });
    else if (text.length > LONGEST_KEY) this.problem('RESPONDENT_TOO_LONG', { column, allowed: String(LONGEST_KEY) });
    else {
      // Rows of one respondent mostly stand together, and hashing is the costliest part of a short row.
      if (this.lastKey?.text !== text) this.lastKey = { text, key: keyFor(text) };
      return this.lastKey.key;
    }
    return null;
  }

  private header(column: number | null): string | null {
    return column === null ? null : (this.parts.plan.headers[column] ?? null);
  }

  private problem(code: ImportProblemCode, detail: ProblemDetail = {}): void {
    this.bad = true;
    this.problems += 1;
    this.parts.onProblem(importProblem(this.row, code, detail));
  }
}
