import { useTranslation } from 'react-i18next';
import { changedFields } from '../audit/index.js';
import { DONTS } from './touchpoint-words.js';

export interface EditedField {
  label: string;
  before: string;
  after: string;
}

/** The catalogue of each field whose values are words of the schema, written in lower case in the trail. */
const WORDS: Record<string, string> = {
  channel: 'channel',
  existence: 'existence',
  serviceLevel: 'level',
  ...Object.fromEntries(DONTS.map((dont) => [dont, 'check'])),
};

/** What an edit changed, in the words of the form in which it was done; what has no words there is left out. */
export function useEditedFields(): (changes: unknown) => EditedField[] {
  const { t, i18n } = useTranslation('touchpoints');
  // Which fields an edit has is only known when it arrives.
  const known = (key: string) => (i18n.exists(key, { ns: 'touchpoints' }) ? t(key as 'field.name') : null);
  return (changes) =>
    changedFields(changes).flatMap(({ field, before, after, fact }) => {
      const label = field === 'name' ? t('form.name') : (known(`field.${field}`) ?? known(`dont.${field}`));
      if (fact || label === null) return [];
      const shown = (value: string) =>
        (value && WORDS[field] && known(`${WORDS[field]}.${value.toUpperCase()}`)) || value || t('history.empty');
      return [{ label, before: shown(before), after: shown(after) }];
    });
}
