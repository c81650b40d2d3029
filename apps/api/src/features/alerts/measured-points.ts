import {
  type AlertGrain,
  type Calendar,
  type CountedDay,
  dayOf,
  isOver,
  MEASURED_AGGREGATIONS,
  type MeasuredAggregation,
  measureOf,
  type Tally,
  withheldBuckets,
} from '@touchstone/domain';
import { peopleBehind } from '../metrics/index.js';
import { versionOn } from '../observations/index.js';
import type { PulsePointType } from './alert.type.js';

export interface PointVersion {
  readonly validFrom: string;
  readonly aggregation: string;
  readonly class: string;
  readonly scaleMinimum: number | null;
  readonly scaleMaximum: number | null;
}

export type TallyRow = Omit<Tally, 'lastAt'> & { readonly bucket: string; readonly lastAt: string };

/** Expects `m`. */
export const VERSIONS_JSON = `(SELECT json_agg(json_build_object('validFrom', e.valid_from, 'aggregation', e.aggregation,
    'class', e.class, 'scaleMinimum', e.scale_minimum, 'scaleMaximum', e.scale_maximum) ORDER BY e.valid_from)
  FROM metric_version e WHERE e.organization_id = m.organization_id AND e.metric_id = m.id)`;

/** A roll-up `r`, as a tally. */
export const TALLY_JSON = `json_build_object('bucket', r.bucket, 'observations', r.observations, 'n', r.n, 'sum', r.sum,
  'sumOfSquares', r.sum_of_squares, 'minimum', r.minimum, 'maximum', r.maximum, 'last', r.last_value,
  'lastAt', r.last_at, 'counts', r.counts)`;

/** How often a metric is judged: `alertGrain`, where roll-ups are chosen. Expects a version `v`. */
export const ALERT_GRAIN = `CASE WHEN v.cadence_days IS NULL THEN 'week' WHEN v.cadence_days <= 1 THEN 'day'
  WHEN v.cadence_days <= 7 THEN 'week' WHEN v.cadence_days <= 31 THEN 'month' ELSE 'quarter' END`;

/** The latest stretches of everybody's observations. Expects `m` and `v`; one more than asked for, as the last may be running. */
export const latestTallies = (count: number): string => `
  (SELECT coalesce(json_agg(${TALLY_JSON} ORDER BY r.bucket), '[]') FROM (
     SELECT * FROM rollup r WHERE r.organization_id = m.organization_id AND r.metric_id = m.id AND r.segment_set_id = 0
       AND r.grain = ${ALERT_GRAIN} ORDER BY r.bucket DESC LIMIT ${count + 1}) r)`;

/** Who stands behind stretches of `ALERT_GRAIN` from a moment on. Expects `m`, `o` and `v`. */
export const peopleOfStretches = (from: string): string =>
  peopleBehind(`CASE WHEN ${ALERT_GRAIN} IN ('day', 'week') THEN 'day' ELSE 'month' END`, from);

/** Who stands behind `latestTallies`. Expects `m`, `o` and `v`. */
export const peopleOfLatest = (count: number): string =>
  peopleOfStretches(`(SELECT min(r.bucket) FROM (
     SELECT r.bucket FROM rollup r WHERE r.organization_id = m.organization_id AND r.metric_id = m.id AND r.segment_set_id = 0
       AND r.grain = ${ALERT_GRAIN} ORDER BY r.bucket DESC LIMIT ${count + 1}) r)`);

/** The latest observation of everybody's. Expects `m`. */
export const LAST_AT = `(SELECT max(r.last_at) FROM rollup r WHERE r.organization_id = m.organization_id
  AND r.metric_id = m.id AND r.grain = 'quarter' AND r.segment_set_id = 0)`;

export interface PointRules {
  readonly calendar: Calendar;
  readonly minimumGroupSize: number;
  readonly grain: AlertGrain;
  readonly now: number;
  /** From `peopleOfLatest`. */
  readonly people: readonly CountedDay[] | null;
}

/** Finished stretches, measured as their definition then said; blank where they would tell of too few people. */
export function pointsOf(
  rows: readonly TallyRow[],
  versions: readonly PointVersion[],
  { calendar, minimumGroupSize, grain, now, people }: PointRules,
): PulsePointType[] {
  const isWithheld = withheldBuckets({ people, grain, weekStart: calendar.weekStart, minimumGroupSize });
  return rows.flatMap(({ bucket, lastAt, ...sums }): PulsePointType[] => {
    const at = Date.parse(bucket);
    if (!isOver(at, { calendar, grain, now, brokenAt: null })) return [];
    const day = dayOf(at, calendar.timeZone);
    const version = versionOn(versions, day);
    const suppressed = isWithheld(day);
    const point = { bucket: new Date(at), suppressed };
    if (suppressed || !isMeasured(version.aggregation))
      return [{ ...point, value: null, lower: null, upper: null, n: null }];
    const definition = { ...version, aggregation: version.aggregation };
    return [{ ...point, ...measureOf({ definition, tally: { ...sums, lastAt: Date.parse(lastAt) } }) }];
  });
}

export const isMeasured = (aggregation: string): aggregation is MeasuredAggregation =>
  (MEASURED_AGGREGATIONS as readonly string[]).includes(aggregation);
