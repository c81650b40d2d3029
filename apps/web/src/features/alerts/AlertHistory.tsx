import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { Panel } from '../../ui/Panel.js';
import { RelativeTime } from '../../ui/RelativeTime.js';
import classes from './Alerts.module.css';
import type { AlertFieldsFragment } from './alerts.generated.js';

type Event = AlertFieldsFragment['events'][number];

/** What happened to it, the latest first; nothing here is ever changed. */
export function AlertHistory({ alert }: { alert: AlertFieldsFragment }) {
  const { t } = useTranslation('alerts');
  return (
    <Panel title={t('page.history')}>
      <ol className={classes.history}>
        {alert.events.map((event) => (
          <li key={event.id}>
            <Happened event={event} />
            <div className={classes.when}>
              {event.actorName ?? t('page.system')} · <RelativeTime at={event.at} />
            </div>
            {event.note && <p className={classes.note}>{event.note}</p>}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Happened({ event }: { event: Event }) {
  const { t } = useTranslation('alerts');
  const formats = useFormats();
  switch (event.act) {
    case 'SNOOZED':
      return t('event.SNOOZED', { until: event.until ? formats.dateTime(event.until) : '–' });
    case 'ASSIGNED':
      return event.assigneeName ? t('event.ASSIGNED', { name: event.assigneeName }) : t('event.UNASSIGNED');
    case 'ESCALATED':
      return t('event.ESCALATED', { level: t(`level.${(event.level ?? 1) as 1}`) });
    case 'CLOSED':
      return event.reason ? t('event.CLOSED', { reason: t(`reason.${event.reason}`) }) : t('state.CLOSED');
    case 'SEEN_AGAIN':
      return t('event.SEEN_AGAIN', { count: event.points ?? 1 });
    default:
      return t(`event.${event.act}`);
  }
}
