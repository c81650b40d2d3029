import type pg from 'pg';
import { z } from 'zod';
import { quoted } from './backup-tables.js';

/** A part of a table that is split by range, as the catalogue describes it. */
export const tablePartSchema = z.strictObject({
  name: z.string().regex(/^[a-z0-9_]+$/),
  of: z.string().regex(/^[a-z0-9_]+$/),
  /** Runs as SQL when restored, hence this and nothing else. */
  bounds: z.string().regex(/^FOR VALUES FROM \('[0-9: +-]+'\) TO \('[0-9: +-]+'\)$/),
});
export type TablePart = z.infer<typeof tablePartSchema>;

/** Parts are made as data arrives, not by migrations: whoever restores must make them before rows can be loaded. */
export async function tableParts(client: pg.ClientBase): Promise<TablePart[]> {
  const { rows } = await client.query<TablePart>(
    `SELECT c.relname AS name, p.relname AS of, pg_get_expr(c.relpartbound, c.oid) AS bounds
     FROM pg_inherits i
     JOIN pg_class c ON c.oid = i.inhrelid AND c.relispartition
     JOIN pg_class p ON p.oid = i.inhparent AND p.relkind = 'p' AND p.relnamespace = 'public'::regnamespace
     ORDER BY c.relname`,
  );
  return rows;
}

/** Like those that were: reached through the whole table alone, and isolated as it is. */
export async function makeTableParts(client: pg.ClientBase, parts: readonly TablePart[]): Promise<void> {
  for (const { name, of, bounds } of parts) {
    await client.query(`CREATE TABLE ${quoted(name)} PARTITION OF ${quoted(of)} ${bounds}`);
    await client.query(`ALTER TABLE ${quoted(name)} ENABLE ROW LEVEL SECURITY`);
    await client.query(`ALTER TABLE ${quoted(name)} FORCE ROW LEVEL SECURITY`);
  }
}
