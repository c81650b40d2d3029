import { useTranslation } from 'react-i18next';
import { PlainTable } from '../../ui/PlainTable.js';
import { OutlookBadge } from './OutlookBadge.js';
import type { ObjectiveStatusQuery } from './scorecards.generated.js';
import classes from './Scorecards.module.css';
import { useStandingCells } from './StandingTable.js';

type Objective = ObjectiveStatusQuery['objectiveStatus']['goals'][number]['objectives'][number];

interface ObjectiveTableProps {
  label: string;
  objectives: readonly Objective[];
}

/** The objectives of a goal, a row for each metric that serves one; the first of these carries the objective. */
export function ObjectiveTable({ label, objectives }: ObjectiveTableProps) {
  const { t } = useTranslation('scorecards');
  const { columns, cellsOf } = useStandingCells();
  const rows = objectives.flatMap((objective) => {
    const head = (
      <span className={classes.stack}>
        <span className={classes.objective}>{objective.name}</span>
        {objective.metrics.length !== 1 && <OutlookBadge outlook={objective.outlook} />}
      </span>
    );
    const none = <span className={classes.quiet}>–</span>;
    if (objective.metrics.length === 0) return [{ key: objective.id, cells: [head, ...columns.map(() => none)] }];
    return objective.metrics.map((metric, index) => ({
      key: `${objective.id}:${metric.metricId}`,
      cells: [index === 0 ? head : <span className={classes.again}>{objective.name}</span>, ...cellsOf(metric)],
    }));
  });
  return (
    <PlainTable label={label} columns={[{ key: 'objective', title: t('column.objective') }, ...columns]} rows={rows} />
  );
}
