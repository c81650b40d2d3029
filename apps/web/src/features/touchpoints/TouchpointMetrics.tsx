import { useTranslation } from 'react-i18next';
import { AppLink } from '../../ui/AppLink.js';
import { Panel } from '../../ui/Panel.js';
import { PlainTable } from '../../ui/PlainTable.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { useUnit } from '../../ui/use-unit.js';
import classes from './TouchpointPage.module.css';
import type { TouchpointFieldsFragment } from './touchpoints.generated.js';

type Metric = TouchpointFieldsFragment['metrics'][number];

/** What tells how it goes here, and who watches it. */
export function TouchpointMetrics({ touchpoint }: { touchpoint: TouchpointFieldsFragment }) {
  const { t } = useTranslation('touchpoints');
  const unitOf = useUnit();
  return (
    <Panel
      title={t('page.metrics')}
      actions={
        <AppLink to="/touchpoints/$touchpointId/scorecard" params={{ touchpointId: touchpoint.id }} size="sm">
          {t('page.scorecard')}
        </AppLink>
      }
    >
      {touchpoint.metrics.length === 0 ? (
        <p className={classes.muted}>{t('page.noMetrics')}</p>
      ) : (
        <PlainTable
          label={t('page.metrics')}
          columns={[
            { key: 'name', title: t('metric.name') },
            { key: 'category', title: t('metric.category') },
            { key: 'unit', title: t('metric.unit') },
            { key: 'direction', title: t('metric.direction') },
            { key: 'owner', title: t('metric.owner') },
          ]}
          rows={touchpoint.metrics.map((metric) => ({
            key: metric.id,
            cells: [
              metric.name,
              metric.category && t(`category.${metric.category as 'perception'}`),
              metric.unit && unitOf(metric.unit),
              metric.direction && t(`direction.${metric.direction as 'higher'}`),
              <Watcher key="owner" metric={metric} />,
            ],
          }))}
        />
      )}
    </Panel>
  );
}

function Watcher({ metric }: { metric: Metric }) {
  const { t } = useTranslation('touchpoints');
  if (!metric.ownerTeamName) return <StatusBadge tone="warn">{t('metric.noOwner')}</StatusBadge>;
  return (
    <>
      {metric.ownerTeamName} {metric.ownerTeamArchived && <StatusBadge tone="warn">{t('archived')}</StatusBadge>}
    </>
  );
}
