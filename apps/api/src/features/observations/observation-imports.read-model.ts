import { Injectable } from '@nestjs/common';
import { NotFoundError } from '@touchstone/domain';
import { validate as isUuid } from 'uuid';
import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import { searchPattern } from '../../platform/database/search-pattern.js';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Connection, connectionFrom, pageOf } from '../../platform/graphql/connection.js';
import { abilityOf, type Principal } from '../../platform/tenancy/principal.js';
import {
  JOB_OF_IMPORT,
  type KindOfImport,
  problemConnection,
  type ProblemPage,
  problemsOfImport,
  STATE_OF_IMPORT,
} from '../imports/index.js';
import type { ObservationImportType } from './observation-import.type.js';
import type { ObservationProblem } from './observation-problem.js';
import { undoObservationsJob } from './observations.jobs.js';

export interface ObservationImportsAsked {
  readonly first: number;
  readonly after: string | null;
  readonly search: string | null;
}

/** Imports of observations, their problems and the mappings kept for the next: one statement each. */
@Injectable()
export class ObservationImportsReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(principal: Principal, asked: ObservationImportsAsked): Promise<Connection<ObservationImportType>> {
    const page = pageOf(asked.first, asked.after, ['id']);
    const seen = whatIsSeen(principal, 5);
    const [row] = await this.unitOfWork.read(principal, (transaction) =>
      transaction.query<{ total: number; rows: ObservationImportType[] }>(
        `WITH visible AS MATERIALIZED (
           SELECT i.id FROM observation_import i
           WHERE i.organization_id = $1 AND ($4::text IS NULL OR i.file_name ILIKE $4) AND ${seen.visible})
         SELECT (SELECT count(*)::int FROM visible) AS total,
           (SELECT coalesce(json_agg(listed ORDER BY listed.id DESC), '[]') FROM (
             SELECT ${seen.columns} FROM observation_import i ${JOINS}
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

  one(principal: Principal, id: string): Promise<ObservationImportType> {
    return this.unitOfWork.read(principal, (transaction) => this.oneIn(transaction, id));
  }

  async oneIn(transaction: Transaction, id: string): Promise<ObservationImportType> {
    if (!isUuid(id)) throw new NotFoundError('Import');
    const seen = whatIsSeen(transaction.principal, 3);
    const [row] = await transaction.query<ObservationImportType>(
      `SELECT ${seen.columns} FROM observation_import i ${JOINS}
       WHERE i.organization_id = $1 AND i.id = $2 AND ${seen.visible}`,
      [transaction.organizationId, id, ...seen.parameters],
    );
    if (!row) throw new NotFoundError('Import');
    return row;
  }

  /** The latest import of a file with the same content that has not been taken back. */
  async earlier(principal: Principal, sha256: string): Promise<ObservationImportType | null> {
    const seen = whatIsSeen(principal, 3);
    const [row] = await this.unitOfWork.read(principal, (transaction) =>
      transaction.query<ObservationImportType>(
        `SELECT ${seen.columns} FROM observation_import i ${JOINS}
         WHERE i.organization_id = $1 AND i.file_hash = decode($2, 'hex') AND i.state = 'completed' AND ${seen.visible}
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
  ): Promise<Connection<ObservationProblem>> {
    return problemConnection(first, after, (position, limit) => this.problemRows(principal, importId, position, limit));
  }

  problemRows(
    principal: Principal,
    importId: string,
    after: number,
    limit: number,
  ): Promise<ProblemPage<ObservationProblem>> {
    const { visible: sql, toSee: parameters } = whatIsSeen(principal, 5);
    return this.unitOfWork.read(principal, (transaction) =>
      problemsOfImport(transaction, OBSERVATIONS, { importId, after, limit }, { sql, parameters }),
    );
  }
}

/** The metrics an import added to; while it has none yet, those that it may add to. */
const METRICS_OF = `SELECT m.id, m.name, m.owner_team_id FROM metric m WHERE m.organization_id = i.organization_id
  AND m.id = ANY (CASE WHEN cardinality(i.metric_ids) > 0 THEN i.metric_ids ELSE ARRAY(
    SELECT allowed::uuid FROM jsonb_array_elements_text(i.mapping -> 'allowedMetricIds') AS allowed) END)`;

/**
 * An import shows cells of its file: whoever may not add to each of its metrics does not see it, unless they brought it in
 * themselves. Parameters begin at `$first`.
 */
function whatIsSeen(principal: Principal, first: number) {
  const ability = abilityOf(principal);
  const me = principal.kind === 'member' ? principal.membershipId : null;
  const team = { teamId: 'm.owner_team_id' };
  const create = abilityToSql(ability, 'create', 'Observation', team, first + 1);
  const archive = abilityToSql(ability, 'archive', 'Observation', team, first + 1 + create.parameters.length);
  const none = (allowed: string) => `NOT EXISTS (SELECT FROM (${METRICS_OF}) m WHERE NOT coalesce(${allowed}, false))`;
  return {
    visible: `(i.created_by = $${first}::uuid OR ${none(create.sql)})`,
    columns: `${COLUMNS}, i.state = 'completed' AND NOT ${UNDOING} AND ${none(archive.sql)} AS "mayUndo"`,
    /** For a statement that shows no columns of imports. */
    toSee: [me, ...create.parameters],
    parameters: [me, ...create.parameters, ...archive.parameters],
  };
}

const UNDOING = `coalesce(i.state = 'completed' AND j.name = '${undoObservationsJob.name}' AND j.state <> 'dead', false)`;

const OBSERVATIONS: KindOfImport = { table: 'observation_import', detail: 'p.params' };
const COLUMNS = `i.id, i.file_name AS "fileName", i.mode, i.job_id AS "jobId",
  ${STATE_OF_IMPORT},
  i.rows_read AS "rowsRead", i.rows_bad AS "rowsBad", i.added, i.repeated, i.corrected, i.skipped,
  i.problem_count AS "problemCount", i.metric_ids AS "metricIds", i.first_at AS "firstAt", i.last_at AS "lastAt",
  i.created_at AS "createdAt", i.finished_at AS "finishedAt", i.undone_at AS "undoneAt", a.name AS "createdByName",
  ${UNDOING} AS undoing,
  (SELECT coalesce(json_agg(json_build_object('id', m.id, 'name', m.name) ORDER BY lower(m.name)), '[]') FROM metric m
   WHERE m.organization_id = i.organization_id AND m.id = ANY (i.metric_ids)) AS metrics,
  EXISTS (SELECT FROM observation_import e WHERE e.organization_id = i.organization_id AND e.file_hash = i.file_hash
    AND e.id < i.id AND e.state = 'completed') AS "seenBefore"`;
const JOINS = `${JOB_OF_IMPORT}
  LEFT JOIN membership c ON c.organization_id = i.organization_id AND c.id = i.created_by
  LEFT JOIN account a ON a.id = c.account_id`;
