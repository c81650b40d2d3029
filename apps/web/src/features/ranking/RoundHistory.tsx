import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { Panel } from '../../ui/Panel.js';
import classes from './Ranking.module.css';
import type { Round } from './ranking-words.js';

const ACTS = ['opened', 'updated', 'called_off', 'draft_saved', 'handed_in', 'revealed', 'agreed'] as const;

/** What was done to the round and by whom; of judgements only that they were made. */
export function RoundHistory({ round }: { round: Round }) {
  const { t } = useTranslation('ranking');
  const formats = useFormats();
  return (
    <Panel title={t('history.title')}>
      <ul className={classes.plain}>
        {round.events.map(({ id, act, actorName, at }) => (
          <li key={id}>
            <div>{t(`history.act.${ACTS.find((each) => act === `ranking.${each}`) ?? 'updated'}`)}</div>
            <p className={classes.quiet}>{[actorName, formats.dateTime(at)].filter(Boolean).join(' · ')}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
