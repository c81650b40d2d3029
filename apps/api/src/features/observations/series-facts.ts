import { NotFoundError, type Tally, ValidationError } from '@touchstone/domain';
import type { Transaction } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { MappedVersion } from './mapped-metrics.js';
import type { BreakInSeriesType, GrainEnum, SegmentInput } from './metric-series.type.js';

export interface SeriesAsked {
  readonly metricId: string;
  readonly grain: GrainEnum;
  readonly from: Date;
  readonly to: Date;
  readonly segment?: SegmentInput | null;
  /** A second stretch, to compare with. */
  readonly also?: { readonly from: Date; readonly to: Date };
}

export type SeriesVersion = Pick<MappedVersion, 'validFrom' | 'aggregation' | 'scaleMinimum' | 'scaleMaximum'> & {
  readonly class: string;
  readonly formula: string | null;
};

export interface BucketFacts extends Omit<Tally, 'lastAt'> {
  readonly bucket: string;
  /** The day of the organisation's calendar on which it begins. */
  readonly day: string;
  readonly lastAt: string;
}

interface Counted {
  readonly day: string;
  readonly n: number;
}

/** Who answered when, for what must be withheld; null for a metric of state, of which nothing is. */
export interface PeopleFacts {
  readonly days: readonly Counted[];
  readonly hours: readonly (Counted & { readonly hour: string })[] | null;
  readonly segmentDays: readonly (Counted & { readonly value: string })[] | null;
  readonly segmentHours: readonly (Counted & { readonly value: string; readonly hour: string })[] | null;
}

export interface MetricFacts {
  readonly id: string;
  readonly key: string;
  readonly versions: readonly SeriesVersion[];
  readonly points: readonly BucketFacts[];
  readonly people: PeopleFacts | null;
}

export interface SeriesFacts {
  readonly timeZone: string;
  readonly weekStart: number;
  readonly minimumGroupSize: number;
  readonly lastAt: Date | null;
  readonly pending: boolean;
  readonly breaks: readonly BreakInSeriesType[];
  readonly baseline: { readonly fromDay: string; readonly toDay: string } | null;
  /** The metric itself and, where it is computed, all that it is computed from. */
  readonly metrics: readonly MetricFacts[];
}

export const MOST_POINTS = 5000;
const SHORTEST_MS = {
  hour: 3_600_000,
  day: 82_800_000,
  week: 600_000_000,
  month: 2_400_000_000,
  quarter: 7_700_000_000,
};

/** The longest stretch that is drawn at once. */
export const longestOf = (grain: GrainEnum): number => SHORTEST_MS[grain] * MOST_POINTS;

/** The number of a cut in the organisation: everybody, or one value of one dimension. */
export const CUT = (dimension: string, value: string): string =>
  `(SELECT id FROM segment_set WHERE organization_id = $1 AND pairs =
    CASE WHEN ${dimension}::text IS NULL THEN '{}'::jsonb ELSE jsonb_build_object(${dimension}::text, ${value}::text) END)`;

/** A metric and all that its formula, and theirs, name. Expects $1 and $2. */
export const NEEDED = `needed AS (
  SELECT m.id, m.key FROM metric m WHERE m.organization_id = $1 AND m.id = $2
  UNION
  SELECT p.id, p.key FROM needed n
  JOIN metric_version v ON v.organization_id = $1 AND v.metric_id = n.id AND v.formula IS NOT NULL
  JOIN metric p ON p.organization_id = $1 AND v.formula ~ ('\\m' || p.key || '\\M')
)`;

/** Breaks of the metric and of what it is computed from. Expects `needed`. */
export const BREAKS = `(SELECT coalesce(json_agg(json_build_object('beginsOn', b.begins_on, 'cause', b.cause, 'note', b.note,
    'ofMetric', CASE WHEN b.metric_id <> $2 THEN n.key END) ORDER BY b.begins_on, b.cause), '[]')
  FROM needed n JOIN series_break b ON b.organization_id = $1 AND b.metric_id = n.id)`;

/** People behind a row of `r`: those who answered, or the whole of a share that came in as counts. Expects `n`, a metric. */
export const PEOPLE = `CASE WHEN n.counted THEN r.n ELSE r.observations END`;

const counted = (grain: string, cut: string, also: string, from = ''): string =>
  `(SELECT coalesce(json_agg(json_build_object('day', to_char(r.bucket AT TIME ZONE w.time_zone, 'YYYY-MM-DD'),
      'n', ${PEOPLE}${also}) ORDER BY r.bucket), '[]')
    FROM ${from} rollup r WHERE r.organization_id = $1 AND r.metric_id = n.id AND r.grain = '${grain}'
      AND r.segment_set_id ${cut} AND r.bucket >= w.counted_from AND r.bucket < w.counted_to)`;
const VALUES = `segment_set s CROSS JOIN LATERAL (SELECT s.pairs ->> $6::text AS value) AS pair JOIN`;
const OF_VALUE = `, 'value', pair.value`;
const OF_HOUR = `, 'hour', r.bucket`;
/** A cut by this dimension alone. */
const IS_VALUE = `= s.id AND s.organization_id = $1 AND s.pairs ? $6::text AND s.pairs - $6::text = '{}'::jsonb`;
const joined = (grain: string, also: string): string =>
  counted(grain, IS_VALUE, also, VALUES).replace('rollup r WHERE', 'rollup r ON true WHERE');

