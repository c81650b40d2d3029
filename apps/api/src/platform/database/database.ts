import { migrations } from '@touchstone/migrations';
import type { PoolClient } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Config } from '../config/config.js';
import { migrateQueueSchema } from '../jobs/queue-schema.js';

/** The three identities under which Touchstone talks to PostgreSQL; see docs/adr/0003. */
export type DatabaseRole = 'owner' | 'app' | 'worker';

export interface DatabaseUrls {
  readonly owner: string;
  readonly app: string;
  readonly worker: string;
}

/** With one URL the owner's connection assumes the other roles; with three each connects as itself. */
export function databaseUrls(config: Config, url: string): DatabaseUrls {
  return { owner: url, app: config.databaseAppUrl ?? url, worker: config.databaseWorkerUrl ?? url };
}

const ROLE_NAMES: Readonly<Record<DatabaseRole, string | undefined>> = {
  owner: undefined,
  app: 'touchstone_app',
  worker: 'touchstone_worker',
};

/**
 * A pool for one role. The role is part of the connection's start-up, so that every statement of the pool runs under it
 * and `RESET ROLE` leads back to it.
 */
export function createDataSource(
  urls: DatabaseUrls,
  role: DatabaseRole,
  entities: DataSourceOptions['entities'],
  poolSize: number,
): DataSource {
  const roleName = ROLE_NAMES[role];
  return new DataSource({
    type: 'postgres',
    url: urls[role],
    entities,
    migrations: role === 'owner' ? [...migrations] : [],
    migrationsTableName: 'schema_migration',
    synchronize: false,
    poolSize,
    connectTimeoutMS: 5000,
    extra: {
      application_name: `touchstone ${role}`,
      statement_timeout: role === 'owner' ? 0 : 60_000,
      idle_in_transaction_session_timeout: 60_000,
      ...(roleName ? { options: `-c role=${roleName}` } : {}),
    },
  });
}

/** Brings an empty database to where an earlier version left off: the first `count` migrations and no more. */
export async function migrateTo(urls: DatabaseUrls, count: number): Promise<void> {
  const owner = createDataSource(urls, 'owner', [], 2);
  owner.setOptions({ migrations: migrations.slice(0, count) });
  await owner.initialize();
  try {
    await owner.runMigrations({ transaction: 'each' });
  } finally {
    await owner.destroy();
  }
}

/** Brings the schema up to date; returns the names of the migrations that ran. Safe beside a running older version. */
export async function migrate(urls: DatabaseUrls): Promise<string[]> {
  const owner = await createDataSource(urls, 'owner', [], 2).initialize();
  try {
    // Two starts at once would both find the same migrations pending.
    const runner = owner.createQueryRunner();
    await runner.query(`SELECT pg_advisory_lock(hashtext('touchstone:migrate'))`);
    try {
      const ran = await owner.runMigrations({ transaction: 'each' });
      await migrateQueueSchema((await runner.connect()) as PoolClient);
      return ran.map((migration) => migration.name);
    } finally {
      await runner.query(`SELECT pg_advisory_unlock(hashtext('touchstone:migrate'))`);
      await runner.release();
    }
  } finally {
    await owner.destroy();
  }
}

/** Names of the migrations that have not run on this database. */
export async function pendingMigrations(urls: DatabaseUrls): Promise<string[]> {
  const owner = await createDataSource(urls, 'owner', [], 1).initialize();
  try {
    const [{ exists }] = await owner.query(`SELECT to_regclass('public.schema_migration') IS NOT NULL AS exists`);
    const rows: { name: string }[] = exists ? await owner.query('SELECT name FROM schema_migration') : [];
    const ran = new Set(rows.map(({ name }) => name));
    return migrations.map(({ name }) => name).filter((name) => !ran.has(name));
  } finally {
    await owner.destroy();
  }
}
