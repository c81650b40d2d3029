import { AppLink } from '../../ui/AppLink.js';
import { OutlookBadge } from './OutlookBadge.js';
import classes from './Scorecards.module.css';
import type { StandingFieldsFragment } from './scorecards.generated.js';
import { StandingAge, StandingTrend, StandingValue } from './StandingTable.js';

/** The same as the table where there is little room: one metric below the other. */
export function StandingCards({ metrics }: { metrics: readonly StandingFieldsFragment[] }) {
  return (
    <ul className={classes.cards}>
      {metrics.map((metric) => (
        <li key={metric.metricId}>
          <div className={classes.goalHead}>
            <AppLink size="sm" to="/metrics/$metricId" params={{ metricId: metric.metricId }}>
              {metric.name}
            </AppLink>
            <OutlookBadge outlook={metric.outlook} />
          </div>
          <div className={classes.strip}>
            <StandingValue metric={metric} />
            <StandingTrend metric={metric} />
            <StandingAge metric={metric} />
          </div>
        </li>
      ))}
    </ul>
  );
}
