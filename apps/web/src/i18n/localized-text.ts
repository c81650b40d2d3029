import { useTranslation } from 'react-i18next';

/** A text that the product or a model ships in several languages. */
export type LocalizedText = Readonly<Record<string, string>>;

/** The reader's language, else the same language of another region, else English, else whatever there is. */
export function pickText(text: LocalizedText | null | undefined, locale: string): string {
  if (!text) return '';
  const language = locale.split('-')[0] ?? locale;
  const sibling = Object.keys(text).find((tag) => tag.split('-')[0] === language);
  return text[locale] ?? (sibling && text[sibling]) ?? text.en ?? Object.values(text)[0] ?? '';
}

export function useLocalizedText(): (text: LocalizedText | null | undefined) => string {
  const { i18n } = useTranslation();
  return (text) => pickText(text, i18n.language);
}
