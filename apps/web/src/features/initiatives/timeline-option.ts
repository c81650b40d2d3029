import type { EChartsCoreOption } from 'echarts/core';
import type { ChartPlace, ChartTheme } from '../../ui/chart-theme.js';
import { type Stage, STAGES } from './initiative-words.js';
import type { InitiativeRowFragment } from './initiatives.generated.js';
import { plannedSpan, stageSpans } from './timeline-spans.js';

interface TimelineWords {
  stage: (stage: Stage) => string;
  planned: string;
  today: string;
  milestone: (name: string, day: string, reached: boolean) => string;
  day: (day: string) => string;
}

/** What a drawing function of the library is handed; its own types name the whole library. */
interface DrawingApi {
  value: (dimension: number) => number;
  coord: (point: [number, number]) => [number, number];
}

const BAR = 12;

/** A line for each initiative: the stages it went through, what is planned after today, and its milestones on it. */
export function timelineOption(rows: readonly InitiativeRowFragment[], words: TimelineWords) {
  return (theme: ChartTheme, { width }: ChartPlace): EChartsCoreOption => {
    const colour = (stage: Stage) => theme.ramp[STAGES.indexOf(stage)] ?? theme.ramp[0];
    const bars = rows.flatMap((row, line) =>
      stageSpans(row).map(({ stage, from, until }) => ({
        name: `${words.stage(stage)}: ${words.day(from)} – ${words.day(until)}`,
        value: [line, Date.parse(from), Date.parse(until)],
        style: { fill: colour(stage), stroke: theme.muted, lineWidth: 0.5 },
      })),
    );
    const planned = rows.flatMap((row, line) => {
      const span = plannedSpan(row);
      if (!span) return [];
      return [
        {
          name: `${words.planned}: ${words.day(span.from)} – ${words.day(span.until)}`,
          value: [line, Date.parse(span.from), Date.parse(span.until)],
          style: { fill: 'transparent', stroke: theme.muted, lineWidth: 1, lineDash: [4, 3] },
        },
      ];
    });
    const milestones = rows.flatMap((row, line) =>
      row.milestones.map(({ name, dueOn, reachedOn }) => {
        const day = reachedOn ?? dueOn;
        const late = !reachedOn && dueOn < row.today;
        return {
          name: words.milestone(name, words.day(day), Boolean(reachedOn)),
          value: [Date.parse(day), line],
          itemStyle: {
            color: reachedOn ? theme.ink : theme.surface,
            borderColor: late ? theme.bad : theme.ink,
            borderWidth: 1.5,
          },
        };
      }),
    );
    const spans = [...planned, ...bars];
    const draw = ({ dataIndex }: { dataIndex: number }, api: DrawingApi) => {
      const line = api.value(0);
      const [from, y] = api.coord([api.value(1), line]);
      const [until] = api.coord([api.value(2), line]);
      // A stage of an hour is there too.
      const shape = { x: from, y: y - BAR / 2, width: Math.max(2, until - from), height: BAR, r: 2 };
      return { type: 'rect', shape, style: spans[dataIndex]?.style };
    };
    const labels = Math.min(260, Math.max(90, width * 0.26));
    return {
      grid: { left: labels + 12, right: 16, top: 28, bottom: 24 },
      tooltip: { trigger: 'item', formatter: ({ name }: { name: string }) => escape(name) },
      xAxis: {
        type: 'time',
        position: 'top',
        axisLabel: { color: theme.muted, hideOverlap: true },
        splitLine: { show: true, lineStyle: { color: theme.grid } },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: rows.map(({ number, title }) => `I-${number} ${title}`),
        axisLabel: { color: theme.ink, width: labels, overflow: 'truncate' },
        axisTick: { show: false },
      },
      series: [
        { type: 'custom', renderItem: draw, encode: { x: [1, 2], y: 0 }, data: spans },
        {
          type: 'scatter',
          symbol: 'diamond',
          symbolSize: 13,
          data: milestones,
          markLine: {
            symbol: 'none',
            silent: true,
            lineStyle: { color: theme.accent, type: 'solid' },
            label: { formatter: words.today, color: theme.accent, position: 'start' },
            data: rows[0] ? [{ xAxis: Date.parse(rows[0].today) }] : [],
          },
        },
      ],
    };
  };
}

/** The library writes what it is handed into the page as it is. */
const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
