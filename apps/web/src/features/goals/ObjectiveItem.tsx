import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { PlainTable } from '../../ui/PlainTable.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import classes from './Goals.module.css';
import type { ObjectiveFieldsFragment } from './goals.generated.js';
import { JointBadge } from './JointBadge.js';

interface ObjectiveItemProps {
  objective: ObjectiveFieldsFragment;
  onEdit: ((part: string) => void) | undefined;
}

/** What somebody set is shown as they set it: a target of 0.002 is not one of 0. */
const EXACT = { maximumFractionDigits: 10 };

type CascadeMetric = ObjectiveFieldsFragment['metrics'][number];

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
        <p className={classes.quiet}>{t('objective.verbal')}</p>
      ) : (
        <Metrics metrics={objective.metrics} label={t('objective.metricsOf', { name: objective.name })} />
      )}
    </li>
  );
}

function Metrics({ metrics, label }: { metrics: readonly CascadeMetric[]; label: string }) {
  const { t } = useTranslation('goals');
  const { number, date } = useFormats();
  const targetOf = ({ target, direction, unit }: CascadeMetric) =>
    target
      ? t('metric.targetBy', {
          target: t(`metric.target.${direction}`, {
            value: number(target.value, EXACT),
            upper: number(target.upperValue ?? target.value, EXACT),
            unit,
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
        { key: 'actual', title: t('metric.actual'), number: true },
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
          metric.actual === null || metric.measuredIn === null
            ? '–'
            : t('metric.actualIn', {
                value: number(metric.actual, { maximumFractionDigits: Math.abs(metric.actual) < 1 ? 4 : 2 }),
                unit: metric.unit,
                date: date(metric.measuredIn),
              }),
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
