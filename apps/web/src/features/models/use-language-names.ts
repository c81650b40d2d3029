import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';

/** Language tags as a reader calls the languages: "English and Simplified Chinese". */
export function useLanguageNames(): (tags: readonly string[]) => string {
  const { i18n } = useTranslation();
  const { list } = useFormats();
  const names = new Intl.DisplayNames(i18n.language, { type: 'language' });
  return (tags) => list(tags.map((tag) => names.of(tag) ?? tag));
}
