import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { Panel } from '../../ui/Panel.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import classes from './Ranking.module.css';
import type { Round } from './ranking-words.js';

/** Who has handed in, and never what. */
export function ProgressPanel({ round }: { round: Round }) {
  const { t } = useTranslation('ranking');
  const formats = useFormats();
  const over = round.state !== 'JUDGING';
  return (
    <Panel title={t('progress.title')}>
      <div className={classes.stack}>
        <p className={classes.text}>
          {t('progress.count', { handedIn: round.handedInCount, judges: round.judgeCount })}
        </p>
        <ul className={classes.plain}>
          {round.judges.map(({ membershipId, name, judgedAt, excusedAt, left }) => (
            <li key={membershipId} className={classes.line}>
              <span>{name}</span>
              {judgedAt ? (
                <StatusBadge tone="good">{t('progress.handedIn', { at: formats.dateTime(judgedAt) })}</StatusBadge>
              ) : (
                <StatusBadge tone={excusedAt || left || over ? 'quiet' : 'warn'}>
                  {t(
                    excusedAt
                      ? 'progress.excused'
                      : left
                        ? 'progress.left'
                        : over
                          ? 'progress.never'
                          : 'progress.waits',
                  )}
                </StatusBadge>
              )}
            </li>
          ))}
        </ul>
        <p className={classes.quiet}>{t('progress.blind')}</p>
      </div>
    </Panel>
  );
}
