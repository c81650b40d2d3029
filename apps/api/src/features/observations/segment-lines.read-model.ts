import { Injectable } from '@nestjs/common';
import {
  MEASURED_AGGREGATIONS,
  type MeasuredAggregation,
  measureOf,
  NotFoundError,
  ValidationError,
} from '@touchstone/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { versionOn } from './mapped-metrics.js';
import type { GrainEnum } from './metric-series.type.js';
import { SEGMENT_LINES, type SegmentFacts, type StretchFacts } from './segment-facts.js';
import type { SegmentLinePointType, SegmentLinesType } from './segment-lines.type.js';
import { demandRange, longestOf, type SeriesVersion } from './series-facts.js';
import { withheldSegments } from './withheld-points.js';

/** More lines than these cannot be told apart. */
const MOST_LINES = 6;

export interface LinesAsked {
  readonly metricId: string;
  readonly dimension: string;
  readonly segments: readonly string[];
  readonly grain: GrainEnum;
  readonly from: Date;
  readonly to: Date;
}

/** Some values of one dimension over time, beside everybody: from roll-ups, in one statement. */
@Injectable()
export class SegmentLinesReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async lines(principal: Principal, asked: LinesAsked): Promise<SegmentLinesType> {
    const { metricId, dimension, grain, from, to } = asked;
    const segments = [...new Set(asked.segments)];
    if (segments.length > MOST_LINES)
      throw ValidationError.of('segments', 'too_many', `At most ${MOST_LINES} segments at once.`, {
        maximum: MOST_LINES,
      });
    demandRange(from, to, longestOf(grain));
    const [facts] = await this.unitOfWork.read(principal, (transaction) =>
      transaction.query<SegmentFacts>(SEGMENT_LINES, [
        transaction.organizationId,
        rowId(metricId, 'Metric'),
        grain,
        from,
        to,
        dimension,
        segments,
      ]),
    );
    if (!facts?.versions) throw new NotFoundError('Metric');
    const { versions, minimumGroupSize, breaks } = facts;
    const withheld = withheldSegments(facts, grain);
    const line = (points: readonly StretchFacts[], isWithheld: (point: StretchFacts) => boolean) =>
      points.flatMap((point) => pointOf(point, versionOn(versions, point.day), isWithheld(point)));
    const of = (segment: string) =>
      line(
        facts.segments.filter(({ value }) => value === segment),
        (point) => withheld.whole(point) || withheld.segment(segment, point),
      );
    return {
      minimumGroupSize,
      breaks: [...breaks],
      lines: [
        { segment: null, points: line(facts.whole, withheld.whole) },
        ...segments.map((segment) => ({ segment, points: of(segment) })),
      ],
    };
  }
}

/** None where the metric is computed from others on that day: the parts have segments, it has none. */
function pointOf(point: StretchFacts, version: SeriesVersion, suppressed: boolean): SegmentLinePointType[] {
  const { aggregation, scaleMinimum, scaleMaximum } = version;
  if (!isMeasured(aggregation)) return [];
  const bucket = new Date(point.bucket);
  if (suppressed) return [{ bucket, value: null, lower: null, upper: null, n: null, suppressed }];
  const { lastAt, ...sums } = point;
  const definition = { aggregation, scaleMinimum, scaleMaximum };
  const { value, lower, upper, n } = measureOf({ definition, tally: { ...sums, lastAt: Date.parse(lastAt) } });
  return [{ bucket, value, lower, upper, n, suppressed }];
}

const isMeasured = (aggregation: string): aggregation is MeasuredAggregation =>
  (MEASURED_AGGREGATIONS as readonly string[]).includes(aggregation);
