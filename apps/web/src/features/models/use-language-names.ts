import { useFormats } from '../../i18n/format.js';
import { localeNames } from '../../i18n/locales.js';

/** A language under its own name, as a reader who needs it looks for it; "中文" and not "Chinese". */
export function languageName(tag: string): string {
  const known: Readonly<Record<string, string>> = localeNames;
  return known[tag] ?? new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
}

/** Several languages in one line. */
export function useLanguageNames(): (tags: readonly string[]) => string {
  const { list } = useFormats();
  return (tags) => list(tags.map(languageName));
}
