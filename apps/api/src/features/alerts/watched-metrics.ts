import {
  type AlertGrain,
  type AlertPoint,
  alertGrain,
  type AlertRule,
  type AlertSeverity,
  type AlertState,
  type AlertWindow,
  type Calendar,
  chartOf,
  type ControlPoint,
  controlPointOf,
  type CountedDay,
  dayOf,
  type Direction,
  evaluateControl,
  isOver,
  measureOf,
  SERIES_BUCKETS,
  signalsByPoint,
  startOfDay,
  type WatchedMetric,
  withheldBuckets,
} from '@touchstone/domain';
import type { Transaction } from '../../platform/database/unit-of-work.js';
import { CURRENT_VERSION } from '../metrics/index.js';
import { versionOn } from '../observations/index.js';
import { todayOf } from '../touchpoints/index.js';
import {
  ALERT_GRAIN,
  isMeasured,
  LAST_AT,
  peopleOfStretches,
  type PointVersion,
  TALLY_JSON,
  type TallyRow,
  VERSIONS_JSON,
} from './measured-points.js';

export interface LiveAlert {
  readonly id: string;
  readonly rule: AlertRule;
  readonly state: AlertState;
  readonly severity: AlertSeverity;
  readonly lastPoint: string;
  readonly latest: unknown;
}

/** A metric with all that its rules look at, and the alerts that there are of it. */
export interface Watched {
  readonly id: string;
  readonly teamId: string | null;
  readonly metric: WatchedMetric;
  readonly window: AlertWindow;
  readonly alerts: readonly LiveAlert[];
  /** For each rule, the moment in the data up to which everything was closed. */
  readonly closedThrough: Partial<Record<AlertRule, string>>;
}

interface WatchedRow {
  readonly id: string;
  readonly teamId: string | null;
  readonly direction: Direction;
  readonly warningThreshold: number | null;
  readonly criticalThreshold: number | null;
  readonly cadenceDays: number | null;
  readonly versions: PointVersion[];
  readonly targets: WatchedMetric['targets'];
  readonly breaks: string[];
  /** Days; the end is no longer part of it. */
  readonly baseline: { readonly from: string; readonly end: string } | null;
  readonly lastAt: string | null;
  readonly points: TallyRow[];
  readonly people: CountedDay[] | null;
  readonly alerts: LiveAlert[];
  readonly closedThrough: Watched['closedThrough'] | null;
}

interface Facts {
  readonly timeZone: string;
  readonly weekStart: number;
  readonly minimumGroupSize: number;
  readonly metrics: WatchedRow[];
}

/** How far back a chart is drawn to judge its end; further where its limits come from a baseline before that. */
const SPAN: Readonly<Record<AlertGrain, string>> = {
  day: `${SERIES_BUCKETS} days`,
  week: `${SERIES_BUCKETS} weeks`,
  month: `${SERIES_BUCKETS} months`,
  quarter: `${3 * SERIES_BUCKETS} months`,
};

/** Who answers for a metric: its owner, or else whoever is accountable for a touchpoint that it hangs on. Expects `m`. */
const ANSWERING_TEAM = `coalesce(
  (SELECT g.id FROM team g WHERE g.organization_id = m.organization_id AND g.id = m.owner_team_id AND g.archived_at IS NULL),
  (SELECT w.team_id FROM metric_link l
   JOIN touchpoint t ON t.organization_id = l.organization_id AND t.id = l.touchpoint_id AND t.archived_at IS NULL
   JOIN ownership w ON w.organization_id = l.organization_id AND w.touchpoint_id = l.touchpoint_id
     AND w.responsibility = 'accountable' AND w.valid_from <= d.today AND (w.valid_to IS NULL OR w.valid_to > d.today)
   WHERE l.organization_id = m.organization_id AND l.metric_id = m.id ORDER BY lower(t.name), t.id LIMIT 1))`;

/** From when on a metric's chart is drawn. Expects `m`, `o` and `v`. */
const CHARTED_FROM = `least($3::timestamptz - (CASE ${ALERT_GRAIN}
  WHEN 'day' THEN interval '${SPAN.day}' WHEN 'week' THEN interval '${SPAN.week}'
  WHEN 'month' THEN interval '${SPAN.month}' ELSE interval '${SPAN.quarter}' END),
  (SELECT c.from_day::timestamp AT TIME ZONE o.time_zone FROM control_baseline c
   WHERE c.organization_id = $1 AND c.metric_id = m.id))`;

