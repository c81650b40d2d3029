import { TableError } from './table-error.js';

/** More than any row can be; a quotation mark that is never closed would otherwise gather the rest of the file. */
const LONGEST_RECORD = 4 * 1024 * 1024;

/**
 * Takes CSV text apart into records, piece by piece. Forgiving as spreadsheet programs are: rows of any width, quotation
 * marks inside plain cells, any kind of line end. Most lines hold no quotation mark and are simply split, which is several
 * times faster than looking at every character.
 */
export class CsvRecords {
  private rest = '';
  private records = 0;

  constructor(private readonly delimiter: string) {}

  /** The records that are complete so far; `last` says that nothing follows. Empty lines are records of one empty cell. */
  take(piece: string, last = false): string[][] {
    const text = this.rest === '' ? piece : this.rest + piece;
    const found: string[][] = [];
    let at = 0;
    let feed = text.indexOf('\n');
    let carriage = text.indexOf('\r');
    let quote = text.indexOf('"');
    while (at < text.length) {
      if (feed >= 0 && feed < at) feed = text.indexOf('\n', at);
      if (carriage >= 0 && carriage < at) carriage = text.indexOf('\r', at);
      if (quote >= 0 && quote < at) quote = text.indexOf('"', at);
      const end = carriage >= 0 && (feed < 0 || carriage < feed) ? carriage : feed;
      if (quote >= 0 && (end < 0 || quote < end)) {
        const cells: string[] = [];
        const next = this.quotedRecord(text, at, last, cells);
        if (next < 0) break;
        found.push(cells);
        at = next;
        continue;
      }
      if (end < 0) {
        if (!last) break;
        found.push(text.slice(at).split(this.delimiter));
        at = text.length;
        break;
      }
      const next = afterEnd(text, end, last);
      if (next < 0) break;
      found.push(text.slice(at, end).split(this.delimiter));
      at = next;
    }
    this.rest = text.slice(at);
    this.records += found.length;
    if (this.rest.length > LONGEST_RECORD) throw this.neverClosed();
    return found;
  }

  /** Reads one record cell by cell; returns where the next begins, or −1 where this one is not complete yet. */
  private quotedRecord(text: string, start: number, last: boolean, cells: string[]): number {
    let at = start;
    for (;;) {
      let cell = '';
      if (text.charCodeAt(at) === QUOTE) {
        for (;;) {
          const close = text.indexOf('"', at + 1);
          if (close < 0 || (close === text.length - 1 && !last)) {
            if (last) throw this.neverClosed();
            return -1;
          }
          cell += text.slice(at + 1, close);
          at = close + 1;
          if (text.charCodeAt(at) !== QUOTE) break;
          cell += '"';
        }
      }
      // The plain cell, or what stands between the closing mark and the delimiter.
      const from = at;
      while (at < text.length) {
        const code = text.charCodeAt(at);
        if (code === FEED || code === CARRIAGE || text[at] === this.delimiter) break;
        at += 1;
      }
      if (at === text.length && !last) return -1;
      cells.push(cell + text.slice(from, at));
      if (at === text.length) return at;
      if (text[at] !== this.delimiter) return afterEnd(text, at, last);
      at += 1;
    }
  }

  private neverClosed(): TableError {
    return new TableError('TABLE_QUOTE_OPEN', { row: this.records + 1 });
  }
}

const QUOTE = 0x22;
const FEED = 0x0a;
const CARRIAGE = 0x0d;

/** A line may end in two characters, and the piece between them. */
function afterEnd(text: string, end: number, last: boolean): number {
  if (text.charCodeAt(end) === FEED) return end + 1;
  if (end + 1 === text.length && !last) return -1;
  return text.charCodeAt(end + 1) === FEED ? end + 2 : end + 1;
}
