import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { extract, pack } from 'tar-stream';
import { startTestApplication, type TestApplication } from '../../../test/test-application.js';
import { createTestDatabase, type TestDatabase } from '../../../test/test-database.js';
import { answer, openWave } from '../../../test/wave.js';
import { verifyAudit } from '../audit/verify-audit.js';
import { migrateTo } from '../database/database.js';
import type { BackupManifest } from './backup-manifest.js';
import { restoreBackup } from './restore-backup.js';
import { writeBackup } from './write-backup.js';

const folder = mkdtempSync(join(tmpdir(), 'touchstone-backup-spec-'));
const file = join(folder, 'whole.backup');

/** Rebuilds the archive with a changed manifest or changed tables. */
async function changed(name: string, change: (entry: string, content: Buffer) => Buffer | null): Promise<string> {
  const reading = extract();
  const writing = pack();
  const written = buffer(writing);
  reading.end(gunzipSync(readFileSync(file)));
  for await (const entry of reading) {
    const content = change(entry.header.name, await buffer(entry as never));
    if (content) writing.entry({ name: entry.header.name }, content);
  }
  writing.finalize();
  const path = join(folder, name);
  writeFileSync(path, gzipSync(await written));
  return path;
}

const withManifest = (name: string, edit: (manifest: BackupManifest) => Partial<BackupManifest>): Promise<string> =>
  changed(name, (entry, content) => {
    if (entry !== 'manifest.json') return content;
    const manifest = JSON.parse(content.toString()) as BackupManifest;
    return Buffer.from(JSON.stringify({ ...manifest, ...edit(manifest) }));
  });

/** The backup as a version would have made it that knew only the first migrations and their tables. */
async function asOfOlder(name: string, migrations: readonly string[], tables: readonly string[]): Promise<string> {
  const kept = (entry: string): boolean => tables.includes(entry.replace(/^tables\/(.*)\.copy$/, '$1'));
  return changed(name, (entry, content) => {
    if (entry !== 'manifest.json') return kept(entry) ? content : null;
    const manifest = JSON.parse(content.toString()) as BackupManifest;
    const known = manifest.tables.filter((table) => kept(table.name));
    return Buffer.from(JSON.stringify({ ...manifest, migrations, tables: known, parts: [] }));
  });
}

/** One observation in each of two months, so that the table of observations has parts. */
async function observe(database: TestDatabase, organizationId: string): Promise<void> {
  await database.query(`INSERT INTO metric (organization_id, id, key, name) VALUES ($1, $1, 'wait', 'Waiting time')`, [
    organizationId,
  ]);
  await database.query(`INSERT INTO segment_set (organization_id, id, pairs) VALUES ($1, 0, '{}')`, [organizationId]);
  for (const day of ['2026-01-31', '2026-02-01']) {
    await database.query('SELECT add_observation_month($1::date)', [day]);
    await database.query(
      `INSERT INTO observation (organization_id, metric_id, observed_at, natural_key, segment_set_id, value)
       VALUES ($1, $1, $2, gen_random_uuid(), 0, 4.5)`,
      [organizationId, `${day}T12:00:00Z`],
    );
  }
}

