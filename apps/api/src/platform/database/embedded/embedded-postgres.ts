import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { postgresBinaries } from './postgres-binaries.js';
import { runningCluster } from './running-cluster.js';
import { EmbeddedPostgresError, serviceAccount, type ServiceAccount } from './service-account.js';

export interface EmbeddedPostgres {
  /** Connects as the owner of the database `touchstone`. */
  readonly url: string;
  /** Connects as superuser; for tests that make databases. */
  readonly superuserUrl: string;
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  readonly directory: string;
  /** Trades durability for speed; for tests only. */
  readonly throwaway?: boolean;
  /** Who has it running: a command looks after itself only, and nobody may join it. */
  readonly holder?: Holder;
}

export type Holder = 'server' | 'command';

const WAIT_FOR_OTHER_MS = 15_000;

/**
 * Starts a PostgreSQL cluster in `directory`, made on the first start. Only one process may use a directory at a time:
 * a cluster left behind by a killed process is taken over, one in use is refused.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const directory = resolve(options.directory);
  mkdirSync(directory, { recursive: true });
  const binaries = postgresBinaries();
  const account = serviceAccount([directory, binaries.initdb]);
  const cluster = join(directory, 'cluster');
  const password = superuserPassword(directory);
  if (!existsSync(join(cluster, 'PG_VERSION'))) initialise(binaries.initdb, account, directory, cluster, password);
  await waitUntilFree(cluster, binaries.pgCtl, account);

  const port = await freePort();
  const log = join(cluster, 'server.log');
  const settings = [
    `-p ${port}`,
    `-c listen_addresses=127.0.0.1`,
    `-c unix_socket_directories=`,
    `-c max_connections=120`,
    `-c shared_buffers=256MB`,
    // Details of an error quote the row that was refused: an address, the cell of a file. What is kept of it must not.
    `-c log_error_verbosity=terse`,
    ...(options.throwaway ? ['-c fsync=off', '-c synchronous_commit=off', '-c full_page_writes=off'] : []),
  ].join(' ');
  const start = [binaries.pgCtl, 'start', '-D', cluster, '-l', log, '-w', '-t', '60', '-o', settings];
  const started = run(account, start);
  if (started.status !== 0) {
    const tail = existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-12).join('\n') : started.stderr;
    throw new EmbeddedPostgresError(`The embedded PostgreSQL did not start.\n${tail}`);
  }
  const orders = {
    start: [...account.prefix, ...start],
    stop: [...account.prefix, binaries.pgCtl, 'stop', '-D', cluster, '-m', 'fast', '-w', '-t', '60'],
    pidFile: join(cluster, 'postmaster.pid'),
  };
  const guard = spawn(
    process.execPath,
    [fileURLToPath(new URL('./guard.mjs', import.meta.url)), JSON.stringify(orders), options.holder ?? 'server'],
    {
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    },
  );
  guard.unref();

  const superuserUrl = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  await ensureDatabase(superuserUrl, password);
  return {
    url: ownerUrl(password, port),
    superuserUrl,
    stop: () => stopGuard(guard),
  };
}

/** The cluster of `directory` where another process has it running already; that process keeps it and stops it. */
export function joinEmbeddedPostgres(directory: string): { readonly url: string; readonly holder: Holder } | undefined {
  const cluster = join(resolve(directory), 'cluster');
  const running = runningCluster(cluster);
  const holder = running ? holderOf(cluster) : undefined;
  if (!running || !holder) return undefined;
  return { url: ownerUrl(superuserPassword(directory), running.port), holder };
}

const ownerUrl = (password: string, port: number): string =>
  `postgres://touchstone:${password}@127.0.0.1:${port}/touchstone`;

function run(account: ServiceAccount, command: readonly string[]) {
  const [program, ...rest] = [...account.prefix, ...command] as [string, ...string[]];
  // Output goes nowhere: pg_ctl's child would otherwise keep our pipes open for as long as the server runs.
  return spawnSync(program, rest, {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
    cwd: '/',
  });
}

function superuserPassword(directory: string): string {
  const file = join(directory, 'superuser-password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

function initialise(
  initdb: string,
  account: ServiceAccount,
  directory: string,
  cluster: string,
  password: string,
): void {
  // A first start that was killed half-way leaves a folder that initdb would refuse.
  rmSync(cluster, { recursive: true, force: true });
  mkdirSync(cluster, { mode: 0o700 });
  const passwordFile = join(directory, 'initdb-password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account.uid >= 0) {
    chownSync(cluster, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  const made = run(account, [
    initdb,
    '-D',
    cluster,
    '-U',
    'postgres',
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ]);
  rmSync(passwordFile, { force: true });
  if (made.status !== 0)
    throw new EmbeddedPostgresError(`The database could not be made in ${cluster}.\n${made.stderr}`);
}

/** Waits for a cluster whose starter was killed to be stopped by its guard, and stops it where the guard died too. */
async function waitUntilFree(cluster: string, pgCtl: string, account: ServiceAccount): Promise<void> {
  const until = Date.now() + WAIT_FOR_OTHER_MS;
  while (runningCluster(cluster)) {
    if (Date.now() > until) {
      const holder = holderOf(cluster);
      if (holder) {
        throw new EmbeddedPostgresError(
          holder === 'command'
            ? `A command of Touchstone is still at work on ${cluster}. Wait until it is done, or break it off.`
            : `Another Touchstone is using ${cluster}. Stop it first, or give this one a folder of its own with DATA_DIR.`,
        );
      }
      run(account, [pgCtl, 'stop', '-D', cluster, '-m', 'fast', '-w', '-t', '60']);
      return;
    }
    if (!holderOf(cluster)) {
      run(account, [pgCtl, 'stop', '-D', cluster, '-m', 'fast', '-w', '-t', '60']);
      return;
    }
    await new Promise((wake) => setTimeout(wake, 200));
  }
}

/** What the cluster's guard was told about who started it; nothing where no guard is left. */
function holderOf(cluster: string): Holder | undefined {
  const listed = spawnSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
  if (listed.status !== 0) return 'server';
  const guard = listed.stdout
    .split('\n')
    .find((line) => line.includes('guard.mjs') && line.includes(JSON.stringify(cluster)));
  if (guard === undefined) return undefined;
  return guard.trimEnd().endsWith(' command') ? 'command' : 'server';
}

async function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** The owner is an ordinary role, so that forced row-level security binds it too. */
async function ensureDatabase(superuserUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const role = await client.query(`SELECT FROM pg_roles WHERE rolname = 'touchstone'`);
    if (role.rowCount === 0) await client.query(`CREATE ROLE touchstone LOGIN CREATEROLE PASSWORD '${password}'`);
    const database = await client.query(`SELECT FROM pg_database WHERE datname = 'touchstone'`);
    if (database.rowCount === 0) await client.query(`CREATE DATABASE touchstone OWNER touchstone`);
  } finally {
    await client.end();
  }
}

async function stopGuard(guard: ChildProcess): Promise<void> {
  if (guard.exitCode !== null) return;
  const exited = new Promise<void>((done) => guard.once('exit', () => done()));
  guard.ref();
  guard.stdin?.end();
  await exited;
}
