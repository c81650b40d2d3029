import { NotFoundError } from '@touchstone/domain';
import { validate as isUuid } from 'uuid';
import type { Transaction } from '../../platform/database/unit-of-work.js';
import { type Connection, connectionFrom, pageOf } from '../../platform/graphql/connection.js';

/** What tells one kind of import from another, for the reads that all of them share. */
export interface KindOfImport {
  readonly table: 'answer_import' | 'observation_import' | 'feedback_import';
  /** What is kept of a problem beside its row, column, code and cell; of the problem as `p`. */
  readonly detail: string;
}

export interface ProblemPage<Problem> {
  readonly total: number;
  readonly fileName: string;
  readonly rows: (Problem & { readonly position: number })[];
}

/** An import whose job was given up on has failed, whatever its own row could still be told. */
export const STATE_OF_IMPORT = `CASE WHEN i.state IN ('waiting', 'running') AND j.state = 'dead' THEN 'failed' ELSE i.state END AS state`;
export const JOB_OF_IMPORT = 'LEFT JOIN job j ON j.organization_id = i.organization_id AND j.id = i.job_id';

/** An import's file and its problems after a position, in one statement. Parameters of `visible` begin at $5. */
export async function problemsOfImport<Problem>(
  transaction: Transaction,
  { table, detail }: KindOfImport,
  { importId, after, limit }: { readonly importId: string; readonly after: number; readonly limit: number },
  visible: { readonly sql: string; readonly parameters: readonly unknown[] } = { sql: 'true', parameters: [] },
): Promise<ProblemPage<Problem>> {
  if (!isUuid(importId)) throw new NotFoundError('Import');
  const [row] = await transaction.query<ProblemPage<Problem>>(
    `SELECT i.file_name AS "fileName", (SELECT count(*)::int FROM ${table}_problem p
        WHERE p.organization_id = i.organization_id AND p.import_id = i.id) AS total,
       (SELECT coalesce(json_agg(listed ORDER BY listed.position), '[]')
        FROM (SELECT p.position, p.row_number AS row, p.column_name AS column, p.code, ${detail}, p.value
              FROM ${table}_problem p
              WHERE p.organization_id = i.organization_id AND p.import_id = i.id AND p.position > $3
              ORDER BY p.position LIMIT $4) AS listed) AS rows
     FROM ${table} i WHERE i.organization_id = $1 AND i.id = $2 AND ${visible.sql}`,
    [transaction.organizationId, importId, after, limit, ...visible.parameters],
  );
  if (!row) throw new NotFoundError('Import');
  return row;
}

/** A page of problems as interfaces ask for it. */
export async function problemConnection<Problem>(
  first: number,
  after: string | null,
  read: (after: number, limit: number) => Promise<ProblemPage<Problem>>,
): Promise<Connection<Problem & { readonly position: number }>> {
  const page = pageOf(first, after, ['number']);
  const { rows, total } = await read(Number(page.after?.[0] ?? 0), page.first + 1);
  return connectionFrom(rows, page, total, ({ position }) => [position]);
}
