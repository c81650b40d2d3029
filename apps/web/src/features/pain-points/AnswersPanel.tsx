import { useTranslation } from 'react-i18next';
import { useCan } from '../../session/session.js';
import { AppLink, LinkButton } from '../../ui/AppLink.js';
import { Panel } from '../../ui/Panel.js';
import { StatusBadge, type Tone } from '../../ui/StatusBadge.js';
import type { OfPainPoint } from './pain-point-words.js';
import classes from './PainPoints.module.css';

type Verdict = 'proven' | 'not_proven' | 'worse' | 'insufficient';
const verdictTone: Record<Verdict, Tone> = { proven: 'good', not_proven: 'warn', worse: 'bad', insufficient: 'quiet' };

/** What could be done about it and what is done, with what that came to. */
export function AnswersPanel({ painPoint }: OfPainPoint) {
  const { t } = useTranslation('painPoints');
  const ofOpportunity = useTranslation('opportunities').t;
  const ofInitiative = useTranslation('initiatives').t;
  const ofEffect = useTranslation('effects').t;
  const can = useCan();
  const { id, opportunities, initiatives, archivedAt, state } = painPoint;
  const mayStart = can('create', 'Opportunity') && !archivedAt && state !== 'DISMISSED';
  return (
    <Panel
      title={t('answers.title')}
      actions={
        mayStart && (
          <LinkButton size="xs" to="/opportunities" search={{ opportunity: 'new', painPoint: id }}>
            {t('answers.start')}
          </LinkButton>
        )
      }
    >
      {opportunities.length === 0 && initiatives.length === 0 && <p className={classes.quiet}>{t('answers.none')}</p>}
      <ul className={classes.plain}>
        {opportunities.map(({ id: opportunity, number, title, state: where }) => (
          <li key={opportunity}>
            <AppLink to="/opportunities" search={{ opportunity }} size="sm">
              O-{number} {title}
            </AppLink>
            <div className={classes.quiet}>{ofOpportunity(`state.${where.toUpperCase() as 'OPEN'}`)}</div>
          </li>
        ))}
        {initiatives.map(({ id: initiativeId, number, title, stage, verdict, watch }) => (
          <li key={initiativeId}>
            <AppLink to="/initiatives/$initiativeId" params={{ initiativeId }} size="sm">
              I-{number} {title}
            </AppLink>
            <div className={classes.badges}>
              <span className={classes.quiet}>{ofInitiative(`stage.${stage.toUpperCase() as 'PROPOSED'}`)}</span>
              {verdict && (
                <StatusBadge tone={verdictTone[verdict as Verdict]}>
                  {ofEffect(`verdict.${verdict.toUpperCase() as Uppercase<Verdict>}`)}
                </StatusBadge>
              )}
              {watch === 'faded' && <StatusBadge tone="bad">{t('faded')}</StatusBadge>}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
