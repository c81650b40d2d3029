import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DatabaseUrls } from '../src/platform/database/database.js';

export interface TestDatabase {
  readonly urls: DatabaseUrls;
  /** Sees every row, as no role of the application can: for looking at what really was stored. */
  query<Row extends pg.QueryResultRow>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
  /** For others to be copied from; nobody works with it any more. */
  keepAs(template: string): Promise<void>;
}

/** A fresh copy of the migrated template for one suite, or of another: `template1` is empty. */
export async function createTestDatabase(template = 'touchstone'): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const superuserUrl = process.env['TEST_SUPERUSER_URL'] as string;
  const admin = new pg.Client({ connectionString: superuserUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER touchstone`);
  const at = (url: string): string => url.replace(/\/[^/]+$/, `/${name}`);
  const url = at(process.env['TEST_OWNER_URL'] as string);
  const eye = new pg.Client({ connectionString: at(superuserUrl) });
  await eye.connect();
  return {
    urls: { owner: url, app: url, worker: url },
    query: async (sql, parameters) => (await eye.query(sql, parameters)).rows as never,
    drop: async () => {
      await eye.end();
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    },
    keepAs: async (kept) => {
      await eye.end();
      await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
      await admin.query(`ALTER DATABASE ${name} RENAME TO ${kept}`);
      await admin.query(`ALTER DATABASE ${kept} WITH IS_TEMPLATE true`);
      await admin.end();
    },
  };
}
