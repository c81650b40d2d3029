import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/format.js';
import { useViewer } from '../../../session/session.js';
import { Chart } from '../../../ui/Chart.js';
import type { ChartPlace, ChartTheme } from '../../../ui/chart-theme.js';
import { ErrorState } from '../../../ui/ErrorState.js';
import type { MetricFieldsFragment } from '../metrics.generated.js';
import { axisDate } from './SeriesChart.js';
import { type SegmentLines, segmentLinesOption } from './segment-lines-option.js';
import { type Grain, MetricSegmentLinesDocument } from './series.generated.js';
import { useBucketText } from './use-bucket-text.js';

interface SegmentLinesChartProps {
  metric: MetricFieldsFragment;
  by: string;
  segments: string[];
  grain: Grain;
  from: string;
  to: string;
}

/** The chosen segments over time in one drawing, beside everybody. */
export function SegmentLinesChart({ metric, by, segments, grain, from, to }: SegmentLinesChartProps) {
  const variables = { metricId: metric.id, dimension: by, segments, grain, from, to };
  const { data, previousData, error, refetch } = useQuery(MetricSegmentLinesDocument, { variables });
  const answer = (data ?? previousData)?.metricSegmentLines;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!answer) return <Skeleton height={320} />;
  return <Drawn metric={metric} by={by} answer={answer} grain={grain} from={from} to={to} />;
}

type DrawnProps = Omit<SegmentLinesChartProps, 'segments'> & { answer: SegmentLines };

function Drawn({ metric, by, answer, grain, from, to }: DrawnProps) {
  const { t, i18n } = useTranslation('series');
  const { number } = useFormats();
  const bucketText = useBucketText();
  const { timeZone } = useViewer().organization;
  const { unit } = metric.definition;
  const words = useMemo(() => {
    const said = (point: SegmentLines['lines'][number]['points'][number]) => ({
      value: point.suppressed
        ? t('reason.TOO_FEW', { minimum: answer.minimumGroupSize, metric: '' })
        : point.value === null
          ? '–'
          : t('value', { value: number(point.value), unit }),
      interval:
        point.lower === null || point.upper === null
          ? '–'
          : t('interval', { lower: number(point.lower), upper: number(point.upper) }),
      n: point.n === null ? '–' : number(point.n),
    });
    return { said, everybody: t('lines.everybody'), axis: (at: number) => axisDate(i18n.language, grain).format(at) };
  }, [t, i18n.language, number, unit, grain, answer.minimumGroupSize]);
  const drawing = useMemo(
    () => ({
      metric,
      answer,
      grain,
      timeZone,
      from,
      to,
      words: {
        ...words,
        point: (line: number, bucket: string) => {
          const { segment, points } = answer.lines[line]!;
          const point = points.find((each) => each.bucket === bucket);
          if (!point) return '';
          const { value, interval, n } = words.said(point);
          return [segment ?? words.everybody, bucketText(bucket, grain), value, interval, `n = ${n}`].join('\n');
        },
      },
    }),
    [metric, answer, grain, timeZone, from, to, words, bucketText],
  );
  const option = useCallback(
    (theme: ChartTheme, place: ChartPlace) => segmentLinesOption(drawing, theme, place),
    [drawing],
  );
  return (
    <Chart
      title={t('lines.title', { metric: metric.name, dimension: by })}
      note={t('lines.note', { minimum: answer.minimumGroupSize })}
      option={option}
      height={320}
      table={{
        columns: [t('column.period'), by, t('column.value'), t('column.interval'), 'n'],
        rows: answer.lines.flatMap(({ segment, points }, line) =>
          points.map((point) => {
            const { value, interval, n } = words.said(point);
            return {
              key: `${line} ${point.bucket}`,
              cells: [bucketText(point.bucket, grain), segment ?? words.everybody, value, interval, n],
            };
          }),
        ),
      }}
    />
  );
}
