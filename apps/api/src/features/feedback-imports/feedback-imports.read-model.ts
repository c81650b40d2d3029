import { Injectable } from '@nestjs/common';
import { NotFoundError } from '@touchstone/domain';
import { validate as isUuid } from 'uuid';
import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import { searchPattern } from '../../platform/database/search-pattern.js';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Connection, connectionFrom, pageOf } from '../../platform/graphql/connection.js';
import { abilityOf, type Principal } from '../../platform/tenancy/principal.js';
import { IS_TRIAGED } from '../feedback/index.js';
import {
  JOB_OF_IMPORT,
  type KindOfImport,
  problemConnection,
  type ProblemPage,
  problemsOfImport,
  STATE_OF_IMPORT,
} from '../imports/index.js';
import type { FeedbackImportType } from './feedback-import.type.js';
import { undoFeedbackJob } from './feedback-imports.jobs.js';
import type { FeedbackProblem } from './feedback-problem.js';

export interface FeedbackImportsAsked {
  readonly first: number;
  readonly after: string | null;
  readonly search: string | null;
}

/** Imports of feedback and their problems: one statement each. */
@Injectable()
export class FeedbackImportsReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(principal: Principal, asked: FeedbackImportsAsked): Promise<Connection<FeedbackImportType>> {
    const page = pageOf(asked.first, asked.after, ['id']);
    const seen = whatIsSeen(principal, 5);
    const [row] = await this.unitOfWork.read(principal, (transaction) =>
      transaction.query<{ total: number; rows: FeedbackImportType[] }>(
        `WITH visible AS MATERIALIZED (
           SELECT i.id FROM feedback_import i
           WHERE i.organization_id = $1 AND ($4::text IS NULL OR i.file_name ILIKE $4) AND ${seen.sql})
         SELECT (SELECT count(*)::int FROM visible) AS total,
           (SELECT coalesce(json_agg(listed ORDER BY listed.id DESC), '[]') FROM (
             SELECT ${COLUMNS} FROM feedback_import i ${JOINS}
             WHERE i.organization_id = $1 AND i.id IN (SELECT id FROM visible) AND ($2::uuid IS NULL OR i.id < $2)
             ORDER BY i.id DESC LIMIT $3 + 1) AS listed) AS rows`,
        [
          principal.organizationId,
          page.after?.[0] ?? null,
          page.first,
          searchPattern(asked.search),
          ...seen.parameters,
        ],
      ),
    );
    return connectionFrom(row!.rows, page, row!.total, ({ id }) => [id]);
  }

  one(principal: Principal, id: string): Promise<FeedbackImportType> {
    return this.unitOfWork.read(principal, (transaction) => this.oneIn(transaction, id));
  }

  async oneIn(transaction: Transaction, id: string): Promise<FeedbackImportType> {
    if (!isUuid(id)) throw new NotFoundError('Import');
    const seen = whatIsSeen(transaction.principal, 3);
    const [row] = await transaction.query<FeedbackImportType>(
      `SELECT ${COLUMNS} FROM feedback_import i ${JOINS}
       WHERE i.organization_id = $1 AND i.id = $2 AND ${seen.sql}`,
      [transaction.organizationId, id, ...seen.parameters],
    );
    if (!row) throw new NotFoundError('Import');
    return row;
  }

  /** The latest import of a file with the same content that has not been taken back. */
  async earlier(principal: Principal, sha256: string): Promise<FeedbackImportType | null> {
    const seen = whatIsSeen(principal, 3);
    const [row] = await this.unitOfWork.read(principal, (transaction) =>
      transaction.query<FeedbackImportType>(
        `SELECT ${COLUMNS} FROM feedback_import i ${JOINS}
         WHERE i.organization_id = $1 AND i.file_hash = decode($2, 'hex') AND i.state = 'completed' AND ${seen.sql}
         ORDER BY i.id DESC LIMIT 1`,
        [principal.organizationId, sha256, ...seen.parameters],
      ),
    );
    return row ?? null;
  }

  problems(
    principal: Principal,
    importId: string,
    first: number,
    after: string | null,
  ): Promise<Connection<FeedbackProblem>> {
    return problemConnection(first, after, (position, limit) => this.problemRows(principal, importId, position, limit));
  }

  problemRows(
    principal: Principal,
    importId: string,
    after: number,
    limit: number,
  ): Promise<ProblemPage<FeedbackProblem>> {
    return this.unitOfWork.read(principal, (transaction) =>
      problemsOfImport(transaction, FEEDBACK, { importId, after, limit }, whatIsSeen(principal, 5)),
    );
  }

  /** Of these identities, how many are in the inbox already. */
  async known(principal: Principal, keys: readonly string[]): Promise<number> {
    const [row] = await this.unitOfWork.read(principal, ({ query, organizationId }) =>
      query<{ known: number }>(
        `SELECT count(*)::int AS known FROM feedback WHERE organization_id = $1 AND natural_key = ANY ($2::uuid[])`,
        [organizationId, keys],
      ),
    );
    return row!.known;
  }
}

/** An import shows cells of its file: to whoever may import anything, and to whoever brought it in. Parameters begin at `$first`. */
export function whatIsSeen(principal: Principal, first: number): { sql: string; parameters: readonly unknown[] } {
  const me = principal.kind === 'member' ? principal.membershipId : null;
  const all = abilityToSql(abilityOf(principal), 'run', 'Feedback', { teamId: 'NULL::uuid' }, first + 1);
  return {
    sql: `(i.created_by = $${first}::uuid OR coalesce(${all.sql}, false))`,
    parameters: [me, ...all.parameters],
  };
}

const FEEDBACK: KindOfImport = { table: 'feedback_import', detail: 'p.params' };
const UNDOING = `coalesce(i.state = 'completed' AND j.name = '${undoFeedbackJob.name}' AND j.state NOT IN ('completed', 'dead'), false)`;
const COLUMNS = `i.id, i.file_name AS "fileName", i.mode, i.job_id AS "jobId", ${STATE_OF_IMPORT},
  i.rows_read AS "rowsRead", i.rows_bad AS "rowsBad", i.added, i.repeated, i.duplicates, i.without_text AS "withoutText", i.not_low AS "notLow",
  i.problem_count AS "problemCount", i.kept, i.created_at AS "createdAt", i.finished_at AS "finishedAt",
  i.undone_at AS "undoneAt", a.name AS "createdByName", ${UNDOING} AS undoing,
  i.state = 'completed' AND NOT ${UNDOING} AS "mayUndo",
  (SELECT count(*)::int FROM feedback f WHERE f.organization_id = i.organization_id AND f.import_id = i.id AND ${IS_TRIAGED})
    AS triaged,
  EXISTS (SELECT FROM feedback_import e WHERE e.organization_id = i.organization_id AND e.file_hash = i.file_hash
    AND e.id < i.id AND e.state = 'completed') AS "seenBefore"`;
const JOINS = `${JOB_OF_IMPORT}
  LEFT JOIN membership c ON c.organization_id = i.organization_id AND c.id = i.created_by
  LEFT JOIN account a ON a.id = c.account_id`;
