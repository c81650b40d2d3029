import type { SeenColumn } from './suggest-observation-mapping.js';
import { readNumber } from './read-number.js';
import { saysNothing } from './says-nothing.js';
import type { MetricOfColumnType } from './observation-import.type.js';
import { AggregationEnum, DirectionEnum, MetricCategoryEnum, MetricClassEnum } from '../metrics/index.js';

/** Scales that questionnaires are asked on, by their upper end. */
const SCALE_ENDS = [5, 7, 10];
const FEWEST_RATINGS = 3;
const MOST_RATINGS = 11;
/** What people are, and what tells them apart: it cuts the numbers, it is not one of them. */
const NOT_MEASURED =
  /^(id|no|nr|number|key|year|zip|postcode|phone)$|(^|[^a-z])(id|age|birth|zip|postcode)([^a-z]|$)|编号|年龄|电话|邮编|工号|出生/i;
const AGE = /(^|[^a-z])age([^a-z]|$)|年龄/i;
const AGES = { scaleMinimum: 0, scaleMaximum: 120, direction: DirectionEnum.HIGHER };
/** A unit is shown as it was made: in the language of whoever makes the metric, whatever the file is written in. */
type Named = { readonly en: string; readonly 'zh-CN': string };
const YEARS: Named = { en: 'years', 'zh-CN': '岁' };
const UNITS: readonly (readonly [RegExp, Named])[] = [
  [/\(?\b(ms|milliseconds?)\b\)?|毫秒/i, { en: 'ms', 'zh-CN': '毫秒' }],
  [/\(?\b(s|secs?|seconds?)\b\)?|秒/i, { en: 's', 'zh-CN': '秒' }],
  [/\(?\b(min|mins|minutes?)\b\)?|分钟/i, { en: 'minutes', 'zh-CN': '分钟' }],
  [/\(?\b(h|hrs?|hours?)\b\)?|小时/i, { en: 'hours', 'zh-CN': '小时' }],
  [/\(?\b(days?)\b\)?|天数|天/i, { en: 'days', 'zh-CN': '天' }],
  [/\(?\b(km|kilometres?|kilometers?)\b\)?|公里|千米/i, { en: 'km', 'zh-CN': '公里' }],
  [/\(?%\)?|\bpercent\b|百分比/i, { en: '%', 'zh-CN': '%' }],
];
const spoken = (locale: string): keyof Named => (locale.startsWith('zh') ? 'zh-CN' : 'en');
/** Of these, less is better. */
const LESS =
  /delay|wait|time|duration|complaint|error|fail|cost|late|abandon|effort|延误|等待|时长|投诉|错误|失败|成本|耗时/i;
const SATISFIED = /satisf|recommend|resolved|满意|推荐|解决/i;
const NEGATED = /\b(not|dis|un|no|neutral)|dissatisf|unsatisf|不|未/i;
const LONGEST_NAME = 120;

/** "departure_delay_in_minutes" → "Departure delay in minutes". */
export function nameOfHeader(header: string): string {
  const words = header
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_\s]+/g, ' ')
    .trim();
  const known = words === words.toUpperCase() && words.length <= 5 ? words : words.toLowerCase();
  return (known.charAt(0).toUpperCase() + known.slice(1)).slice(0, LONGEST_NAME).trim();
}

/** The unit that a header names, such as "(ms)" or "in minutes", and the header without it. */
export function unitOfHeader(header: string, locale: string): { unit: string | null; rest: string } {
  const spaced = header.replace(/_/g, ' ');
  for (const [pattern, unit] of UNITS) {
    const inside = new RegExp(
      `\\s*(\\((?:in )?(?:${pattern.source})\\)|（(?:${pattern.source})）|\\bin (?:${pattern.source})$)`,
      'i',
    );
    if (inside.test(spaced)) return { unit: unit[spoken(locale)], rest: spaced.replace(inside, '').trim() || spaced };
  }
  return { unit: null, rest: spaced };
}

