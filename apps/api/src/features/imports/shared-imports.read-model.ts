import { NotFoundError } from '@touchstone/domain';
import { validate as isUuid } from 'uuid';
import { searchPattern } from '../../platform/database/search-pattern.js';
import type { Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Connection, connectionFrom, pageOf } from '../../platform/graphql/connection.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import {
  JOB_OF_IMPORT,
  type KindOfImport,
  problemConnection,
  type ProblemPage,
  problemsOfImport,
} from './import-rows.js';

/** What a reader gets of imports, of the import as `i`, its job as `j` and the account that brought it in as `a`. */
export interface SeenImports {
  /** Whether an import may be seen. */
  readonly visible: string;
  readonly visibleParameters: readonly unknown[];
  readonly columns: string;
  /** Of `columns`; numbered behind those of `visible`. */
  readonly columnParameters: readonly unknown[];
}

export interface SharedImports extends KindOfImport {
  /** Parameters begin at `$first`. */
  readonly seenBy: (principal: Principal, first: number) => SeenImports;
}

export interface ImportsAsked {
  readonly first: number;
  readonly after: string | null;
  readonly search: string | null;
}

const AROUND = `${JOB_OF_IMPORT}
  LEFT JOIN membership c ON c.organization_id = i.organization_id AND c.id = i.created_by
  LEFT JOIN account a ON a.id = c.account_id`;

const parametersOf = ({ visibleParameters, columnParameters }: SeenImports) => [
  ...visibleParameters,
  ...columnParameters,
];

/** Imports that belong to an organisation and not to one of its waves, and their problems: one statement each. */
export abstract class SharedImportsReadModel<Run extends { readonly id: string }, Problem> {
  constructor(
    protected readonly unitOfWork: UnitOfWork,
    private readonly kind: SharedImports,
  ) {}

  async list(principal: Principal, asked: ImportsAsked): Promise<Connection<Run>> {
    const page = pageOf(asked.first, asked.after, ['id']);
    const seen = this.kind.seenBy(principal, 5);
    const [row] = await this.unitOfWork.read(principal, (transaction) =>
      transaction.query<{ total: number; rows: Run[] }>(
        `WITH visible AS MATERIALIZED (
           SELECT i.id FROM ${this.kind.table} i
           WHERE i.organization_id = $1 AND ($4::text IS NULL OR i.file_name ILIKE $4) AND ${seen.visible})
         SELECT (SELECT count(*)::int FROM visible) AS total,
           (SELECT coalesce(json_agg(listed ORDER BY listed.id DESC), '[]') FROM (
             SELECT ${seen.columns} FROM ${this.kind.table} i ${AROUND}
             WHERE i.organization_id = $1 AND i.id IN (SELECT id FROM visible) AND ($2::uuid IS NULL OR i.id < $2)
             ORDER BY i.id DESC LIMIT $3 + 1) AS listed) AS rows`,
        [
          principal.organizationId,
          page.after?.[0] ?? null,
          page.first,
          searchPattern(asked.search),
          ...parametersOf(seen),
        ],
      ),
    );
    return connectionFrom(row!.rows, page, row!.total, ({ id }) => [id]);
  }

  one(principal: Principal, id: string): Promise<Run> {
    return this.unitOfWork.read(principal, (transaction) => this.oneIn(transaction, id));
  }

  async oneIn(transaction: Transaction, id: string): Promise<Run> {
    if (!isUuid(id)) throw new NotFoundError('Import');
    const seen = this.kind.seenBy(transaction.principal, 3);
    const [row] = await transaction.query<Run>(
      `SELECT ${seen.columns} FROM ${this.kind.table} i ${AROUND}
       WHERE i.organization_id = $1 AND i.id = $2 AND ${seen.visible}`,
      [transaction.organizationId, id, ...parametersOf(seen)],
    );
    if (!row) throw new NotFoundError('Import');
    return row;
  }

  /** The latest import of a file with the same content that has not been taken back. */
  async earlier(principal: Principal, sha256: string): Promise<Run | null> {
    const seen = this.kind.seenBy(principal, 3);
    const [row] = await this.unitOfWork.read(principal, (transaction) =>
      transaction.query<Run>(
        `SELECT ${seen.columns} FROM ${this.kind.table} i ${AROUND}
         WHERE i.organization_id = $1 AND i.file_hash = decode($2, 'hex') AND i.state = 'completed' AND ${seen.visible}
         ORDER BY i.id DESC LIMIT 1`,
        [principal.organizationId, sha256, ...parametersOf(seen)],
      ),
    );
    return row ?? null;
  }

  problems(principal: Principal, importId: string, first: number, after: string | null): Promise<Connection<Problem>> {
    return problemConnection(first, after, (position, limit) => this.problemRows(principal, importId, position, limit));
  }

  problemRows(principal: Principal, importId: string, after: number, limit: number): Promise<ProblemPage<Problem>> {
    const { visible: sql, visibleParameters: parameters } = this.kind.seenBy(principal, 5);
    return this.unitOfWork.read(principal, (transaction) =>
      problemsOfImport(transaction, this.kind, { importId, after, limit }, { sql, parameters }),
    );
  }
}
