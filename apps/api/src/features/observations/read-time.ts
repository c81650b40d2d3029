import { momentOf } from '@touchstone/domain';
import { readPeriod } from './read-period.js';

export type DateOrder = 'ymd' | 'dmy' | 'mdy';
export type TimeRefusal = 'TIME_UNREADABLE' | 'TIME_AMBIGUOUS';

const CLOCK = String.raw`(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2})?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?${CLOCK}$`, 'i');
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})${CLOCK}$`, 'i');
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MOST_KEPT = 5000;

/**
 * Reads times as spreadsheets have them. A day alone begins at its midnight, a month or quarter with its first day; a clock
 * without an offset is that of the organisation. What was read is kept: most rows of a file share their days and hours.
 */
export class TimeReader {
  private readonly kept = new Map<string, number | TimeRefusal>();
  private readonly hours = new Map<number, number>();

  constructor(
    private readonly timeZone: string,
    private readonly order: DateOrder | null,
  ) {}

  read(cell: string): number | TimeRefusal {
    const known = this.kept.get(cell);
    if (known !== undefined) return known;
    const found = this.parse(cell.normalize('NFKC').trim());
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(cell, found);
    return found;
  }

  private parse(text: string): number | TimeRefusal {
    const compact = COMPACT.exec(text);
    if (compact) return this.moment(compact[1]!, compact[2]!, compact[3]!, []);
    const first = YEAR_FIRST.exec(text);
    if (first) return this.moment(first[1]!, first[2]!, first[3] ?? '1', first.slice(4));
    const last = YEAR_LAST.exec(text);
    if (!last) return this.period(text);
    // These groups of the pattern are no optional ones: where it matches, they are there.
    const [, one, separator, two, year, ...clock] = last as unknown as [string, string, string, string, string];
    const order = this.orderOf(Number(one), Number(two), separator);
    if (!order) return 'TIME_AMBIGUOUS';
    return order === 'dmy' ? this.moment(year, two, one, clock) : this.moment(year, one, two, clock);
  }

  private period(text: string): number | TimeRefusal {
    const period = readPeriod(text);
    return period ? this.moment(String(period.year), String(period.month), '1', []) : 'TIME_UNREADABLE';
  }

  /** 3/4/2026 is one of two days, and nobody is asked to trust a guess. */
  private orderOf(one: number, two: number, separator: string): 'dmy' | 'mdy' | null {
    if (this.order === 'dmy' || this.order === 'mdy') return this.order;
    if (separator === '.' || one > 12) return 'dmy';
    if (two > 12) return 'mdy';
    return one === two ? 'dmy' : null;
  }

  private moment(
    year: string,
    month: string,
    day: string,
    clock: readonly (string | undefined)[],
  ): number | TimeRefusal {
    const [hour = '0', minute = '0', second = '0', fraction = '0', offset] = clock;
    const date = Date.UTC(Number(year), Number(month) - 1, Number(day));
    const read = new Date(date);
    // 31 June becomes 1 July where nobody looks.
    if (read.getUTCMonth() !== Number(month) - 1 || read.getUTCDate() !== Number(day)) return 'TIME_UNREADABLE';
    if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return 'TIME_UNREADABLE';
    const wall =
      date +
      Number(hour) * HOUR +
      Number(minute) * MINUTE +
      Number(second) * 1000 +
      Number(fraction.slice(0, 3).padEnd(3, '0'));
    if (!offset) return this.inZone(wall);
    if (/z/i.test(offset)) return wall;
    const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
    return wall - (offset.startsWith('-') ? -minutes : minutes) * MINUTE;
  }

  private inZone(wall: number): number {
    const hour = wall - (wall % HOUR);
    const start = this.hourAt(hour);
    // An ordinary hour runs from its start to that of the next; only in the others every minute is asked for.
    return this.hourAt(hour + HOUR) - start === HOUR ? start + (wall - hour) : momentOf(wall, this.timeZone);
  }

  private hourAt(wall: number): number {
    let at = this.hours.get(wall);
    if (at === undefined) {
      at = momentOf(wall, this.timeZone);
      if (this.hours.size >= MOST_KEPT) this.hours.clear();
      this.hours.set(wall, at);
    }
    return at;
  }
}
