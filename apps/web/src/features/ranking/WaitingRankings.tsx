import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { Panel } from '../../ui/Panel.js';
import classes from './Ranking.module.css';
import { RankingsForMeDocument } from './ranking.generated.js';

/** Rounds that wait for the reader's judgement; nothing at all where none does. */
export function WaitingRankings() {
  const { t } = useTranslation('ranking');
  const formats = useFormats();
  const { data } = useQuery(RankingsForMeDocument, { fetchPolicy: 'cache-and-network' });
  const rounds = data?.rankingRounds.edges ?? [];
  if (rounds.length === 0) return null;
  return (
    <Panel title={t('waiting.title')}>
      <ul className={classes.plain}>
        {rounds.map(({ node: { id, name, closesOn } }) => (
          <li key={id} className={classes.line}>
            <AppLink to="/ranking/$roundId" params={{ roundId: id }} fw={600}>
              {name}
            </AppLink>
            <span className={classes.quiet}>{t('until', { day: formats.date(closesOn) })}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
