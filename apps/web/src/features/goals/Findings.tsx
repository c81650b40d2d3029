import { useTranslation } from 'react-i18next';
import type { Cascade } from './cascade.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import classes from './Goals.module.css';

/** How much hangs loose, by kind; that nothing does is said as well. */
export function Findings({ findings }: { findings: Cascade['findings'] }) {
  const { t } = useTranslation('goals');
  if (findings.length === 0) return <StatusBadge tone="good">{t('noFindings')}</StatusBadge>;
  return (
    <ul className={classes.findings} aria-label={t('findings')}>
      {findings.map(({ finding, count }) => (
        <li key={finding}>
          <StatusBadge tone="warn">{t(`findingCount.${finding}`, { count })}</StatusBadge>
        </li>
      ))}
    </ul>
  );
}
