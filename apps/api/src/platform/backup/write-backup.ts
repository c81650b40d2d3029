import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type Pack, pack as tarPack } from 'tar-stream';
import { BACKUP_FORMAT, type BackupManifest } from './backup-manifest.js';
import { type BackupTable, backupTables, columnList, quoted } from './backup-tables.js';
import { tableParts } from './table-parts.js';

/**
 * Writes everything to one file, as it was in one moment: a single repeatable-read snapshot, read by a role that sees
 * every row. The application goes on meanwhile. The installation's secret key is not inside. Broken off or failed, it
 * leaves nothing behind.
 */
export async function writeBackup(
  ownerUrl: string,
  file: string,
  now: Date,
  signal?: AbortSignal,
): Promise<BackupManifest> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'touchstone backup' });
  await client.connect();
  // Ends the connection under a table that is being copied; whoever waits for it is told.
  signal?.addEventListener('abort', () => void client.end());
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-backup-'));
  try {
    // How the bounds of parts are written down depends on it.
    await client.query(`SET TIME ZONE 'UTC'`);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const migrations = await client.query<{ name: string }>('SELECT name FROM schema_migration ORDER BY id');
    const tables = await backupTables(client);
    const parts = await tableParts(client);
    await client.query('SET LOCAL ROLE touchstone_backup');
    const written: BackupManifest['tables'] = [];
    for (const table of tables) written.push(await copyOut(client, table, join(folder, table.name)));
    await client.query('COMMIT');
    const manifest: BackupManifest = {
      format: BACKUP_FORMAT,
      createdAt: now.toISOString(),
      migrations: migrations.rows.map(({ name }) => name),
      parts,
      tables: written,
    };
    signal?.throwIfAborted();
    await packUp(manifest, folder, file, signal);
    return manifest;
  } finally {
    await client.end().catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
  }
}

async function copyOut(client: pg.Client, table: BackupTable, path: string): Promise<BackupManifest['tables'][number]> {
  const hash = createHash('sha256');
  let bytes = 0;
  let rows = 0;
  const measured = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      // In COPY's text format a line feed inside a value is escaped, so each one ends a row.
      for (const byte of chunk) if (byte === 0x0a) rows += 1;
      done(null, chunk);
    },
  });
  const source = client.query(copyTo(`COPY (SELECT ${columnList(table)} FROM ${quoted(table.name)}) TO STDOUT`));
  await pipeline(source, measured, createWriteStream(path, { mode: 0o600 }));
  return { name: table.name, columns: [...table.columns], rows, bytes, sha256: hash.digest('hex') };
}

/** Under another name until it is whole: a file that is called a backup is one. */
async function packUp(manifest: BackupManifest, folder: string, file: string, signal?: AbortSignal): Promise<void> {
  const unfinished = `${file}.unfinished`;
  const pack = tarPack();
  try {
    await Promise.all([
      pipeline(pack, createGzip(), createWriteStream(unfinished, { mode: 0o600 }), { signal }),
      enter(pack, manifest, folder),
    ]);
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function enter(pack: Pack, manifest: BackupManifest, folder: string): Promise<void> {
  pack.entry({ name: 'manifest.json' }, JSON.stringify(manifest, null, 2));
  for (const { name, bytes } of manifest.tables) {
    await pipeline(createReadStream(join(folder, name)), pack.entry({ name: `tables/${name}.copy`, size: bytes }));
  }
  pack.finalize();
}
