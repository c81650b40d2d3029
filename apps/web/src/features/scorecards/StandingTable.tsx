import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { PlainTable } from '../../ui/PlainTable.js';
import { RelativeTime } from '../../ui/RelativeTime.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { Suppressed } from '../../ui/Suppressed.js';
import { OutlookBadge } from './OutlookBadge.js';
import classes from './Scorecards.module.css';
import type { StandingFieldsFragment } from './scorecards.generated.js';
import { TrendLine } from './TrendLine.js';
import { useStandingWords } from './use-standing-words.js';

interface StandingTableProps {
  label: string;
  metrics: readonly StandingFieldsFragment[];
}

/** What a table says of a metric: for tables that say something else beside it, too. */
export function useStandingCells() {
  const { t } = useTranslation('scorecards');
  return {
    columns: [
      { key: 'metric', title: t('column.metric') },
      { key: 'value', title: t('column.value') },
      { key: 'trend', title: t('column.trend') },
      { key: 'target', title: t('column.target') },
      { key: 'status', title: t('column.status') },
      { key: 'age', title: t('column.age') },
      { key: 'owner', title: t('column.owner') },
    ],
    cellsOf: (metric: StandingFieldsFragment) => [
      <AppLink key="metric" size="sm" to="/metrics/$metricId" params={{ metricId: metric.metricId }}>
        {metric.name}
      </AppLink>,
      <StandingValue key="value" metric={metric} />,
      <StandingTrend key="trend" metric={metric} />,
      <StandingTarget key="target" metric={metric} />,
      <OutlookBadge key="status" outlook={metric.outlook} />,
      <StandingAge key="age" metric={metric} />,
      metric.ownerTeamName ?? t('noOwner'),
    ],
  };
}

/** Metrics with their latest month, where they are going, and how old that is. */
export function StandingTable({ label, metrics }: StandingTableProps) {
  const { columns, cellsOf } = useStandingCells();
  return (
    <PlainTable
      label={label}
      columns={columns}
      rows={metrics.map((metric) => ({
        key: metric.metricId,
        cells: cellsOf(metric),
      }))}
    />
  );
}

type One = { metric: StandingFieldsFragment };

export function StandingValue({ metric }: One) {
  const { t } = useTranslation('scorecards');
  const words = useStandingWords();
  if (metric.suppressed) return <Suppressed reason="PRIMARY" why={t('tooFew')} />;
  if (!metric.latest) return <span className={classes.quiet}>{t('noData')}</span>;
  return (
    <span className={classes.stack}>
      <strong className={classes.value}>{words.value(metric)}</strong>
      <span className={classes.quiet}>{words.about(metric).join(' · ')}</span>
    </span>
  );
}

export function StandingTrend({ metric }: One) {
  const { t } = useTranslation('scorecards');
  const { date } = useFormats();
  const words = useStandingWords();
  return (
    <span className={classes.stack}>
      <TrendLine standing={metric} />
      <span className={classes.quiet}>
        {words.change(metric) ??
          (metric.comparableFrom ? t('sinceBreak', { date: date(metric.comparableFrom) }) : t('noTrend'))}
      </span>
    </span>
  );
}

export function StandingTarget({ metric }: One) {
  const { t } = useTranslation('scorecards');
  const { date } = useFormats();
  const words = useStandingWords();
  if (!metric.target) return <span className={classes.quiet}>–</span>;
  return (
    <span className={classes.stack}>
      <span>{words.target(metric)}</span>
      <span className={classes.quiet}>{t('by', { date: date(metric.target.dueOn) })}</span>
      {metric.projected !== null && (
        <span className={classes.quiet}>{t('projected', { value: words.amount(metric.projected, metric.unit) })}</span>
      )}
    </span>
  );
}

export function StandingAge({ metric }: One) {
  const { t } = useTranslation('scorecards');
  if (!metric.lastAt) return <span className={classes.quiet}>–</span>;
  return (
    <span className={classes.stack}>
      <span className={classes.quiet}>
        <RelativeTime at={metric.lastAt} />
      </span>
      {metric.freshness === 'STALE' && <StatusBadge tone="warn">{t('stale')}</StatusBadge>}
    </span>
  );
}
