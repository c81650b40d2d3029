import { eventually } from '../../../test/eventually.js';
import { systemIn } from '../../../test/alerts.js';
import { lettersTo, letterTo } from '../../../test/letters.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';
import { ConcernedPlace } from '../../../test/concerned.js';
import { SendDigestsService } from './send-digests.service.js';

const PREFER = 'mutation ($cadence: DigestCadence!) { setDigestCadence(cadence: $cadence) }';
const DAY_MS = 86_400_000;

/** Eight in the morning of the next Monday and of days after it, in UTC, where test organisations are. */
function morning(days = 0, hour = 8): Date {
  const today = Math.floor(Date.now() / DAY_MS);
  const monday = today - ((today + 3) % 7) + 7;
  return new Date((monday + days) * DAY_MS + hour * 3_600_000);
}

describe('the digest', () => {
  let application: TestApplication;
  let place: ConcernedPlace;
  let executive: TestMember;

  beforeAll(async () => {
    application = await startTestApplication({ RUN_WORKERS: 'true' });
  });
  beforeEach(async () => {
    place = await ConcernedPlace.make(application);
    executive = await application.member(place.organizationId, 'executive');
    await place.decision('Shall we go on?', executive, { due_on: '2099-01-31' });
  });
  afterAll(() => application.close());

  const sweep = (now: Date) => application.app.get(SendDigestsService).enqueueDue(systemIn(place.organizationId), now);
  const jobs = () =>
    eventually(
      () =>
        place.query<{ state: string; result: unknown }>(
          `SELECT state, result FROM job WHERE organization_id = $1 AND name = 'send-digests'`,
        ),
      (found) => found.every(({ state }) => state === 'completed'),
    );

  it('goes out once in the morning of the first day of the week, to whom something concerns', async () => {
    await sweep(morning(0, 6));
    expect(await jobs()).toEqual([]);
    await sweep(morning());
    const letter = await letterTo(application, executive.email);
    expect(letter.subject).toMatch(/^1 thing waits for you \(Harbour /);
    expect(letter.text).toContain('This waits for you:');
    expect(letter.text).toMatch(
      /To decide: D-1 Shall we go on\?, due on 2099-01-31\nhttps?:\/\/\S+\/decisions\/[0-9a-f-]{36}/,
    );
    expect(letter.text).not.toContain('This has come of your work');
    await sweep(morning());
    await sweep(morning(1));
    expect(await jobs()).toMatchObject([{ result: { sent: 1, refused: 0, quiet: 1 } }]);
    expect(await lettersTo(application, executive.email)).toHaveLength(1);
    expect(await lettersTo(application, place.office.email)).toEqual([]);
  });

  it('tells in the next letter what came about since the last, in the language of its reader', async () => {
    await place.query(`UPDATE account SET locale = 'zh-CN' WHERE id = $2 AND $1::uuid IS NOT NULL`, [
      place.office.accountId,
    ]);
    await place.decided('要不要继续？', executive);
    await sweep(morning());
    const letter = await letterTo(application, place.office.email);
    expect(letter.subject).toContain('您负责的工作有 1 项新结果');
    expect(letter.text).toContain('决策结果“已退回”：D-2 要不要继续？');
    // It came about before the first letter: the second does not tell it again, and finds nothing else to say.
    await sweep(morning(7));
    expect(await jobs()).toHaveLength(2);
    expect(await lettersTo(application, place.office.email)).toHaveLength(1);
    expect(await lettersTo(application, executive.email)).toHaveLength(2);
  });

  it('comes on working days to whoever wants that, and never to whoever wants none', async () => {
    expect((await executive.client.data('{ digestCadence }')).digestCadence).toBe('WEEKLY');
    await executive.client.data(PREFER, { cadence: 'WORKING_DAYS' });
    expect((await executive.client.data('{ digestCadence }')).digestCadence).toBe('WORKING_DAYS');
    await sweep(morning(1));
    await sweep(morning(2));
    await sweep(morning(5));
    await jobs();
    expect(await lettersTo(application, executive.email)).toHaveLength(2);
    await executive.client.data(PREFER, { cadence: 'NONE' });
    await sweep(morning(7));
    await jobs();
    expect(await lettersTo(application, executive.email)).toHaveLength(2);
    const events = await place.query(
      `SELECT changes FROM audit_event WHERE organization_id = $1 AND act = 'digest.set'`,
    );
    expect(events).toHaveLength(2);
  });

  it('is written once where two processes look at the same moment', async () => {
    await Promise.all([sweep(morning()), sweep(morning()), sweep(morning())]);
    await letterTo(application, executive.email);
    expect(await jobs()).toHaveLength(1);
    expect(await lettersTo(application, executive.email)).toHaveLength(1);
  });

  it('reaches nobody who has left, and not the other organisation', async () => {
    await place.query('UPDATE membership SET valid_to = now() WHERE organization_id = $1 AND id = $2', [
      executive.membershipId,
    ]);
    await sweep(morning());
    await jobs();
    expect(await lettersTo(application, executive.email)).toEqual([]);
    const elsewhere = await ConcernedPlace.make(application);
    expect(await elsewhere.query('SELECT FROM digest WHERE organization_id = $1')).toEqual([]);
  });
});
