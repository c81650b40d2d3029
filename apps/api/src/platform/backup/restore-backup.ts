import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';
import { Transform, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { migrations as known } from '@touchstone/migrations';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { extract as tarExtract } from 'tar-stream';
import { migrate, type DatabaseUrls, migrateTo } from '../database/database.js';
import { BackupError, type BackupManifest, manifestSchema } from './backup-manifest.js';
import { columnList, quoted } from './backup-tables.js';
import { makeTableParts } from './table-parts.js';

/**
 * Restores a backup into an empty database of the same or a newer version: the schema is brought to where the backup was
 * made, the rows are loaded in one transaction, checked by count and checksum, and only then migrated on. Whatever goes
 * wrong, no row stays behind.
 */
export async function restoreBackup(urls: DatabaseUrls, file: string): Promise<BackupManifest> {
  const manifest = await readManifest(file);
  refuseNewer(manifest);
  await refuseUsed(urls.owner);
  await migrateTo(urls, manifest.migrations.length);
  const client = new pg.Client({ connectionString: urls.owner, application_name: 'touchstone restore' });
  await client.connect();
  try {
    await client.query('BEGIN');
    await makeTableParts(client, manifest.parts);
    await liftIsolation(client, 'NO FORCE');
    await loadTables(client, manifest, file);
    await liftIsolation(client, 'FORCE');
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
  await migrate(urls);
  return manifest;
}

async function readManifest(file: string): Promise<BackupManifest> {
  let manifest: BackupManifest | undefined;
  await eachEntry(file, async (name, stream) => {
    if (name !== 'manifest.json')
      throw new BackupError('This is not a backup of Touchstone: the manifest does not stand first.');
    const parsed = manifestSchema.safeParse(parseJson(await text(stream)));
    if (!parsed.success)
      throw new BackupError('The manifest of this backup cannot be read; the file is damaged or of another program.');
    manifest = parsed.data;
    return 'stop';
  });
  if (!manifest) throw new BackupError('This is not a backup of Touchstone: it is empty.');
  return manifest;
}

const parseJson = (source: string): unknown => {
  try {
    return JSON.parse(source);
  } catch {
    return null;
  }
};

function refuseNewer({ migrations }: BackupManifest): void {
  const ours = known.map(({ name }) => name);
  const unknown = migrations.find((name, index) => ours[index] !== name);
  if (unknown) {
    throw new BackupError(
      `The backup was made by a newer Touchstone (${unknown}). Update this one first, then restore.`,
    );
  }
}

async function refuseUsed(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ exists: boolean }>(
      `SELECT to_regclass('public.account') IS NOT NULL AS exists`,
    );
    if (!rows[0]?.exists) return;
    const used = await client.query('SELECT FROM account LIMIT 1');
    if (used.rowCount) throw new BackupError('The database holds data already. Restore into an empty one.');
  } finally {
    await client.end();
  }
}

/** The owner may read and write past row-level security only where it is not forced; visible to nobody before the commit. */
async function liftIsolation(client: pg.Client, force: 'FORCE' | 'NO FORCE'): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'public' AND relrowsecurity AND relkind IN ('r', 'p')`,
  );
  for (const { name } of rows) await client.query(`ALTER TABLE ${quoted(name)} ${force} ROW LEVEL SECURITY`);
}

async function loadTables(client: pg.Client, manifest: BackupManifest, file: string): Promise<void> {
  const expected = new Map(manifest.tables.map((table) => [`tables/${table.name}.copy`, table]));
  await eachEntry(file, async (name, stream) => {
    if (name === 'manifest.json') {
      await text(stream);
      return 'go on';
    }
    const table = expected.get(name);
    if (!table) throw new BackupError(`The backup holds something unknown: ${name}.`);
    expected.delete(name);
    const hash = createHash('sha256');
    const watched = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        done(null, chunk);
      },
    });
    const load = client.query(copyFrom(`COPY ${quoted(table.name)} (${columnList(table)}) FROM STDIN`));
    await pipeline(stream, watched, load);
    if (hash.digest('hex') !== table.sha256 || load.rowCount !== table.rows) {
      throw new BackupError(`The backup is damaged: ${table.name} is not what was written. Nothing was restored.`);
    }
    return 'go on';
  });
  if (expected.size > 0) {
    throw new BackupError(
      `The backup is cut off: ${[...expected.values()].map(({ name }) => name).join(', ')} missing. Nothing was restored.`,
    );
  }
}

/** Hands over one entry after the other; a file that is no archive is refused in words. */
async function eachEntry(
  file: string,
  visit: (name: string, stream: Readable) => Promise<'go on' | 'stop'>,
): Promise<void> {
  const extract = tarExtract();
  const source = createReadStream(file);
  const unpacking = pipeline(source, createGunzip(), extract).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new BackupError(`There is no file ${file}.`);
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE')
      throw new BackupError('The file is damaged or is no backup of Touchstone.');
  });
  unpacking.catch(() => undefined);
  try {
    for await (const entry of extract) {
      // Entries are streams of another library, which are read as Node's own are.
      if ((await visit(entry.header.name, entry as unknown as Readable)) === 'stop') {
        source.destroy();
        extract.destroy();
        return;
      }
    }
  } catch (error) {
    if (error instanceof BackupError) throw error;
    await unpacking;
    throw error;
  }
  await unpacking;
}
