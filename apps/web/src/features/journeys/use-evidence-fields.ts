import { useTranslation } from 'react-i18next';
import type { EvidenceKind } from './journey-map.generated.js';

/** Evidence as a second saver is shown it. */
export function useEvidenceFields() {
  const { t } = useTranslation('journeys');
  const said = (value: unknown) => (value ? String(value) : '');
  return [
    {
      key: 'evidenceKind' as const,
      label: t('evidence.kind'),
      show: (value: unknown) => (value ? t(`evidence.of.${value as EvidenceKind}`) : ''),
    },
    { key: 'evidence' as const, label: t('evidence.source'), show: said },
    { key: 'evidenceOn' as const, label: t('evidence.on'), show: said },
  ];
}
