import { EMOTION_RANGE, stageEmotion } from '@touchstone/domain';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { Chart } from '../../ui/Chart.js';
import { Panel } from '../../ui/Panel.js';
import type { ChartPlace, ChartTheme } from '../../ui/chart-theme.js';
import type { StageFieldsFragment } from './journey-map.generated.js';

/** Every stage is named, a long name on two lines; where words themselves would break, as many as have their place. */
const namesAcross = (room: number) => (room < 96 ? {} : { interval: 0, width: room - 8, overflow: 'break' });

/** How the journey feels from stage to stage; a stage of which nothing is known leaves a gap. */
export function EmotionCurve({ stages }: { stages: StageFieldsFragment[] }) {
  const { t } = useTranslation('journeys');
  const formats = useFormats();
  const points = useMemo(
    () =>
      stages.map(({ id, name, placements }) => ({
        id,
        name,
        emotion: stageEmotion(placements.map(({ emotion }) => ({ emotion: emotion ?? null }))),
        known: placements.filter(({ emotion }) => emotion !== null),
        count: placements.length,
      })),
    [stages],
  );
  const option = useCallback(
    (theme: ChartTheme, place: ChartPlace) => ({
      grid: { left: 32, right: 16, top: 16, bottom: 44 },
      xAxis: {
        type: 'category',
        data: points.map(({ name }) => name),
        axisLine: { onZero: false, lineStyle: { color: theme.line } },
        axisTick: { show: false },
        axisLabel: { color: theme.muted, ...namesAcross((place.width - 48) / points.length) },
      },
      yAxis: {
        type: 'value',
        min: EMOTION_RANGE.lowest,
        max: EMOTION_RANGE.highest,
        interval: 1,
        axisLabel: { color: theme.muted },
        splitLine: { lineStyle: { color: theme.grid } },
      },
      series: [
        {
          type: 'line',
          smooth: 0.3,
          connectNulls: false,
          symbolSize: 9,
          silent: true,
          lineStyle: { color: theme.perception, width: 2.5 },
          itemStyle: { color: theme.perception },
          data: points.map(({ emotion }) => emotion),
        },
      ],
    }),
    [points],
  );
  if (points.every(({ emotion }) => emotion === null)) return null;
  return (
    <Panel title={t('lane.EMOTION')}>
      <Chart
        title={t('emotion.title')}
        note={t('emotion.note')}
        option={option}
        height={200}
        table={{
          columns: [t('emotion.stage'), t('emotion.mean'), t('emotion.coverage'), t('emotion.source')],
          rows: points.map(({ id, name, emotion, known, count }) => ({
            key: id,
            cells: [
              name,
              emotion === null ? t('emotion.unknown') : formats.number(emotion, { maximumFractionDigits: 1 }),
              t('emotion.known', { known: known.length, count }),
              formats.list(
                known.map(({ name: touchpoint, emotionN, emotionJudgedBy }) =>
                  emotionN
                    ? t('emotion.asked', { touchpoint, n: emotionN })
                    : t('emotion.judged', { touchpoint, by: emotionJudgedBy ?? '' }),
                ),
              ) || '–',
            ],
          })),
        }}
      />
    </Panel>
  );
}
