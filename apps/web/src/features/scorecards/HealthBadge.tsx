import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { StatusBadge, type Tone } from '../../ui/StatusBadge.js';
import type { HealthBand, HealthFieldsFragment } from './scorecards.generated.js';

const tones: Record<HealthBand, Tone> = { GOOD: 'good', FAIR: 'warn', POOR: 'bad' };

/** The health of a journey or a stage in a few words: its score and how sure it is, or why there is none. */
export function HealthBadge({ health }: { health: HealthFieldsFragment }) {
  const { t } = useTranslation('scorecards');
  const { number } = useFormats();
  if (health.score === null || health.band === null || health.confidence === null)
    return <StatusBadge tone="quiet">{t(`withheld.${health.withheld ?? 'TOO_LITTLE_KNOWN'}`)}</StatusBadge>;
  return (
    <StatusBadge tone={tones[health.band]}>
      {t('healthScore', {
        score: number(health.score, { maximumFractionDigits: 0 }),
        confidence: t(`confidence.${health.confidence}`),
      })}
    </StatusBadge>
  );
}
