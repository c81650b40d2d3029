import {
  IconAlertTriangle,
  IconBell,
  IconClock,
  IconPlayerPause,
  IconReportAnalytics,
  IconSend,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { Panel } from '../../ui/Panel.js';
import { type Attention, attention, type HomeFacts } from './attention.js';
import { assessmentAddress } from './addresses.js';
import classes from './HomePage.module.css';

const icons: Record<Attention['kind'], typeof IconClock> = {
  deadJobs: IconAlertTriangle,
  alerts: IconBell,
  overdue: IconPlayerPause,
  closingLow: IconClock,
  toPublish: IconReportAnalytics,
  toOpen: IconSend,
};

/** What waits for somebody; silence is said too, so that an empty list reads as good news and not as a fault. */
export function AttentionList({ facts }: { facts: HomeFacts }) {
  const { t } = useTranslation('home');
  const [now] = useState(() => Date.now());
  const items = attention(facts, now);
  return (
    <Panel title={t('attention.title')}>
      {items.length === 0 ? (
        <p className={classes.text}>{t('attention.none')}</p>
      ) : (
        <ul className={classes.items}>
          {items.map((item) => (
            <Item key={'count' in item ? item.kind : `${item.kind}:${item.wave.id}`} item={item} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Item({ item }: { item: Attention }) {
  const { t } = useTranslation('home');
  const formats = useFormats();
  const Icon = icons[item.kind];
  const serious = item.kind === 'deadJobs' || item.kind === 'overdue';
  return (
    <li className={classes.item}>
      <Icon size={18} aria-hidden className={serious ? `${classes.icon} ${classes.bad}` : classes.icon} />
      <div className={classes.body}>
        {item.kind === 'deadJobs' ? (
          <AppLink size="sm" fw={600} to="/admin/jobs" search={{ state: 'DEAD' }}>
            {t('attention.deadJobs', { count: item.count })}
          </AppLink>
        ) : item.kind === 'alerts' ? (
          <AppLink size="sm" fw={600} to="/monitoring/alerts" search={{ mine: true }}>
            {t('attention.alerts', { count: item.count })}
          </AppLink>
        ) : (
          <>
            <AppLink size="sm" fw={600} to={assessmentAddress(item.wave.id)}>
              {item.wave.name}
            </AppLink>
            <div>
              {t(`attention.${item.kind}`, {
                due: formats.relative(item.wave.deadline),
                submitted: item.wave.submitted,
                expected: item.wave.expected,
              })}
            </div>
          </>
        )}
      </div>
    </li>
  );
}
