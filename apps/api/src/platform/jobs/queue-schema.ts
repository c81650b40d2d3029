import { DEFAULT_SCHEMA, type PgQueryable, runMigrations } from 'bullmq';

/**
 * The queue's own tables, for when it lives in our database. Made by the owner, so that the role that runs jobs needs
 * no right to change the schema; the application's role has no business there at all.
 */
export async function migrateQueueSchema(owner: PgQueryable): Promise<void> {
  await runMigrations(owner, DEFAULT_SCHEMA);
  await owner.query(`
    GRANT USAGE ON SCHEMA ${DEFAULT_SCHEMA} TO touchstone_worker;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${DEFAULT_SCHEMA} TO touchstone_worker;
    GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA ${DEFAULT_SCHEMA} TO touchstone_worker;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${DEFAULT_SCHEMA} TO touchstone_worker;
  `);
}
