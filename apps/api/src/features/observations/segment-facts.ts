import type { Tally } from '@touchstone/domain';
import type { BreakInSeriesType } from './metric-series.type.js';
import { BREAKS, COUNTED_OF_SEGMENTS, NEEDED, type PeopleFacts, type SeriesVersion } from './series-facts.js';

/** What was observed in buckets that lie in the same quarters. */
export interface StretchFacts extends Omit<Tally, 'lastAt'> {
  readonly bucket: string;
  /** A day of it. */
  readonly day: string;
  /** The quarters that its buckets begin and end in: decisions on what may be shown are made for quarters. */
  readonly firstQuarter: string;
  readonly lastQuarter: string;
  readonly lastAt: string;
}

export interface SegmentFacts {
  readonly timeZone: string;
  readonly weekStart: number;
  readonly minimumGroupSize: number;
  readonly fromDay: string;
  readonly breaks: readonly BreakInSeriesType[];
  readonly versions: readonly SeriesVersion[] | null;
  readonly people: PeopleFacts | null;
  /** Of everybody, by bucket. */
  readonly whole: readonly StretchFacts[];
  readonly segments: readonly (StretchFacts & { readonly value: string })[];
}

const LOCAL = `r.bucket AT TIME ZONE w.time_zone`;
const QUARTERS = `date_trunc('quarter', ${LOCAL})::date::text AS first_quarter,
  date_trunc('quarter', ${LOCAL} + CASE WHEN $3 = 'week' THEN interval '6 days' ELSE interval '0' END)::date::text AS last_quarter`;
const FACTS = `'bucket', t.bucket, 'day', t.day, 'firstQuarter', t.first_quarter, 'lastQuarter', t.last_quarter, 'observations', t.observations, 'n', t.n,
  'sum', t.sum, 'sumOfSquares', t.sum_of_squares, 'minimum', t.minimum, 'maximum', t.maximum, 'last', t.last_value,
  'lastAt', t.last_at, 'counts', t.counts`;

const factsAnd = (segments: string): string => `
  WITH RECURSIVE ${NEEDED}, w AS (
    SELECT o.*, date_trunc('quarter', ($4::timestamptz - interval '7 days') AT TIME ZONE o.time_zone) AT TIME ZONE o.time_zone
        AS counted_from,
      (date_trunc('quarter', ($5::timestamptz + interval '7 days') AT TIME ZONE o.time_zone) + interval '3 months')
        AT TIME ZONE o.time_zone AS counted_to
    FROM organization o WHERE o.id = $1
  ), n AS (
    SELECT m.id, EXISTS (SELECT FROM metric_version v WHERE v.organization_id = $1 AND v.metric_id = m.id
        AND v.class = 'perception') AS perception,
      EXISTS (SELECT FROM metric_version v WHERE v.organization_id = $1 AND v.metric_id = m.id
        AND v.aggregation = 'share') AS counted
    FROM metric m WHERE m.organization_id = $1 AND m.id = $2
  ), cell AS (
    SELECT s.pairs ->> $6::text AS value, ${QUARTERS}, to_char(${LOCAL}, 'YYYY-MM-DD') AS day, r.*
    FROM w CROSS JOIN segment_set s JOIN rollup r ON r.organization_id = $1 AND r.metric_id = $2 AND r.grain = $3
      AND r.segment_set_id = s.id AND r.bucket >= $4 AND r.bucket < $5
    WHERE s.organization_id = $1 AND s.pairs ? $6::text AND s.pairs - $6::text = '{}'::jsonb
  ), counted AS (
    SELECT value, first_quarter, last_quarter, jsonb_object_agg(rating, times) AS counts
    FROM (SELECT cell.value, first_quarter, last_quarter, c.key AS rating, sum(c.value::bigint)::bigint AS times
          FROM cell CROSS JOIN LATERAL jsonb_each_text(counts) AS c GROUP BY 1, 2, 3, 4) AS each
    GROUP BY value, first_quarter, last_quarter
  ), stretch AS (
    SELECT value, first_quarter, last_quarter, min(bucket) AS bucket, min(day) AS day, sum(observations)::float8 AS observations, sum(n) AS n,
      sum(sum) AS sum, sum(sum_of_squares) AS sum_of_squares, min(minimum) AS minimum, max(maximum) AS maximum,
      (array_agg(last_value ORDER BY last_at DESC, last_value DESC))[1] AS last_value, max(last_at) AS last_at
    FROM cell GROUP BY value, first_quarter, last_quarter
  )
  SELECT w.time_zone AS "timeZone", w.week_start AS "weekStart", w.minimum_group_size AS "minimumGroupSize",
    ($4::timestamptz AT TIME ZONE w.time_zone)::date::text AS "fromDay", ${BREAKS} AS breaks,
    (SELECT json_agg(json_build_object('validFrom', v.valid_from, 'aggregation', v.aggregation, 'class', v.class,
        'scaleMinimum', v.scale_minimum, 'scaleMaximum', v.scale_maximum, 'formula', v.formula) ORDER BY v.valid_from)
      FROM metric_version v WHERE v.organization_id = $1 AND v.metric_id = n.id) AS versions,
    CASE WHEN n.perception THEN ${COUNTED_OF_SEGMENTS} END AS people,
    (SELECT coalesce(json_agg(json_build_object(${FACTS}) ORDER BY t.bucket), '[]')
      FROM (SELECT ${QUARTERS}, to_char(${LOCAL}, 'YYYY-MM-DD') AS day, r.* FROM rollup r
            WHERE r.organization_id = $1 AND r.metric_id = $2 AND r.grain = $3 AND r.segment_set_id = 0
              AND r.bucket >= $4 AND r.bucket < $5) AS t) AS whole,
    (SELECT coalesce(json_agg(json_build_object('value', t.value, ${FACTS})), '[]')
      FROM (${segments}) AS t) AS segments
  FROM w JOIN n ON true`;

/** Everybody by bucket, and every value of a dimension by quarter, in one statement. */
export const SEGMENTS = factsAnd('SELECT * FROM stretch LEFT JOIN counted USING (value, first_quarter, last_quarter)');

/** Everybody and the values in `$7`, all by bucket, in one statement. */
export const SEGMENT_LINES = factsAnd('SELECT * FROM cell WHERE value = ANY($7::text[]) ORDER BY bucket');
