import type { JourneyFileCode, JourneyFileProblem } from './journey-file-problem.js';
import { type CHOICE_WORDS, keyOf } from './journey-file-words.js';

/** A table as it was read: cells as text. */
export interface TableToRead {
  readonly sheet: string | null;
  readonly headers: readonly string[];
  /** The number that a spreadsheet program shows beside the first row. */
  readonly first: number;
  readonly rows: readonly (readonly string[])[];
}

export type Where = Partial<Pick<JourneyFileProblem, 'row' | 'column' | 'value' | 'params'>>;

const LONGEST_VALUE = 60;
/** Enough to work on; a file with more is wrong in another way. */
const MOST = 500;

/** Collects what stands against a file while it is read. */
export class ReadProblems {
  readonly all: JourneyFileProblem[] = [];

  add(code: JourneyFileCode, params: JourneyFileProblem['params'] = {}): void {
    this.all.push({ code, sheet: null, row: null, column: null, value: null, params });
  }

  of(table: TableToRead): ProblemsOfTable {
    return new ProblemsOfTable(table.sheet, this.all);
  }
}

export class ProblemsOfTable {
  constructor(
    private readonly sheet: string | null,
    private readonly all: JourneyFileProblem[],
  ) {}

  error(code: JourneyFileCode, { row = null, column = null, value = null, params = {} }: Where): void {
    if (this.all.length >= MOST) return;
    const shown = value && value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value;
    this.all.push({ code, sheet: this.sheet, row, column, value: shown, params });
  }

  note(code: JourneyFileCode, where: Where): void {
    this.error(code, where);
  }

  /** Whether the text is short enough; says so where it is not. */
  within(text: string, limit: number, where: Where): boolean {
    if (text.length <= limit) return true;
    this.error('TEXT_TOO_LONG', { ...where, value: text, params: { length: text.length, limit } });
    return false;
  }

  choice<Key extends string>(table: Parameters<typeof keyOf<Key>>[0], text: string, where: Where): Key | null {
    if (text === '') return null;
    const key = keyOf(table, text);
    if (!key) {
      const allowed = Object.values<(typeof CHOICE_WORDS)['state']['current']>(table)
        .map(({ en }) => en[0])
        .join(', ');
      this.error('UNKNOWN_CHOICE', { ...where, value: text, params: { allowed } });
    }
    return key;
  }

  /** A moment as ISO 8601 writes it; other ways of writing days mean different ones in different places. */
  instant(text: string, where: Where): string | null {
    if (text === '') return null;
    const at = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : NaN;
    if (Number.isNaN(at)) this.error('BAD_VALUE', { ...where, value: text, params: { allowed: '2026-11-30' } });
    return Number.isNaN(at) ? null : new Date(at).toISOString();
  }
}
