import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { decimalsOf, EXACT } from '../../i18n/measured.js';
import { NumberWithN } from '../../ui/NumberWithN.js';
import { PlainTable } from '../../ui/PlainTable.js';
import { RelativeTime } from '../../ui/RelativeTime.js';
import { StatusBadge, type Tone } from '../../ui/StatusBadge.js';
import { useUnit } from '../../ui/use-unit.js';
import { Sparkline } from './Sparkline.js';
import classes from './Work.module.css';
import type { PulseFieldsFragment, PulseTargetStatus } from './work.generated.js';

interface PulseTableProps {
  label: string;
  metrics: readonly PulseFieldsFragment[];
}

/** Metrics in one table: how each stands, on how much that rests, what it should reach and how old it is. */
export function PulseTable({ label, metrics }: PulseTableProps) {
  const { t } = useTranslation('work');
  return (
    <PlainTable
      label={label}
      columns={[
        { key: 'metric', title: t('metric.name') },
        { key: 'value', title: t('metric.value') },
        { key: 'trend', title: t('metric.trend') },
        { key: 'target', title: t('metric.target') },
        { key: 'age', title: t('metric.age') },
      ]}
      rows={metrics.map((metric) => ({
        key: metric.id,
        // One element each: on a phone the cell lays its children out beside its label.
        cells: [
          <Name key="name" metric={metric} />,
          <Value key="value" metric={metric} />,
          <Trend key="trend" metric={metric} />,
          <Target key="target" metric={metric} />,
          <Age key="age" metric={metric} />,
        ],
      }))}
    />
  );
}

interface OfMetric {
  metric: PulseFieldsFragment;
}

function Name({ metric: { id, name, liveAlerts } }: OfMetric) {
  const { t } = useTranslation('work');
  return (
    <div>
      <AppLink to="/metrics/$metricId" params={{ metricId: id }} size="sm" fw={600}>
        {name}
      </AppLink>{' '}
      {liveAlerts > 0 && <StatusBadge tone="warn">{t('metric.alerts', { count: liveAlerts })}</StatusBadge>}
    </div>
  );
}

/** Of the latest stretch that is over; without data the way to bring some. */
function Value({ metric: { id, points, unit, lastAt, computed, grain } }: OfMetric) {
  const { t } = useTranslation('work');
  const formats = useFormats();
  const latest = points.at(-1);
  if (computed) return <span className={classes.muted}>{t('metric.computed')}</span>;
  if (!lastAt)
    return (
      <div>
        <StatusBadge tone="warn">{t('metric.noData')}</StatusBadge>{' '}
        <AppLink to="/metrics/$metricId" params={{ metricId: id }} size="sm">
          {t('metric.bringData')}
        </AppLink>
      </div>
    );
  if (!latest) return <span className={classes.muted}>{t('metric.running', { grain: t(`grain.${grain}`) })}</span>;
  if (latest.suppressed) return <span className={classes.muted}>{t('metric.suppressed')}</span>;
  return (
    <div>
      <NumberWithN
        value={latest.value}
        unit={unit}
        n={latest.n}
        interval={[latest.lower, latest.upper]}
        digits={decimalsOf(latest.value ?? 0)}
      />
      <div className={classes.muted}>
        {t('metric.of', { grain: t(`grain.${grain}`), from: formats.date(latest.bucket) })}
      </div>
    </div>
  );
}

function Trend({ metric: { points, trend, class: kind } }: OfMetric) {
  const { t } = useTranslation('work');
  if (!trend) return <span className={classes.muted}>{t('trend.none')}</span>;
  return (
    <span className={classes.trend}>
      <Sparkline values={points.map(({ value }) => value)} perception={kind === 'PERCEPTION'} />
      <span>{t(`trend.${trend}`)}</span>
    </span>
  );
}

const TARGET_TONES: Record<PulseTargetStatus, Tone> = {
  MET: 'good',
  NOT_MET: 'bad',
  NO_DATA: 'quiet',
  NOT_DUE: 'quiet',
};

function Target({ metric: { id, target, direction, unit } }: OfMetric) {
  const { t } = useTranslation('work');
  const unitOf = useUnit();
  const formats = useFormats();
  if (!target)
    return (
      <AppLink to="/metrics/$metricId" params={{ metricId: id }} size="sm">
        {t('target.none')}
      </AppLink>
    );
  const value = t(`target.${direction}`, {
    value: formats.number(target.value, EXACT),
    upper: formats.number(target.upperValue ?? target.value, EXACT),
    unit: unitOf(unit),
  });
  return (
    <div>
      {t('target.by', { value, day: formats.date(target.dueOn) })}{' '}
      <StatusBadge tone={TARGET_TONES[target.status]}>{t(`target.${target.status}`)}</StatusBadge>
    </div>
  );
}

function Age({ metric: { lastAt, stale } }: OfMetric) {
  const { t } = useTranslation('work');
  if (!lastAt) return <>–</>;
  return (
    <div>
      <RelativeTime at={lastAt} /> {stale && <StatusBadge tone="warn">{t('metric.stale')}</StatusBadge>}
    </div>
  );
}