/** Who answered when, of everybody and of every value of the dimension. Expects `w` and `n`. */
export const COUNTED_OF_SEGMENTS = `json_build_object(
  'days', ${counted('day', '= 0', '')},
  'hours', CASE WHEN $3 = 'hour' THEN ${counted('hour', '= 0', OF_HOUR)} END,
  'segmentDays', CASE WHEN $6::text IS NOT NULL THEN ${joined('day', OF_VALUE)} END,
  'segmentHours', CASE WHEN $6::text IS NOT NULL AND $3 = 'hour' THEN ${joined('hour', OF_VALUE + OF_HOUR)} END)`;

const SERIES = `
  WITH RECURSIVE ${NEEDED}, w AS (
    SELECT o.*, c.from_day, c.to_day, c.baseline_from, c.baseline_to,
      date_trunc('quarter', (least($4, $8::timestamptz, c.baseline_from) - interval '7 days') AT TIME ZONE o.time_zone) AT TIME ZONE o.time_zone
        AS counted_from,
      (date_trunc('quarter', (greatest($5, $9::timestamptz, c.baseline_to) + interval '7 days') AT TIME ZONE o.time_zone)
        + interval '3 months') AT TIME ZONE o.time_zone AS counted_to
    FROM organization o LEFT JOIN LATERAL (
      SELECT b.from_day, b.to_day, b.from_day::timestamp AT TIME ZONE o.time_zone AS baseline_from,
        (b.to_day + 1)::timestamp AT TIME ZONE o.time_zone AS baseline_to
      FROM control_baseline b WHERE b.organization_id = $1 AND b.metric_id = $2) c ON true
    WHERE o.id = $1
  ), known AS (
    SELECT n.*, EXISTS (SELECT FROM metric_version v WHERE v.organization_id = $1 AND v.metric_id = n.id
        AND v.class = 'perception' AND v.formula IS NULL) AS perception,
      EXISTS (SELECT FROM metric_version v WHERE v.organization_id = $1 AND v.metric_id = n.id
        AND v.aggregation = 'share') AS counted
    FROM needed n
  )
  SELECT w.time_zone AS "timeZone", w.week_start AS "weekStart", w.minimum_group_size AS "minimumGroupSize",
    (SELECT max(r.last_at) FROM rollup r JOIN needed n ON n.id = r.metric_id
      WHERE r.organization_id = $1 AND r.grain = 'quarter' AND r.segment_set_id = 0) AS "lastAt",
    EXISTS (SELECT FROM dirty_bucket d JOIN needed n ON n.id = d.metric_id WHERE d.organization_id = $1) AS pending,
    ${BREAKS} AS breaks,
    CASE WHEN w.from_day IS NOT NULL THEN json_build_object('fromDay', w.from_day, 'toDay', w.to_day) END AS baseline,
    (SELECT coalesce(json_agg(json_build_object('id', n.id, 'key', n.key,
        'versions', (SELECT json_agg(json_build_object('validFrom', v.valid_from, 'aggregation', v.aggregation,
            'class', v.class, 'scaleMinimum', v.scale_minimum, 'scaleMaximum', v.scale_maximum, 'formula', v.formula)
            ORDER BY v.valid_from) FROM metric_version v WHERE v.organization_id = $1 AND v.metric_id = n.id),
        'points', (SELECT coalesce(json_agg(json_build_object('bucket', r.bucket,
            'day', to_char(r.bucket AT TIME ZONE w.time_zone, 'YYYY-MM-DD'), 'observations', r.observations, 'n', r.n,
            'sum', r.sum, 'sumOfSquares', r.sum_of_squares, 'minimum', r.minimum, 'maximum', r.maximum,
            'last', r.last_value, 'lastAt', r.last_at, 'counts', r.counts) ORDER BY r.bucket), '[]')
          FROM rollup r WHERE r.organization_id = $1 AND r.metric_id = n.id AND r.grain = $3
            AND r.segment_set_id = ${CUT('$6', '$7')}
            AND (r.bucket >= $4 AND r.bucket < $5 OR r.bucket >= $8 AND r.bucket < $9
              OR r.bucket >= w.baseline_from AND r.bucket < w.baseline_to)),
        'people', CASE WHEN n.perception THEN ${COUNTED_OF_SEGMENTS} END)), '[]')
      FROM known n) AS metrics
  FROM w`;

/** All that a series is made of, in one statement. */
export async function seriesFacts(transaction: Transaction, asked: SeriesAsked): Promise<SeriesFacts> {
  const { metricId, grain, from, to, segment, also } = asked;
  for (const stretch of [asked, ...(also ? [also] : [])]) demandRange(stretch.from, stretch.to, longestOf(grain));
  const [facts] = await transaction.query<SeriesFacts>(SERIES, [
    transaction.organizationId,
    rowId(metricId, 'Metric'),
    grain,
    from,
    to,
    segment?.dimension ?? null,
    segment?.value ?? null,
    also?.from ?? null,
    also?.to ?? null,
  ]);
  if (!facts?.metrics.find(({ id }) => id === metricId)?.versions) throw new NotFoundError('Metric');
  return facts;
}

export function demandRange(from: Date, to: Date, longest: number): void {
  if (from > to) throw ValidationError.of('to', 'before_start', 'The end lies before the beginning.');
  if (to.getTime() - from.getTime() > longest)
    throw ValidationError.of('to', 'range_too_long', `At most ${MOST_POINTS} points at once; choose a coarser grain.`, {
      maximum: MOST_POINTS,
    });
}
