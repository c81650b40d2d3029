import { useTranslation } from 'react-i18next';
import type assessments from '../../i18n/en/assessments.json';

type ReasonCode = keyof (typeof assessments)['reason'];

/** A reason of the API in the reader's language; one this interface does not know yet is shown as the API said it. */
export function useReasonText(): (reason: string) => string {
  const { t, i18n } = useTranslation('assessments');
  return (reason) =>
    i18n.exists(`reason.${reason}`, { ns: 'assessments' }) ? t(`reason.${reason as ReasonCode}`) : reason;
}
