import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { Panel } from '../../ui/Panel.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { InitiativeLink } from './InitiativeLink.js';
import classes from './Portfolio.module.css';
import type { PortfolioWaitingFieldsFragment } from './portfolio.generated.js';

/** What nobody can do but whoever reads this; nothing waiting is said as well. */
export function WaitingPanel({ waiting }: { waiting: PortfolioWaitingFieldsFragment }) {
  const { t } = useTranslation('portfolio');
  const formats = useFormats();
  const { decisions, decisionCount, rankings, benefits, benefitCount } = waiting;
  const nothing = decisionCount + rankings.length + benefitCount === 0;
  return (
    <Panel title={t('waiting.title')}>
      {nothing && <p className={classes.quiet}>{t('waiting.none')}</p>}
      {decisionCount > 0 && (
        <>
          <h3 className={classes.subtitle}>
            <AppLink size="sm" to="/decisions">
              {t('waiting.decisions', { count: decisionCount })}
            </AppLink>
          </h3>
          <ul className={classes.plain}>
            {decisions.map(({ id, number, question, dueOn, overdue }) => (
              <li key={id}>
                <AppLink size="sm" to="/decisions/$decisionId" params={{ decisionId: id }}>
                  D-{number} {question}
                </AppLink>{' '}
                {dueOn && <span className={classes.quiet}>{t('waiting.due', { day: formats.date(dueOn) })}</span>}{' '}
                {overdue && <StatusBadge tone="warn">{t('waiting.overdue')}</StatusBadge>}
              </li>
            ))}
          </ul>
        </>
      )}
      {rankings.length > 0 && (
        <>
          <h3 className={classes.subtitle}>{t('waiting.rankings', { count: rankings.length })}</h3>
          <ul className={classes.plain}>
            {rankings.map(({ id, name, closesOn }) => (
              <li key={id}>
                <RankingLink id={id} name={name} />{' '}
                {closesOn && (
                  <span className={classes.quiet}>{t('waiting.closes', { day: formats.date(closesOn) })}</span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {benefitCount > 0 && (
        <>
          <h3 className={classes.subtitle}>{t('waiting.benefits', { count: benefitCount })}</h3>
          <ul className={classes.plain}>
            {benefits.map(({ id, name, initiative }) => (
              <li key={id}>
                {name}: <InitiativeLink initiative={initiative} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

const RANKINGS: string = '/ranking';

/** A link where the page is there; its address is known to the router alone. */
function RankingLink({ name }: { id: string; name: string }) {
  const router = useRouter();
  const there = RANKINGS in (router.routesByPath as Record<string, unknown>);
  return there ? (
    <AppLink size="sm" to={RANKINGS}>
      {name}
    </AppLink>
  ) : (
    name
  );
}
