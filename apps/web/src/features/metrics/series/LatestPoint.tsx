import { wallClock } from '@touchstone/domain';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../../session/session.js';
import { decimalsOf } from '../../../i18n/measured.js';
import { NumberWithN } from '../../../ui/NumberWithN.js';
import type { MetricFieldsFragment } from '../metrics.generated.js';
import { stillRuns } from './period.js';
import classes from './Series.module.css';
import type { Series } from './series-option.js';
import { useBucketText } from './use-bucket-text.js';

interface LatestPointProps {
  metric: MetricFieldsFragment;
  series: Series;
  now: number;
}

/** Where the metric stands: the last stretch that is over, and what is known of the one that still runs. */
export function LatestPoint({ metric, series, now }: LatestPointProps) {
  const { t } = useTranslation('series');
  const bucketText = useBucketText();
  const { timeZone } = useViewer().organization;
  const { grain, points } = series;
  const runs = (bucket: string) => stillRuns(wallClock(Date.parse(bucket), timeZone), grain, wallClock(now, timeZone));
  const latest = points.findLast(({ bucket, value }) => value !== null && !runs(bucket));
  const running = points.some(({ bucket, value }) => value !== null && runs(bucket));
  if (!latest && !running) return null;
  return (
    <p className={classes.latest}>
      {latest && (
        <>
          <strong>{bucketText(latest.bucket, grain)}</strong>{' '}
          <NumberWithN
            value={latest.value}
            unit={metric.definition.unit}
            n={latest.n}
            interval={[latest.lower, latest.upper]}
            digits={decimalsOf(latest.value ?? 0)}
            size="large"
          />
        </>
      )}{' '}
      {running && <span className={classes.about}>{t('running')}</span>}
    </p>
  );
}
