import { RuleError } from '@touchstone/domain';
import { Redis } from 'ioredis';
import { z } from 'zod';
import { eventually } from '../../../test/eventually.js';
import { type JobProcess, startJobProcess } from '../../../test/job-process.js';
import { redisIsAvailable, startTestRedis, type TestRedis } from '../../../test/redis-server.js';
import { createTestDatabase, type TestDatabase } from '../../../test/test-database.js';
import { newId, type UnitOfWork } from '../database/unit-of-work.js';
import type { SystemPrincipal } from '../tenancy/principal.js';
import { defineJob } from './define-job.js';
import { enqueue, enqueueAgain } from './enqueue.js';
import type { JobHandlers, JobRun } from './job-handlers.js';
import { jobTopic } from './job-ledger.js';
import { recoverLostJobs } from './lost-jobs.js';
import { defineSweep, type Sweeps } from './sweeps.js';

const countUp = defineJob({ name: 'count-up', payload: z.object({ by: z.number() }) });
const fails = defineJob({ name: 'fails', payload: z.object({}), retries: { attempts: 3, backoffMs: 20 } });
const refused = defineJob({ name: 'refused', payload: z.object({}) });
const blocks = defineJob({ name: 'blocks', payload: z.object({}) });
const patient = defineJob({ name: 'patient', payload: z.object({}) });
const reports = defineJob({ name: 'reports', payload: z.object({ steps: z.number() }) });
const everySecond = defineSweep({ name: 'every-second', everyMs: 500 });

interface JobRow {
  state: string;
  attempts: number;
  error_code: string | null;
  error_params: Record<string, string> | null;
  result: unknown;
  progress_done: number;
  progress_total: number | null;
}

const backends = redisIsAvailable() ? ['PostgreSQL', 'Redis'] : ['PostgreSQL'];

