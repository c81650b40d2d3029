import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { Facts } from '../../ui/Facts.js';
import { Panel } from '../../ui/Panel.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { decisionTone } from './decision-words.js';
import classes from './Decisions.module.css';
import type { DecisionFieldsFragment } from './decisions.generated.js';

interface OfDecision {
  decision: DecisionFieldsFragment;
}

export function QuestionPanel({ decision }: OfDecision) {
  const { t } = useTranslation('decisions');
  return (
    <Panel title={t('field.question')}>
      <div className={classes.stack}>
        <p className={classes.said}>{decision.question}</p>
        <div>
          <h3 className={classes.quiet}>{t('field.evidence')}</h3>
          <p className={classes.said}>{decision.evidence || t('noEvidence')}</p>
        </div>
      </div>
    </Panel>
  );
}

/** All of them stay, those that were not chosen included. */
export function OptionsPanel({ decision }: OfDecision) {
  const { t } = useTranslation('decisions');
  if (decision.options.length === 0) return null;
  return (
    <Panel title={t('field.options')}>
      <ol className={classes.plain}>
        {decision.options.map(({ id, title, description, chosen }) => (
          <li key={id} className={chosen ? `${classes.choice} ${classes.chosen}` : classes.choice}>
            <div className={classes.badges}>
              <strong>{title}</strong>
              {chosen && <StatusBadge tone="good">{t('chosen')}</StatusBadge>}
              {!chosen && decision.state === 'APPROVED' && <StatusBadge tone="quiet">{t('notChosen')}</StatusBadge>}
            </div>
            {description && <p className={classes.said}>{description}</p>}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

export function OutcomePanel({ decision }: OfDecision) {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  const { state, rationale, decidedAt, decidedByName, takenBackAt, takenBackReason } = decision;
  if (state === 'WAITING') return null;
  const reason = rationale ?? takenBackReason;
  const at = decidedAt ?? takenBackAt;
  return (
    <Panel title={t('outcomeTitle')}>
      <div className={classes.card}>
        <StatusBadge tone={decisionTone[state]}>{t(`state.${state}`)}</StatusBadge>
        <p className={classes.said}>{reason}</p>
        <p className={classes.quiet}>{[decidedByName, at && formats.dateTime(at)].filter(Boolean).join(' · ')}</p>
      </div>
    </Panel>
  );
}

export function ForecastPanel({ decision }: OfDecision) {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  const { forecast, forecastProbability, forecastCameTrue, forecastKnownAt, forecastScore } = decision;
  if (!forecast)
    return (
      <Panel title={t('field.forecast')}>
        <p className={classes.quiet}>{t('noForecast')}</p>
      </Panel>
    );
  return (
    <Panel title={t('field.forecast')}>
      <div className={classes.stack}>
        <p className={classes.said}>{forecast}</p>
        <Facts
          facts={[
            {
              name: t('forecast.probability'),
              value: forecastProbability == null ? t('forecast.notYet') : formats.percent(forecastProbability),
            },
            {
              name: t('forecast.outcome'),
              value:
                forecastCameTrue == null ? (
                  t('forecast.unknown')
                ) : (
                  <StatusBadge tone={forecastCameTrue ? 'good' : 'bad'}>
                    {forecastCameTrue ? t('score.yes') : t('score.no')}
                  </StatusBadge>
                ),
            },
            ...(forecastKnownAt ? [{ name: t('forecast.knownAt'), value: formats.date(forecastKnownAt) }] : []),
            ...(forecastScore == null
              ? []
              : [{ name: t('forecast.score'), value: formats.number(forecastScore), help: t('forecast.scoreHelp') }]),
          ]}
        />
      </div>
    </Panel>
  );
}

export function FactsPanel({ decision }: OfDecision) {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  const { initiativeId, initiativeNumber, initiativeTitle, opensStage, dueOn } = decision;
  return (
    <Panel title={t('about')}>
      <Facts
        facts={[
          {
            name: t('field.initiative'),
            value: initiativeId ? (
              <AppLink to="/initiatives/$initiativeId" params={{ initiativeId }} size="sm">
                I-{initiativeNumber} {initiativeTitle}
              </AppLink>
            ) : (
              t('noInitiative')
            ),
          },
          ...(opensStage ? [{ name: t('field.opensStage'), value: t(`stage.${opensStage}`) }] : []),
          { name: t('field.askedBy'), value: decision.askedByName },
          { name: t('field.askedAt'), value: formats.dateTime(decision.createdAt) },
          { name: t('field.decider'), value: decision.deciderName },
          { name: t('field.dueOn'), value: dueOn ? formats.date(dueOn) : '–' },
        ]}
      />
    </Panel>
  );
}
