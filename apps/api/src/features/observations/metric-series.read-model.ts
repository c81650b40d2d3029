import { Injectable } from '@nestjs/common';
import {
  type Calendar,
  dayOf,
  MEASURED_AGGREGATIONS,
  type MeasuredAggregation,
  measureOf,
  NotFoundError,
  RuleError,
  type Tally,
  ValidationError,
} from '@touchstone/domain';
import { validate as isUuid } from 'uuid';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Connection, connectionFrom, pageOf } from '../../platform/graphql/connection.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { type MappedVersion, versionOn } from './mapped-metrics.js';
import type {
  GrainEnum,
  MetricSegmentType,
  MetricSeriesType,
  ObservationRowType,
  SegmentInput,
  SeriesPointType,
} from './metric-series.type.js';

export interface SeriesAsked {
  readonly metricId: string;
  readonly grain: GrainEnum;
  readonly from: Date;
  readonly to: Date;
  readonly segment?: SegmentInput | null;
}

export interface RowsAsked extends Omit<SeriesAsked, 'grain'> {
  readonly first: number;
  readonly after?: string | null;
}

type Version = MappedVersion & { readonly class: string };
type Point = Omit<Tally, 'lastAt'> & { readonly bucket: string; readonly lastAt: string };
type Found = Omit<MetricSeriesType, 'metricId' | 'grain' | 'points'> & { versions: Version[] | null; points: Point[] };

const MOST_POINTS = 5000;
const SHORTEST_MS = {
  hour: 3_600_000,
  day: 82_800_000,
  week: 600_000_000,
  month: 2_400_000_000,
  quarter: 7_700_000_000,
};

/** The number of a cut in the organisation: everybody, or one value of one dimension. */
const CUT = (dimension: string, value: string): string =>
  `(SELECT id FROM segment_set WHERE organization_id = $1 AND pairs =
    CASE WHEN ${dimension}::text IS NULL THEN '{}'::jsonb ELSE jsonb_build_object(${dimension}::text, ${value}::text) END)`;

