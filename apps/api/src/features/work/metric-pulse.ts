import {
  type AlertGrain,
  alertGrain,
  type Calendar,
  type CountedDay,
  dayOf,
  type Direction,
  staleAfterDays,
  targetStatus,
} from '@touchstone/domain';
import {
  LAST_AT,
  latestTallies,
  peopleOfLatest,
  MetricTrendEnum,
  type PointVersion,
  pointsOf,
  PulseTargetStatusEnum,
  type PulsePointType,
  type TallyRow,
  VERSIONS_JSON,
} from '../alerts/index.js';
import { CURRENT_VERSION, type DirectionEnum, type MetricClassEnum } from '../metrics/index.js';
import { GrainEnum } from '../observations/index.js';
import type { MetricPulseType, PulseTargetType } from './metric-pulse.type.js';

const SHOWN_POINTS = 12;
const DAY_MS = 86_400_000;

/** Expects a metric `m` and its organisation `o`; reads roll-ups alone. */
export const PULSE_JSON = `(SELECT json_build_object('id', m.id, 'name', m.name, 'class', v.class, 'unit', v.unit,
    'direction', v.direction, 'computed', v.aggregation = 'formula', 'cadenceDays', v.cadence_days,
    'versions', ${VERSIONS_JSON}, 'tallies', ${latestTallies(SHOWN_POINTS)},
    'people', ${peopleOfLatest(SHOWN_POINTS)}, 'lastAt', ${LAST_AT},
    'target', (SELECT json_build_object('dueOn', x.due_on, 'value', x.value, 'upperValue', x.upper_value)
      FROM metric_target x WHERE x.organization_id = m.organization_id AND x.metric_id = m.id
      ORDER BY x.due_on >= (now() AT TIME ZONE o.time_zone)::date DESC,
        abs(x.due_on - (now() AT TIME ZONE o.time_zone)::date), x.id LIMIT 1),
    'liveAlerts', (SELECT count(*)::int FROM alert a
      WHERE a.organization_id = m.organization_id AND a.metric_id = m.id AND a.state <> 'closed'))
  FROM ${CURRENT_VERSION})`;

export interface PulseRow {
  readonly id: string;
  readonly name: string;
  readonly class: MetricClassEnum;
  readonly unit: string;
  readonly direction: Direction & DirectionEnum;
  readonly computed: boolean;
  readonly cadenceDays: number | null;
  readonly versions: PointVersion[];
  readonly tallies: TallyRow[];
  readonly people: CountedDay[] | null;
  readonly lastAt: string | null;
  readonly target: { readonly dueOn: string; readonly value: number; readonly upperValue: number | null } | null;
  readonly liveAlerts: number;
}

export interface PulseRules {
  readonly calendar: Calendar;
  readonly minimumGroupSize: number;
  readonly now: number;
}

export function pulseOf(
  { versions, tallies, people, cadenceDays, ...row }: PulseRow,
  rules: PulseRules,
): MetricPulseType {
  const grain = alertGrain(cadenceDays);
  const points = pointsOf(tallies, versions, { ...rules, grain, people }).slice(-SHOWN_POINTS);
  const lastAt = row.lastAt === null ? null : new Date(row.lastAt);
  const limit = staleAfterDays(cadenceDays);
  return {
    ...row,
    grain: GRAIN_ENUM[grain],
    lastAt,
    stale: limit !== null && lastAt !== null && (rules.now - lastAt.getTime()) / DAY_MS > limit,
    points,
    trend: trendOf(points),
    target: row.target && targetOf(row.direction, row.target, points.at(-1)?.value ?? null, rules),
  };
}

const GRAIN_ENUM: Readonly<Record<AlertGrain, GrainEnum>> = {
  day: GrainEnum.DAY,
  week: GrainEnum.WEEK,
  month: GrainEnum.MONTH,
  quarter: GrainEnum.QUARTER,
};

function targetOf(
  direction: Direction,
  target: NonNullable<PulseRow['target']>,
  value: number | null,
  { calendar, now }: PulseRules,
): PulseTargetType {
  const status = targetStatus(direction, target, dayOf(now, calendar.timeZone), value);
  return { ...target, status: status as PulseTargetStatusEnum };
}

/** From the value before to the latest; intervals that overlap leave it open whether anything has changed. */
export function trendOf(points: readonly Pick<PulsePointType, 'value' | 'lower' | 'upper'>[]): MetricTrendEnum | null {
  const [before, latest] = points.filter(({ value }) => value !== null).slice(-2);
  if (!before || !latest) return null;
  const change = latest.value! - before.value!;
  if (change === 0) return MetricTrendEnum.LEVEL;
  const apart =
    (latest.lower ?? latest.value!) > (before.upper ?? before.value!) ||
    (latest.upper ?? latest.value!) < (before.lower ?? before.value!);
  if (!apart) return MetricTrendEnum.UNCLEAR;
  return change > 0 ? MetricTrendEnum.UP : MetricTrendEnum.DOWN;
}
