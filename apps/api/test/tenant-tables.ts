import type { TestDatabase } from './test-database.js';

export interface TenantTable {
  readonly name: string;
  /** The column that says whose row it is: `organization_id`, and the organisation's own `id`. */
  readonly tenant: 'organization_id' | 'id';
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/**
 * Every table that holds rows of organisations, asked of the catalogue: a new table is in it without being named. Parts
 * of a table are not tables of their own: nobody reaches them but through the whole.
 */
export function tenantTables(database: TestDatabase): Promise<TenantTable[]> {
  return database.query<TenantTable & Record<string, unknown>>(`
    SELECT c.relname AS name, CASE WHEN c.relname = 'organization' THEN 'id' ELSE 'organization_id' END AS tenant,
      (SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, NULL)) ORDER BY a.attnum)
       FROM pg_attribute a
       WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns
    FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND (c.relname = 'organization' OR EXISTS (
        SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'organization_id' AND NOT a.attisdropped))
    ORDER BY c.relname`);
}

/** What a value of each type is in a row that is made for nothing but to be somebody's. */
const VALUES: Readonly<Record<string, (id: string) => string>> = {
  uuid: (id) => `'${id}'`,
  text: (id) => `'${id}'`,
  'text[]': (id) => `ARRAY['${id}']`,
  'uuid[]': (id) => `ARRAY['${id}'::uuid]`,
  'double precision[]': () => `ARRAY[1]`,
  'integer[]': () => 'ARRAY[1]',
  bytea: (id) => `decode('${id.replaceAll('-', '')}', 'hex')`,
  smallint: () => '1',
  integer: () => '1',
  bigint: () => '1',
  'double precision': () => '1',
  numeric: () => '1',
  boolean: () => 'true',
  jsonb: () => `'{}'`,
  'timestamp with time zone': () => 'now()',
  date: () => 'current_date',
};

/** An INSERT of the row of an organisation whose every id is the organisation's own. */
export function rowOf({ name, columns }: TenantTable, id: string): string {
  const values = columns.map(({ name: column, type }) => {
    const value = VALUES[type];
    if (!value) throw new Error(`Say what a ${type} looks like, for ${name}.${column}.`);
    return value(id);
  });
  return `INSERT INTO ${name} (${columns.map((column) => column.name).join(', ')}) VALUES (${values.join(', ')})`;
}

/**
 * Gives an organisation one row in every table, under one id everywhere: whatever an operation is asked for by that id,
 * there is a row of another organisation that it must not find. References fit, because every key is the same;
 * what columns may hold is not minded for these rows, and minded again afterwards.
 */
export async function fillEveryTable(database: TestDatabase, id: string): Promise<void> {
  const checks = await database.query<{ table: string; name: string; definition: string }>(`
    SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE contype = 'c' AND coninhcount = 0 AND connamespace = 'public'::regnamespace`);
  for (const { table, name } of checks) await database.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  await database.query(`SET session_replication_role = replica`);
  await database.query(
    `INSERT INTO account (id, email, name, password_hash) VALUES ($1::uuid, $1 || '@example.org', 'Somebody', 'none')`,
    [id],
  );
  await database.query('SELECT add_observation_month(current_date)');
  for (const table of await tenantTables(database)) await database.query(rowOf(table, id));
  await database.query(`RESET session_replication_role`);
  for (const { table, name, definition } of checks) {
    const unchecked = definition.endsWith('NOT VALID') ? definition : `${definition} NOT VALID`;
    await database.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${unchecked}`);
  }
}

/** A fingerprint of everything that an organisation has, table by table. */
export async function fingerprintOf(database: TestDatabase, organizationId: string): Promise<Record<string, string>> {
  const fingerprints: Record<string, string> = {};
  for (const { name, tenant } of await tenantTables(database)) {
    const [row] = await database.query(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS fingerprint
       FROM ${name} t WHERE ${tenant} = $1`,
      [organizationId],
    );
    fingerprints[name] = row?.['fingerprint'] as string;
  }
  return fingerprints;
}
