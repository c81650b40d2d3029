import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { eventually } from '../../../test/eventually.js';
import { type JobProcess, startJobProcess } from '../../../test/job-process.js';
import { redisIsAvailable, startTestRedis, type TestRedis } from '../../../test/redis-server.js';
import { createTestDatabase, type TestDatabase } from '../../../test/test-database.js';
import { newId } from '../database/unit-of-work.js';
import type { SystemPrincipal } from '../tenancy/principal.js';
import { defineJob } from './define-job.js';
import { enqueue } from './enqueue.js';

const WORKER = fileURLToPath(new URL('../../../test/worker-to-kill.mjs', import.meta.url));
const twoHalves = defineJob({ name: 'two-halves', payload: z.object({}) });
const backends = redisIsAvailable() ? ['PostgreSQL', 'Redis'] : ['PostgreSQL'];

describe.each(backends)('a worker killed in the middle of a job, on %s', (backend) => {
  let database: TestDatabase;
  let redis: TestRedis | undefined;
  let killed: ChildProcess;
  let survivor: JobProcess | undefined;

  beforeAll(async () => {
    if (backend === 'Redis') redis = await startTestRedis();
    database = await createTestDatabase();
  });
  afterAll(async () => {
    killed.kill('SIGKILL');
    await survivor?.stop();
    await redis?.stop();
    await database.drop();
  });

  it('has its job finished by another, and nothing done twice', async () => {
    const organizationId = newId();
    await database.query('INSERT INTO organization (id, name) VALUES ($1, $2)', [organizationId, 'Harbour Bank']);
    const principal: SystemPrincipal = { kind: 'system', organizationId, name: 'test' };
    const size = async () =>
      (await database.query<{ size: number }>('SELECT minimum_group_size AS size FROM organization'))[0]?.size;
    const asker = await startJobProcess({ urls: database.urls, runWorkers: false });
    const id = await asker.unitOfWork.write(principal, (transaction) => enqueue(transaction, twoHalves, {}));
    await asker.stop();

    killed = spawn(process.execPath, [WORKER], {
      env: { PATH: process.env['PATH'], WORKER_DATABASE_URL: database.urls.worker, WORKER_QUEUE_URL: redis?.url },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise<void>((resolve, reject) => {
      killed.once('exit', (code) => reject(new Error(`The worker ended by itself with ${code}.`)));
      killed.stdout?.once('data', () => resolve());
    });
    killed.removeAllListeners('exit');
    killed.kill('SIGKILL');
    expect(await size()).toBe(6);
    expect(await database.query('SELECT state, attempts FROM job')).toEqual([{ state: 'active', attempts: 1 }]);

    survivor = await startJobProcess({
      urls: database.urls,
      redisUrl: redis?.url,
      register: (handlers) => {
        handlers.register(twoHalves, async (run) => {
          await run.once('first half', ({ query }) =>
            query('UPDATE organization SET minimum_group_size = minimum_group_size + 10', []),
          );
          await run.once('second half', ({ query }) =>
            query('UPDATE organization SET minimum_group_size = minimum_group_size + 2 WHERE id = $1', [
              run.principal.organizationId,
            ]),
          );
        });
      },
    });
    await eventually(
      () => database.query<{ state: string }>('SELECT state FROM job WHERE id = $1', [id]),
      ([job]) => job?.state === 'completed',
      20_000,
    );
    expect(await database.query('SELECT attempts FROM job')).toEqual([{ attempts: 2 }]);
    expect(await size()).toBe(8);
  }, 40_000);
});
