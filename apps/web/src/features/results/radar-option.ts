import type { EChartsCoreOption } from 'echarts/core';
import type { ChartTheme } from '../../ui/chart-theme.js';

export interface RadarAxis {
  readonly name: string;
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** A profile over the model's whole scale; the interval is two dashed outlines, left out unless every axis has one. */
export function radarOption(
  theme: ChartTheme,
  { axes, scale }: { axes: readonly RadarAxis[]; scale: { readonly min: number; readonly max: number } },
): EChartsCoreOption {
  const outline = (values: readonly number[], width: number, dashed: boolean) => ({
    value: values,
    symbol: dashed ? 'none' : 'circle',
    symbolSize: 6,
    itemStyle: { color: theme.accent },
    lineStyle: { color: theme.accent, width, type: dashed ? 'dashed' : 'solid', opacity: dashed ? 0.7 : 1 },
    areaStyle: { color: theme.accent, opacity: dashed ? 0 : 0.12 },
  });
  const known = (values: readonly (number | null)[]): values is readonly number[] =>
    values.every((value) => value !== null);
  const lower = axes.map((axis) => axis.lower);
  const upper = axes.map((axis) => axis.upper);
  const whiskers = known(lower) && known(upper) ? [outline(lower, 1, true), outline(upper, 1, true)] : [];
  return {
    radar: {
      radius: '58%',
      splitNumber: Math.max(1, scale.max - scale.min),
      indicator: axes.map(({ name }) => ({ name, min: scale.min, max: scale.max })),
      axisName: { color: theme.ink, fontSize: 13, lineHeight: 17, formatter: foldName },
      axisNameGap: 10,
      axisLine: { lineStyle: { color: theme.grid } },
      splitLine: { lineStyle: { color: theme.grid } },
      splitArea: { show: false },
      axisLabel: { show: false },
    },
    series: [
      {
        type: 'radar',
        silent: true,
        data: [
          ...whiskers,
          outline(
            axes.map((axis) => axis.value),
            2.5,
            false,
          ),
        ],
      },
    ],
  };
}

const LINE = 14;
const wide = (text: string): number => [...text].reduce((width, char) => width + (char > '\u2e80' ? 2 : 1), 0);

/** Folds a long name at spaces, or between Chinese characters, so that it stays inside the drawing. */
export function foldName(name: string): string {
  const parts = name.includes(' ') ? name.split(' ').map((word) => `${word} `) : [...name];
  const lines = parts.reduce<string[]>((done, part) => {
    const last = done.at(-1);
    return last !== undefined && wide(last + part.trim()) <= LINE
      ? [...done.slice(0, -1), last + part]
      : [...done, part];
  }, []);
  return lines.map((line) => line.trim()).join('\n');
}
