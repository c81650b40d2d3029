import { IconAlertTriangle, IconCheck, IconCircleDashed, IconClockExclamation, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { measured } from '../../i18n/measured.js';
import { RelativeTime } from '../../ui/RelativeTime.js';
import { useUnit } from '../../ui/use-unit.js';
import type { JourneyMetricFieldsFragment, JourneyMetricStatus } from './journey-map.generated.js';
import classes from './MetricLine.module.css';

const ICONS: Record<JourneyMetricStatus, typeof IconCheck> = {
  MET: IconCheck,
  NOT_MET: IconX,
  NOT_DUE: IconAlertTriangle,
  NO_DATA: IconCircleDashed,
  NO_TARGET: IconCircleDashed,
};

/** One number of the map in a line or two: what it is, what it rests on, how old it is and where it stands. */
export function MetricLine({ metric }: { metric: JourneyMetricFieldsFragment }) {
  const { t } = useTranslation('journeys');
  const { number } = useFormats();
  const unitOf = useUnit();
  const Icon = ICONS[metric.status];
  const { lower, upper } = metric;
  return (
    <span className={classes.line} data-status={metric.status} data-class={metric.class}>
      <span className={classes.name}>{metric.name}</span>
      <span className={classes.value}>
        <Icon size={12} aria-hidden />
        <span className="ts-visually-hidden">{t(`metric.status.${metric.status}`)}</span>
        {metric.suppressed ? (
          t('metric.tooFew')
        ) : metric.value === null ? (
          t('metric.none')
        ) : (
          <strong>
            {t('metric.value', { value: number(metric.value, measured(metric.value)), unit: unitOf(metric.unit) })}
          </strong>
        )}
      </span>
      <span className={classes.about}>
        {metric.value !== null && lower !== null && upper !== null && (
          <>
            <span className="ts-whole">
              {t('metric.interval', {
                lower: number(lower, measured(metric.value)),
                upper: number(upper, measured(metric.value)),
              })}
            </span>
            {' · '}
          </>
        )}
        {metric.n !== null && <span className="ts-whole">n = {number(metric.n)}</span>}
        {metric.lastAt && (
          <>
            {metric.n !== null && ' · '}
            <RelativeTime at={metric.lastAt} />
          </>
        )}
        {metric.overdue && (
          <span className={classes.overdue}>
            {' '}
            <IconClockExclamation size={12} aria-hidden /> {t('metric.overdue')}
          </span>
        )}
      </span>
    </span>
  );
}
