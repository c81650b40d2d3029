import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { Facts } from '../../ui/Facts.js';
import { decimalsOf } from '../../i18n/measured.js';
import { NumberWithN } from '../../ui/NumberWithN.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Panel } from '../../ui/Panel.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { severityTone, stateTone } from './alert-words.js';
import { AlertActs } from './AlertActs.js';
import { AlertHistory } from './AlertHistory.js';
import { AlertSeries } from './AlertSeries.js';
import classes from './Alerts.module.css';
import { type AlertFieldsFragment, AlertPageDocument } from './alerts.generated.js';
import { useAlertSentence } from './use-alert-sentence.js';

const route = getRouteApi('/app/monitoring/alerts/$alertId');

export default function AlertPage() {
  const { alertId } = route.useParams();
  const { data, error, refetch } = useQuery(AlertPageDocument, {
    variables: { id: alertId },
    fetchPolicy: 'cache-and-network',
  });
  if (data) return <Alert alert={data.alert} onStale={() => void refetch()} />;
  return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={560} mt="md" />;
}

/** One alert: what it says, on what numbers, what became of it, and what can be done. */
function Alert({ alert, onStale }: { alert: AlertFieldsFragment; onStale: () => void }) {
  const { t } = useTranslation('alerts');
  const { act } = route.useSearch();
  const navigate = route.useNavigate();
  const formats = useFormats();
  const sentence = useAlertSentence();
  return (
    <>
      <PageHeader
        above={<AppLink to="/monitoring/alerts">{t('list.title')}</AppLink>}
        title={alert.metricName}
        status={
          <>
            <StatusBadge tone={severityTone[alert.severity]}>{t(`severity.${alert.severity}`)}</StatusBadge>
            <StatusBadge tone={stateTone[alert.state]}>{t(`state.${alert.state}`)}</StatusBadge>
          </>
        }
        owner={alert.assigneeName ?? alert.teamName ?? t('list.noOwner')}
        period={t('page.since', { since: formats.relative(alert.openedAt) })}
        actions={
          <AlertActs
            alert={alert}
            asked={act}
            onAsk={(next) => void navigate({ to: '.', search: { act: next }, replace: true })}
            onStale={onStale}
          />
        }
      />
      <div className={classes.page}>
        <div className={classes.column}>
          <Panel title={t(`rule.${alert.rule}`)}>
            <p className={classes.lead}>{sentence(alert)}</p>
            <EvidenceFacts alert={alert} />
            <p className={classes.text}>{t(`ruleHelp.${alert.rule}`)}</p>
          </Panel>
          <AlertSeries alert={alert} />
          <HandedOn alert={alert} />
        </div>
        <div className={classes.column}>
          <Panel title={t('page.about')}>
            <About alert={alert} />
          </Panel>
          <AlertHistory alert={alert} />
        </div>
      </div>
    </>
  );
}

function EvidenceFacts({ alert }: { alert: AlertFieldsFragment }) {
  const { t } = useTranslation('alerts');
  const formats = useFormats();
  const sentence = useAlertSentence();
  const { latest, unit } = alert;
  const opened = sentence(alert, alert.evidence);
  return (
    <Facts
      facts={[
        ...(alert.rule === 'STALENESS'
          ? [{ name: t('page.lastData'), value: formats.dateTime(alert.lastPoint) }]
          : [
              {
                name: t('page.value', { when: formats.date(alert.lastPoint) }),
                value: (
                  <NumberWithN
                    value={latest.value}
                    unit={unit}
                    n={latest.n}
                    interval={[latest.lower, latest.upper]}
                    digits={decimalsOf(latest.value ?? 0)}
                  />
                ),
              },
              {
                name: t('field.points'),
                value: t('page.points', { count: alert.points, grain: t(`grain.${alert.grain}`) }),
              },
            ]),
        ...(latest.dueOn ? [{ name: t('page.due'), value: formats.date(latest.dueOn) }] : []),
        ...(latest.signals?.length
          ? [
              {
                name: t('page.signals'),
                value: formats.list(latest.signals.map((signal) => t(`signal.${signal as 'beyond-3s'}`))),
              },
            ]
          : []),
        ...(opened !== sentence(alert) ? [{ name: t('page.openedBy'), value: opened }] : []),
      ]}
    />
  );
}

function About({ alert }: { alert: AlertFieldsFragment }) {
  const { t } = useTranslation('alerts');
  const formats = useFormats();
  return (
    <Facts
      facts={[
        {
          name: t('field.metric'),
          value: (
            <AppLink to="/metrics/$metricId" params={{ metricId: alert.metricId }} size="sm">
              {alert.metricName}
            </AppLink>
          ),
        },
        { name: t('field.team'), value: alert.teamName ?? t('list.noOwner') },
        { name: t('field.assignee'), value: alert.assigneeName ?? t('page.nobody') },
        { name: t('field.level'), value: t(`level.${alert.escalationLevel as 0}`) },
        ...(alert.snoozedUntil ? [{ name: t('field.until'), value: formats.dateTime(alert.snoozedUntil) }] : []),
        ...(alert.closeReason ? [{ name: t('field.reason'), value: t(`reason.${alert.closeReason}`) }] : []),
        {
          name: t('field.touchpoints'),
          value:
            alert.touchpoints.length === 0 ? (
              t('page.noTouchpoint')
            ) : (
              <ul className={classes.plain}>
                {alert.touchpoints.map(({ id, name }) => (
                  <li key={id}>
                    <AppLink to="/touchpoints/$touchpointId" params={{ touchpointId: id }} size="sm">
                      {name}
                    </AppLink>
                  </li>
                ))}
              </ul>
            ),
        },
        ...(alert.others.length > 0
          ? [
              {
                name: t('page.others'),
                value: (
                  <ul className={classes.plain}>
                    {alert.others.map(({ id, openedAt, closeReason }) => (
                      <li key={id}>
                        <AppLink to="/monitoring/alerts/$alertId" params={{ alertId: id }} size="sm">
                          {formats.date(openedAt)}
                        </AppLink>{' '}
                        {closeReason ? t(`reason.${closeReason}`) : t('page.stillOpen')}
                      </li>
                    ))}
                  </ul>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

/** What went into the inbox of feedback from here. */
function HandedOn({ alert }: { alert: AlertFieldsFragment }) {
  const { t } = useTranslation('alerts');
  const formats = useFormats();
  if (alert.feedback.length === 0) return null;
  return (
    <Panel title={t('page.painPoints')}>
      <ul className={classes.plain}>
        {alert.feedback.map(({ id, description, painPointId, state, touchpointName, authorName, createdAt }) => (
          <li key={id}>
            <p className={classes.note}>{description}</p>
            <div className={classes.when}>
              {[touchpointName, authorName, formats.date(createdAt)].filter(Boolean).join(' · ')}
            </div>
            {painPointId ? (
              <AppLink to="/pain-points/$painPointId" params={{ painPointId }} size="sm">
                {t('page.toPainPoint')}
              </AppLink>
            ) : (
              <AppLink to="/inbox" search={{ state: state === 'NEW' ? undefined : state, at: id }} size="sm">
                {t('page.toInbox')}
              </AppLink>
            )}
          </li>
        ))}
      </ul>
      <p className={classes.text}>{t('page.painPointsHelp')}</p>
    </Panel>
  );
}
