import { z } from 'zod';
import { eventually } from '../../../test/eventually.js';
import { type JobProcess, startJobProcess } from '../../../test/job-process.js';
import { redisIsAvailable, redisServerOnPath, startTestRedis, type TestRedis } from '../../../test/redis-server.js';
import { createTestDatabase, type TestDatabase } from '../../../test/test-database.js';
import { newId } from '../database/unit-of-work.js';
import type { SystemPrincipal } from '../tenancy/principal.js';
import { defineJob } from './define-job.js';
import { enqueue } from './enqueue.js';

const errand = defineJob({ name: 'errand', payload: z.object({}) });

// A Redis that belongs to others cannot be stopped for a test.
if (redisIsAvailable() && redisServerOnPath()) {
  describe('a Redis that goes away', () => {
    let database: TestDatabase;
    let redis: TestRedis;
    let jobs: JobProcess;

    beforeAll(async () => {
      database = await createTestDatabase();
      redis = await startTestRedis([]);
      jobs = await startJobProcess({
        urls: database.urls,
        redisUrl: redis.url,
        register: (handlers) => handlers.register(errand, async () => undefined),
      });
    });
    afterAll(async () => {
      await jobs.stop();
      await redis.stop();
      await database.drop();
    });

    it('keeps nobody from asking for jobs, and they run when it is back', async () => {
      const organizationId = newId();
      await database.query('INSERT INTO organization (id, name) VALUES ($1, $2)', [organizationId, 'Harbour Bank']);
      const principal: SystemPrincipal = { kind: 'system', organizationId, name: 'test' };
      await redis.stop();
      const asked = Date.now();
      const id = await jobs.unitOfWork.write(principal, (transaction) => enqueue(transaction, errand, {}));
      expect(Date.now() - asked).toBeLessThan(2000);
      redis = await startTestRedis([], Number(new URL(redis.url).port));
      await eventually(
        () => database.query<{ state: string }>('SELECT state FROM job WHERE id = $1', [id]),
        ([job]) => job?.state === 'completed',
        20_000,
      );
    });
  });
} else {
  it('is tested where redis-server is on the PATH; see test-results/left-out.txt', () => {
    expect(redisServerOnPath()).toBe(false);
  });
}
