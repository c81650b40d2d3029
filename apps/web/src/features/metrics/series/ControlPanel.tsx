import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/format.js';
import type { MetricFieldsFragment } from '../metrics.generated.js';
import classes from './Series.module.css';
import type { Series } from './series-option.js';
import { useBucketText } from './use-bucket-text.js';

interface ControlPanelProps {
  metric: MetricFieldsFragment;
  series: Series;
  onEdit: ((edit: string) => void) | undefined;
}

/** What the limits rest on, who said so, and what stands out, in words. */
export function ControlPanel({ metric, series, onEdit }: ControlPanelProps) {
  const { t } = useTranslation('series');
  const { date, dateTime } = useFormats();
  const bucketText = useBucketText();
  const { control, grain } = series;
  const baseline = metric.controlBaseline;
  const stretch = (from: string, to: string) =>
    from === to ? bucketText(to, grain) : t('stretch', { from: bucketText(from, grain), to: bucketText(to, grain) });
  return (
    <>
      <div className={classes.head}>
        <h3 className={classes.subtitle}>{t('baseline.title')}</h3>
        {onEdit && (
          <Button size="compact-xs" variant="default" onClick={() => onEdit('baseline')}>
            {t(baseline ? 'baseline.change' : 'baseline.set')}
          </Button>
        )}
      </div>
      <p className={classes.quiet}>
        {baseline
          ? t('baseline.is', {
              from: date(baseline.fromDay),
              to: date(baseline.toDay),
              who: baseline.setByName ?? t('baseline.somebody'),
              when: dateTime(baseline.setAt),
            })
          : t('baseline.none')}{' '}
        {baseline?.note}
      </p>
      {control.notCounted && <p className={classes.quiet}>{t('notCounted')}</p>}
      {control.phases.map((phase) => (
        <p key={phase.from} className={classes.quiet}>
          {t(`basis.${phase.basis}`, { stretch: stretch(phase.from, phase.to), points: phase.points })}
        </p>
      ))}
      <h3 className={classes.subtitle}>{t('signals.title')}</h3>
      {control.signals.length === 0 ? (
        <p className={classes.quiet}>{t(control.limits.length > 0 ? 'signals.none' : 'signals.noLimits')}</p>
      ) : (
        <ul className={classes.signals} aria-label={t('signals.title')}>
          {control.signals.toReversed().map(({ rule, from, to, direction }) => (
            <li key={`${rule} ${from} ${to}`}>
              <strong>{stretch(from, to)}</strong>
              {': '}
              {t(`rule.long.${rule}`, { side: direction ?? 'NONE' })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
