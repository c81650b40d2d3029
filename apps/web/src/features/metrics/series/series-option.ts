import { wallClock } from '@touchstone/domain';
import type { EChartsCoreOption } from 'echarts/core';
import type { ChartPlace, ChartTheme } from '../../../ui/chart-theme.js';
import type { MetricFieldsFragment } from '../metrics.generated.js';
import type { Grain } from './series.generated.js';
import { isGap, stillRuns } from './period.js';
import type { MetricSeriesQuery } from './series.generated.js';

export type Series = MetricSeriesQuery['metricSeries'];

export interface SeriesDrawing {
  metric: MetricFieldsFragment;
  /** In the reader's language. */
  unit: string;
  series: Series;
  grain: Grain;
  timeZone: string;
  control: boolean;
  from: string;
  to: string;
  now: number;
  words: {
    target: string;
    warning: string;
    critical: string;
    center: string;
    upper: string;
    lower: string;
    note: string;
    breakOf: (cause: Series['breaks'][number]['cause']) => string;
    signal: (rule: Series['control']['signals'][number]['rule']) => string;
    point: (index: number) => string;
    /** A place on the axis; the clock of the organisation is written as if it were UTC. */
    axis: (at: number) => string;
  };
}

type Pair = [number, number | null];
type Dot = Pair | { value: Pair; symbol: string; itemStyle: object };

/** The drawing of a series: by the organisation's clock, whatever the clock of the reader. */
export function seriesOption(drawing: SeriesDrawing, theme: ChartTheme, place: ChartPlace): EChartsCoreOption {
  const { metric, series, grain, timeZone, control, words } = drawing;
  const { points } = series;
  const at = (moment: string) => wallClock(Date.parse(moment), timeZone);
  const hue = metric.definition.class === 'PERCEPTION' ? theme.perception : theme.state;
  const line = (of: (index: number) => number | null): Pair[] =>
    points.flatMap((point, index): Pair[] => {
      const before = points[index - 1];
      const [x, x0] = [at(point.bucket), before ? at(before.bucket) : null];
      const own: Pair = [x, of(index)];
      return x0 !== null && isParted(x0, x, series, grain) ? [[(x + x0) / 2, null], own] : [own];
    });
  const few = points.length <= 80;
  const banded = !control && points.some(({ lower }) => lower !== null);
  const quiet = { type: 'line', silent: true, symbol: 'none', z: 1 };
  const band = banded
    ? [
        {
          ...quiet,
          stack: 'band',
          stackStrategy: 'all',
          lineStyle: { opacity: 0 },
          data: line((i) => points[i]!.lower),
        },
        {
          ...quiet,
          stack: 'band',
          stackStrategy: 'all',
          lineStyle: { opacity: 0 },
          areaStyle: { color: hue, opacity: 0.15 },
          data: line((i) => {
            const { lower, upper } = points[i]!;
            return lower === null || upper === null ? null : upper - lower;
          }),
        },
      ]
    : [];
  const held = control
    ? [limitLines(drawing, theme, at)]
    : [targetLines(drawing, theme, at), thresholds(drawing, theme, at)];
  const withheld = points.filter(({ suppressed }) => suppressed);
  return {
    useUTC: true,
    grid: { left: 56, right: place.width < 500 ? 76 : 96, top: 56, bottom: 32 },
    tooltip: {
      trigger: 'item',
      confine: true,
      backgroundColor: theme.surface,
      borderColor: theme.line,
      textStyle: { color: theme.ink },
      renderMode: 'richText',
      formatter: ({ data }: { data: unknown }) => {
        const x = Array.isArray(data) ? Number(data[0]) : Number((data as { value?: Pair }).value?.[0]);
        const index = points.findIndex((point) => at(point.bucket) === x);
        return index < 0 ? '' : words.point(index);
      },
    },
    xAxis: {
      type: 'time',
      min: at(drawing.from),
      max: at(drawing.to),
      axisLine: { onZero: false, lineStyle: { color: theme.line } },
      axisLabel: { color: theme.muted, hideOverlap: true, formatter: words.axis },
      splitLine: { show: false },
    },
    yAxis: [
      {
        type: 'value',
        ...scaleOf(metric, control),
        name: drawing.unit,
        nameTextStyle: { color: theme.muted, align: 'left', padding: [0, 0, 0, -48] },
        nameGap: 34,
        axisLabel: { color: theme.muted },
        splitLine: { lineStyle: { color: theme.grid } },
      },
      { type: 'value', min: 0, max: 1, show: false },
    ],
    series: [
      ...band,
      ...held.flatMap(({ lines }) => lines),
      namesOf(held.flatMap(({ ends }) => ends)),
      {
        type: 'line',
        name: metric.name,
        connectNulls: false,
        z: 3,
        showSymbol: few,
        symbol: 'circle',
        symbolSize: 7,
        lineStyle: { color: hue, width: 2 },
        itemStyle: { color: hue },
        data: line((index) => points[index]!.value).map((dot): Dot => {
          // A stretch that still runs is hollow: it may yet change, and a sum of half a month is no month's.
          const hollow = { color: theme.surface, borderColor: hue, borderWidth: 2 };
          return stillRuns(dot[0], grain, wallClock(drawing.now, timeZone))
            ? { value: dot, symbol: 'circle', itemStyle: hollow }
            : dot;
        }),
        markLine: { silent: true, symbol: 'none', data: verticals(drawing, theme, at, place) },
      },
      ...(withheld.length > 0
        ? [
            {
              type: 'scatter',
              yAxisIndex: 1,
              symbol: 'emptyDiamond',
              symbolSize: 9,
              itemStyle: { color: theme.muted },
              data: withheld.map((point) => [at(point.bucket), 0.02]),
            },
          ]
        : []),
      ...(control ? [rings(drawing, theme, at)] : []),
    ],
  };
}