/** Metrics over time, from roll-ups alone: what a page costs does not depend on how much was observed. */
@Injectable()
export class MetricSeriesReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async series(principal: Principal, { metricId, grain, from, to, segment }: SeriesAsked): Promise<MetricSeriesType> {
    if (!isUuid(metricId)) throw new NotFoundError('Metric');
    demandRange(from, to, SHORTEST_MS[grain] * MOST_POINTS);
    const [row] = await this.unitOfWork.read(principal, (transaction) =>
      transaction.query<Found>(
        `SELECT o.time_zone AS "timeZone", o.minimum_group_size AS "minimumGroupSize",
           (SELECT max(last_at) FROM rollup WHERE organization_id = $1 AND metric_id = $2 AND grain = 'quarter'
             AND segment_set_id = 0) AS "lastAt",
           EXISTS (SELECT FROM dirty_bucket WHERE organization_id = $1 AND metric_id = $2) AS pending,
           (SELECT coalesce(json_agg(json_build_object('beginsOn', begins_on, 'cause', cause, 'note', note)
               ORDER BY begins_on, cause), '[]')
            FROM series_break WHERE organization_id = $1 AND metric_id = $2) AS breaks,
           (SELECT json_agg(json_build_object('validFrom', valid_from, 'aggregation', aggregation, 'class', class,
               'scaleMinimum', scale_minimum, 'scaleMaximum', scale_maximum) ORDER BY valid_from)
            FROM metric_version WHERE organization_id = $1 AND metric_id = $2) AS versions,
           (SELECT coalesce(json_agg(json_build_object('bucket', bucket, 'observations', observations, 'n', n, 'sum', sum,
               'sumOfSquares', sum_of_squares, 'minimum', minimum, 'maximum', maximum, 'last', last_value,
               'lastAt', last_at, 'counts', counts) ORDER BY bucket), '[]')
            FROM rollup WHERE organization_id = $1 AND metric_id = $2 AND grain = $3 AND segment_set_id = ${CUT('$6', '$7')}
              AND bucket >= $4 AND bucket < $5) AS points
         FROM metric m JOIN organization o ON o.id = m.organization_id WHERE m.organization_id = $1 AND m.id = $2`,
        [principal.organizationId, metricId, grain, from, to, segment?.dimension ?? null, segment?.value ?? null],
      ),
    );
    if (!row?.versions) throw new NotFoundError('Metric');
    const { versions, points, ...rest } = row;
    return { ...rest, metricId, grain, points: points.map((point) => pointOf(point, versions, rest)) };
  }

  /** The cuts that there are observations of. */
  async segments(principal: Principal, metricId: string): Promise<MetricSegmentType[]> {
    if (!isUuid(metricId)) throw new NotFoundError('Metric');
    const [row] = await this.unitOfWork.read(principal, (transaction) =>
      transaction.query<{ segments: MetricSegmentType[] }>(
        `SELECT (SELECT coalesce(json_agg(json_build_object('dimension', pair.key, 'value', pair.value,
               'observations', CASE WHEN perception.yes AND r.observations < o.minimum_group_size THEN NULL ELSE r.observations END)
               ORDER BY pair.key, r.observations DESC, pair.value), '[]')
            FROM (SELECT segment_set_id, sum(observations) AS observations FROM rollup
                  WHERE organization_id = $1 AND metric_id = $2 AND grain = 'quarter' AND segment_set_id <> 0
                  GROUP BY segment_set_id) AS r
            JOIN segment_set s ON s.organization_id = $1 AND s.id = r.segment_set_id
            CROSS JOIN LATERAL jsonb_each_text(s.pairs) AS pair) AS segments
         FROM metric m JOIN organization o ON o.id = m.organization_id
         CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM metric_version v
           WHERE v.organization_id = $1 AND v.metric_id = m.id AND v.class = 'perception') AS yes) AS perception
         WHERE m.organization_id = $1 AND m.id = $2`,
        [principal.organizationId, metricId],
      ),
    );
    if (!row) throw new NotFoundError('Metric');
    return row.segments;
  }

  /** The rows that a point was made of. */
  async rows(principal: Principal, asked: RowsAsked): Promise<Connection<ObservationRowType>> {
    const { metricId, from, to, segment } = asked;
    if (!isUuid(metricId)) throw new NotFoundError('Metric');
    demandRange(from, to, Infinity);
    const page = pageOf(asked.first, asked.after, ['instant', 'text']);
    const [row] = await this.unitOfWork.read(principal, (transaction) =>
      transaction.query<{ total: number; minimum: number | null; rows: (ObservationRowType & { key: string })[] }>(
        `WITH behind AS (
           SELECT o.observed_at, o.natural_key, o.segment_set_id, o.value, o.n, o.import_id FROM observation o
           JOIN segment_margin g ON g.organization_id = $1 AND g.segment_set_id = o.segment_set_id
             AND g.margin_id = ${CUT('$5', '$6')}
           WHERE o.organization_id = $1 AND o.metric_id = $2 AND o.observed_at >= $3 AND o.observed_at < $4
         )
         SELECT (SELECT count(*)::int FROM behind) AS total,
           (SELECT org.minimum_group_size FROM organization org WHERE org.id = $1 AND EXISTS (SELECT FROM metric_version v
             WHERE v.organization_id = $1 AND v.metric_id = m.id AND v.class = 'perception')) AS minimum,
           (SELECT coalesce(json_agg(json_build_object('observedAt', b.observed_at, 'key', b.natural_key, 'value', b.value,
               'n', b.n, 'segments', s.pairs, 'importId', b.import_id, 'fileName', i.file_name)
               ORDER BY b.observed_at, b.natural_key), '[]')
            FROM (SELECT * FROM behind WHERE $7::timestamptz IS NULL OR (observed_at, natural_key) > ($7, $8::text::uuid)
                  ORDER BY observed_at, natural_key LIMIT $9 + 1) AS b
            JOIN segment_set s ON s.organization_id = $1 AND s.id = b.segment_set_id
            LEFT JOIN observation_import i ON i.organization_id = $1 AND i.id = b.import_id) AS rows
         FROM metric m WHERE m.organization_id = $1 AND m.id = $2`,
        [
          principal.organizationId,
          metricId,
          from,
          to,
          segment?.dimension ?? null,
          segment?.value ?? null,
          page.after?.[0] ?? null,
          cursorKey(page.after?.[1]),
          page.first,
        ],
      ),
    );
    if (!row) throw new NotFoundError('Metric');
    const { total, minimum, rows } = row;
    if (minimum !== null && total > 0 && total < minimum)
      throw new RuleError('TOO_FEW_TO_SHOW', 'Too few people stand behind this point.', { minimum });
    return connectionFrom(rows, page, total, ({ observedAt, key }) => [String(observedAt), key]);
  }
}

function cursorKey(value: string | number | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(String(value))) return String(value);
  throw ValidationError.of('after', 'bad_cursor', 'Use the endCursor of the page before.');
}

function demandRange(from: Date, to: Date, longest: number): void {
  if (from > to) throw ValidationError.of('to', 'before_start', 'The end lies before the beginning.');
  if (to.getTime() - from.getTime() > longest)
    throw ValidationError.of('to', 'range_too_long', `At most ${MOST_POINTS} points at once; choose a coarser grain.`, {
      maximum: MOST_POINTS,
    });
}

interface SeriesRules {
  readonly minimumGroupSize: number;
  readonly timeZone: Calendar['timeZone'];
}

function pointOf(
  { bucket, lastAt, ...sums }: Point,
  versions: readonly Version[],
  { minimumGroupSize, timeZone }: SeriesRules,
): SeriesPointType {
  const version = versionOn(versions, dayOf(Date.parse(bucket), timeZone));
  const suppressed = version.class === 'perception' && sums.observations < minimumGroupSize;
  if (suppressed || !isMeasured(version.aggregation))
    return { bucket: new Date(bucket), value: null, lower: null, upper: null, n: null, observations: null, suppressed };
  const { scaleMinimum, scaleMaximum, aggregation } = version;
  const tally = { ...sums, lastAt: Date.parse(lastAt) };
  const measure = measureOf({ definition: { aggregation, scaleMinimum, scaleMaximum }, tally });
  return { bucket: new Date(bucket), ...measure, observations: sums.observations, suppressed };
}

const isMeasured = (aggregation: string): aggregation is MeasuredAggregation =>
  (MEASURED_AGGREGATIONS as readonly string[]).includes(aggregation);
