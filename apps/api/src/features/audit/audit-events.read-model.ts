import { Injectable } from '@nestjs/common';
import { searchPattern } from '../../platform/database/search-pattern.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Connection, connectionFrom, pageOf } from '../../platform/graphql/connection.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import type { AuditEventType } from './audit.type.js';

export interface AuditFilter {
  readonly first: number;
  readonly after: string | null;
  readonly objectKind: string | null;
  readonly objectId: string | null;
  readonly act: string | null;
  readonly search: string | null;
}

/** What happened, newest first, a page at a time: one statement. */
@Injectable()
export class AuditEventsReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(principal: Principal, filter: AuditFilter): Promise<Connection<AuditEventType>> {
    const page = pageOf(filter.first, filter.after, ['number']);
    const [answer] = await this.unitOfWork.read(principal, (transaction) =>
      transaction.query<{ total: number; rows: AuditEventType[] | null }>(LIST, [
        transaction.organizationId,
        filter.objectKind || null,
        filter.objectId || null,
        filter.act || null,
        searchPattern(filter.search),
        page.after?.[0] ?? null,
        page.first,
      ]),
    );
    return connectionFrom(answer?.rows ?? [], page, answer?.total ?? 0, ({ sequence }) => [sequence]);
  }
}

const ACTOR = `
  LEFT JOIN membership m ON m.organization_id = e.organization_id AND m.id = e.actor_id
  LEFT JOIN account a ON a.id = m.account_id`;

/** What is counted is numbers alone: the events themselves, which can be large, are read for the page only. */
const LIST = `
  WITH matching AS (
    SELECT e.sequence FROM audit_event e ${ACTOR}
    WHERE e.organization_id = $1
      AND ($2::text IS NULL OR e.object_kind = $2)
      AND ($3::text IS NULL OR e.object_id = $3)
      AND ($4::text IS NULL OR e.act = $4)
      AND ($5::text IS NULL OR e.act ILIKE $5 OR coalesce(a.name, m.name) ILIKE $5)
  ), page AS (
    SELECT sequence FROM matching WHERE $6::bigint IS NULL OR sequence < $6 ORDER BY sequence DESC LIMIT $7 + 1
  )
  SELECT (SELECT count(*)::int FROM matching) AS total,
    (SELECT json_agg(json_build_object(
       'id', e.id, 'sequence', e.sequence, 'occurredAt', e.occurred_at, 'actorKind', e.actor_kind,
       'actorName', coalesce(a.name, m.name), 'act', e.act, 'objectKind', e.object_kind, 'objectId', e.object_id,
       'changes', e.changes, 'hash', encode(e.hash, 'hex')) ORDER BY e.sequence DESC)
     FROM page p JOIN audit_event e ON e.organization_id = $1 AND e.sequence = p.sequence ${ACTOR}) AS rows`;
