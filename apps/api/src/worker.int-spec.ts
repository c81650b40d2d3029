import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventually } from '../test/eventually.js';
import { createTestDatabase, type TestDatabase } from '../test/test-database.js';
import { newId } from './platform/database/unit-of-work.js';

const WORKER = fileURLToPath(new URL('../dist/worker.js', import.meta.url));

/** The built worker process, started as an administrator starts it. */
function startWorker(environment: Record<string, string>): { process: ChildProcess; output: () => string } {
  let output = '';
  const child = spawn(process.execPath, [WORKER], {
    env: {
      PATH: process.env['PATH'],
      DATA_DIR: mkdtempSync(join(tmpdir(), 'touchstone-worker-')),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text: Buffer) => {
      output += text.toString();
    });
  }
  return { process: child, output: () => output };
}

const exitOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once('exit', (code) => resolve(code)));

describe('the worker process', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('says what it needs instead of starting without a database', async () => {
    const worker = startWorker({});
    expect(await exitOf(worker.process)).toBe(1);
    expect(worker.output()).toContain('DATABASE_URL is needed for workers of their own');
    expect(worker.output()).not.toContain('    at ');
  });

  it('runs the jobs that others ask for, and goes when it is told to', async () => {
    const organizationId = newId();
    const jobId = newId();
    await database.query('INSERT INTO organization (id, name) VALUES ($1, $2)', [organizationId, 'Harbour Bank']);
    // A wave that does not exist: how the job ends is no matter here, only that this process takes it.
    await database.query(
      `INSERT INTO job (organization_id, id, name, payload) VALUES ($1, $2, 'compute-results', $3)`,
      [organizationId, jobId, JSON.stringify({ assessmentId: newId(), reason: 'closed' })],
    );
    await database.query(
      `INSERT INTO outbox (organization_id, id, job_id, name) VALUES ($1, $2, $3, 'compute-results')`,
      [organizationId, newId(), jobId],
    );
    const worker = startWorker({ DATABASE_URL: database.urls.owner });
    const exited = exitOf(worker.process);
    await eventually(
      () => database.query<{ state: string }>('SELECT state FROM job WHERE id = $1', [jobId]),
      ([job]) => job?.state === 'dead' || job?.state === 'completed',
      25_000,
    ).catch((error: unknown) => {
      throw new Error(`${String(error)}\n${worker.output()}`);
    });
    worker.process.kill('SIGTERM');
    expect(await exited).toBe(0);
  });
});
