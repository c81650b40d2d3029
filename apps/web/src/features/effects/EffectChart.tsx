import type { EChartsCoreOption } from 'echarts/core';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { Chart } from '../../ui/Chart.js';
import type { ChartPlace, ChartTheme } from '../../ui/chart-theme.js';
import { useUnit } from '../../ui/use-unit.js';
import type { Effect } from './effect-words.js';

/** Earlier buckets than this many before the baseline are in the table and not in the drawing. */
const HISTORY_SHOWN = 26;

/** The series that was judged, where it would lie without an effect, and when the change came. */
export function EffectChart({ effect }: { effect: Effect }) {
  const { t } = useTranslation('effects');
  const formats = useFormats();
  const unit = useUnit()(effect.unit);
  const { points, metricName, launchOn, baselineFrom, baselineTo, settlingDays, evaluateOn } = effect;
  const option = useCallback(
    (theme: ChartTheme, place: ChartPlace): EChartsCoreOption => {
      const history = points.filter(({ side }) => side === 'HISTORY').length;
      const drawn = points.slice(Math.max(0, history - HISTORY_SHOWN));
      const at = (day: string) => Date.parse(day);
      const settled = at(launchOn) + settlingDays * 86_400_000;
      const mark = (x: number, text: string, color: string, type: string, align = 'center') => ({
        xAxis: x,
        lineStyle: { color, type, width: type === 'solid' ? 2 : 1 },
        label: { formatter: text, color, align, position: 'end', distance: 4 },
      });
      const line = (name: string, side: (point: (typeof drawn)[number]) => boolean, color: string) => ({
        type: 'line',
        name,
        data: drawn.map((point) => [at(point.start), side(point) ? point.value : null]),
        symbol: 'circle',
        symbolSize: 5,
        lineStyle: { color, width: 2 },
        itemStyle: { color },
        z: 3,
      });
      const narrow = place.width < 500;
      return {
        useUTC: true,
        grid: { left: 52, right: 20, top: 48, bottom: narrow ? 72 : 56 },
        legend: { bottom: 0, textStyle: { color: theme.muted }, itemWidth: 16 },
        tooltip: {
          trigger: 'axis',
          confine: true,
          renderMode: 'richText',
          backgroundColor: theme.surface,
          borderColor: theme.line,
          textStyle: { color: theme.ink },
          valueFormatter: (value: unknown) => (typeof value === 'number' ? formats.number(value) : '–'),
        },
        xAxis: {
          type: 'time',
          max: Math.max(at(evaluateOn), at(drawn.at(-1)?.start ?? evaluateOn)),
          axisLine: { onZero: false, lineStyle: { color: theme.line } },
          axisLabel: {
            color: theme.muted,
            hideOverlap: true,
            formatter: (value: number) => formats.date(new Date(value).toISOString().slice(0, 10)),
          },
          splitLine: { show: false },
        },
        yAxis: {
          type: 'value',
          scale: true,
          name: unit,
          // Above the names of the lines, which begin at the same edge.
          nameGap: 26,
          nameTextStyle: { color: theme.muted, align: 'left' },
          axisLabel: { color: theme.muted },
          splitLine: { lineStyle: { color: theme.grid } },
        },
        series: [
          line(
            t('chart.rest'),
            ({ side }) => side === 'HISTORY' || side === 'BETWEEN' || side === 'LATER',
            theme.muted,
          ),
          line(t('chart.before'), ({ side }) => side === 'BEFORE', theme.state),
          line(t('chart.after'), ({ side }) => side === 'AFTER', theme.accent),
          {
            type: 'line',
            name: t('chart.expected'),
            symbol: 'none',
            z: 2,
            lineStyle: { color: theme.ink, type: 'dashed', width: 1.5 },
            itemStyle: { color: theme.ink },
            data: drawn.map((point) => [at(point.start), point.expected ?? null]),
            markLine: {
              silent: true,
              symbol: 'none',
              data: [
                mark(at(baselineFrom), narrow ? '' : t('chart.baseline'), theme.muted, 'dotted', 'left'),
                mark(at(launchOn), t('chart.launch'), theme.ink, 'solid'),
                ...(settled > at(launchOn) ? [mark(settled, '', theme.muted, 'dotted')] : []),
                mark(at(evaluateOn), narrow ? '' : t('chart.evaluation'), theme.muted, 'dotted', 'right'),
              ],
            },
          },
        ],
      };
    },
    [points, unit, launchOn, baselineFrom, settlingDays, evaluateOn, t, formats],
  );
  return (
    <Chart
      title={t('chart.title', { metric: metricName })}
      note={t('chart.note', {
        from: formats.date(baselineFrom),
        to: formats.date(baselineTo),
        launch: formats.date(launchOn),
        evaluation: formats.date(evaluateOn),
      })}
      option={option}
      table={{
        columns: [t('chart.start'), t('chart.side'), metricName, 'n', t('chart.expected')],
        rows: points.map((point) => ({
          key: point.start,
          cells: [
            formats.date(point.start),
            t(`side.${point.side}`),
            formats.number(point.value),
            formats.number(point.n),
            point.expected == null ? '–' : formats.number(point.expected),
          ],
        })),
      }}
    />
  );
}