/** The buckets in the order of what is drawn, where a gap takes a place of its own. */
export function drawnBuckets(series: Series, grain: Grain, timeZone: string): (string | null)[] {
  const at = (moment: string) => wallClock(Date.parse(moment), timeZone);
  return series.points.flatMap(({ bucket }, index) => {
    const before = series.points[index - 1];
    return before && isParted(at(before.bucket), at(bucket), series, grain) ? [null, bucket] : [bucket];
  });
}

/** No line leads over a stretch without observations, nor from before a break to what means something else. */
export const isParted = (
  before: number,
  at: number,
  { breaks }: { breaks: readonly { beginsOn: string }[] },
  grain: Grain,
): boolean =>
  isGap(before, at, grain) ||
  breaks.some(({ beginsOn }) => {
    const broken = Date.parse(`${beginsOn}T00:00:00Z`);
    return broken > before && broken <= at;
  });

type At = (moment: string) => number;

interface Lines {
  readonly lines: object[];
  readonly ends: LineEnd[];
}

/** What stands at the end of a line, in its colour. */
interface LineEnd {
  readonly at: readonly [number, number];
  readonly name: string;
  readonly color: string;
}

/**
 * The names at the ends of lines: of points that nobody sees, for only the labels of these are moved until each can be read
 * where lines lie close.
 */
const namesOf = (ends: readonly LineEnd[]): object => ({
  type: 'scatter',
  silent: true,
  clip: false,
  symbolSize: 1,
  itemStyle: { color: 'transparent' },
  labelLayout: { moveOverlap: 'shiftY' },
  data: ends.map(({ at, name, color }) => ({
    value: at,
    label: { show: true, position: 'right', distance: 6, formatter: name, color, fontSize: 12, lineHeight: 16 },
  })),
});

const lastOf = (data: readonly Pair[]): [number, number] | undefined =>
  data.findLast((pair): pair is [number, number] => pair[1] !== null);

/** Nought is on the axis of amounts, and the whole scale under shares and NPS; limits are looked at closely. */
export function scaleOf({ definition }: MetricFieldsFragment, control: boolean): object {
  if (control) return { scale: true };
  if (definition.aggregation === 'NPS') return { min: -100, max: 100 };
  if (['CSAT', 'TOP_BOX', 'SHARE'].includes(definition.aggregation)) return { min: 0, max: 100 };
  const { scaleMinimum: min, scaleMaximum: max } = definition;
  if (min !== null && max !== null) return { min, max };
  return definition.aggregation === 'SUM' || definition.aggregation === 'RATE' ? {} : { scale: true };
}

/** A target holds from the one before it to its own day. */
function targetLines({ metric, words, from, to }: SeriesDrawing, theme: ChartTheme, at: At): Lines {
  const ordered = metric.targets
    .filter(({ objectiveId }) => objectiveId === null)
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  const shown = ordered.length > 0 ? ordered : metric.targets.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  const [begin, until] = [at(from), at(to)];
  // Kept to what is shown: what ends outside of it would carry its name outside, too.
  const due = (day: string) => Math.min(until, Math.max(begin, Date.parse(`${day}T00:00:00Z`)));
  const steps = (of: (target: (typeof shown)[number]) => number | null): Pair[] =>
    shown.flatMap((target, index): Pair[] => {
      const before = shown[index - 1];
      return [
        ...(before ? [[due(before.dueOn), null] satisfies Pair] : []),
        [before ? due(before.dueOn) : begin, of(target)],
        [due(target.dueOn), of(target)],
      ];
    });
  const lines = [steps(({ value }) => value), steps(({ upperValue }) => upperValue)].filter(lastOf);
  const end = lines[0] && lastOf(lines[0]);
  return {
    lines: lines.map((data) => ({
      type: 'line',
      silent: true,
      symbol: 'none',
      z: 2,
      lineStyle: { color: theme.good, width: 1.5, type: [6, 4] },
      data,
    })),
    ends: end ? [{ at: end, name: words.target, color: theme.good }] : [],
  };
}

