import type { EChartsCoreOption } from 'echarts/core';
import type { ChartTheme } from '../../ui/chart-theme.js';
import type { LensRow } from './opportunity-words.js';

const nameOf = ({ number }: LensRow): string => `O-${number}`;

/** Impact over effort; the lines stand where high begins: at the middle of the list. */
export function matrixOption(rows: readonly LensRow[], words: { impact: string; effort: string }) {
  return (theme: ChartTheme): EChartsCoreOption => {
    const placed = placesOf(rows).map(({ names, effort, impact }) => ({
      name: names.join(', '),
      value: [effort, impact],
    }));
    const line = {
      silent: true,
      symbol: 'none',
      lineStyle: { color: theme.limit, type: 'dashed' },
      label: { show: false },
    };
    const axis = {
      min: 0,
      // Nothing is cut at the edge.
      max: ({ max }: { max: number }) => Math.ceil(max * 1.1 * 2) / 2,
      nameLocation: 'middle',
      nameTextStyle: { color: theme.muted },
      axisLabel: { color: theme.muted },
      splitLine: { lineStyle: { color: theme.grid } },
    };
    return {
      grid: { left: 56, right: 32, top: 16, bottom: 48 },
      xAxis: { type: 'value', name: words.effort, nameGap: 28, ...axis },
      yAxis: { type: 'value', name: words.impact, nameGap: 36, ...axis },
      series: [
        {
          type: 'scatter',
          symbolSize: 12,
          itemStyle: { color: theme.accent },
          label: { show: true, formatter: '{b}', position: 'right', color: theme.ink },
          labelLayout: { hideOverlap: false, moveOverlap: 'shiftY' },
          data: placed,
          markLine: {
            ...line,
            data: [
              { xAxis: middle(rows.flatMap(({ effort }) => effort ?? [])) },
              { yAxis: middle(rows.flatMap(({ impact }) => impact ?? [])) },
            ],
          },
        },
      ],
    };
  };
}

/** Most pain first; the few that carry four fifths of it in the colour of what to act upon. */
export function paretoOption(rows: readonly LensRow[], words: { share: string }) {
  return (theme: ChartTheme): EChartsCoreOption => ({
    grid: { left: 56, right: 56, top: 8, bottom: 40 },
    xAxis: {
      type: 'value',
      min: 0,
      name: words.share,
      nameLocation: 'middle',
      nameGap: 26,
      nameTextStyle: { color: theme.muted },
      axisLabel: { color: theme.muted, formatter: '{value} %' },
      splitLine: { lineStyle: { color: theme.grid } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(nameOf),
      axisLabel: { color: theme.ink },
      axisTick: { show: false },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 18,
        data: rows.map(({ painShare, vital }) => ({
          value: painShare ?? 0,
          itemStyle: { color: vital ? theme.accent : theme.limit },
        })),
      },
    ],
  });
}

/** What is estimated alike stands on one point, under all its names. */
export function placesOf(rows: readonly Pick<LensRow, 'number' | 'impact' | 'effort'>[]) {
  const places = new Map<string, { names: string[]; effort: number; impact: number }>();
  for (const { number, impact, effort } of rows) {
    if (impact == null || effort == null) continue;
    const key = `${effort} ${impact}`;
    const place = places.get(key) ?? { names: [], effort, impact };
    place.names.push(`O-${number}`);
    places.set(key, place);
  }
  return [...places.values()];
}

export function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return 0;
  return sorted.length % 2 === 1 ? (sorted[at] ?? 0) : ((sorted[at - 1] ?? 0) + (sorted[at] ?? 0)) / 2;
}
