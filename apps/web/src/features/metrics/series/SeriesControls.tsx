import { Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { GRAINS } from '../metric-words.js';
import type { Grain } from './series.generated.js';
import type { MetricSearch } from '../routes.js';
import { type Period, shiftDay } from './period.js';
import classes from './Series.module.css';

interface SeriesControlsProps {
  period: Period;
  grain: Grain;
  control: boolean;
  today: string;
  onLook: (change: Partial<MetricSearch>) => void;
}

const SPANS = [30, 90, 365, 730] as const;

/** Which stretch, how fine, and as trend or control chart. */
export function SeriesControls({ period, grain, control, today, onLook }: SeriesControlsProps) {
  const { t } = useTranslation('series');
  const { fromDay, toDay } = period;
  return (
    <div className={classes.controls} role="group" aria-label={t('controls')}>
      <TextInput
        type="date"
        size="xs"
        label={t('from')}
        value={fromDay}
        max={toDay}
        onChange={({ currentTarget }) => currentTarget.value && onLook({ from: currentTarget.value, to: toDay })}
      />
      <TextInput
        type="date"
        size="xs"
        label={t('to')}
        value={toDay}
        min={fromDay}
        onChange={({ currentTarget }) => currentTarget.value && onLook({ from: fromDay, to: currentTarget.value })}
      />
      <Button.Group>
        {SPANS.map((days) => (
          <Button
            key={days}
            size="xs"
            variant="default"
            onClick={() => onLook({ from: shiftDay(today, 1 - days), to: today })}
          >
            {t(`span.${days}.short`)}
            <span className="ts-visually-hidden">{t(`span.${days}.long`)}</span>
          </Button>
        ))}
      </Button.Group>
      <NativeSelect
        size="xs"
        label={t('grainLabel')}
        value={grain}
        data={GRAINS.map((value) => ({ value, label: t(`grain.${value}`) }))}
        onChange={({ currentTarget }) => onLook({ grain: currentTarget.value as Grain, rows: undefined })}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('view.label')}
        value={control ? 'control' : 'trend'}
        data={[
          { value: 'trend', label: t('view.trend') },
          { value: 'control', label: t('view.control') },
        ]}
        onChange={(value) => onLook({ view: value === 'control' ? 'control' : undefined })}
      />
    </div>
  );
}
