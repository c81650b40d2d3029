import type { DataSource } from 'typeorm';
import { entities } from '../src/entities.js';
import { createDataSource, migrate } from '../src/platform/database/database.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly key: boolean;
}

const byName = (a: Column, b: Column): number => `${a.table}.${a.name}`.localeCompare(`${b.table}.${b.name}`);

describe('entities and migrated schema', () => {
  let database: TestDatabase;
  let source: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    source = await createDataSource(database.urls, 'owner', entities, 1).initialize();
  });
  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  it('agree on every column: name, type, nullability, key', async () => {
    const mapped: Column[] = source.entityMetadatas.flatMap(({ tableName, columns }) =>
      columns.map((column) => ({
        table: tableName,
        name: column.databaseName,
        type: source.driver.normalizeType(column) + (column.isArray ? '[]' : ''),
        nullable: column.isNullable,
        key: column.isPrimary,
      })),
    );
    const migrated = await database.query<Column & Record<string, unknown>>(
      `SELECT c.relname AS table, a.attname AS name, format_type(a.atttypid, NULL) AS type, NOT a.attnotnull AS nullable,
         coalesce(a.attnum = ANY(k.conkey), false) AS key
       FROM pg_class c
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       LEFT JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'p'
       WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY($1)`,
      [source.entityMetadatas.map(({ tableName }) => tableName)],
    );
    expect(mapped.length).toBeGreaterThan(40);
    expect(mapped.sort(byName)).toEqual(migrated.sort(byName));
  });

  it('agree on which columns are filled in by themselves', async () => {
    const generous = source.entityMetadatas.flatMap(({ tableName, columns }) =>
      columns
        .filter((column) => column.default !== undefined)
        .map(({ databaseName }) => `${tableName}.${databaseName}`),
    );
    const filled = await database.query(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_default IS NOT NULL`,
    );
    const names = filled.map(({ name }) => name);
    expect(generous.filter((name) => !names.includes(name))).toEqual([]);
  });
});

/** Everything that the migrations make, in words: two databases with the same lines are the same. */
const SHAPE = `
  SELECT 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
    || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
    || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') || ' storage ' || a.attstorage::text
    || coalesce(' ' || a.attacl::text, '') AS line
  FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v')
  UNION ALL SELECT 'table ' || relname || ' ' || relrowsecurity || ' ' || relforcerowsecurity || coalesce(' ' || relacl::text, '')
  FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'S')
  UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT 'index ' || pg_get_indexdef(indexrelid) FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
  WHERE c.relnamespace = 'public'::regnamespace
  UNION ALL SELECT 'policy ' || polrelid::regclass || ' ' || polname || ' ' || polcmd::text || ' ' || polroles::regrole[]::text
    || ' ' || coalesce(pg_get_expr(polqual, polrelid), '') || ' ' || coalesce(pg_get_expr(polwithcheck, polrelid), '')
  FROM pg_policy
  UNION ALL SELECT 'function ' || pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
  UNION ALL SELECT 'trigger ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL SELECT 'schema public ' || coalesce(nspacl::text, '') FROM pg_namespace WHERE nspname = 'public'
  ORDER BY 1`;

describe('migrations', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase('template1');
  });
  afterAll(() => database.drop());

  const shape = async (): Promise<string[]> => (await database.query(SHAPE)).map(({ line }) => line);

  it('go up on an empty database, all the way down, and up again to the same', async () => {
    const names = await migrate(database.urls);
    expect(names.length).toBeGreaterThanOrEqual(4);
    const before = await shape();
    expect(before.length).toBeGreaterThan(300);

    const owner = await createDataSource(database.urls, 'owner', [], 1).initialize();
    for (const _ of names) await owner.undoLastMigration({ transaction: 'each' });
    await owner.destroy();
    const left = (await shape()).filter(
      (line) => !/\bschema_migration/.test(line) && !line.startsWith('schema public'),
    );
    expect(left).toEqual([]);

    expect(await migrate(database.urls)).toEqual(names);
    expect(await shape()).toEqual(before);
  });

  it('find nothing to do a second time', async () => {
    expect(await migrate(database.urls)).toEqual([]);
  });
});
