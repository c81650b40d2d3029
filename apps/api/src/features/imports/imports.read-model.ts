import { Injectable } from '@nestjs/common';
import { NotFoundError } from '@touchstone/domain';
import { validate as isUuid } from 'uuid';
import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { abilityOf, type Principal } from '../../platform/tenancy/principal.js';
import {
  JOB_OF_IMPORT,
  type KindOfImport,
  problemConnection,
  type ProblemPage,
  problemsOfImport,
  STATE_OF_IMPORT,
} from './import-rows.js';
import type { AnswerImportType, ImportProblemType } from './import.type.js';

/** The list needs no pages: an office imports a handful of files into a wave. */
const NEWEST = 100;

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
           FROM (SELECT ${COLUMNS} FROM answer_import i ${JOB_OF_IMPORT}
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
      `SELECT ${COLUMNS} FROM answer_import i ${JOB_OF_IMPORT} WHERE i.organization_id = $1 AND i.id = $2`,
      [transaction.organizationId, id],
    );
    if (!row) throw new NotFoundError('Import');
    return row;
  }

  problems(
    principal: Principal,
    importId: string,
    first: number,
    after: string | null,
  ): Promise<Connection<ImportProblemType>> {
    return problemConnection(first, after, (position, limit) => this.problemRows(principal, importId, position, limit));
  }

  problemRows(
    principal: Principal,
    importId: string,
    after: number,
    limit: number,
  ): Promise<ProblemPage<ImportProblemType>> {
    return this.unitOfWork.read(principal, (transaction) =>
      problemsOfImport(transaction, ANSWERS, { importId, after, limit }),
    );
  }
}

const ANSWERS: KindOfImport = { table: 'answer_import', detail: 'p.message' };
const COLUMNS = `i.id, i.assessment_id AS "assessmentId", i.file_name AS "fileName", i.mode, i.job_id AS "jobId",
  ${STATE_OF_IMPORT},
  i.rows_read AS "rowsRead", i.rows_good AS "rowsGood", i.rows_bad AS "rowsBad", i.answers, i.duplicates,
  i.problem_count AS "errorCount", i.created_at AS "createdAt", i.finished_at AS "finishedAt"`;
