import { useTranslation } from 'react-i18next';
import { StatusBadge, type Tone } from '../../ui/StatusBadge.js';
import type { JointStatus } from './goals.generated.js';

const tones: Record<JointStatus, Tone> = {
  MET: 'good',
  NOT_MET: 'bad',
  NO_DATA: 'quiet',
  NOT_DUE: 'active',
  VERBAL: 'quiet',
  NO_TARGET: 'warn',
  EMPTY: 'warn',
};

/** Where a joint of the cascade stands. */
export function JointBadge({ status }: { status: JointStatus }) {
  const { t } = useTranslation('goals');
  return <StatusBadge tone={tones[status]}>{t(`status.${status}`)}</StatusBadge>;
}
