import { Injectable } from '@nestjs/common';
import { NotFoundError } from '@touchstone/domain';
import { validate as isUuid } from 'uuid';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Connection, connectionFrom, pageOf } from '../../platform/graphql/connection.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import type { InvitationType } from './invitation.type.js';

export interface InvitationFilter {
  readonly assessmentId: string;
  readonly first: number;
  readonly after?: string | null;
  readonly raterGroupId?: string | null;
  readonly state?: string | null;
  readonly search?: string | null;
}

type Row = InvitationType & { createdAt: string };

/** Invited people with where each stands; one statement. Seats that group links opened belong to nobody and are not listed. */
@Injectable()
export class InvitationsReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(principal: Principal, filter: InvitationFilter): Promise<Connection<InvitationType>> {
    if (!isUuid(filter.assessmentId)) throw new NotFoundError('Assessment');
    const page = pageOf(filter.first, filter.after, ['instant', 'id']);
    const [row] = await this.unitOfWork.read(principal, (transaction) =>
      transaction.query<{ total: number; rows: Row[] | null }>(
        `WITH described AS (${DESCRIBED} AND i.assessment_id = $2
             AND ($3::uuid IS NULL OR i.rater_group_id = $3)
             AND ($4::text IS NULL OR coalesce(i.email, '') ILIKE '%' || $4 || '%' OR coalesce(i.name, '') ILIKE '%' || $4 || '%')
         ), matching AS (SELECT * FROM described WHERE $5::text IS NULL OR state = $5),
         page AS (
           SELECT * FROM matching WHERE $6::timestamptz IS NULL OR ("createdAt", id) > ($6, $7::uuid)
           ORDER BY "createdAt", id LIMIT $8 + 1
         )
         SELECT (SELECT count(*)::int FROM matching) AS total,
                (SELECT json_agg(page ORDER BY "createdAt", id) FROM page) AS rows`,
        [
          principal.organizationId,
          filter.assessmentId,
          filter.raterGroupId ? rowId(filter.raterGroupId, 'Rater group') : null,
          filter.search?.trim().replace(/[\\%_]/g, '\\$&') || null,
          filter.state ?? null,
          page.after?.[0] ?? null,
          page.after?.[1] ?? null,
          page.first,
        ],
      ),
    );
    return connectionFrom<Row>(row?.rows ?? [], page, row?.total ?? 0, (node) => [node.createdAt, node.id]);
  }

  byIdsIn(transaction: Transaction, ids: readonly string[]): Promise<InvitationType[]> {
    return transaction.query<InvitationType>(`${DESCRIBED} AND i.id = ANY($2)`, [transaction.organizationId, ids]);
  }
}

/** In an anonymous wave the office does not learn who has begun or answered; reminders find the right people by themselves. */
const DESCRIBED = `
  SELECT i.id, i.rater_group_id AS "raterGroupId", g.name AS "raterGroupName", i.email, i.name,
    CASE WHEN i.submitted_on IS NOT NULL AND a.anonymity <> 'anonymous' THEN 'submitted'
         WHEN i.revoked_at IS NOT NULL THEN 'revoked'
         WHEN i.expires_at <= now() THEN 'expired'
         WHEN i.opened_at IS NOT NULL AND a.anonymity <> 'anonymous' THEN 'opened'
         ELSE 'issued' END AS state,
    i.mailed_at AS "mailedAt",
    CASE WHEN a.anonymity <> 'anonymous' THEN i.reminded_at END AS "remindedAt",
    CASE WHEN a.anonymity <> 'anonymous' THEN i.reminder_count ELSE 0 END AS "reminderCount",
    a.anonymity <> 'anonymous' AND EXISTS (SELECT FROM answer_draft d WHERE d.organization_id = i.organization_id AND d.invitation_id = i.id) AS "hasDraft",
    i.expires_at AS "expiresAt", i.created_at AS "createdAt"
  FROM invitation i JOIN rater_group g ON g.organization_id = i.organization_id AND g.id = i.rater_group_id
  JOIN assessment a ON a.organization_id = i.organization_id AND a.id = i.assessment_id
  WHERE i.organization_id = $1 AND i.kind = 'person'`;
