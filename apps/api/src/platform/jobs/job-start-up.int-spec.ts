import { z } from 'zod';
import { startJobProcess } from '../../../test/job-process.js';
import { redisIsAvailable, startTestRedis } from '../../../test/redis-server.js';
import { createTestDatabase, type TestDatabase } from '../../../test/test-database.js';
import { defineJob } from './define-job.js';
import { defineSweep } from './sweeps.js';

const orphan = defineJob({ name: 'orphan', payload: z.object({}) });
const sweep = defineSweep({ name: 'twice', everyMs: 60_000 });

describe('a process that runs jobs', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('does not start while a job has no handler', async () => {
    await expect(startJobProcess({ urls: database.urls })).rejects.toThrow('No handler is registered for: orphan.');
  });

  it('does not start with two handlers for one job, or two sweeps of one name', async () => {
    const handler = async () => undefined;
    const twice = startJobProcess({
      urls: database.urls,
      register: (handlers) => {
        handlers.register(orphan, handler);
        handlers.register(orphan, handler);
      },
    });
    await expect(twice).rejects.toThrow('Two handlers are registered for the job "orphan".');
    const sweptTwice = startJobProcess({
      urls: database.urls,
      register: (_handlers, sweeps) => {
        sweeps.register(sweep, handler);
        sweeps.register(sweep, handler);
      },
    });
    await expect(sweptTwice).rejects.toThrow('Two sweeps are called "twice".');
  });

  it('starts without handlers where it runs no jobs', async () => {
    const started = await startJobProcess({ urls: database.urls, runWorkers: false });
    await started.stop();
  });

  it('cannot be given two jobs of one name, or a name that is none', () => {
    expect(() => defineJob({ name: 'orphan', payload: z.object({}) })).toThrow('Two jobs are called "orphan".');
    expect(() => defineJob({ name: 'Bad Name', payload: z.object({}) })).toThrow(/lower-case-with-dashes/);
  });

  it('does not start on a Redis that does not answer, and says what to do', async () => {
    const started = startJobProcess({ urls: database.urls, redisUrl: 'redis://127.0.0.1:1', ignoreOtherJobs: true });
    await expect(started).rejects.toThrow(/REDIS_URL does not answer.*leave REDIS_URL out/);
  });

  if (redisIsAvailable()) {
    it('does not start on a Redis that evicts keys, and says what to do', async () => {
      const redis = await startTestRedis(['--maxmemory', '50mb', '--maxmemory-policy', 'allkeys-lru']);
      const started = startJobProcess({ urls: database.urls, redisUrl: redis.url, ignoreOtherJobs: true });
      await expect(started).rejects.toThrow(/maxmemory-policy "allkeys-lru".*Set it to "noeviction"/);
      await redis.stop();
    });
  }
});
