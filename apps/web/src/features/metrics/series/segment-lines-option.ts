import { wallClock } from '@touchstone/domain';
import type { EChartsCoreOption } from 'echarts/core';
import type { ChartPlace, ChartTheme } from '../../../ui/chart-theme.js';
import type { MetricFieldsFragment } from '../metrics.generated.js';
import type { Grain, MetricSegmentLinesQuery } from './series.generated.js';
import { isParted, scaleOf } from './series-option.js';

export type SegmentLines = MetricSegmentLinesQuery['metricSegmentLines'];

export interface LinesDrawing {
  metric: MetricFieldsFragment;
  answer: SegmentLines;
  grain: Grain;
  timeZone: string;
  from: string;
  to: string;
  words: {
    everybody: string;
    point: (line: number, bucket: string) => string;
    axis: (at: number) => string;
  };
}

/** Lines have hues of their own and a symbol each, so that colour is not all that tells them apart. */
const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'arrow'];

/** Everybody in the colour of text, the segments beside each other; each is named where it ends. */
export function segmentLinesOption(drawing: LinesDrawing, theme: ChartTheme, place: ChartPlace): EChartsCoreOption {
  const { metric, answer, grain, timeZone, words } = drawing;
  const at = (moment: string) => wallClock(Date.parse(moment), timeZone);
  return {
    useUTC: true,
    grid: { left: 56, right: place.width < 500 ? 96 : 148, top: 40, bottom: 32 },
    tooltip: {
      trigger: 'item',
      confine: true,
      backgroundColor: theme.surface,
      borderColor: theme.line,
      textStyle: { color: theme.ink },
      renderMode: 'richText',
      formatter: ({ seriesIndex, data }: { seriesIndex: number; data: [number, number, string] }) =>
        data[2] ? words.point(seriesIndex, data[2]) : '',
    },
    xAxis: {
      type: 'time',
      min: at(drawing.from),
      max: at(drawing.to),
      axisLine: { onZero: false, lineStyle: { color: theme.line } },
      axisLabel: { color: theme.muted, hideOverlap: true, formatter: words.axis },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      ...scaleOf(metric, false),
      name: metric.definition.unit,
      nameTextStyle: { color: theme.muted, align: 'left', padding: [0, 0, 0, -48] },
      nameGap: 16,
      axisLabel: { color: theme.muted },
      splitLine: { lineStyle: { color: theme.grid } },
    },
    series: answer.lines.map(({ segment, points }, index) => {
      const color = segment === null ? theme.ink : theme.groups[(index - 1) % theme.groups.length];
      return {
        type: 'line',
        name: segment ?? words.everybody,
        connectNulls: false,
        z: segment === null ? 2 : 3,
        showSymbol: points.length <= 60,
        symbol: segment === null ? 'emptyCircle' : SYMBOLS[(index - 1) % SYMBOLS.length],
        symbolSize: 7,
        lineStyle: { color, width: 2, type: segment === null ? 'dashed' : 'solid' },
        itemStyle: { color },
        endLabel: {
          show: true,
          formatter: '{a}',
          color: theme.ink,
          width: place.width < 500 ? 84 : 136,
          overflow: 'truncate',
        },
        labelLayout: { moveOverlap: 'shiftY' },
        data: points.flatMap(({ bucket, value }, place) => {
          const before = points[place - 1];
          const [x, x0] = [at(bucket), before ? at(before.bucket) : null];
          const own = [x, value, bucket];
          return x0 !== null && isParted(x0, x, answer, grain) ? [[(x + x0) / 2, null, ''], own] : [own];
        }),
      };
    }),
  };
}
