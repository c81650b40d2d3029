import { useTranslation } from 'react-i18next';
import { StatusBadge } from '../../ui/StatusBadge.js';
import type { ModelVersionState } from './models.generated.js';

export function ModelStateBadge({ state }: { state: ModelVersionState }) {
  const { t } = useTranslation('models');
  return <StatusBadge tone={state === 'PUBLISHED' ? 'good' : 'quiet'}>{t(`state.${state}`)}</StatusBadge>;
}
