import { wallClock } from '@touchstone/domain';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/format.js';
import { useViewer } from '../../../session/session.js';
import { Chart } from '../../../ui/Chart.js';
import type { ChartPlace, ChartTheme } from '../../../ui/chart-theme.js';
import { useUnit } from '../../../ui/use-unit.js';
import type { MetricFieldsFragment } from '../metrics.generated.js';
import type { Grain } from './series.generated.js';
import { stillRuns } from './period.js';
import { drawnBuckets, type Series, seriesOption } from './series-option.js';
import { useBucketText } from './use-bucket-text.js';

interface SeriesChartProps {
  metric: MetricFieldsFragment;
  series: Series;
  grain: Grain;
  control: boolean;
  segment: string | undefined;
  from: string;
  to: string;
  now: number;
  onPoint: ((bucket: string) => void) | undefined;
}

export const axisDate = (language: string, grain: Grain): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    timeZone: 'UTC',
    ...(grain === 'MONTH' || grain === 'QUARTER' ? { year: 'numeric' } : { day: 'numeric' }),
    month: 'short',
    ...(grain === 'HOUR' ? { hour: '2-digit' } : {}),
  });

/** The series as trend or as control chart, with the same numbers in a table behind it. */
export function SeriesChart({ metric, series, grain, control, segment, from, to, now, onPoint }: SeriesChartProps) {
  const { t, i18n } = useTranslation('series');
  const { number } = useFormats();
  const bucketText = useBucketText();
  const { timeZone } = useViewer().organization;
  const { points } = series;
  const unit = useUnit()(metric.definition.unit);
  const reasonOf = useCallback(
    ({ reason, reasonMetric }: Series['points'][number]) =>
      reason ? t(`reason.${reason}`, { minimum: series.minimumGroupSize, metric: reasonMetric ?? '' }) : '',
    [t, series.minimumGroupSize],
  );
  const shown = useCallback(
    (point: Series['points'][number]) =>
      point.value === null ? reasonOf(point) : t('value', { value: number(point.value), unit }),
    [reasonOf, t, number, unit],
  );
  const drawing = useMemo(
    () => ({
      metric,
      unit,
      series,
      grain,
      timeZone,
      control,
      from,
      to,
      now,
      words: {
        target: t('line.target'),
        warning: t('line.warning'),
        critical: t('line.critical'),
        center: t('line.center'),
        upper: t('line.upper'),
        lower: t('line.lower'),
        note: t('line.note'),
        breakOf: (cause: Series['breaks'][number]['cause']) => t(`line.break.${cause}`),
        signal: (rule: Series['control']['signals'][number]['rule']) => t(`rule.short.${rule}`),
        axis: (at: number) => axisDate(i18n.language, grain).format(at),
        point: (index: number) => {
          const point = points[index]!;
          const runs = stillRuns(wallClock(Date.parse(point.bucket), timeZone), grain, wallClock(now, timeZone));
          const name = bucketText(point.bucket, grain);
          const lines = [runs ? t('soFar', { stretch: name }) : name, shown(point)];
          if (point.lower !== null && point.upper !== null)
            lines.push(t('interval', { lower: number(point.lower), upper: number(point.upper) }));
          if (point.n !== null) lines.push(`n = ${number(point.n)}`);
          return lines.join('\n');
        },
      },
    }),
    [
      metric,
      unit,
      series,
      grain,
      timeZone,
      control,
      from,
      to,
      now,
      t,
      i18n.language,
      points,
      bucketText,
      shown,
      number,
    ],
  );
  const option = useCallback((theme: ChartTheme, place: ChartPlace) => seriesOption(drawing, theme, place), [drawing]);
  const limits = new Map(series.control.limits.map((limit) => [limit.bucket, limit]));
  const signalled = (bucket: string) =>
    series.control.signals
      .filter(({ from: begin, to: end }) => bucket >= begin && bucket <= end)
      .map(({ rule }) => t(`rule.short.${rule}`))
      .join('; ');
  return (
    <Chart
      title={segment ? t('titleOf', { metric: metric.name, segment }) : t('title', { metric: metric.name })}
      note={control ? t(`chartNote.${series.control.chart}`) : t('trendNote')}
      option={option}
      height={340}
      onSelect={({ seriesName, dataIndex }) => {
        if (!onPoint || seriesName !== metric.name) return;
        // Gaps stand among the points of the drawing.
        const at = drawnBuckets(series, grain, timeZone)[dataIndex];
        if (at) onPoint(at);
      }}
      table={{
        columns: [
          t('column.period'),
          t('column.value'),
          t('column.interval'),
          'n',
          ...(control ? [t('column.limits'), t('column.signal')] : []),
        ],
        rows: points.map((point) => {
          const limit = limits.get(point.bucket);
          return {
            key: point.bucket,
            cells: [
              bucketText(point.bucket, grain),
              shown(point),
              point.lower === null || point.upper === null
                ? '–'
                : t('interval', { lower: number(point.lower), upper: number(point.upper) }),
              point.n === null ? '–' : number(point.n),
              ...(control
                ? [
                    limit ? t('limits', { lower: number(limit.lower), upper: number(limit.upper) }) : '–',
                    signalled(point.bucket) || '–',
                  ]
                : []),
            ],
          };
        }),
      }}
    />
  );
}
