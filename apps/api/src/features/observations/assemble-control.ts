import { chartOf, type ControlPoint, evaluateControl, startOfDay } from '@touchstone/domain';
import { asEnum } from '../../platform/graphql/enum-names.js';
import type { AssembledPoint } from './assemble-series.js';
import { versionOn } from './mapped-metrics.js';
import type {
  ControlBasisEnum,
  ControlChartEnum,
  ControlRuleEnum,
  SeriesControlType,
  SignalSideEnum,
} from './series-control.type.js';
import type { SeriesAsked, SeriesFacts } from './series-facts.js';

/** The control chart of what is shown, with limits from the stated baseline wherever that lies. */
export function assembleControl(
  facts: SeriesFacts,
  asked: SeriesAsked,
  points: readonly AssembledPoint[],
): SeriesControlType {
  const [from, to] = [asked.from.getTime(), asked.to.getTime()];
  const baseline = facts.baseline && {
    from: startOfDay(facts.baseline.fromDay, facts.timeZone),
    to: startOfDay(dayAfter(facts.baseline.toDay), facts.timeZone),
  };
  const own = facts.metrics.find(({ id }) => id === asked.metricId)!;
  const latest = points.at(-1);
  const { aggregation } = latest ? versionOn(own.versions, latest.day) : own.versions.at(-1)!;
  const all = separated(
    points.map(({ control }) => control),
    baseline && (baseline.to < from ? from : baseline.from >= to ? baseline.from : null),
  );
  const breaks = facts.breaks.map(({ beginsOn }) => startOfDay(beginsOn, facts.timeZone));
  const { chart, notCounted, phases, limits, signals } = evaluateControl({
    chart: chartOf(aggregation),
    points: all,
    baseline,
    breaks,
  });
  const isShown = (at: number) => at >= from && at < to;
  return {
    chart: asEnum<ControlChartEnum>(chart),
    notCounted,
    phases: phases.flatMap((phase) => {
      const shown = all.slice(phase.from, phase.to + 1).filter(({ at }) => isShown(at));
      if (shown.length === 0) return [];
      const { basis, points: count } = phase;
      return [
        {
          basis: asEnum<ControlBasisEnum>(basis),
          points: count,
          from: new Date(shown[0]!.at),
          to: new Date(shown.at(-1)!.at),
        },
      ];
    }),
    limits: all.flatMap(({ at }, index) => {
      const found = limits[index];
      return found && isShown(at) ? [{ bucket: new Date(at), ...found }] : [];
    }),
    signals: signals
      .filter(({ toAt }) => isShown(toAt))
      .map(({ rule, fromAt, toAt, direction }) => ({
        rule: asEnum<ControlRuleEnum>(rule),
        from: new Date(Math.max(fromAt, from)),
        to: new Date(toAt),
        direction: direction && asEnum<SignalSideEnum>(direction),
      })),
  };
}

/** Between a baseline and what is shown apart from it nothing was read: no run may reach across. */
function separated(points: readonly ControlPoint[], at: number | null): readonly ControlPoint[] {
  if (at === null) return points;
  const place = points.findIndex((point) => point.at >= at);
  if (place <= 0) return points;
  const nothing = { at: points[place - 1]!.at, value: null, n: null, count: null, size: null };
  return [...points.slice(0, place), nothing, ...points.slice(place)];
}

export const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
