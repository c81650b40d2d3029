/** @jsxImportSource preact */
import type { JSX } from 'preact';
import type { LocalizedText } from '../contract.js';
import { localized, pageLocale } from '../locale.js';
import { usePage } from '../page-context.js';

/** A text of the model, marked with its language where that is not the page's, so that it is read out rightly. */
export function ModelText({ of }: { of: LocalizedText | undefined }): JSX.Element {
  const { locale } = usePage();
  const { text, lang } = localized(of, locale);
  return lang === pageLocale(locale) ? <>{text}</> : <span lang={lang}>{text}</span>;
}
