import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn.js';
import customParseFormat from 'dayjs/plugin/customParseFormat.js';

dayjs.extend(customParseFormat);

/** The first month of a period: what it begins with. */
export interface Period {
  readonly year: number;
  /** From 1. */
  readonly month: number;
}

/** A year of two digits only beside the name of a month: 01/26 may be a day as well. */
const ENGLISH = ['MMM YYYY', 'MMMM YYYY', 'YYYY MMM', 'YYYY MMMM', 'MMM YY', 'MMMM YY'];
const CHINESE = ['YYYY MMMM', 'MMMM YYYY'];
const IN_FIGURES = ['M YYYY', 'MM YYYY'];
const QUARTERS = [
  /^(?<year>\d{4})\s?Q(?<quarter>[1-4])$/,
  /^Q(?<quarter>[1-4])\s?(?<year>\d{4})$/,
  /^(?<quarter>[1-4])Q\s?(?<year>\d{4})$/,
  /^(?<year>\d{4}) ?第?(?<quarter>[1-4一二三四])季度?$/,
];
const CHINESE_FIGURES = '一二三四';
const LONGEST = 24;

/** Months and quarters as people head columns with them, in English and Chinese; null for anything else. */
export function readPeriod(text: string): Period | null {
  if (text.length > LONGEST) return null;
  const plain = text
    .replace(/\bSept\b/i, 'Sep')
    .replace(/[\s,.'’‘/_–年-]+/g, ' ')
    .trim();
  for (const pattern of QUARTERS) {
    const { year, quarter } = pattern.exec(plain.toUpperCase())?.groups ?? {};
    if (year && quarter) return { year: Number(year), month: quarterNumber(quarter) * 3 - 2 };
  }
  // The library takes a text for a date only where it would write the date in the same way.
  const named = plain.toLowerCase().replace(/(^|\s)[a-z]/g, (letter) => letter.toUpperCase());
  return inForms(named, ENGLISH, 'en') ?? inForms(plain, CHINESE, 'zh-cn') ?? inForms(plain, IN_FIGURES, 'en');
}

function inForms(text: string, forms: string[], locale: string): Period | null {
  const read = dayjs(text, forms, locale, true);
  return read.isValid() ? { year: read.year(), month: read.month() + 1 } : null;
}

const quarterNumber = (text: string): number => Number(text) || CHINESE_FIGURES.indexOf(text) + 1;
