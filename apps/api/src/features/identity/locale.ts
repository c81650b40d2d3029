import { ValidationError } from '@touchstone/domain';

/** The languages that the product speaks. */
export const LOCALES = ['en', 'zh-CN'] as const;
export type Locale = (typeof LOCALES)[number];

export function checkedLocale(locale: string): Locale {
  const known = LOCALES.find((each) => each === locale);
  if (!known) throw ValidationError.of('locale', 'isIn', `Choose among ${LOCALES.join(' and ')}.`);
  return known;
}
