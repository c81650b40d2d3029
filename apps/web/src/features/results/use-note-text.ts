import { useTranslation } from 'react-i18next';
import type results from '../../i18n/en/results.json';

type NoteCode = keyof (typeof results)['note'];

/** A remark of the computation in the reader's language; one this interface does not know is shown as it came. */
export function useNoteText(): (note: string) => string {
  const { t, i18n } = useTranslation('results');
  return (note) => (i18n.exists(`note.${note}`, { ns: 'results' }) ? t(`note.${note as NoteCode}`) : note);
}
