/** The languages the interface speaks. Catalogues of each live in the folder of the same name. */
export const locales = ['en', 'zh-CN'] as const;
export type Locale = (typeof locales)[number];

/** Each language under its own name, so that a reader finds theirs whatever is set now. */
export const localeNames: Record<Locale, string> = { en: 'English', 'zh-CN': '简体中文' };

const storageKey = 'touchstone.locale';

/** The nearest language of ours to a BCP 47 tag; every kind of Chinese reads the Chinese catalogue. */
export function nearestLocale(tag: string | null | undefined): Locale {
  return tag?.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

/** What this browser last chose, else what the browser itself prefers. */
export function browserLocale(): Locale {
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(storageKey);
  } catch {
    // Storage refused: the browser's own preference serves.
  }
  return nearestLocale(kept ?? navigator.languages.find((tag) => /^(zh|en)\b/i.test(tag)));
}

export function rememberLocale(locale: Locale): void {
  try {
    localStorage.setItem(storageKey, locale);
  } catch {
    // Storage refused: the choice holds for this page only.
  }
}
