import { Injectable } from '@nestjs/common';
import { nextBucket, NotFoundError, RuleError, ValidationError } from '@touchstone/domain';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Connection, connectionFrom, pageOf } from '../../platform/graphql/connection.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { assembleSeries } from './assemble-series.js';
import type { ObservationRowType } from './metric-series.type.js';
import { CUT, demandRange, type SeriesAsked, seriesFacts } from './series-facts.js';
import { versionOn } from './mapped-metrics.js';

export interface RowsAsked extends SeriesAsked {
  readonly first: number;
  readonly after?: string | null;
}

type Row = ObservationRowType & { readonly key: string };

/**
 * The rows that a point was made of. Of perceptions only those of everybody, of exactly one bucket that is shown, without
 * the hour and without segments: two lists could otherwise be laid beside each other, row by row.
 */
@Injectable()
export class ObservationRowsReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async rows(principal: Principal, asked: RowsAsked): Promise<Connection<ObservationRowType>> {
    demandRange(asked.from, asked.to, Infinity);
    const { first, after } = pageOf(asked.first, asked.after, ['instant', 'text']);
    return this.unitOfWork.read(principal, async (transaction) => {
      const masked = await demandShown(transaction, asked);
      const { metricId, from, to, segment } = asked;
      const seen = masked ? '$3::timestamptz' : 'b.observed_at';
      // One row of a file is one person in every metric of it: by their common key two lists could be laid side by side.
      const key = masked ? 'md5(o.metric_id::text || o.natural_key::text)::uuid' : 'o.natural_key';
      const order = masked ? 'natural_key' : 'observed_at, natural_key';
      const beyond = masked
        ? 'natural_key > $8::text::uuid'
        : '(observed_at, natural_key) > ($7::text::timestamptz, $8::text::uuid)';
      const [row] = await transaction.query<{ total: number; rows: Row[] }>(
        `WITH behind AS (
           SELECT o.observed_at, ${key} AS natural_key, o.segment_set_id, o.value, o.n, o.import_id FROM observation o
           JOIN segment_margin g ON g.organization_id = $1 AND g.segment_set_id = o.segment_set_id
             AND g.margin_id = ${CUT('$5', '$6')}
           WHERE o.organization_id = $1 AND o.metric_id = $2 AND o.observed_at >= $3 AND o.observed_at < $4
         )
         SELECT (SELECT count(*)::int FROM behind) AS total,
           (SELECT coalesce(json_agg(json_build_object('observedAt', ${seen}, 'key', b.natural_key, 'value', b.value,
               'n', b.n, 'segments', ${masked ? `'{}'::jsonb` : 's.pairs'}, 'importId', b.import_id, 'fileName', i.file_name)
               ORDER BY ${order}), '[]')
            FROM (SELECT * FROM behind WHERE $7::text IS NULL OR $8::text IS NULL OR ${beyond}
                  ORDER BY ${order} LIMIT $9 + 1) AS b
            JOIN segment_set s ON s.organization_id = $1 AND s.id = b.segment_set_id
            LEFT JOIN observation_import i ON i.organization_id = $1 AND i.id = b.import_id) AS rows`,
        [
          transaction.organizationId,
          metricId,
          from,
          to,
          segment?.dimension ?? null,
          segment?.value ?? null,
          after?.[0] ?? null,
          cursorKey(after?.[1]),
          first,
        ],
      );
      const { total, rows } = row!;
      return connectionFrom(rows, { first, after }, total, ({ observedAt, key }) => [String(observedAt), key]);
    });
  }
}

function cursorKey(value: string | number | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(String(value))) return String(value);
  throw ValidationError.of('after', 'bad_cursor', 'Use the endCursor of the page before.');
}

/** Whether the rows are of perceptions. Refuses what would tell of too few people. */
async function demandShown(transaction: Transaction, asked: RowsAsked): Promise<boolean> {
  const facts = await seriesFacts(transaction, asked);
  const metric = facts.metrics.find(({ id }) => id === asked.metricId);
  if (!metric) throw new NotFoundError('Metric');
  if (metric.versions.every(({ class: kind }) => kind === 'state')) return false;
  if (metric.points.length > 0 && versionOn(metric.versions, metric.points[0]!.day).aggregation === 'formula')
    return true;
  if (asked.segment) throw new RuleError('SEGMENT_ROWS_WITHHELD', 'Single answers are not listed by segment.');
  const from = asked.from.getTime();
  if (nextBucket(from, asked.grain, facts) !== asked.to.getTime())
    throw ValidationError.of('to', 'not_a_bucket', 'Single answers are listed for one point of the series at a time.');
  const points = assembleSeries(facts, asked).filter(({ control: { at } }) => at >= from && at < asked.to.getTime());
  if (points.some(({ control: { at } }) => at !== from))
    throw ValidationError.of(
      'from',
      'not_a_bucket',
      'Single answers are listed for one point of the series at a time.',
    );
  if (points.some(({ tally }) => tally === null)) {
    const minimum = facts.minimumGroupSize;
    throw new RuleError('TOO_FEW_TO_SHOW', 'Too few people stand behind this point.', { minimum });
  }
  return true;
}
