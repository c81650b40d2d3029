import type { LocalizedText } from './contract.js';

/** The languages in which the page itself speaks; a model may be read in others. */
export const PAGE_LOCALES = ['en', 'zh-CN'] as const;
export type PageLocale = (typeof PAGE_LOCALES)[number];

const language = (locale: string): string => locale.toLowerCase().split('-')[0] ?? '';

/** Exact, else same language, else nothing. */
export function closest<T extends string>(wanted: string, available: readonly T[]): T | undefined {
  return (
    available.find((locale) => locale.toLowerCase() === wanted.toLowerCase()) ??
    available.find((locale) => language(locale) === language(wanted))
  );
}

export function pageLocale(locale: string): PageLocale {
  return closest(locale, PAGE_LOCALES) ?? 'en';
}

/** What the language switch offers: the page's own languages and those of the questionnaire. */
export function offeredLocales(modelLocales: readonly string[]): string[] {
  return [...new Set<string>([...PAGE_LOCALES, ...modelLocales])];
}

export function initialLocale(
  remembered: string | undefined,
  browser: readonly string[],
  modelLocales: readonly string[],
): string {
  const offered = offeredLocales(modelLocales);
  for (const wanted of remembered === undefined ? browser : [remembered, ...browser]) {
    const match = closest(wanted, offered);
    if (match !== undefined) return match;
  }
  return modelLocales[0] ?? 'en';
}

export interface Localized {
  readonly text: string;
  /** The language the text is really in, for `lang`: a screen reader must not read Chinese with an English voice. */
  readonly lang: string;
}

export function localized(texts: LocalizedText | undefined, locale: string): Localized {
  const available = Object.keys(texts ?? {}).filter((key) => texts?.[key]);
  const lang = closest(locale, available) ?? closest('en', available) ?? available[0];
  return lang === undefined ? { text: '', lang: locale } : { text: texts?.[lang] ?? '', lang };
}

/** A language's own name for itself, as its speakers look for it. */
export function ownName(locale: string): string {
  if (locale === 'zh-CN') return '简体中文';
  if (locale === 'zh-TW') return '繁體中文';
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
  } catch {
    return locale;
  }
}

/** Dates follow the reader's region (12 December or December 12) where the browser tells it for the language shown. */
export function regionOf(locale: string, browser: readonly string[]): string {
  return browser.find((wanted) => language(wanted) === language(locale)) ?? locale;
}

/** An instant (deadline) with its time, or a calendar date, which belongs to no time zone and must not shift by one. */
export function formatDate(value: string, locale: string): string {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(value);
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    ...(isDate ? { timeZone: 'UTC' } : { timeStyle: 'short' }),
  }).format(new Date(isDate ? `${value}T00:00:00Z` : value));
}
