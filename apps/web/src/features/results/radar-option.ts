import type { EChartsCoreOption } from 'echarts/core';
import type { ChartPlace, ChartTheme } from '../../ui/chart-theme.js';

export interface RadarAxis {
  readonly name: string;
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

interface Radar {
  readonly axes: readonly RadarAxis[];
  readonly scale: { readonly min: number; readonly max: number };
}

/** A profile over the model's whole scale; the interval is two dashed outlines, left out unless every axis has one. */
export function radarOption(theme: ChartTheme, place: ChartPlace, { axes, scale }: Radar): EChartsCoreOption {
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
      radius: radiusIn(
        place,
        axes.map(({ name }) => name),
      ),
      startAngle: startAngle(axes.length),
      clockwise: true,
      splitNumber: Math.max(1, scale.max - scale.min),
      indicator: axes.map(({ name }) => ({ name, min: scale.min, max: scale.max })),
      axisName: { color: theme.ink, fontSize: FONT, lineHeight: LINE_HEIGHT, formatter: foldName },
      axisNameGap: GAP,
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

const FONT = 13;
const LINE_HEIGHT = 17;
const GAP = 8;
const LINE = 14;
/** Four axes point to the corners, where their names have room; otherwise the first points upwards. */
const startAngle = (axes: number): number => (axes === 4 ? 135 : 90);

/** The largest drawing that leaves every name inside the place: a name hangs outwards from the end of its axis. */
export function radiusIn({ width, height }: ChartPlace, names: readonly string[]): number {
  const radii = names.flatMap((name, index) => {
    const lines = foldName(name).split('\n');
    const angle = ((startAngle(names.length) - (index * 360) / names.length) * Math.PI) / 180;
    const [x, y] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
    // Half an em per narrow character, and a little for those that are wider than that.
    const textWidth = Math.max(...lines.map(wide)) * FONT * 0.58;
    const besides = x > 0.05 ? [(width / 2 - textWidth) / x - GAP] : [];
    return y > 0.05 ? [...besides, (height / 2 - lines.length * LINE_HEIGHT) / y - GAP] : besides;
  });
  return Math.max(24, Math.floor(Math.min(...radii)));
}

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
