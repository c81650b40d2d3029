import { Injectable } from '@nestjs/common';
import { NotFoundError } from '@touchstone/domain';
import { validate as isUuid } from 'uuid';
import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Connection, connectionFrom, pageOf } from '../../platform/graphql/connection.js';
import { abilityOf, type Principal } from '../../platform/tenancy/principal.js';
import type { AnswerImportType, ImportProblemType } from './import.type.js';

/** The list needs no pages: an office imports a handful of files into a wave. */
const NEWEST = 100;
type Row = ImportProblemType & { position: number };

/** Imports and their problems: one statement each. */
@Injectable()
export class ImportsReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(principal: Principal, assessmentId: string): Promise<AnswerImportType[]> {
    if (!isUuid(assessmentId)) throw new NotFoundError('Assessment');
    const visible = abilityToSql(abilityOf(principal), 'read', 'Assessment', { state: 'a.state' }, 3);
    const [row] = await this.unitOfWork.read(principal, (transaction) =>
      transaction.query<{ imports: AnswerImportType[] }>(
        `SELECT (SELECT coalesce(json_agg(listed ORDER BY listed."createdAt" DESC), '[]')
           FROM (SELECT ${COLUMNS} FROM answer_import i ${WITH_JOB}
                 WHERE i.organization_id = a.organization_id AND i.assessment_id = a.id
                 ORDER BY i.created_at DESC LIMIT ${NEWEST}) AS listed) AS imports
         FROM assessment a WHERE a.organization_id = $1 AND a.id = $2 AND ${visible.sql}`,
        [principal.organizationId, assessmentId, ...visible.parameters],
      ),
    );
    if (!row) throw new NotFoundError('Assessment');
    return row.imports;
  }

  one(principal: Principal, id: string): Promise<AnswerImportType> {
    return this.unitOfWork.read(principal, (transaction) => this.oneIn(transaction, id));
  }

  async oneIn(transaction: Transaction, id: string): Promise<AnswerImportType> {
    if (!isUuid(id)) throw new NotFoundError('Import');
    const [row] = await transaction.query<AnswerImportType>(
      `SELECT ${COLUMNS} FROM answer_import i ${WITH_JOB} WHERE i.organization_id = $1 AND i.id = $2`,
      [transaction.organizationId, id],
    );
    if (!row) throw new NotFoundError('Import');
    return row;
  }

  async problems(
    principal: Principal,
    importId: string,
    first: number,
    after: string | null,
  ): Promise<Connection<ImportProblemType>> {
    if (!isUuid(importId)) throw new NotFoundError('Import');
    const page = pageOf(first, after, ['number']);
    const rows = await this.problemRows(principal, importId, Number(page.after?.[0] ?? 0), page.first + 1);
    return connectionFrom(rows.rows, page, rows.total, ({ position }) => [position]);
  }

  async problemRows(
    principal: Principal,
    importId: string,
    after: number,
    limit: number,
  ): Promise<{ total: number; fileName: string; rows: Row[] }> {
    if (!isUuid(importId)) throw new NotFoundError('Import');
    const [row] = await this.unitOfWork.read(principal, (transaction) =>
      transaction.query<{ total: number; fileName: string; rows: Row[] }>(
        `SELECT i.file_name AS "fileName",
           (SELECT count(*)::int FROM answer_import_problem p
            WHERE p.organization_id = i.organization_id AND p.import_id = i.id) AS total,
           (SELECT coalesce(json_agg(listed ORDER BY listed.position), '[]')
            FROM (SELECT p.position, p.row_number AS row, p.column_name AS column, p.code, p.message, p.value
                  FROM answer_import_problem p
                  WHERE p.organization_id = i.organization_id AND p.import_id = i.id AND p.position > $3
                  ORDER BY p.position LIMIT $4) AS listed) AS rows
         FROM answer_import i WHERE i.organization_id = $1 AND i.id = $2`,
        [principal.organizationId, importId, after, limit],
      ),
    );
    if (!row) throw new NotFoundError('Import');
    return row;
  }
}

/** An import whose job was given up on has failed, whatever its own row could still be told. */
const COLUMNS = `i.id, i.assessment_id AS "assessmentId", i.file_name AS "fileName", i.mode, i.job_id AS "jobId",
  CASE WHEN i.state IN ('waiting', 'running') AND j.state = 'dead' THEN 'failed' ELSE i.state END AS state,
  i.rows_read AS "rowsRead", i.rows_good AS "rowsGood", i.rows_bad AS "rowsBad", i.answers, i.duplicates,
  i.problem_count AS "errorCount", i.created_at AS "createdAt", i.finished_at AS "finishedAt"`;
const WITH_JOB = 'LEFT JOIN job j ON j.organization_id = i.organization_id AND j.id = i.job_id';
