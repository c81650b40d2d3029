import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { Chart } from '../../ui/Chart.js';
import type { ChartTheme } from '../../ui/chart-theme.js';
import { useUnit } from '../../ui/use-unit.js';
import { Panel } from '../../ui/Panel.js';
import type { AlertFieldsFragment } from './alerts.generated.js';

/** The series up to now, with what it was held against and the points that the alert is about. */
export function AlertSeries({ alert }: { alert: AlertFieldsFragment }) {
  const { t } = useTranslation('alerts');
  const formats = useFormats();
  const { series, latest, firstPoint, lastPoint, metricClass, rule } = alert;
  const unit = useUnit()(alert.unit);
  const option = useCallback(
    (theme: ChartTheme) => {
      const colour = metricClass === 'PERCEPTION' ? theme.perception : theme.state;
      const about = (bucket: string) => rule !== 'STALENESS' && bucket >= firstPoint && bucket <= lastPoint;
      const limits = rule === 'STALENESS' ? [] : [latest.limit, latest.upperLimit].filter((each) => each !== null);
      return {
        grid: { left: 8, right: limits.length > 0 ? 96 : 24, top: 36, bottom: 8, containLabel: true },
        tooltip: { trigger: 'axis' },
        xAxis: {
          type: 'category',
          data: series.map(({ bucket }) => formats.date(bucket)),
          axisLine: { onZero: false, lineStyle: { color: theme.line } },
          axisTick: { show: false },
          axisLabel: { color: theme.muted },
        },
        yAxis: {
          type: 'value',
          scale: true,
          name: unit,
          nameTextStyle: { color: theme.muted, align: 'left' },
          axisLabel: { color: theme.muted },
          splitLine: { lineStyle: { color: theme.grid } },
        },
        series: [
          {
            type: 'line',
            name: alert.metricName,
            connectNulls: false,
            lineStyle: { color: colour, width: 2 },
            symbol: 'circle',
            // On a phone there is no room for every date; the points that it is about are ringed all the same.
            showAllSymbol: true,
            data: series.map(({ bucket, value }) => ({
              value,
              symbolSize: about(bucket) ? 11 : 6,
              itemStyle: about(bucket)
                ? { color: theme.surface, borderColor: theme.bad, borderWidth: 2.5 }
                : { color: colour },
            })),
          },
          // A line of its own and no mark: the axis then reaches as far as it, however far the values are from it.
          ...limits.map((limit, index) => ({
            type: 'line',
            silent: true,
            symbol: 'none',
            lineStyle: { color: theme.muted, width: 1.25, type: 'dashed' },
            data: series.map(() => limit),
            tooltip: { show: false },
            endLabel: { show: index === 0, color: theme.muted, formatter: t('page.limit') },
          })),
        ],
      };
    },
    [alert.metricName, series, latest, firstPoint, lastPoint, metricClass, rule, unit, formats, t],
  );
  if (series.length === 0) return null;
  const show = (value: number | null) => (value === null ? '–' : formats.number(value));
  return (
    <Panel title={t('page.series')}>
      <Chart
        title={t('page.seriesTitle', { metric: alert.metricName, unit, grain: t(`grain.${alert.grain}`) })}
        note={t('page.seriesNote')}
        height={240}
        option={option}
        table={{
          columns: [t('page.begins'), t('page.valueColumn'), t('page.interval'), 'n'],
          rows: series.map(({ bucket, value, lower, upper, n, suppressed }) => ({
            key: bucket,
            cells: [
              formats.date(bucket),
              suppressed ? t('page.suppressed') : show(value),
              lower === null || upper === null ? '–' : `${show(lower)} – ${show(upper)}`,
              show(n),
            ],
          })),
        }}
      />
    </Panel>
  );
}
