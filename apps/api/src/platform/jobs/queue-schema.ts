import { DEFAULT_SCHEMA, type PgQueryable, runMigrations } from 'bullmq';

/**
 * The queue's own tables, for when it lives in our database. Made by the owner and used by the role that runs jobs,
 * which may also create in this schema, because the queue makes a sequence per queue on first use. The application's
 * role has no business there at all.
 */
export async function migrateQueueSchema(owner: PgQueryable): Promise<void> {
  await owner.query(`
    CREATE SCHEMA IF NOT EXISTS ${DEFAULT_SCHEMA};
    GRANT USAGE, CREATE ON SCHEMA ${DEFAULT_SCHEMA} TO touchstone_worker;
    ALTER DEFAULT PRIVILEGES IN SCHEMA ${DEFAULT_SCHEMA} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO touchstone_worker;
    ALTER DEFAULT PRIVILEGES IN SCHEMA ${DEFAULT_SCHEMA} GRANT USAGE, SELECT, UPDATE ON SEQUENCES TO touchstone_worker;
  `);
  await runMigrations(owner, DEFAULT_SCHEMA);
}
