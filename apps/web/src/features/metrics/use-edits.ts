import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { changedFields } from '../audit/index.js';

/** The catalogue of each field whose values are words of the schema, written in lower case in the trail. */
const WORDS: Readonly<Record<string, string>> = {
  class: 'class',
  category: 'category',
  aggregation: 'aggregation',
  direction: 'direction',
  cause: 'break.cause',
};
const DAYS = ['validFrom', 'dueOn', 'beginsOn', 'notedOn', 'fromDay', 'toDay'];

/** What an edit changed or began with, a sentence per field in the words of its form; ids and the like are left out. */
export function useEdits(): (changes: unknown) => string[] {
  const { t, i18n } = useTranslation('metrics');
  const { date } = useFormats();
  // Which fields an edit has is only known when it arrives.
  const known = (key: string) => (i18n.exists(key, { ns: 'metrics' }) ? t(key as 'history.field.unit') : null);
  return (changes) =>
    changedFields(changes).flatMap(({ field, before, after, fact }) => {
      const label = known(`history.field.${field}`) ?? known(`edits.field.${field}`);
      if (label === null || (fact && after === '')) return [];
      const shown = (value: string): string => {
        if (value === '') return t('edits.empty');
        if (DAYS.includes(field)) return date(value);
        return (WORDS[field] && known(`${WORDS[field]}.${value.toUpperCase()}`)) || value;
      };
      return [
        fact
          ? t('edits.fact', { label, value: shown(after) })
          : t('edits.change', { label, before: shown(before), after: shown(after) }),
      ];
    });
}
