import { useTranslation } from 'react-i18next';
import { StatusBadge, type Tone } from '../../ui/StatusBadge.js';
import type { TargetOutlook } from './scorecards.generated.js';

export const outlookTones: Record<TargetOutlook, Tone> = {
  MET: 'good',
  ON_COURSE: 'active',
  AT_RISK: 'warn',
  OPEN: 'quiet',
  NOT_MET: 'bad',
  NO_DATA: 'quiet',
  NO_TARGET: 'quiet',
};

/** Where a metric, an objective or a goal stands; null where nothing measures it yet. */
export function OutlookBadge({ outlook }: { outlook: TargetOutlook | null }) {
  const { t } = useTranslation('scorecards');
  if (outlook === null) return <StatusBadge tone="quiet">{t('verbal')}</StatusBadge>;
  return <StatusBadge tone={outlookTones[outlook]}>{t(`outlook.${outlook}`)}</StatusBadge>;
}
