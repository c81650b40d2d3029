import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A role that reads every row of every tenant table and writes none: backups are made as this role. The owner itself is
 * bound by forced row-level security, and lifting that for the time of a backup would lock out whoever is working.
 */
export class Backup1795000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$
      DECLARE tenant_table regclass;
      BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'touchstone_backup') THEN
          CREATE ROLE touchstone_backup NOLOGIN NOBYPASSRLS;
        END IF;
        BEGIN
          GRANT touchstone_backup TO CURRENT_USER;
        EXCEPTION WHEN insufficient_privilege THEN NULL;
        END;
        FOR tenant_table IN
          SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND c.relrowsecurity
        LOOP
          EXECUTE format('CREATE POLICY backup_reads ON %s FOR SELECT TO touchstone_backup USING (true)', tenant_table);
        END LOOP;
      END $$;
      GRANT USAGE ON SCHEMA public TO touchstone_backup;
      GRANT SELECT ON ALL TABLES IN SCHEMA public TO touchstone_backup;
      ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO touchstone_backup;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$
      DECLARE found record;
      BEGIN
        FOR found IN SELECT schemaname, tablename FROM pg_policies WHERE policyname = 'backup_reads' LOOP
          EXECUTE format('DROP POLICY backup_reads ON %I.%I', found.schemaname, found.tablename);
        END LOOP;
      END $$;
      ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE SELECT ON TABLES FROM touchstone_backup;
      REVOKE SELECT ON ALL TABLES IN SCHEMA public FROM touchstone_backup;
      REVOKE USAGE ON SCHEMA public FROM touchstone_backup;
    `);
  }
}
