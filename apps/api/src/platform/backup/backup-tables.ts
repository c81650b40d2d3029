import type pg from 'pg';

export interface BackupTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Short-lived or counted anew: nobody restores a session, a lock-out counter or a reset link. */
const LEFT_OUT = ['schema_migration', 'session', 'rate_limit', 'password_reset'];

/**
 * Every table of ours in an order in which each finds the rows it refers to already there. Columns are named, so that a
 * backup does not depend on their order. Foreign keys that form a circle have no such order and are refused.
 */
export async function backupTables(client: pg.ClientBase): Promise<BackupTable[]> {
  const { rows: tables } = await client.query<{ name: string; columns: string[] }>(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c
     JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> ALL ($1)
     GROUP BY c.relname`,
    [LEFT_OUT],
  );
  const { rows: references } = await client.query<{ source: string; target: string }>(
    `SELECT DISTINCT s.relname AS source, t.relname AS target
     FROM pg_constraint k JOIN pg_class s ON s.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
     WHERE k.contype = 'f' AND s.oid <> t.oid`,
  );
  return inOrder(tables, references);
}

function inOrder(
  tables: readonly BackupTable[],
  references: readonly { source: string; target: string }[],
): BackupTable[] {
  const waiting = new Map([...tables].sort((a, b) => (a.name < b.name ? -1 : 1)).map((table) => [table.name, table]));
  const ordered: BackupTable[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(
      ({ name }) => !references.some(({ source, target }) => source === name && waiting.has(target)),
    );
    if (ready.length === 0)
      throw new Error(`These tables refer to each other in a circle: ${[...waiting.keys()].join(', ')}.`);
    for (const table of ready) {
      ordered.push(table);
      waiting.delete(table.name);
    }
  }
  return ordered;
}

export const quoted = (name: string): string => `"${name.replace(/"/g, '""')}"`;
export const columnList = (table: BackupTable): string => table.columns.map(quoted).join(', ');
