import { useTranslation } from 'react-i18next';
import { StatusBadge, type Tone } from '../../ui/StatusBadge.js';
import type { ImportState } from './imports.generated.js';

const TONES: Record<ImportState, Tone> = {
  PREVIEWED: 'quiet',
  WAITING: 'quiet',
  RUNNING: 'active',
  COMPLETED: 'good',
  REFUSED: 'bad',
  FAILED: 'bad',
};

export function ImportStateBadge({ state }: { state: ImportState }) {
  const { t } = useTranslation('imports');
  return <StatusBadge tone={TONES[state]}>{t(`state.${state}`)}</StatusBadge>;
}