describe.each(backends)('jobs on %s', (backend) => {
  let database: TestDatabase;
  let redis: TestRedis | undefined;
  let processes: JobProcess[];
  let harbour: SystemPrincipal;
  let meridian: SystemPrincipal;
  let release: () => void;
  let repaired: boolean;
  let swept: string[];

  const register = (handlers: JobHandlers, sweeps: Sweeps, unitOfWork: UnitOfWork): void => {
    handlers.register(countUp, async (run) => {
      await run.once('count', (transaction) =>
        transaction.query(`UPDATE organization SET minimum_group_size = minimum_group_size + $2 WHERE id = $1`, [
          run.principal.organizationId,
          run.payload.by,
        ]),
      );
      return { counted: run.payload.by };
    });
    handlers.register(fails, async () => {
      if (!repaired) throw new Error('the password is hunter2');
      return 'well';
    });
    handlers.register(refused, async () => {
      throw new RuleError('ASSESSMENT_CLOSED', 'closed');
    });
    handlers.register(blocks, async () => {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
    });
    handlers.register(patient, async (run) => {
      while (!repaired) {
        run.signal.throwIfAborted();
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    });
    handlers.register(reports, async (run: JobRun<{ steps: number }>) => {
      for (let step = 1; step <= run.payload.steps; step += 1) {
        await run.progress(step, run.payload.steps);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    });
    sweeps.register(everySecond, async (principal) => {
      swept.push(principal.organizationId);
      if (principal.organizationId === harbour.organizationId) throw new Error('only here');
      await unitOfWork.work(principal, ({ query }) => query('SELECT 1'));
    });
  };

  const start = async (): Promise<JobProcess> => {
    const started = await startJobProcess({ urls: database.urls, redisUrl: redis?.url, register });
    processes.push(started);
    return started;
  };

  const organization = async (name: string): Promise<SystemPrincipal> => {
    const organizationId = newId();
    await database.query('INSERT INTO organization (id, name) VALUES ($1, $2)', [organizationId, name]);
    return { kind: 'system', organizationId, name: 'test' };
  };

  const job = async (id: string): Promise<JobRow> => {
    const [row] = await database.query<JobRow & { [column: string]: unknown }>('SELECT * FROM job WHERE id = $1', [id]);
    return row as JobRow;
  };
  const settled = (id: string, state: string): Promise<JobRow> =>
    eventually(
      () => job(id),
      (row) => row.state === state,
    );
  const count = async ({ organizationId }: SystemPrincipal): Promise<number> => {
    const [row] = await database.query<{ minimum_group_size: number }>(
      'SELECT minimum_group_size FROM organization WHERE id = $1',
      [organizationId],
    );
    return (row?.minimum_group_size ?? 0) - 5;
  };

  beforeAll(async () => {
    if (backend === 'Redis') redis = await startTestRedis();
  });
  afterAll(() => redis?.stop());

  beforeEach(async () => {
    processes = [];
    swept = [];
    repaired = false;
    if (redis) {
      const client = new Redis(redis.url);
      await client.flushdb();
      client.disconnect();
    }
    database = await createTestDatabase();
    harbour = await organization('Harbour Bank');
    meridian = await organization('Meridian Stores');
  });
  afterEach(async () => {
    await Promise.all(processes.map((process) => process.stop()));
    await database.drop();
  });

  it('runs a job and keeps its result', async () => {
    const { unitOfWork } = await start();
    const id = await unitOfWork.write(harbour, (transaction) => enqueue(transaction, countUp, { by: 2 }));
    expect(await settled(id, 'completed')).toMatchObject({ attempts: 1, result: { counted: 2 }, error_code: null });
    expect(await count(harbour)).toBe(2);
    expect(await count(meridian)).toBe(0);
  });

  it('lets nothing leave when the transaction rolls back', async () => {
    const { unitOfWork } = await start();
    const before = unitOfWork.write(harbour, async (transaction) => {
      await enqueue(transaction, countUp, { by: 1 });
      throw new Error('no');
    });
    await expect(before).rejects.toThrow('no');
    const after = await unitOfWork.write(harbour, (transaction) => enqueue(transaction, countUp, { by: 10 }));
    await settled(after, 'completed');
    expect(await count(harbour)).toBe(10);
    expect(await database.query('SELECT id FROM job')).toHaveLength(1);
  });

  it('refuses a payload of the wrong shape before anything is written', async () => {
    const { unitOfWork } = await start();
    const wrong = unitOfWork.write(harbour, (transaction) =>
      enqueue(transaction, countUp, { by: 'many' } as unknown as { by: number }),
    );
    await expect(wrong).rejects.toThrow(/by/);
  });

  it('waits with a job as long as it was asked to', async () => {
    const { unitOfWork } = await start();
    const id = await unitOfWork.write(harbour, (transaction) =>
      enqueue(transaction, countUp, { by: 1 }, { delayMs: 1200 }),
    );
    const asked = Date.now();
    await settled(id, 'completed');
    expect(Date.now() - asked).toBeGreaterThan(1000);
  });

  it('has an effect once, however often the job is delivered', async () => {
    const { unitOfWork } = await start();
    const id = await unitOfWork.write(harbour, (transaction) => enqueue(transaction, countUp, { by: 3 }));
    await settled(id, 'completed');
    // As if the process had died after the effect and before the ledger knew of it.
    await database.query(`UPDATE job SET state = 'active', finished_at = NULL, result = NULL WHERE id = $1`, [id]);
    await unitOfWork.write(harbour, (transaction) => enqueueAgain(transaction, id, countUp.name));
    expect(await settled(id, 'completed')).toMatchObject({ attempts: 2, result: { counted: 3 } });
    // A delivery after the job is over does not even start.
    await unitOfWork.write(harbour, (transaction) => enqueueAgain(transaction, id, countUp.name));
    const last = await unitOfWork.write(harbour, (transaction) => enqueue(transaction, countUp, { by: 0 }));
    await settled(last, 'completed');
    expect((await job(id)).attempts).toBe(2);
    expect(await count(harbour)).toBe(3);
  });

  it('publishes a second time what it may not have published, without running it twice', async () => {
    const { unitOfWork } = await start();
    const id = await unitOfWork.write(harbour, (transaction) => enqueue(transaction, blocks, {}));
    await settled(id, 'active');
    // As if the relay had died between handing over and marking.
    await database.query('UPDATE outbox SET published_at = NULL WHERE job_id = $1', [id]);
    const next = await unitOfWork.write(harbour, (transaction) => enqueue(transaction, countUp, { by: 1 }));
    await settled(next, 'completed');
    expect(await database.query('SELECT 1 FROM outbox WHERE published_at IS NULL')).toEqual([]);
    expect((await job(id)).attempts).toBe(1);
    release();
    await settled(id, 'completed');
    expect((await job(id)).attempts).toBe(1);
  });

  it('sends again what the queue has forgotten, and only that', async () => {
    const { unitOfWork, sweeps } = await start();
    const held = await unitOfWork.write(harbour, (transaction) => enqueue(transaction, blocks, {}));
    await settled(held, 'active');
    const lost = newId();
    await database.query(
      `INSERT INTO job (organization_id, id, name, payload) VALUES ($1, $2, 'count-up', '{"by": 4}')`,
      [harbour.organizationId, lost],
    );
    await database.query(
      `INSERT INTO outbox (organization_id, id, job_id, name, published_at) VALUES ($1, $2, $3, 'count-up', now())`,
      [harbour.organizationId, newId(), lost],
    );
    await sweeps.run(recoverLostJobs);
    expect((await job(lost)).state).toBe('waiting');
    await database.query(`UPDATE outbox SET published_at = now() - interval '11 minutes'`);
    await sweeps.run(recoverLostJobs);
    await settled(lost, 'completed');
    release();
    await settled(held, 'completed');
    expect([(await job(held)).attempts, await count(harbour)]).toEqual([1, 4]);
    expect(await database.query('SELECT 1 FROM outbox')).toHaveLength(3);
  });

  it('tries again, then gives up, and runs once more when asked to', async () => {
    const { unitOfWork, metrics } = await start();
    const id = await unitOfWork.write(harbour, (transaction) => enqueue(transaction, fails, {}));
    const dead = await settled(id, 'dead');
    expect(dead).toMatchObject({ attempts: 3, error_code: 'JOB_FAILED' });
    expect(JSON.stringify(dead)).not.toContain('hunter2');
    repaired = true;
    await unitOfWork.write(harbour, async (transaction) => {
      await transaction.query(`UPDATE job SET state = 'waiting' WHERE organization_id = $1 AND id = $2`, [
        harbour.organizationId,
        id,
      ]);
      await enqueueAgain(transaction, id, fails.name);
    });
    expect(await settled(id, 'completed')).toMatchObject({ attempts: 4, result: 'well', error_code: null });
    const counted = (await metrics()).split('\n').filter((line) => line.startsWith('touchstone_job_seconds_count'));
    expect(counted.sort()).toEqual([
      'touchstone_job_seconds_count{job="fails",outcome="completed"} 1',
      'touchstone_job_seconds_count{job="fails",outcome="dead"} 1',
      'touchstone_job_seconds_count{job="fails",outcome="failed"} 2',
    ]);
  });

  it('does not try again what a rule of the domain stands against', async () => {
    const { unitOfWork } = await start();
    const id = await unitOfWork.write(harbour, (transaction) => enqueue(transaction, refused, {}));
    expect(await settled(id, 'dead')).toMatchObject({ attempts: 1, error_code: 'ASSESSMENT_CLOSED' });
  });

  it('does not let one organisation wait for another', async () => {
    const { unitOfWork } = await start();
    const slow = await unitOfWork.write(harbour, (transaction) => enqueue(transaction, blocks, {}));
    await settled(slow, 'active');
    const quick = await unitOfWork.write(meridian, (transaction) => enqueue(transaction, countUp, { by: 1 }));
    await settled(quick, 'completed');
    expect((await job(slow)).state).toBe('active');
    release();
    await settled(slow, 'completed');
  });

  it('publishes each job once with two processes at work', async () => {
    const [first] = await Promise.all([start(), start()]);
    const ids: string[] = [];
    for (const principal of [harbour, meridian, harbour, meridian]) {
      await first.unitOfWork.write(principal, async (transaction) => {
        for (let index = 0; index < 30; index += 1) ids.push(await enqueue(transaction, countUp, { by: 1 }));
      });
    }
    await eventually(
      () => database.query(`SELECT id FROM job WHERE state <> 'completed'`),
      (rows) => rows.length === 0,
    );
    expect(ids).toHaveLength(120);
    expect(await database.query('SELECT id FROM job WHERE attempts <> 1')).toEqual([]);
    expect([await count(harbour), await count(meridian)]).toEqual([60, 60]);
  });

  it('tells how far a job is, to its own organisation only', async () => {
    const { unitOfWork, live } = await start();
    const id = await unitOfWork.write(harbour, (transaction) => enqueue(transaction, reports, { steps: 25 }));
    const own = live.asyncIterator(jobTopic(id), harbour.organizationId);
    const others = live.asyncIterator(jobTopic(id), meridian.organizationId);
    const seen: number[] = [];
    let heard = 0;
    void (async () => {
      for await (const _ of others) heard += 1;
    })();
    for await (const _ of own) {
      const row = await job(id);
      seen.push(row.progress_done);
      if (row.state === 'completed') break;
    }
    expect(seen.length).toBeGreaterThan(3);
    expect(seen.length).toBeLessThan(25);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(25);
    expect(heard).toBe(0);
    await others.return();
  });

  it('finishes what it is doing before it stops', async () => {
    const stopping = await start();
    const id = await stopping.unitOfWork.write(harbour, (transaction) => enqueue(transaction, reports, { steps: 30 }));
    await settled(id, 'active');
    processes = [];
    await stopping.stop();
    expect(await job(id)).toMatchObject({ state: 'completed', progress_done: 30 });
  });

  it('gives a job back that stops at a safe point because the process is about to stop', async () => {
    const stopping = await start();
    const id = await stopping.unitOfWork.write(harbour, (transaction) => enqueue(transaction, patient, {}));
    await settled(id, 'active');
    await stopping.stop();
    processes = [];
    expect(await job(id)).toMatchObject({ state: 'waiting', attempts: 0, error_code: null });
    repaired = true;
    await start();
    expect(await settled(id, 'completed')).toMatchObject({ attempts: 1 });
  });

  it('goes on by itself after every connection to the database was lost', async () => {
    const { unitOfWork, live } = await start();
    await database.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    const feed = live.asyncIterator('anything', harbour.organizationId);
    expect((await feed.next()).value).toMatchObject({ missed: true });
    await feed.return();
    const id = await eventually(
      () => unitOfWork.write(harbour, (transaction) => enqueue(transaction, countUp, { by: 1 })).catch(() => ''),
      (written) => written !== '',
    );
    await settled(id, 'completed');
  });

  it('sweeps every organisation in turn, whatever happens in one', async () => {
    await start();
    await eventually(
      async () => swept.filter((id) => id === meridian.organizationId).length,
      (rounds) => rounds >= 2,
    );
    expect(swept).toContain(harbour.organizationId);
  });
});
