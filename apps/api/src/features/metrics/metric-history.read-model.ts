import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Connection, connectionFrom, pageOf } from '../../platform/graphql/connection.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import type { MetricEditType } from './metric-history.resolver.js';

type Row = MetricEditType & { sequence: number };

/** What happened to a metric and its parts, newest first, a page at a time: one statement. */
@Injectable()
export class MetricHistoryReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(
    principal: Principal,
    id: string,
    first: number,
    after: string | null,
  ): Promise<Connection<MetricEditType>> {
    const page = pageOf(first, after, ['number']);
    const [answer] = await this.unitOfWork.read(principal, ({ query, organizationId }) =>
      query<{ total: number; rows: Row[] | null }>(LIST, [
        organizationId,
        rowId(id, 'Metric'),
        page.after?.[0] ?? null,
        page.first,
      ]),
    );
    return connectionFrom<Row>(answer?.rows ?? [], page, answer?.total ?? 0, ({ sequence }) => [sequence]);
  }
}

/** A part is known by the event that made or removed it, which names the metric; what changed it in between does not. */
const LIST = `
  WITH part AS (
    SELECT DISTINCT e.object_kind, e.object_id FROM audit_event e
    WHERE e.organization_id = $1
      AND e.object_kind IN ('MetricTarget', 'MetricLink', 'SeriesBreak', 'MetricAnnotation', 'MetricConflict')
      AND $2::text IN (e.changes ->> 'metricId', e.changes ->> 'otherMetricId')
    UNION ALL SELECT 'Metric', $2::text
  ), matching AS (
    SELECT e.sequence FROM part
    JOIN audit_event e ON e.organization_id = $1 AND e.object_kind = part.object_kind AND e.object_id = part.object_id
  ), page AS (
    SELECT sequence FROM matching WHERE $3::bigint IS NULL OR sequence < $3 ORDER BY sequence DESC LIMIT $4 + 1
  )
  SELECT (SELECT count(*)::int FROM matching) AS total,
    (SELECT json_agg(json_build_object('id', e.id, 'sequence', e.sequence, 'occurredAt', e.occurred_at,
       'actorKind', e.actor_kind, 'actorName', coalesce(a.name, m.name), 'act', e.act, 'changes', e.changes)
       ORDER BY e.sequence DESC)
     FROM page p JOIN audit_event e ON e.organization_id = $1 AND e.sequence = p.sequence
     LEFT JOIN membership m ON m.organization_id = e.organization_id AND m.id = e.actor_id
     LEFT JOIN account a ON a.id = m.account_id) AS rows`;
