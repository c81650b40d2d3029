import { Injectable } from '@nestjs/common';
import { NotFoundError } from '@touchstone/domain';
import { validate as isUuid } from 'uuid';
import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { messageFor } from '../../platform/errors/messages.js';
import { type Connection, connectionFrom, pageOf } from '../../platform/graphql/connection.js';
import { abilityOf, type MemberPrincipal } from '../../platform/tenancy/principal.js';
import type { JobType } from './job.type.js';

export interface JobFilter {
  readonly first: number;
  readonly after?: string | null;
  readonly state?: string | null;
  readonly name?: string | null;
}

type Row = Omit<JobType, 'errorMessage'> & { errorParams: Record<string, string | number> | null };

/** Jobs as those who may see them see them: the office all of the organisation's, everybody else their own. */
@Injectable()
export class JobsReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(member: MemberPrincipal, filter: JobFilter): Promise<Connection<JobType>> {
    const page = pageOf(filter.first, filter.after, ['id']);
    const visible = abilityToSql(abilityOf(member), 'read', 'Job', { createdBy: 'j.created_by' }, 6);
    const [row] = await this.unitOfWork.read(member, (transaction) =>
      transaction.query<{ total: number; rows: Row[] | null }>(
        `WITH matching AS (
           SELECT id FROM job j WHERE organization_id = $1 AND ($2::text IS NULL OR state = $2)
             AND ($3::text IS NULL OR name = $3) AND ${visible.sql}
         ), page AS (
           SELECT ${COLUMNS} FROM job j WHERE organization_id = $1 AND id IN (
             SELECT id FROM matching WHERE $4::uuid IS NULL OR id < $4 ORDER BY id DESC LIMIT $5 + 1)
         )
         SELECT (SELECT count(*)::int FROM matching) AS total,
                (SELECT json_agg(page ORDER BY id DESC) FROM page) AS rows`,
        [
          member.organizationId,
          filter.state ?? null,
          filter.name ?? null,
          page.after?.[0] ?? null,
          page.first,
          ...visible.parameters,
        ],
      ),
    );
    const rows = (row?.rows ?? []).map((job) => present(job, member.locale));
    return connectionFrom(rows, page, row?.total ?? 0, (job) => [job.id]);
  }

  find(member: MemberPrincipal, id: string): Promise<JobType> {
    return this.unitOfWork.read(member, (transaction) => this.findIn(transaction, member, id));
  }

  /** Within a transaction that has just changed or made the job. */
  async findIn(transaction: Transaction, member: MemberPrincipal, id: string): Promise<JobType> {
    if (!isUuid(id)) throw new NotFoundError('Job');
    const visible = abilityToSql(abilityOf(member), 'read', 'Job', { createdBy: 'j.created_by' }, 3);
    const [row] = await transaction.query<Row>(
      `SELECT ${COLUMNS} FROM job j WHERE organization_id = $1 AND id = $2 AND ${visible.sql}`,
      [member.organizationId, id, ...visible.parameters],
    );
    if (!row) throw new NotFoundError('Job');
    return present(row, member.locale);
  }
}

const COLUMNS = `j.id, j.name, j.state, j.progress_done AS "progressDone", j.progress_total AS "progressTotal",
  j.progress_note AS "progressNote", j.attempts, j.error_code AS "errorCode", j.error_params AS "errorParams", j.result,
  j.created_at AS "createdAt", j.started_at AS "startedAt", j.finished_at AS "finishedAt"`;

/** Errors are kept as codes and told in the language of whoever looks. */
function present({ errorParams, ...job }: Row, locale: string): JobType {
  const fallback = messageFor('JOB_REFUSED', locale, { code: job.errorCode ?? '' }, '');
  return {
    ...job,
    errorMessage: job.errorCode ? messageFor(job.errorCode, locale, errorParams ?? {}, fallback) : null,
  };
}
