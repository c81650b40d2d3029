import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { eventually } from '../../test/eventually.js';
import { runTouchstone, startTouchstone } from '../../test/run-touchstone.js';
import { joinEmbeddedPostgres } from '../platform/database/embedded/embedded-postgres.js';
import { runningCluster } from '../platform/database/embedded/running-cluster.js';

describe('commands on the embedded database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-interrupted-'));
  const postgres = join(folder, 'postgres');
  const cluster = join(postgres, 'cluster');
  const environment = { DATA_DIR: folder };

  /** None as long as there is no database, or it is still being made. */
  const applicationConnections = async (): Promise<number> => {
    const joined = joinEmbeddedPostgres(postgres);
    if (!joined) return 0;
    const client = new pg.Client({ connectionString: joined.url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rowCount } = await client.query(`SELECT FROM pg_stat_activity WHERE application_name = 'touchstone app'`);
      return rowCount ?? 0;
    } catch {
      return 0;
    } finally {
      await client.end().catch(() => undefined);
    }
  };

  afterAll(() => rmSync(folder, { recursive: true }));

  it('looks without making a database', async () => {
    const { code, out } = await runTouchstone(['doctor'], environment);
    expect(out).toMatch(/^WARNING database +none is made yet$/m);
    expect(code).toBe(0);
    expect(() => readFileSync(join(cluster, 'PG_VERSION'))).toThrow('ENOENT');
  }, 30_000);

  it('close it cleanly when interrupted, and wait for each other meanwhile', async () => {
    const seed = startTouchstone(['seed'], environment);
    await eventually(
      () => applicationConnections(),
      (connections) => connections > 0,
      60_000,
    );
    expect(joinEmbeddedPostgres(postgres)?.holder).toBe('command');
    seed.child.kill('SIGINT');
    // Shares the database with nobody who is about to take it away.
    const doctor = runTouchstone(['doctor', '--json'], environment);
    expect(await seed.ended).toEqual({ code: 130, out: '', err: 'Broken off.\n' });
    expect(readFileSync(join(cluster, 'server.log'), 'utf8')).toContain('database system is shut down');

    const { code, out } = await doctor;
    expect(JSON.parse(out)).toMatchObject({ healthy: true });
    expect(code).toBe(0);
    expect(runningCluster(cluster)).toBeUndefined();
    expect(readFileSync(join(cluster, 'server.log'), 'utf8')).not.toContain('not properly shut down');
  }, 120_000);

  it('finish what an interrupted one left half done, and export it', async () => {
    expect(await runTouchstone(['seed'], environment)).toMatchObject({
      code: 0,
      out: expect.stringContaining('officer@harbour-bank.example'),
    });
    const path = join(folder, 'results.csv');
    const asked = ['export', '--assessment', 'experience maturity, spring 2026'];
    const [written, unfit] = await Promise.all([
      runTouchstone([...asked, path, '--json'], environment),
      runTouchstone([...asked, join(folder, 'results.pdf')], environment),
    ]);
    expect(unfit).toMatchObject({ code: 2, err: expect.stringContaining('ends in .csv or .xlsx') });
    expect(written).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(written.out).rows).toBeGreaterThan(100);
    expect(readFileSync(path, 'utf8')).toContain('Branches and contact centre');
    expect(await runTouchstone([...asked, path], environment)).toMatchObject({ code: 2, out: '' });
  }, 240_000);
});
