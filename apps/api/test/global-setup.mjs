// One throw-away PostgreSQL for all suites, and a migrated template that each suite's database is copied from.
// Reads the built files, because Jest does not compile what runs before it; `npm test` builds first.
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../dist/platform/database/database.js';
import { startEmbeddedPostgres } from '../dist/platform/database/embedded/embedded-postgres.js';

export default async function setup() {
  const directory = mkdtempSync(join(tmpdir(), 'touchstone-test-'));
  // What suites leave behind goes with it.
  process.env.TMPDIR = join(directory, 'left-behind');
  mkdirSync(process.env.TMPDIR);
  const cluster = await startEmbeddedPostgres({ directory, throwaway: true });
  await migrate({ owner: cluster.url, app: cluster.url, worker: cluster.url });
  const client = new pg.Client({ connectionString: cluster.superuserUrl });
  await client.connect();
  await client.query('ALTER DATABASE touchstone WITH IS_TEMPLATE true');
  await client.end();
  process.env.TEST_SUPERUSER_URL = cluster.superuserUrl;
  process.env.TEST_OWNER_URL = cluster.url;
  globalThis.__touchstoneTestCluster = { ...cluster, directory };
}
