import { useTranslation } from 'react-i18next';
import { StatusBadge } from '../../ui/StatusBadge.js';
import type { AssessmentState } from './assessments.generated.js';
import { STATE_TONES } from './state-tone.js';

export function AssessmentStateBadge({ state }: { state: AssessmentState }) {
  const { t } = useTranslation('assessments');
  return (
    <span title={t(`stateExplained.${state}`)}>
      <StatusBadge tone={STATE_TONES[state]}>{t(`state.${state}`)}</StatusBadge>
    </span>
  );
}