describe('backup and restore', () => {
  let application: TestApplication;
  let organizationId: string;
  let manifest: BackupManifest;
  const targets: TestDatabase[] = [];
  const target = async (): Promise<TestDatabase> => {
    const database = await createTestDatabase('template0');
    targets.push(database);
    return database;
  };

  beforeAll(async () => {
    application = await startTestApplication();
    organizationId = await application.organization('Harbour Bank');
    await application.organization('Meridian Air');
    const officer = await application.member(organizationId, 'programme_office');
    const wave = await openWave(officer.client);
    await answer(application, wave, 1, [
      { itemId: wave.itemIds[0] as string, value: 3, comment: 'a\ttab, a \\ and\na line' },
    ]);
    await observe(application.database, organizationId);
    manifest = await writeBackup(application.database.urls.owner, file, new Date('2026-11-21T09:00:00Z'));
  }, 60_000);
  afterAll(async () => {
    await application.close();
    for (const database of targets) await database.drop();
  });

  it('holds the rows of every organisation, and no sessions', () => {
    const rows = Object.fromEntries(manifest.tables.map(({ name, rows }) => [name, rows]));
    expect(rows).toMatchObject({
      organization: 2,
      account: 1,
      assessment: 1,
      submission: 1,
      answer: 1,
      answer_comment: 1,
      observation: 2,
    });
    expect(manifest.parts.map(({ name }) => name)).toEqual(['observation_2026_01', 'observation_2026_02']);
    expect(rows).not.toHaveProperty('session');
  });

  it('restores into an empty database: the same counts, and an audit chain that holds', async () => {
    const database = await target();
    await restoreBackup(database.urls, file);
    for (const { name, rows } of manifest.tables) {
      const [{ count }] = (await database.query<{ count: string }>(`SELECT count(*) FROM "${name}"`)) as [
        { count: string },
      ];
      expect([name, Number(count)]).toEqual([name, rows]);
    }
    const query = <Row>(sql: string, parameters?: readonly unknown[]) =>
      database.query(sql, parameters as unknown[]) as unknown as Promise<Row[]>;
    const verdict = await verifyAudit({ organizationId, query } as never);
    expect(verdict).toMatchObject({ intact: true });
    expect(verdict.events).toBeGreaterThan(5);
  });

  it('leaves isolation forced and the application without sight of answers', async () => {
    const database = await target();
    await restoreBackup(database.urls, file);
    const open = await database.query(
      `SELECT relname FROM pg_class WHERE relrowsecurity AND NOT relforcerowsecurity AND relnamespace = 'public'::regnamespace`,
    );
    expect(open).toEqual([]);
    const app = new pg.Client({ connectionString: database.urls.app, options: '-c role=touchstone_app' });
    await app.connect();
    await expect(app.query('SELECT * FROM answer')).rejects.toThrow('permission denied');
    expect((await app.query('SELECT * FROM assessment')).rows).toEqual([]);
    await app.end();
  });

  it('restores a backup of an older version and migrates it', async () => {
    const first = manifest.migrations.slice(0, manifest.migrations.indexOf('Backup1795000000005') + 1);
    const then = await target();
    await migrateTo(then.urls, first.length);
    const tables = await then.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')`,
    );
    const older = await asOfOlder(
      'older.backup',
      first,
      tables.map(({ name }) => name),
    );
    const database = await target();
    await restoreBackup(database.urls, older);
    const ran = await database.query<{ name: string }>('SELECT name FROM schema_migration ORDER BY id');
    expect(ran.map(({ name }) => name)).toEqual(manifest.migrations);
    expect(await database.query('SELECT id FROM assessment')).toHaveLength(1);
  });

  it('refuses a backup of a newer version, and changes nothing', async () => {
    const newer = await withManifest('newer.backup', ({ migrations }) => ({
      migrations: [...migrations, 'Later1999999999999'],
    }));
    const database = await target();
    await expect(restoreBackup(database.urls, newer)).rejects.toThrow('newer Touchstone (Later1999999999999)');
    expect(await database.query(`SELECT to_regclass('public.account') AS account`)).toEqual([{ account: null }]);
  });

  it('refuses a database that is in use', async () => {
    await expect(restoreBackup(application.database.urls, file)).rejects.toThrow('holds data already');
  });

  it.each([
    [
      'changed inside',
      () =>
        changed('bent.backup', (name, content) =>
          name === 'tables/account.copy' ? Buffer.from(content.toString().replace('example', 'exemple')) : content,
        ),
      'damaged',
    ],
    [
      'cut off',
      () => changed('short.backup', (name, content) => (name === 'tables/answer.copy' ? null : content)),
      'cut off',
    ],
  ])('refuses a file that is %s, and leaves no row behind', async (_, make, message) => {
    const database = await target();
    await expect(restoreBackup(database.urls, await make())).rejects.toThrow(message);
    expect(await database.query('SELECT id FROM organization')).toEqual([]);
    expect(await database.query('SELECT id FROM account')).toEqual([]);
  });

  it.each([
    ['is no archive', 'not a backup at all'],
    ['is empty', ''],
  ])('refuses a file that %s', async (name, content) => {
    const path = join(folder, `${name}.backup`);
    writeFileSync(path, content);
    await expect(restoreBackup((await target()).urls, path)).rejects.toThrow(/backup of Touchstone/);
  });

  it('says which file is missing', async () => {
    await expect(restoreBackup((await target()).urls, join(folder, 'nowhere'))).rejects.toThrow('There is no file');
  });
});
