import { Injectable } from '@nestjs/common';
import { NotFoundError } from '@touchstone/domain';
import { validate as isUuid } from 'uuid';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Connection, connectionFrom, pageOf } from '../../platform/graphql/connection.js';
import { type Principal } from '../../platform/tenancy/principal.js';
import type { ObservationImportType, SavedMappingType } from './observation-import.type.js';
import type { ObservationProblem } from './observation-problem.js';

type ProblemRow = ObservationProblem & { position: number };

/** Imports of observations, their problems and the mappings kept for the next: one statement each. */
@Injectable()
export class ObservationImportsReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(principal: Principal, first: number, after: string | null): Promise<Connection<ObservationImportType>> {
    const page = pageOf(first, after, ['id']);
    const [row] = await this.unitOfWork.read(principal, (transaction) =>
      transaction.query<{ total: number; rows: ObservationImportType[] }>(
        `SELECT (SELECT count(*)::int FROM observation_import WHERE organization_id = $1) AS total,
           (SELECT coalesce(json_agg(listed ORDER BY listed.id DESC), '[]') FROM (
             SELECT ${COLUMNS} FROM observation_import i ${WITH_JOB}
             WHERE i.organization_id = $1 AND ($2::uuid IS NULL OR i.id < $2) ORDER BY i.id DESC LIMIT $3 + 1) AS listed) AS rows`,
        [principal.organizationId, page.after?.[0] ?? null, page.first],
      ),
    );
    return connectionFrom(row!.rows, page, row!.total, ({ id }) => [id]);
  }

  one(principal: Principal, id: string): Promise<ObservationImportType> {
    return this.unitOfWork.read(principal, (transaction) => this.oneIn(transaction, id));
  }

  async oneIn(transaction: Transaction, id: string): Promise<ObservationImportType> {
    if (!isUuid(id)) throw new NotFoundError('Import');
    const [row] = await transaction.query<ObservationImportType>(
      `SELECT ${COLUMNS} FROM observation_import i ${WITH_JOB} WHERE i.organization_id = $1 AND i.id = $2`,
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
  ): Promise<Connection<ProblemRow>> {
    if (!isUuid(importId)) throw new NotFoundError('Import');
    const page = pageOf(first, after, ['number']);
    const { rows, total } = await this.problemRows(principal, importId, Number(page.after?.[0] ?? 0), page.first + 1);
    return connectionFrom(rows, page, total, ({ position }) => [position]);
  }

  async problemRows(
    principal: Principal,
    importId: string,
    after: number,
    limit: number,
  ): Promise<{ total: number; rows: ProblemRow[] }> {
    const [row] = await this.unitOfWork.read(principal, (transaction) =>
      transaction.query<{ total: number; rows: ProblemRow[] }>(
        `SELECT (SELECT count(*)::int FROM observation_import_problem p
            WHERE p.organization_id = i.organization_id AND p.import_id = i.id) AS total,
           (SELECT coalesce(json_agg(listed ORDER BY listed.position), '[]')
            FROM (SELECT p.position, p.row_number AS row, p.column_name AS column, p.code, p.params, p.value
                  FROM observation_import_problem p
                  WHERE p.organization_id = i.organization_id AND p.import_id = i.id AND p.position > $3
                  ORDER BY p.position LIMIT $4) AS listed) AS rows
         FROM observation_import i WHERE i.organization_id = $1 AND i.id = $2`,
        [principal.organizationId, importId, after, limit],
      ),
    );
    if (!row) throw new NotFoundError('Import');
    return row;
  }

  mappings(principal: Principal): Promise<SavedMappingType[]> {
    return this.unitOfWork.read(principal, (transaction) =>
      transaction.query<SavedMappingType>(
        `SELECT id, name, version, mapping FROM import_mapping
         WHERE organization_id = $1 AND archived_at IS NULL ORDER BY lower(name) LIMIT 200`,
        [principal.organizationId],
      ),
    );
  }
}

/** An import whose job was given up on has failed, whatever its own row could still be told. */
const COLUMNS = `i.id, i.file_name AS "fileName", i.mode, i.job_id AS "jobId",
  CASE WHEN i.state IN ('waiting', 'running') AND j.state = 'dead' THEN 'failed' ELSE i.state END AS state,
  i.rows_read AS "rowsRead", i.rows_bad AS "rowsBad", i.added, i.repeated, i.corrected, i.skipped,
  i.problem_count AS "problemCount", i.metric_ids AS "metricIds", i.first_at AS "firstAt", i.last_at AS "lastAt",
  i.created_at AS "createdAt", i.finished_at AS "finishedAt", i.undone_at AS "undoneAt",
  EXISTS (SELECT FROM observation_import e WHERE e.organization_id = i.organization_id AND e.file_hash = i.file_hash
    AND e.id < i.id AND e.state = 'completed') AS "seenBefore"`;
const WITH_JOB = 'LEFT JOIN job j ON j.organization_id = i.organization_id AND j.id = i.job_id';
