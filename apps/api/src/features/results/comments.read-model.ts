import { Injectable } from '@nestjs/common';
import { NotFoundError } from '@touchstone/domain';
import { validate as isUuid } from 'uuid';
import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Connection, connectionFrom, pageOf } from '../../platform/graphql/connection.js';
import { abilityOf, type Principal } from '../../platform/tenancy/principal.js';
import type { CommentType } from './result.type.js';

type Row = CommentType & { id: string };

/**
 * What respondents wrote, practice by practice, without group and in no order of arrival. Only after closing, and only
 * for practices whose pooled score is shown: a comment on a hidden practice would come from fewer people than promised.
 */
@Injectable()
export class CommentsReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(
    principal: Principal,
    filter: { assessmentId: string; practiceId: string | null; first: number; after: string | null },
  ): Promise<Connection<CommentType>> {
    if (!isUuid(filter.assessmentId)) throw new NotFoundError('Assessment');
    const page = pageOf(filter.first, filter.after, ['text', 'id']);
    const visible = abilityToSql(abilityOf(principal), 'read', 'ResultSet', { state: 'a.state' }, 7);
    const [row] = await this.unitOfWork.read(principal, (transaction) =>
      transaction.query<{ total: number; rows: Row[] | null }>(
        `WITH released AS (
           SELECT k.id, k.practice_id AS "practiceId", k.text, k.locale
           FROM assessment a
           JOIN result_set r ON r.organization_id = a.organization_id AND r.assessment_id = a.id AND r.superseded_at IS NULL
           JOIN answer_comment k ON k.organization_id = a.organization_id AND k.assessment_id = a.id
           WHERE a.organization_id = $1 AND a.id = $2 AND ${visible.sql} AND ($3::text IS NULL OR k.practice_id = $3)
             AND (a.anonymity = 'named' OR EXISTS (
               SELECT FROM result_cell c WHERE c.organization_id = r.organization_id AND c.result_set_id = r.id
                 AND c.node_kind = 'practice' AND c.node_id = k.practice_id AND c.rater_group_id IS NULL AND c.suppression = 'shown'))
         ), page AS (
           SELECT * FROM released WHERE $4::text IS NULL OR ("practiceId", id) > ($4, $5::uuid)
           ORDER BY "practiceId", id LIMIT $6 + 1
         )
         SELECT (SELECT count(*)::int FROM released) AS total, (SELECT json_agg(page ORDER BY "practiceId", id) FROM page) AS rows`,
        [
          principal.organizationId,
          filter.assessmentId,
          filter.practiceId,
          page.after?.[0] ?? null,
          page.after?.[1] ?? null,
          page.first,
          ...visible.parameters,
        ],
      ),
    );
    return connectionFrom<Row>(row?.rows ?? [], page, row?.total ?? 0, ({ practiceId, id }) => [practiceId, id]);
  }
}
