import { useTranslation } from 'react-i18next';
import { AppLink } from '../../ui/AppLink.js';
import { PlainTable } from '../../ui/PlainTable.js';
import { OutlookBadge } from './OutlookBadge.js';
import type { ObjectiveStatusQuery } from './scorecards.generated.js';
import classes from './Scorecards.module.css';
import { StandingAge, StandingTarget, StandingTrend, StandingValue } from './StandingTable.js';

type Objective = ObjectiveStatusQuery['objectiveStatus']['goals'][number]['objectives'][number];

interface ObjectiveTableProps {
  label: string;
  objectives: readonly Objective[];
}

/** The objectives of a goal, a row for each metric that serves one; the first of these carries the objective. */
export function ObjectiveTable({ label, objectives }: ObjectiveTableProps) {
  const { t } = useTranslation('scorecards');
  const rows = objectives.flatMap((objective) => {
    const head = (
      <span className={classes.stack}>
        <span className={classes.objective}>{objective.name}</span>
        {objective.metrics.length !== 1 && <OutlookBadge outlook={objective.outlook} />}
      </span>
    );
    const none = <span className={classes.quiet}>–</span>;
    if (objective.metrics.length === 0)
      return [{ key: objective.id, cells: [head, none, none, none, none, none, none, none] }];
    return objective.metrics.map((metric, index) => ({
      key: `${objective.id}:${metric.metricId}`,
      cells: [
        index === 0 ? head : <span className={classes.again}>{objective.name}</span>,
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
    }));
  });
  return (
    <PlainTable
      label={label}
      columns={[
        { key: 'objective', title: t('column.objective') },
        { key: 'metric', title: t('column.metric') },
        { key: 'value', title: t('column.value') },
        { key: 'trend', title: t('column.trend') },
        { key: 'target', title: t('column.target') },
        { key: 'status', title: t('column.status') },
        { key: 'age', title: t('column.age') },
        { key: 'owner', title: t('column.owner') },
      ]}
      rows={rows}
    />
  );
}
