import { IconBell } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCan } from '../session/session.js';
import barButton from '../ui/BarButton.module.css';
import classes from './Shell.module.css';
import { useFollowAlerts, useWaitingAlerts } from './use-waiting-alerts.js';

/** The way to what waits for the reader, with how much that is, as it changes. */
export function AlertBell() {
  const can = useCan();
  return can('read', 'Alert') ? <Bell /> : null;
}

function Bell() {
  const { t } = useTranslation('shell');
  useFollowAlerts();
  const waiting = useWaitingAlerts();
  return (
    <Link
      to="/monitoring/alerts"
      search={waiting > 0 ? { state: 'OPEN' } : {}}
      className={`${barButton.button} ${classes.bell}`}
      aria-label={t('alerts.waiting', { count: waiting })}
      title={t('alerts.waiting', { count: waiting })}
    >
      <IconBell size={20} aria-hidden />
      {waiting > 0 && (
        <span className={classes.badge} aria-hidden>
          {waiting > 99 ? '99+' : waiting}
        </span>
      )}
    </Link>
  );
}
