import { type JobProcess, startJobProcess } from '../../../test/job-process.js';
import { createTestDatabase, type TestDatabase } from '../../../test/test-database.js';
import { newId } from '../database/unit-of-work.js';
import type { SystemPrincipal } from '../tenancy/principal.js';

describe('live events', () => {
  let database: TestDatabase;
  let here: JobProcess;
  let there: JobProcess;
  const harbour: SystemPrincipal = { kind: 'system', organizationId: newId(), name: 'test' };
  const meridian: SystemPrincipal = { kind: 'system', organizationId: newId(), name: 'test' };

  beforeAll(async () => {
    database = await createTestDatabase();
    here = await startJobProcess({ urls: database.urls, runWorkers: false });
    there = await startJobProcess({ urls: database.urls, runWorkers: false });
  });
  afterAll(async () => {
    await Promise.all([here.stop(), there.stop()]);
    await database.drop();
  });

  const tell = (principal: SystemPrincipal, topic: string, number: number) =>
    here.unitOfWork.write(principal, (transaction) => here.live.publish(transaction, topic, { number }));

  it('reach every process, in order, for their topic and organisation only', async () => {
    const feed = there.live.asyncIterator('waves', harbour.organizationId);
    await tell(meridian, 'waves', 1);
    await tell(harbour, 'people', 2);
    await tell(harbour, 'waves', 3);
    await tell(harbour, 'waves', 4);
    const heard = [(await feed.next()).value, (await feed.next()).value];
    expect(heard.map((event) => event?.payload)).toEqual([{ number: 3 }, { number: 4 }]);
    await feed.return();
    expect(there.live.readers).toBe(0);
  });

  it('are not told when the transaction rolls back', async () => {
    const feed = there.live.asyncIterator('waves', harbour.organizationId);
    const failing = here.unitOfWork.write(harbour, async (transaction) => {
      await here.live.publish(transaction, 'waves', { number: 5 });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await tell(harbour, 'waves', 6);
    expect((await feed.next()).value?.payload).toEqual({ number: 6 });
    await feed.return();
  });

  it('are refused when they are too large to be told', async () => {
    const large = here.unitOfWork.write(harbour, (transaction) =>
      here.live.publish(transaction, 'waves', { text: '字'.repeat(3000) }),
    );
    await expect(large).rejects.toThrow(/too large/);
  });
});
