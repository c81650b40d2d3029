import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { RelativeTime } from '../../ui/RelativeTime.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import classes from './Scorecards.module.css';

interface Felt {
  emotion: number | null;
  emotionN: number | null;
  emotionJudgedBy: string | null;
  confirmedAt: string;
  stale: boolean;
}

/** How a touchpoint feels where it stands, how that is known, and when somebody last said so. */
export function Emotion({ felt }: { felt: Felt }) {
  const { t } = useTranslation('scorecards');
  const { number } = useFormats();
  if (felt.emotion === null) return <span className={classes.quiet}>{t('emotion.unknown')}</span>;
  const emotion = number(felt.emotion, { signDisplay: 'exceptZero' });
  return (
    <span className={classes.quiet}>
      {felt.emotionN === null
        ? t('emotion.judged', { emotion, by: felt.emotionJudgedBy ?? '' })
        : t('emotion.asked', { emotion, n: number(felt.emotionN) })}{' '}
      <RelativeTime at={felt.confirmedAt} /> {felt.stale && <StatusBadge tone="warn">{t('stale')}</StatusBadge>}
    </span>
  );
}
