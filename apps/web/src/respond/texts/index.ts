import { pageLocale, type PageLocale } from '../locale.js';
import { en, type Catalogue, type TextKey } from './en.js';
import { zhCN } from './zh-CN.js';

export const catalogues: Readonly<Record<PageLocale, Catalogue>> = { en, 'zh-CN': zhCN };

type Base<K extends string> = K extends `${infer Name}_other` ? Name : never;
export type PluralKey = Base<TextKey>;
export type Values = Readonly<Record<string, string | number>>;

export interface Texts {
  /** The text of a key, in the page's language. */
  (key: TextKey, values?: Values): string;
  /** The text of a key that depends on a number, which it may show as `{n}`. */
  readonly count: (key: PluralKey, n: number, values?: Values) => string;
}

function fill(text: string, values: Values, number: Intl.NumberFormat): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) return placeholder;
    return typeof value === 'number' ? number.format(value) : value;
  });
}

export function textsIn(locale: string): Texts {
  const language = pageLocale(locale);
  const catalogue = catalogues[language];
  const plural = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);
  const say = (key: TextKey, values: Values = {}): string => fill(catalogue[key], values, number);
  return Object.assign(say, {
    count: (key: PluralKey, n: number, values: Values = {}): string =>
      say(plural.select(n) === 'one' ? `${key}_one` : `${key}_other`, { ...values, n }),
  });
}
