import { v7 as uuidv7 } from 'uuid';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from './test-database.js';
import { fillEveryTable, fingerprintOf, rowOf, type TenantTable, tenantTables } from './tenant-tables.js';

/** Found by the hash of a cookie before any organisation is known; read by that hash alone, and holds no content. */
const OUTSIDE_ISOLATION = ['session'];
/** What the worker role does for all organisations at once: hand over jobs, and ask which organisations there are. */
const WORKER_SEES_ALL = ['organization', 'outbox'];
/** Runs as the owner because only the owner may make tables; it makes an empty one and reads none. */
const RUNS_AS_OWNER = ['add_observation_month'];

type Refusal = { rows: number } | { code: string; message: string };

describe('isolation of organisations at the database', () => {
  const mine = uuidv7();
  const theirs = uuidv7();
  let database: TestDatabase;
  let tables: TenantTable[];
  let isolated: TenantTable[];
  let roles: Record<'app' | 'worker', pg.Client>;

  const connect = async (role: string): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: database.urls.app, options: `-c role=${role}` });
    await client.connect();
    return client;
  };
  const actAs = async (client: pg.Client, organizationId: string): Promise<void> => {
    await client.query(`SELECT set_config('app.organization_id', $1, false), set_config('app.user_id', $1, false)`, [
      organizationId,
    ]);
  };
  /** What became of a statement; undone in any case. */
  const attempt = async (client: pg.Client, sql: string): Promise<Refusal> => {
    await client.query('BEGIN');
    try {
      return { rows: (await client.query(sql)).rowCount ?? 0 };
    } catch (error) {
      const { code = '', message } = error as pg.DatabaseError;
      return { code, message };
    } finally {
      await client.query('ROLLBACK');
    }
  };
  const may = async (role: string, privilege: string, table: string): Promise<boolean> => {
    const [row] = await database.query('SELECT has_table_privilege($1, $2, $3) AS may', [
      `touchstone_${role}`,
      table,
      privilege,
    ]);
    return row?.['may'] as boolean;
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    await fillEveryTable(database, mine);
    await fillEveryTable(database, theirs);
    tables = await tenantTables(database);
    isolated = tables.filter(({ name }) => !OUTSIDE_ISOLATION.includes(name));
    roles = { app: await connect('touchstone_app'), worker: await connect('touchstone_worker') };
  });
  afterAll(async () => {
    await Promise.all(Object.values(roles).map((client) => client.end()));
    await database.drop();
  });

  it('covers every table, each with a row of two organisations', async () => {
    expect(tables.length).toBeGreaterThan(25);
    for (const { name, tenant } of tables) {
      const [row] = await database.query(`SELECT count(DISTINCT ${tenant})::int AS organizations FROM ${name}`);
      expect({ name, ...row }).toEqual({ name, organizations: 2 });
    }
  });

  it('lets nobody reach a part of a table but through the whole', async () => {
    const parts = await database.query<{ name: string; app: boolean; worker: boolean; forced: boolean }>(
      `SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS forced,
              has_table_privilege('touchstone_app', c.oid, 'SELECT, INSERT, UPDATE, DELETE') AS app,
              has_table_privilege('touchstone_worker', c.oid, 'SELECT, INSERT, UPDATE, DELETE') AS worker
       FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relispartition`,
    );
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.filter(({ app, worker, forced }) => app || worker || !forced)).toEqual([]);
  });

  it('is enabled and forced on every table', async () => {
    const open = await database.query(
      `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relname = ANY($1)
         AND NOT (relrowsecurity AND relforcerowsecurity)`,
      [tables.map(({ name }) => name)],
    );
    expect(open.map(({ relname }) => relname)).toEqual(OUTSIDE_ISOLATION);
  });

  it('cannot be gone around: no role that bypasses it, no view or function that runs as somebody else', async () => {
    const strong = await database.query(
      `SELECT rolname FROM pg_roles WHERE rolname LIKE 'touchstone%' AND (rolsuper OR rolbypassrls)`,
    );
    expect(strong).toEqual([]);
    const views = await database.query(
      `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm')
         AND NOT coalesce(reloptions @> '{security_invoker=true}', false)`,
    );
    expect(views).toEqual([]);
    const functions = await database.query(
      `SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef`,
    );
    expect(functions.map(({ proname }) => proname)).toEqual(RUNS_AS_OWNER);
    const [owned] = await database.query(
      `SELECT count(*)::int FROM pg_class WHERE relowner IN ('touchstone_app'::regrole, 'touchstone_worker'::regrole)`,
    );
    expect(owned).toEqual({ count: 0 });
    const [creates] = await database.query(
      `SELECT has_schema_privilege('touchstone_app', 'public', 'CREATE') AS app,
              has_schema_privilege('touchstone_worker', 'public', 'CREATE') AS worker`,
    );
    expect(creates).toEqual({ app: false, worker: false });
  });

  it.each(['app', 'worker'] as const)('shows the %s role no row of another organisation', async (role) => {
    const seen: Record<string, unknown> = {};
    const expected: Record<string, unknown> = {};
    await actAs(roles[role], mine);
    for (const { name, tenant } of isolated) {
      const [privilege] = await database.query(`SELECT has_column_privilege($1, $2, $3, 'SELECT') AS may`, [
        `touchstone_${role}`,
        name,
        tenant,
      ]);
      const all = role === 'worker' && WORKER_SEES_ALL.includes(name);
      expected[name] = privilege?.['may'] ? (all ? [mine, theirs].sort() : [mine]) : '42501';
      seen[name] = await roles[role].query(`SELECT ${tenant} AS owner FROM ${name} ORDER BY 1`).then(
        ({ rows }) => rows.map(({ owner }) => owner),
        ({ code }: pg.DatabaseError) => code,
      );
    }
    expect(seen).toEqual(expected);
  });

  it.each(['app', 'worker'] as const)('shows the %s role nothing where no organisation is set', async (role) => {
    const client = await connect(`touchstone_${role}`);
    const seen: string[] = [];
    for (const { name } of isolated) {
      if (role === 'worker' && WORKER_SEES_ALL.includes(name)) continue;
      const answer = await attempt(client, `SELECT 1 FROM ${name}`);
      if ('rows' in answer ? answer.rows > 0 : answer.code !== '42501') seen.push(name);
    }
    await client.end();
    expect(seen).toEqual([]);
  });

  it.each(['app', 'worker'] as const)('lets the %s role write nothing into another organisation', async (role) => {
    await actAs(roles[role], mine);
    const before = await fingerprintOf(database, theirs);
    const wrong: string[] = [];
    for (const table of isolated.filter(({ name }) => role === 'app' || !WORKER_SEES_ALL.includes(name))) {
      const { name, tenant } = table;
      const attempts = {
        INSERT: await attempt(roles[role], rowOf(table, theirs)),
        'UPDATE into': await attempt(roles[role], `UPDATE ${name} SET ${tenant} = '${theirs}'`),
        UPDATE: await attempt(roles[role], `UPDATE ${name} SET ${tenant} = ${tenant} WHERE ${tenant} = '${theirs}'`),
        DELETE: await attempt(roles[role], `DELETE FROM ${name} WHERE ${tenant} = '${theirs}'`),
        TRUNCATE: await attempt(roles[role], `TRUNCATE ${name} CASCADE`),
      };
      for (const [what, outcome] of Object.entries(attempts)) {
        const granted = await may(role, what.split(' ')[0] as string, name);
        const right =
          'code' in outcome
            ? // What may not be changed at all says so before anybody asks whose it is.
              (what === 'UPDATE into' && /^TS\d{3}$/.test(outcome.code)) ||
              (outcome.code === '42501' && (!granted || /row-level security/.test(outcome.message)))
            : granted && outcome.rows === 0 && (what === 'UPDATE' || what === 'DELETE');
        if (!right) wrong.push(`${what} ${name}: ${JSON.stringify(outcome)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await fingerprintOf(database, theirs)).toEqual(before);
  });

  it('keeps answers from the application: it counts submissions and reads nothing else of them', async () => {
    const readable = await database.query(
      `SELECT c.relname AS table, a.attname AS column
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       WHERE c.relname IN ('answer', 'submission') AND c.relnamespace = 'public'::regnamespace
         AND has_column_privilege('touchstone_app', c.oid, a.attnum, 'SELECT')
       ORDER BY a.attname`,
    );
    expect(readable).toEqual(
      ['assessment_id', 'organization_id', 'rater_group_id', 'source', 'submitted_on'].map((column) => ({
        table: 'submission',
        column,
      })),
    );
    for (const privilege of ['UPDATE', 'DELETE']) {
      expect([await may('app', privilege, 'answer'), await may('app', privilege, 'submission')]).toEqual([
        false,
        false,
      ]);
    }
  });

  it('gives the application no business with the queue’s own tables', async () => {
    const reachable = await database.query(
      `SELECT nspname FROM pg_namespace
       WHERE nspname NOT IN ('public', 'pg_catalog', 'information_schema') AND has_schema_privilege('touchstone_app', oid, 'USAGE')`,
    );
    expect(reachable).toEqual([]);
  });

  it('leads every key with the organisation, so that rows can be spread by it', async () => {
    const keys = await database.query<{ table: string; key: string; first: string }>(
      `SELECT c.relname AS table, i.indexrelid::regclass::text AS key, a.attname AS first
       FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
       LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
       WHERE i.indisunique AND c.relnamespace = 'public'::regnamespace AND c.relname = ANY($1)`,
      [isolated.map(({ name }) => name)],
    );
    expect(keys.length).toBeGreaterThanOrEqual(isolated.length);
    expect(keys.filter(({ table, first }) => first !== (table === 'organization' ? 'id' : 'organization_id'))).toEqual(
      [],
    );
    const keyless = isolated.filter(({ name }) => !keys.some(({ table }) => table === name));
    expect(keyless).toEqual([]);
  });

  it('leads every reference with the organisation, so that a row cannot point into another', async () => {
    const names = tables.map(({ name }) => name);
    const references = await database.query<{ table: string; target: string; from: string; to: string }>(
      `SELECT c.conrelid::regclass::text AS table, c.confrelid::regclass::text AS target, f.attname AS from, t.attname AS to
       FROM pg_constraint c
       JOIN pg_attribute f ON f.attrelid = c.conrelid AND f.attnum = c.conkey[1]
       JOIN pg_attribute t ON t.attrelid = c.confrelid AND t.attnum = c.confkey[1]
       WHERE c.contype = 'f' AND c.conparentid = 0 AND c.connamespace = 'public'::regnamespace`,
    );
    const between = references.filter(({ table, target }) => names.includes(table) && names.includes(target));
    expect(between.length).toBeGreaterThan(30);
    const loose = between.filter(
      ({ target, from, to }) =>
        from !== 'organization_id' || to !== (target === 'organization' ? 'id' : 'organization_id'),
    );
    expect(loose).toEqual([]);
    // What belongs to no organisation is the account, and nothing that belongs to none refers into one but the session.
    const others = references
      .filter((each) => !between.includes(each))
      .map(({ table, target }) => `${table} ${target}`);
    expect([...new Set(others)].sort()).toEqual(['membership account', 'password_reset account', 'session account']);
  });
});
