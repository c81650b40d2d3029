import { useTranslation } from 'react-i18next';
import { AppLink } from '../../ui/AppLink.js';
import { RelativeTime } from '../../ui/RelativeTime.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { severityTone, useAlertSentence } from '../alerts/index.js';
import classes from './Work.module.css';
import type { WorkAlertFragment } from './work.generated.js';

/** Alerts as lines of a panel: what each says, and the way to it. The texts of alerts are in their own namespace. */
export function AlertLines({ alerts }: { alerts: readonly WorkAlertFragment[] }) {
  const { t } = useTranslation('alerts');
  const sentence = useAlertSentence();
  return (
    <ul className={classes.alerts}>
      {alerts.map((alert) => (
        <li key={alert.id} className={classes.alert}>
          <StatusBadge tone={severityTone[alert.severity]}>{t(`severity.${alert.severity}`)}</StatusBadge>
          <div>
            <AppLink to="/monitoring/alerts/$alertId" params={{ alertId: alert.id }} size="sm" fw={600}>
              {alert.metricName}
            </AppLink>
            <div>{sentence(alert)}</div>
            <div className={classes.muted}>
              {t(`state.${alert.state}`)}
              {alert.assigneeName && ` · ${alert.assigneeName}`} · <RelativeTime at={alert.openedAt} />
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}
