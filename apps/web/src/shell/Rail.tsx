import { ScrollArea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNavigation } from './navigation.js';
import classes from './Shell.module.css';
import { useWaitingAlerts } from './use-waiting-alerts.js';

export function Rail() {
  const { t } = useTranslation('shell');
  return (
    <ScrollArea>
      {useNavigation().map((area) => (
        <div key={area.name ?? 'top'}>
          {area.name && (
            <h2 className={classes.area} id={`area-${area.name}`}>
              {t(`area.${area.name}`)}
            </h2>
          )}
          <ul className={classes.entries} aria-labelledby={area.name && `area-${area.name}`}>
            {area.entries.map(({ to, name, icon: Icon }) => (
              <li key={to}>
                <Link to={to} className={classes.entry} activeOptions={{ exact: to === '/' }}>
                  <Icon size={18} aria-hidden />
                  {t(`nav.${name}`)}
                  {name === 'alerts' && <WaitingAlerts />}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </ScrollArea>
  );
}

function WaitingAlerts() {
  const { t } = useTranslation('shell');
  const waiting = useWaitingAlerts();
  if (waiting === 0) return null;
  return (
    <span className={classes.count}>
      <span aria-hidden>{waiting > 99 ? '99+' : waiting}</span>
      <span className="ts-visually-hidden">{t('alerts.waiting', { count: waiting })}</span>
    </span>
  );
}