/** Metrics for columns that could hold one and have none: a newcomer's file meets an empty catalogue. */
export function suggestNewMetrics(
  columns: readonly SeenColumn[],
  free: ReadonlySet<number>,
  taken: ReadonlySet<string>,
  locale: string,
): MetricOfColumnType[] {
  const seen = columns.map((column, index) => ({ index, ...column, numbers: numbersIn(column) }));
  const ratings = seen.filter(({ index, numbers, header }) => free.has(index) && isRating(header, numbers));
  const zeroOnly = ratings.filter(({ numbers }) => Math.max(...numbers!) > 1);
  // One questionnaire has one scale: what only some of its columns show holds for all.
  const highest = Math.max(...zeroOnly.map(({ numbers }) => Math.max(...numbers!)), 0);
  const end = SCALE_ENDS.find((each) => highest <= each) ?? 10;
  const hasZero = zeroOnly.some(({ numbers }) => numbers!.includes(0));
  const names = new Set(taken);
  const named = (text: string): string => {
    const wanted = nameOfHeader(text) || (spoken(locale) === 'en' ? 'Metric' : '指标');
    let name = wanted;
    for (let copy = 2; names.has(name.toLowerCase()); copy += 1) name = `${wanted} (${copy})`;
    names.add(name.toLowerCase());
    return name;
  };
  return seen.flatMap((column): MetricOfColumnType[] => {
    if (!free.has(column.index) || column.values.length === 0) return [];
    const { index, header, numbers } = column;
    if (ratings.includes(column)) {
      // From 0 to 10 the 0 is an answer; on a shorter scale it says that there was nothing to rate.
      const fromZero = hasZero && end === 10;
      const metric = { ...RATING, unit: '%', scaleMinimum: fromZero ? 0 : 1, scaleMaximum: end };
      return [
        { column: index, name: named(header), ...metric, notApplicable: hasZero && !fromZero ? [0] : [], likely: true },
      ];
    }
    if (numbers) {
      const spaced = header.replace(/_/g, ' ').trim();
      // Ages below nothing and above all are slips of whoever typed them.
      if (AGE.test(spaced))
        return [
          { column: index, name: named(header), ...MEASURE, ...AGES, unit: YEARS[spoken(locale)], likely: false },
        ];
      const { unit, rest } = unitOfHeader(header, locale);
      const direction = LESS.test(header) ? DirectionEnum.LOWER : DirectionEnum.HIGHER;
      const likely = !NOT_MEASURED.test(spaced) && (unit !== null || LESS.test(header));
      return [{ column: index, name: named(rest), ...MEASURE, unit: unit ?? '', direction, likely }];
    }
    const words = yesAndNo(header, column.values);
    return words ? [{ column: index, name: named(header), ...SHARE, words, likely: true }] : [];
  });
}

const NO_SCALE = { scaleMinimum: null, scaleMaximum: null, notApplicable: [], words: null };
const RATING = {
  class: MetricClassEnum.PERCEPTION,
  category: MetricCategoryEnum.PERCEPTION,
  aggregation: AggregationEnum.CSAT,
  direction: DirectionEnum.HIGHER,
  words: null,
};
const MEASURE = {
  ...NO_SCALE,
  class: MetricClassEnum.STATE,
  category: MetricCategoryEnum.OPERATIONAL,
  aggregation: AggregationEnum.MEAN,
};
const SHARE = {
  ...NO_SCALE,
  class: MetricClassEnum.PERCEPTION,
  category: MetricCategoryEnum.PERCEPTION,
  aggregation: AggregationEnum.SHARE,
  unit: '%',
  direction: DirectionEnum.HIGHER,
};

/** What can be read of a column of numbers; null where words are as many: single slips are for the preview to name. */
export function numbersIn({ values }: SeenColumn): number[] | null {
  const said = values.filter((value) => !saysNothing(value));
  const numbers = said.flatMap((value) => readNumber(value) ?? []);
  return said.length > 0 && numbers.length > said.length / 2 ? numbers : null;
}

function isRating(header: string, numbers: readonly number[] | null): boolean {
  if (!numbers || NOT_MEASURED.test(header.replace(/_/g, ' ').trim()) || unitOfHeader(header, 'en').unit) return false;
  const different = new Set(numbers);
  return (
    different.size >= FEWEST_RATINGS &&
    different.size <= MOST_RATINGS &&
    numbers.every((value) => Number.isInteger(value) && value >= 0 && value <= 10)
  );
}

/** A column of two words of which one is the good one, such as satisfied or not, is a share. */
export function yesAndNo(header: string, values: readonly string[]): Record<string, number> | null {
  const [one, two, ...more] = values.filter((value) => !saysNothing(value));
  if (!one || !two || more.length > 0 || !SATISFIED.test(header)) return null;
  if (NEGATED.test(one) === NEGATED.test(two)) return null;
  return NEGATED.test(one) ? { [one]: 0, [two]: 1 } : { [one]: 1, [two]: 0 };
}
