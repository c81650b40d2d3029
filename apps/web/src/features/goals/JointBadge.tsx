import { useTranslation } from 'react-i18next';
import { StatusBadge, type Tone } from '../../ui/StatusBadge.js';
import type { JointStatus } from './goals.generated.js';

const tones: Record<JointStatus, Tone> = {
  MET: 'good',
  ON_COURSE: 'active',
  AT_RISK: 'warn',
  OPEN: 'quiet',
  NOT_MET: 'bad',
  NO_DATA: 'quiet',
  VERBAL: 'quiet',
  NO_TARGET: 'warn',
  EMPTY: 'warn',
};

/** Where a joint of the cascade stands. */
export function JointBadge({ status }: { status: JointStatus }) {
  const { t } = useTranslation('goals');
  return <StatusBadge tone={tones[status]}>{t(`status.${status}`)}</StatusBadge>;
}
