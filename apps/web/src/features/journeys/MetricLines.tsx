import type { JourneyMetricFieldsFragment } from './journey-map.generated.js';
import { MetricLine } from './MetricLine.js';
import classes from './MetricLine.module.css';

interface MetricLinesProps {
  metrics: JourneyMetricFieldsFragment[];
  label: string;
  strip?: boolean;
}

export function MetricLines({ metrics, label, strip }: MetricLinesProps) {
  if (metrics.length === 0) return null;
  return (
    <ul aria-label={label} className={strip ? classes.strip : classes.lines}>
      {metrics.map((metric) => (
        <li key={metric.id}>
          <MetricLine metric={metric} />
        </li>
      ))}
    </ul>
  );
}
