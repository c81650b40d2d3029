import { Injectable } from '@nestjs/common';
import {
  compareToRest,
  type MeasuredAggregation,
  type MeasuredDefinition,
  measureOf,
  mergeAll,
  NotFoundError,
  type Tally,
} from '@touchstone/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { connectionFrom, pageOf } from '../../platform/graphql/connection.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { breakInside } from './compare-periods.read-model.js';
import { versionOn } from './mapped-metrics.js';
import type { MetricDimensionType, MetricSegmentsType, MetricSegmentType } from './metric-segments.type.js';
import type { GrainEnum } from './metric-series.type.js';
import { ComparisonRefusalEnum } from './period-comparison.type.js';
import { SEGMENTS, type SegmentFacts, type StretchFacts } from './segment-facts.js';
import { demandRange } from './series-facts.js';
import { withheldSegments } from './withheld-points.js';

export interface SegmentsAsked {
  readonly metricId: string;
  readonly dimension: string;
  readonly grain: GrainEnum;
  readonly from: Date;
  readonly to: Date;
  readonly search?: string | null;
  readonly first: number;
  readonly after?: string | null;
}

const NOTHING = { value: null, lower: null, upper: null, n: null };
const UNTOLD = { difference: null, differenceLower: null, differenceUpper: null, p: null };
/** What cannot be taken back from a whole has no rest to compare with. */
const WITHOUT_REST: readonly string[] = ['sum', 'minimum', 'maximum', 'last'];

/** How the values of one dimension differ over a period, from what may be shown of them and nothing else. */
@Injectable()
export class MetricSegmentsReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** What a metric can be broken down by. */
  async dimensions(principal: Principal, metricId: string): Promise<MetricDimensionType[]> {
    const [row] = await this.unitOfWork.read(principal, (transaction) =>
      transaction.query<{ dimensions: MetricDimensionType[] }>(
        `SELECT (SELECT coalesce(json_agg(json_build_object('dimension', d.key, 'values', d.values) ORDER BY d.key), '[]')
            FROM (SELECT pair.key, count(*)::int AS values FROM segment_set s
                  CROSS JOIN LATERAL jsonb_each_text(s.pairs) AS pair
                  WHERE s.organization_id = $1 AND s.id IN (SELECT segment_set_id FROM rollup
                    WHERE organization_id = $1 AND metric_id = $2 AND grain = 'quarter' AND segment_set_id <> 0)
                  GROUP BY pair.key) AS d) AS dimensions
         FROM metric m WHERE m.organization_id = $1 AND m.id = $2`,
        [principal.organizationId, rowId(metricId, 'Metric')],
      ),
    );
    if (!row) throw new NotFoundError('Metric');
    return row.dimensions;
  }

  async segments(principal: Principal, asked: SegmentsAsked): Promise<MetricSegmentsType> {
    const { metricId, dimension, grain, from, to } = asked;
    demandRange(from, to, Infinity);
    const page = pageOf(asked.first, asked.after, ['number']);
    const [facts] = await this.unitOfWork.read(principal, (transaction) =>
      transaction.query<SegmentFacts>(SEGMENTS, [
        transaction.organizationId,
        rowId(metricId, 'Metric'),
        grain,
        from,
        to,
        dimension,
      ]),
    );
    if (!facts?.versions) throw new NotFoundError('Metric');
    const broken = breakInside(facts, from, to) ?? null;
    const version = versionOn(facts.versions, facts.fromDay);
    const aggregation = version.aggregation as MeasuredAggregation;
    const definition = { ...version, aggregation };
    const isComputed = version.aggregation === 'formula';
    const withheld = withheldSegments(facts, grain);
    const whole = facts.whole.filter((point) => !withheld.whole(point));
    const everybody = broken || isComputed ? NOTHING : measureOf({ definition, tally: mergeAll(whole.map(tallyOf)) });
    const wanted = asked.search?.trim().toLowerCase() ?? '';
    const parts = broken || isComputed ? [] : partsOf(facts, whole, withheld.segment);
    const shown = parts.filter(({ part, whole: all }) => part && all).length;
    const found = parts.filter(({ segment }) => segment.toLowerCase().includes(wanted));
    const begin = Number(page.after?.[0] ?? 0);
    const numbered = found
      .slice(begin, begin + page.first + 1)
      .map((part, index) => ({ ...rowOf(part, definition, shown), next: begin + index + 1 }));
    return {
      value: everybody.value,
      lower: everybody.lower,
      upper: everybody.upper,
      n: everybody.value === null ? null : everybody.n,
      brokenBy: broken,
      segments: connectionFrom(numbered, page, found.length, ({ next }) => [next]),
    };
  }
}

interface Part {
  readonly segment: string;
  /** Null where it is withheld. */
  readonly part: Tally | null;
  /** Everybody over the same buckets. */
  readonly whole: Tally | null;
}

/** The largest first; those withheld last and by name, because their order would tell of their size. */
function partsOf(
  facts: SegmentFacts,
  whole: readonly StretchFacts[],
  isWithheld: (value: string, stretch: StretchFacts) => boolean,
): Part[] {
  const key = ({ firstQuarter, lastQuarter }: StretchFacts): string => `${firstQuarter} ${lastQuarter}`;
  const wholes = new Map<string, Tally[]>();
  for (const point of whole) wholes.set(key(point), [...(wholes.get(key(point)) ?? []), tallyOf(point)]);
  const bySegment = new Map<string, (StretchFacts & { value: string })[]>();
  for (const stretch of facts.segments) {
    const own = bySegment.get(stretch.value);
    if (own) own.push(stretch);
    else bySegment.set(stretch.value, [stretch]);
  }
  const parts = [...bySegment].map(([segment, own]): Part => {
    const shown = own.filter((stretch) => !isWithheld(segment, stretch));
    const part = mergeAll(shown.map(tallyOf));
    return { segment, part, whole: part && mergeAll(shown.flatMap((stretch) => wholes.get(key(stretch)) ?? [])) };
  });
  const size = ({ part, whole: all }: Part) => (part && all ? part.n : -1);
  return parts.sort((a, b) => size(b) - size(a) || (a.segment < b.segment ? -1 : 1));
}

function rowOf({ segment, part, whole }: Part, definition: MeasuredDefinition, parts: number): MetricSegmentType {
  if (!part || !whole) return { segment, ...NOTHING, ...UNTOLD, suppressed: true, refusal: null };
  const { value, lower, upper, n } = measureOf({ definition, tally: part });
  const row = { segment, value, lower, upper, n, suppressed: false };
  if (WITHOUT_REST.includes(definition.aggregation))
    return { ...row, ...UNTOLD, refusal: ComparisonRefusalEnum.NO_TEST };
  const found = compareToRest(definition, { part, whole }, parts);
  if (found.refusal) return { ...row, ...UNTOLD, refusal: found.refusal as ComparisonRefusalEnum };
  const { difference, lower: differenceLower, upper: differenceUpper, p } = found;
  return { ...row, difference, differenceLower, differenceUpper, p, refusal: null };
}

const tallyOf = ({ lastAt, ...sums }: StretchFacts): Tally => ({ ...sums, lastAt: Date.parse(lastAt) });
