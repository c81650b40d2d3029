import i18next, { type BackendModule, type ResourceKey } from 'i18next';
import ICU from 'i18next-icu';
import { initReactI18next } from 'react-i18next';
import { browserLocale, type Locale, locales, rememberLocale } from './locales.js';

/** One lazy chunk per language and feature: a page downloads its own texts in one language only. */
const catalogues = import.meta.glob<{ default: ResourceKey }>('./*/*.json');

const lazyCatalogues: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    const load = catalogues[`./${language}/${namespace}.json`];
    if (!load) return done(new Error(`No catalogue ${language}/${namespace}`), null);
    load().then(
      (module) => done(null, module.default),
      (error: Error) => done(error, null),
    );
  },
};

/** What every page needs, loaded before the first paint. */
const shared = ['ui', 'shell', 'errors'] as const;

export const i18n = i18next;

export async function startI18n(locale: Locale = browserLocale()): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  await i18next
    .use(lazyCatalogues)
    .use(new ICU({ parseLngForICU: (language) => language }))
    .use(initReactI18next)
    .init({
      lng: locale,
      supportedLngs: [...locales],
      load: 'currentOnly',
      fallbackLng: false,
      ns: [...shared],
      defaultNS: 'ui',
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    });
}

export async function changeLocale(locale: Locale): Promise<void> {
  rememberLocale(locale);
  if (i18next.language !== locale) await i18next.changeLanguage(locale);
}
