import { useTranslation } from 'react-i18next';
import type texts from '../../i18n/en/comparison.json';

type Notes = keyof (typeof texts)['note'];
type Reasons = keyof (typeof texts)['reason'];

/** A code of the comparison in the reader's language; one this interface does not know is shown as it came. */
export function useCodeText(): (kind: 'note' | 'reason', code: string) => string {
  const { t, i18n } = useTranslation('comparison');
  return (kind, code) => {
    if (!i18n.exists(`${kind}.${code}`, { ns: 'comparison' })) return code;
    return kind === 'note' ? t(`note.${code as Notes}`) : t(`reason.${code as Reasons}`);
  };
}
