import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { EXACT } from '../../i18n/measured.js';
import { Panel } from '../../ui/Panel.js';
import { SidePanel } from '../../ui/SidePanel.js';
import { StatusBadge, type Tone } from '../../ui/StatusBadge.js';
import { useUnit } from '../../ui/use-unit.js';
import type { JourneyMetricFieldsFragment, JourneyMetricStatus, StageFieldsFragment } from './journey-map.generated.js';
import classes from './JourneyMap.module.css';
import { MetricLine } from './MetricLine.js';
import type { MetricsOf } from './metrics-of.js';

const TONES: Record<JourneyMetricStatus, Tone> = {
  MET: 'good',
  NOT_MET: 'bad',
  NOT_DUE: 'warn',
  NO_DATA: 'quiet',
  NO_TARGET: 'quiet',
};

interface StageNumbersProps {
  stage: StageFieldsFragment | undefined;
  metricsOf: MetricsOf;
  onClose: () => void;
}

/** Every number of one stage, its own and those of its touchpoints, each with its target, its owner and its page. */
export function StageNumbers({ stage, metricsOf, onClose }: StageNumbersProps) {
  const { t } = useTranslation('journeys');
  const own = stage ? metricsOf(stage.metricIds) : [];
  const measured = stage?.placements.filter(({ metricIds }) => metricsOf(metricIds).length > 0) ?? [];
  return (
    <SidePanel opened={stage !== undefined} onClose={onClose} title={stage && t('metric.of', { name: stage.name })}>
      {stage && (
        <Stack>
          {own.length + measured.length === 0 && <p>{t('metric.noneHere')}</p>}
          {own.length > 0 && (
            <Panel title={t('metric.ofStage')}>
              <Numbers metrics={own} />
            </Panel>
          )}
          {measured.map((placement) => (
            <Panel key={placement.id} title={placement.name}>
              <p className={classes.quiet}>{placement.teamName ?? t('touchpoint.noTeam')}</p>
              <Numbers metrics={metricsOf(placement.metricIds)} />
            </Panel>
          ))}
          <p className={classes.quiet}>
            {t('metric.month')} <AppLink to="/metrics/catalogue">{t('metric.catalogue')}</AppLink>
          </p>
        </Stack>
      )}
    </SidePanel>
  );
}

function Numbers({ metrics }: { metrics: JourneyMetricFieldsFragment[] }) {
  const { t } = useTranslation('journeys');
  const { number, date } = useFormats();
  const unitOf = useUnit();
  const target = ({ targetValue, targetUpperValue, targetDueOn, direction, unit }: JourneyMetricFieldsFragment) =>
    targetValue !== null &&
    targetDueOn &&
    t(`metric.target.${direction}`, {
      value: number(targetValue, EXACT),
      upper: number(targetUpperValue ?? targetValue, EXACT),
      unit: unitOf(unit),
      day: date(targetDueOn),
    });
  return (
    <Stack gap="md">
      {metrics.map((metric) => (
        <div key={metric.id}>
          <MetricLine metric={metric} />
          <StatusBadge tone={TONES[metric.status]}>{t(`metric.status.${metric.status}`)}</StatusBadge>
          <p className={classes.quiet}>
            {target(metric) || t('metric.noTarget')} · {metric.ownerTeamName ?? t('metric.noOwner')} ·{' '}
            <AppLink to="/metrics/$metricId" params={{ metricId: metric.id }}>
              {t('metric.open')}
            </AppLink>
          </p>
        </div>
      ))}
    </Stack>
  );
}
