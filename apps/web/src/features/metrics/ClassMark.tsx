import { useTranslation } from 'react-i18next';
import classes from './Metric.module.css';
import type { MetricClass } from './metrics.generated.js';

/** Perception and state keep one hue each, everywhere, and the word beside it. */
export function ClassMark({ of }: { of: MetricClass }) {
  const { t } = useTranslation('metrics');
  return <span className={of === 'PERCEPTION' ? classes.perception : classes.state}>{t(`class.${of}`)}</span>;
}
