import pg from 'pg';
import { type DatabaseUrls, pendingMigrations } from '../../platform/database/database.js';
import { type Finding, problem, unknown, warning, well } from './finding.js';

const OLDEST_MAJOR = 15;
const ROLES = ['touchstone_app', 'touchstone_worker', 'touchstone_backup'];

/** Whether the database answers, is one of ours, is up to date, and keeps organisations apart. */
export async function lookAtDatabase(urls: DatabaseUrls): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: urls.owner, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
  } catch (error) {
    return [
      problem('database', `does not answer: ${(error as Error).message}`, 'Start it, or correct DATABASE_URL.'),
      unknown('schema', 'not looked at: the database does not answer'),
    ];
  }
  try {
    const findings = [await version(client)];
    const pending = await pendingMigrations(urls);
    findings.push(
      pending.length === 0
        ? well('schema', 'up to date')
        : problem('schema', `${pending.length} migrations behind`, 'Run: npx touchstone migrate'),
    );
    if (pending.length === 0) findings.push(await roles(client), await isolation(client), ...(await logins(urls)));
    return findings;
  } finally {
    await client.end();
  }
}

async function version(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ number: string; text: string; size: string }>(
    `SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS text,
            pg_size_pretty(pg_database_size(current_database())) AS size`,
  );
  const { number, text, size } = rows[0] as { number: string; text: string; size: string };
  return Number(number) >= OLDEST_MAJOR * 10_000
    ? well('database', `PostgreSQL ${text}, ${size}`)
    : problem('database', `PostgreSQL ${text}`, `Touchstone needs PostgreSQL ${OLDEST_MAJOR} or newer; upgrade it.`);
}

/** A role that passes row-level security would see every organisation. */
async function roles(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ rolname: string; passes: boolean }>(
    'SELECT rolname, rolsuper OR rolbypassrls AS passes FROM pg_roles WHERE rolname = ANY ($1)',
    [ROLES],
  );
  const missing = ROLES.filter((role) => !rows.some(({ rolname }) => rolname === role));
  const passing = rows.filter(({ passes }) => passes).map(({ rolname }) => rolname);
  if (missing.length > 0) {
    const make = missing.map((role) => `CREATE ROLE ${role} NOLOGIN NOBYPASSRLS; GRANT ${role} TO CURRENT_USER;`);
    return problem('roles', `missing: ${missing.join(', ')}`, `Run: ${make.join(' ')}`);
  }
  if (passing.length > 0) {
    return problem(
      'roles',
      `past row-level security: ${passing.join(', ')}`,
      `Run: ${passing.map((role) => `ALTER ROLE ${role} NOSUPERUSER NOBYPASSRLS;`).join(' ')}`,
    );
  }
  const owner = await client.query<{ passes: boolean }>(
    'SELECT rolsuper OR rolbypassrls AS passes FROM pg_roles WHERE rolname = current_user',
  );
  return owner.rows[0]?.passes
    ? warning(
        'roles',
        'DATABASE_URL connects as a superuser or past row-level security',
        'Give Touchstone an ordinary role that owns its database; the application changes to a bound role, but nothing else needs more.',
      )
    : well('roles', 'bound by row-level security');
}

async function isolation(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ relname: string }>(
    `SELECT c.relname FROM pg_class c
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND (NOT c.relrowsecurity OR NOT c.relforcerowsecurity)
       AND c.relname <> 'session'
       AND (c.relname = 'organization' OR EXISTS (
         SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'organization_id' AND NOT a.attisdropped))
     ORDER BY c.relname`,
  );
  return rows.length === 0
    ? well('isolation', 'row-level security is forced on every table of organisations')
    : problem(
        'isolation',
        `not forced on: ${rows.map(({ relname }) => relname).join(', ')}`,
        `Run: ${rows.map(({ relname }) => `ALTER TABLE ${relname} ENABLE ROW LEVEL SECURITY; ALTER TABLE ${relname} FORCE ROW LEVEL SECURITY;`).join(' ')}`,
      );
}

/** With a URL per role, each must be able to be who it is for. */
async function logins(urls: DatabaseUrls): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [role, variable] of [
    ['app', 'DATABASE_APP_URL'],
    ['worker', 'DATABASE_WORKER_URL'],
  ] as const) {
    const client = new pg.Client({
      connectionString: urls[role],
      options: `-c role=touchstone_${role}`,
      connectionTimeoutMillis: 5000,
    });
    try {
      await client.connect();
      findings.push(well(`role ${role}`, `connects as touchstone_${role}`));
    } catch (error) {
      findings.push(
        problem(
          `role ${role}`,
          `cannot connect as touchstone_${role}: ${(error as Error).message}`,
          `Run: GRANT touchstone_${role} TO the user of ${urls[role] === urls.owner ? 'DATABASE_URL' : variable};`,
        ),
      );
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return findings;
}
