/**
 * Row-level security as every tenant table gets it. The current organisation is set per transaction by the
 * application; after a transaction the setting reads as an empty string, hence `nullif`.
 */
export const CURRENT_ORGANIZATION = `nullif(current_setting('app.organization_id', true), '')::uuid`;
export const CURRENT_USER = `nullif(current_setting('app.user_id', true), '')::uuid`;

export interface TenantGrants {
  readonly app: string;
  readonly worker: string;
}

/** Enables and forces isolation on a table, and grants each role exactly what it needs. */
export function isolate(table: string, grants: TenantGrants, column = 'organization_id'): string {
  return `
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
    CREATE POLICY tenant ON ${table} USING (${column} = ${CURRENT_ORGANIZATION}) WITH CHECK (${column} = ${CURRENT_ORGANIZATION});
    ${grants.app ? `GRANT ${grants.app} ON ${table} TO touchstone_app;` : ''}
    ${grants.worker ? `GRANT ${grants.worker} ON ${table} TO touchstone_worker;` : ''}
  `;
}

/** The same for tables made after the migration that brought the backup role, which must read them too. */
export function isolateAndBackUp(table: string, grants: TenantGrants): string {
  return `${isolate(table, grants)}
    CREATE POLICY backup_reads ON ${table} FOR SELECT TO touchstone_backup USING (true);`;
}

export const READ_WRITE = 'SELECT, INSERT, UPDATE, DELETE';
