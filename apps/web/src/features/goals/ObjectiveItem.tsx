import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { decimalsOf, EXACT } from '../../i18n/measured.js';
import { NumberWithN } from '../../ui/NumberWithN.js';
import { PlainTable } from '../../ui/PlainTable.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { Suppressed } from '../../ui/Suppressed.js';
import { useUnit } from '../../ui/use-unit.js';
import classes from './Goals.module.css';
import type { ObjectiveFieldsFragment } from './goals.generated.js';
import { JointBadge } from './JointBadge.js';

interface ObjectiveItemProps {
  objective: ObjectiveFieldsFragment;
  onEdit: ((part: string) => void) | undefined;
}

type CascadeMetric = ObjectiveFieldsFragment['metrics'][number];

/** The number of the latest month with what it rests on, as the status of objectives says it. */
function Actual({ metric: { actual, lower, upper, n, suppressed, measuredIn, unit } }: { metric: CascadeMetric }) {
  const { t, i18n } = useTranslation('goals');
  if (suppressed) return <Suppressed reason="PRIMARY" />;
  if (actual === null || measuredIn === null) return <>–</>;
  const month = new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-GB' : i18n.language, {
    year: 'numeric',
    month: 'short',
  });
  return (
    <span>
      <NumberWithN value={actual} unit={unit} n={n} interval={[lower, upper]} digits={decimalsOf(actual)} />{' '}
      {/* The month as the organisation's clock has it: its first moment may be the day before by another. */}
      <span className={classes.quiet}>
        {t('metric.in', { month: month.format(new Date(Date.parse(measuredIn) + 14 * 86_400_000)) })}
      </span>
    </span>
  );
}

/** What customers should experience, and the metrics that say whether they do. */
export function ObjectiveItem({ objective, onEdit }: ObjectiveItemProps) {
  const { t } = useTranslation('goals');
  const { list } = useFormats();
  return (
    <li className={classes.objective}>
      <div className={classes.head}>
        <div>
          <h3 className={classes.objectiveName}>{objective.name}</h3>
          <div className={classes.badges}>
            <JointBadge status={objective.status} />
            <span className={classes.quiet}>{list(objective.domains.map((domain) => t(`domain.${domain}`)))}</span>
          </div>
          {objective.statement && <p className={classes.quiet}>{objective.statement}</p>}
        </div>
        {onEdit && (
          <Button
            size="compact-xs"
            variant="subtle"
            className="ts-no-print"
            onClick={() => onEdit(`objective:${objective.id}`)}
            aria-label={t('editOne', { name: objective.name })}
          >
            {t('edit')}
          </Button>
        )}
      </div>
      {objective.metrics.length === 0 ? (
        <p className={classes.quiet}>
          {t('objective.verbal')}{' '}
          {onEdit && (
            <Button
              size="compact-xs"
              variant="subtle"
              className="ts-no-print"
              onClick={() => onEdit(`metric:${objective.id}`)}
              aria-label={t('tie.one', { name: objective.name })}
            >
              {t('tie.act')}
            </Button>
          )}
        </p>
      ) : (
        <Metrics metrics={objective.metrics} label={t('objective.metricsOf', { name: objective.name })} />
      )}
    </li>
  );
}

function Metrics({ metrics, label }: { metrics: readonly CascadeMetric[]; label: string }) {
  const { t } = useTranslation('goals');
  const { number, date } = useFormats();
  const unitOf = useUnit();
  const targetOf = ({ target, direction, unit }: CascadeMetric) =>
    target
      ? t('metric.targetBy', {
          target: t(`metric.target.${direction}`, {
            value: number(target.value, EXACT),
            upper: number(target.upperValue ?? target.value, EXACT),
            unit: unitOf(unit),
          }),
          date: date(target.dueOn),
        })
      : '–';
  return (
    <PlainTable
      label={label}
      columns={[
        { key: 'metric', title: t('metric.name') },
        { key: 'target', title: t('metric.targetTitle') },
        { key: 'actual', title: t('metric.actual') },
        { key: 'owner', title: t('metric.owner') },
        { key: 'status', title: t('metric.status') },
      ]}
      rows={metrics.map((metric) => ({
        key: metric.id,
        cells: [
          <AppLink key="metric" size="sm" to="/metrics/$metricId" params={{ metricId: metric.id }}>
            {metric.name}
          </AppLink>,
          targetOf(metric),
          <Actual key="actual" metric={metric} />,
          metric.ownerTeamName ?? t('metric.noOwner'),
          <span key="status" className={classes.badges}>
            <JointBadge status={metric.status} />
            {metric.findings.includes('TARGET_OVERDUE') && <StatusBadge tone="bad">{t('metric.overdue')}</StatusBadge>}
          </span>,
        ],
      }))}
    />
  );
}