function limitLines({ series, words, grain }: SeriesDrawing, theme: ChartTheme, at: At): Lines {
  const { limits, phases } = series.control;
  const starts = new Set(phases.map(({ from }) => from));
  const of = (key: 'center' | 'upper' | 'lower'): Pair[] =>
    limits.flatMap((limit, index): Pair[] => {
      const x = at(limit.bucket);
      const own: Pair = [x, limit[key]];
      return index > 0 && starts.has(limit.bucket) ? [[x, null], own] : [own];
    });
  const keys = ['upper', 'center', 'lower'] as const;
  return {
    lines: keys.map((key) => ({
      type: 'line',
      silent: true,
      symbol: 'none',
      z: 2,
      connectNulls: false,
      step: limits.length > 1 && grain !== 'HOUR' ? 'middle' : false,
      lineStyle: {
        color: key === 'center' ? theme.muted : theme.limit,
        width: 1.25,
        type: key === 'center' ? 'solid' : 'dashed',
      },
      data: of(key),
    })),
    ends: keys.flatMap((key) => {
      const end = lastOf(of(key));
      return end ? [{ at: end, name: words[key], color: theme.muted }] : [];
    }),
  };
}

/** Every point of a signal is ringed; the last says by which rule. */
function rings({ series, words }: SeriesDrawing, theme: ChartTheme, at: At): object {
  const ringed = new Map<string, string>();
  for (const { rule, from, to } of series.control.signals)
    for (const { bucket, value } of series.points)
      if (value !== null && bucket >= from && bucket <= to && !(ringed.get(bucket) && bucket !== to))
        ringed.set(bucket, bucket === to ? words.signal(rule) : '');
  const values = new Map(series.points.map(({ bucket, value }) => [bucket, value]));
  return {
    type: 'scatter',
    z: 4,
    symbol: 'circle',
    symbolSize: 15,
    itemStyle: { color: 'transparent', borderColor: theme.bad, borderWidth: 2 },
    labelLayout: { hideOverlap: true },
    data: [...ringed].map(([bucket, label]) => ({
      value: [at(bucket), values.get(bucket)],
      label: { show: label !== '', formatter: label, position: 'top', color: theme.ink, fontSize: 12 },
    })),
  };
}

function verticals(
  { metric, series, words, from, to }: SeriesDrawing,
  theme: ChartTheme,
  at: At,
  place: ChartPlace,
): object[] {
  // Of a note as much as has its place beside others; all of it stands below the drawing.
  const room = place.width < 500 ? 20 : 40;
  const inside = (x: number) => x >= at(from) && x <= at(to);
  const day = (text: string) => Date.parse(`${text}T00:00:00Z`);
  const breaks = series.breaks.map(({ beginsOn, cause }) => ({
    xAxis: day(beginsOn),
    lineStyle: { color: theme.ink, type: 'dashed', width: 1.5 },
    label: { formatter: words.breakOf(cause), color: theme.ink, position: 'end', rotate: 0 },
  }));
  const notes = metric.annotations.map(({ notedOn, text }) => ({
    xAxis: day(notedOn),
    lineStyle: { color: theme.muted, type: 'solid', width: 1 },
    label: {
      formatter: text.length > room ? `${text.slice(0, room - 1)}…` : text,
      color: theme.muted,
      position: 'end',
      rotate: 0,
      // Above the names of breaks, which may stand at the same place.
      distance: [0, 18],
    },
  }));
  return [...breaks, ...notes].filter(({ xAxis }) => inside(xAxis));
}

function thresholds({ metric, words, from, to }: SeriesDrawing, theme: ChartTheme, at: At): Lines {
  const { warningThreshold, criticalThreshold } = metric.definition;
  const all = [
    { value: warningThreshold, name: words.warning, color: theme.warn },
    { value: criticalThreshold, name: words.critical, color: theme.bad },
  ].flatMap(({ value, ...rest }) => (value === null ? [] : [{ value, ...rest }]));
  return {
    lines: all.map(({ value, color }) => ({
      type: 'line',
      silent: true,
      symbol: 'none',
      z: 2,
      lineStyle: { color, type: 'dotted', width: 1.5 },
      data: [
        [at(from), value],
        [at(to), value],
      ],
    })),
    ends: all.map(({ value, name, color }) => ({ at: [at(to), value], name, color })),
  };
}
