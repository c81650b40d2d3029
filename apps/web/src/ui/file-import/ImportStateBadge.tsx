import { useTranslation } from 'react-i18next';
import { StatusBadge, type Tone } from '../StatusBadge.js';

const TONES = {
  PREVIEWED: 'quiet',
  WAITING: 'quiet',
  RUNNING: 'active',
  COMPLETED: 'good',
  REFUSED: 'bad',
  FAILED: 'bad',
  UNDOING: 'active',
  UNDONE: 'quiet',
} satisfies Record<string, Tone>;

export function ImportStateBadge({ state }: { state: keyof typeof TONES }) {
  const { t } = useTranslation('fileImport');
  return <StatusBadge tone={TONES[state]}>{t(`state.${state}`)}</StatusBadge>;
}