const WATCHED = `
  SELECT o.time_zone AS "timeZone", o.week_start AS "weekStart", o.minimum_group_size AS "minimumGroupSize",
    (SELECT coalesce(json_agg(json_build_object(
      'id', m.id, 'teamId', ${ANSWERING_TEAM}, 'direction', v.direction, 'warningThreshold', v.warning_threshold,
      'criticalThreshold', v.critical_threshold, 'cadenceDays', v.cadence_days,
      'versions', ${VERSIONS_JSON},
      'targets', (SELECT coalesce(json_agg(json_build_object('id', x.id, 'dueOn', x.due_on, 'value', x.value,
          'upperValue', x.upper_value)), '[]')
        FROM metric_target x WHERE x.organization_id = $1 AND x.metric_id = m.id),
      'breaks', (SELECT coalesce(json_agg(DISTINCT b.begins_on ORDER BY b.begins_on), '[]') FROM series_break b
        WHERE b.organization_id = $1 AND b.metric_id = m.id AND b.begins_on <= d.today),
      'lastAt', ${LAST_AT},
      'points', (SELECT coalesce(json_agg(${TALLY_JSON} ORDER BY r.bucket), '[]')
        FROM rollup r WHERE r.organization_id = $1 AND r.metric_id = m.id AND r.segment_set_id = 0
          AND r.grain = ${ALERT_GRAIN} AND r.bucket >= ${CHARTED_FROM}),
      'people', ${peopleOfStretches(CHARTED_FROM)},
      'baseline', (SELECT json_build_object('from', c.from_day, 'end', c.to_day + 1) FROM control_baseline c
        WHERE c.organization_id = $1 AND c.metric_id = m.id),
      'alerts', (SELECT coalesce(json_agg(json_build_object('id', a.id, 'rule', a.rule, 'state', a.state,
          'severity', a.severity, 'lastPoint', a.last_point, 'latest', a.latest)), '[]')
        FROM alert a WHERE a.organization_id = $1 AND a.metric_id = m.id AND a.segment_set_id = 0 AND a.state <> 'closed'),
      'closedThrough', (SELECT json_object_agg(c.rule, c.through) FROM (
          SELECT a.rule, max(a.closed_through) AS through FROM alert a
          WHERE a.organization_id = $1 AND a.metric_id = m.id AND a.segment_set_id = 0 AND a.state = 'closed'
          GROUP BY a.rule) c)) ORDER BY m.id), '[]')
     FROM metric m JOIN ${CURRENT_VERSION} ON true
     WHERE m.organization_id = $1 AND m.archived_at IS NULL AND m.id = ANY($2)
       AND NOT EXISTS (SELECT FROM dirty_bucket x WHERE x.organization_id = $1 AND x.metric_id = m.id)) AS metrics
  FROM organization o CROSS JOIN LATERAL (SELECT ${todayOf('o.id')} AS today) d
  WHERE o.id = $1`;

/**
 * One statement for as many metrics as are asked for. Whole stretches only; what would tell of too few people is blank.
 * A metric of which days are still to be computed is left out: half a picture would raise an alert that the other half
 * takes back, and whoever computes the rest has it looked at again.
 */
export async function readWatched(
  transaction: Transaction,
  metricIds: readonly string[],
  now: Date,
): Promise<Watched[]> {
  const [facts] = await transaction.query<Facts>(WATCHED, [transaction.organizationId, metricIds, now]);
  const { timeZone, weekStart, minimumGroupSize, metrics } = facts!;
  return metrics.map((row) => watchedFrom(row, { timeZone, weekStart }, minimumGroupSize, now));
}

function watchedFrom(row: WatchedRow, calendar: Calendar, minimumGroupSize: number, now: Date): Watched {
  const dayStarts = (day: string) => startOfDay(day, calendar.timeZone);
  const breaks = row.breaks.map(dayStarts);
  const grain = alertGrain(row.cadenceDays);
  const window: AlertWindow = { calendar, grain, now: now.getTime(), brokenAt: breaks.at(-1) ?? null };
  const charted: ControlPoint[] = [];
  const isWithheld = withheldBuckets({ people: row.people, grain, weekStart: calendar.weekStart, minimumGroupSize });
  const points = row.points.flatMap(({ bucket, lastAt, ...sums }): AlertPoint[] => {
    const at = Date.parse(bucket);
    if (!isOver(at, window)) return [];
    const day = dayOf(at, calendar.timeZone);
    const version = versionOn(row.versions, day);
    const tally = { ...sums, lastAt: Date.parse(lastAt) };
    if (isWithheld(day) || !isMeasured(version.aggregation)) {
      charted.push({ at, value: null, n: null, count: null, size: null });
      return [{ bucket: at, measure: null }];
    }
    const definition = { ...version, aggregation: version.aggregation };
    charted.push(controlPointOf(at, definition, tally));
    return [{ bucket: at, measure: measureOf({ definition, tally }) }];
  });
  const baseline = row.baseline && { from: dayStarts(row.baseline.from), to: dayStarts(row.baseline.end) };
  const chart = chartOf(row.versions.at(-1)!.aggregation);
  const signals = signalsByPoint(evaluateControl({ chart, points: charted, baseline, breaks }));
  const lastAt = row.lastAt === null ? null : Date.parse(row.lastAt);
  return {
    id: row.id,
    teamId: row.teamId,
    metric: { ...row, lastAt, points, signals },
    window,
    alerts: row.alerts,
    closedThrough: row.closedThrough ?? {},
  };
}
