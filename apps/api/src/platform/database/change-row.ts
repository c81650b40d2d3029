import { ConflictError, NotFoundError } from '@touchstone/domain';
import type { Transaction } from './unit-of-work.js';

type Values = Readonly<Record<string, unknown>>;

/** Adds a row of the organisation. Names of tables and columns come from the code, never from input. */
export async function insertRow({ query, organizationId }: Transaction, table: string, values: Values): Promise<void> {
  const columns = ['organization_id', ...Object.keys(values)];
  const places = columns.map((_, index) => `$${index + 1}`);
  await query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`, [
    organizationId,
    ...Object.values(values),
  ]);
}

/** Changes a row if it is still in the version the caller has seen; a lost race is answered with the version that won. */
export async function changeRow(
  { query, organizationId }: Transaction,
  table: string,
  what: string,
  id: string,
  version: number,
  values: Values,
): Promise<void> {
  const columns = Object.keys(values).map((column, index) => `${column} = $${index + 4}`);
  const changed = await query(
    `UPDATE ${table} SET ${[...columns, 'version = version + 1'].join(', ')}
     WHERE organization_id = $1 AND id = $2 AND version = $3 RETURNING id`,
    [organizationId, id, version, ...Object.values(values)],
  );
  if (changed.length > 0) return;
  const [current] = await query<{ version: number }>(
    `SELECT version FROM ${table} WHERE organization_id = $1 AND id = $2`,
    [organizationId, id],
  );
  if (!current) throw new NotFoundError(what);
  throw new ConflictError(what, { id, version: current.version });
}
