import type { FormattedExecutionResult } from 'graphql-ws';
import { z } from 'zod';
import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { eventually } from '../../../test/eventually.js';
import { type JobProcess, startJobProcess } from '../../../test/job-process.js';
import { liveClient } from '../../../test/live-client.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';
import { newId, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { defineJob } from '../../platform/jobs/define-job.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import { LiveEvents } from '../../platform/live/live-events.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';

const stepByStep = defineJob({ name: 'step-by-step', payload: z.object({ steps: z.number() }) });
const stumbles = defineJob({ name: 'stumbles', payload: z.object({}), retries: { attempts: 1 } });

const JOB = 'id name state progressDone progressTotal attempts errorCode errorMessage result';
const PROGRESS = `subscription ($id: ID!) { jobProgress(id: $id) { ${JOB} } }`;
const FIND = `query ($id: ID!) { job(id: $id) { ${JOB} } }`;
const LIST = `query ($first: Int, $after: String, $state: JobState) {
  jobs(first: $first, after: $after, state: $state) { totalCount pageInfo { hasNextPage endCursor } edges { node { id state } } } }`;
const RETRY = `mutation ($id: ID!) { retryJob(id: $id) { state errorCode } }`;

interface Jobs {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  edges: { node: { id: string; state: string } }[];
}

interface Progress {
  jobProgress: { state: string; progressDone: number; progressTotal: number | null };
}

const codesOf = (results: readonly FormattedExecutionResult[]) =>
  results.flatMap(({ errors }) => (errors ?? []).map(({ extensions }) => extensions?.['code']));

describe('jobs, as people see them', () => {
  let application: TestApplication;
  let worker: JobProcess;
  let organizationId: string;
  let officer: TestMember;
  let contributor: TestMember;
  let stranger: TestMember;
  let stands: boolean;

  const asPrincipal = (member: TestMember): MemberPrincipal => ({
    kind: 'member',
    organizationId,
    accountId: member.accountId,
    membershipId: member.membershipId,
    role: 'contributor',
    teamIds: [],
    locale: 'en',
  });
  const start = (member: TestMember, steps: number): Promise<string> =>
    application.app
      .get(UnitOfWork)
      .write(asPrincipal(member), (transaction) => enqueue(transaction, stepByStep, { steps }));
  const listen = (member: TestMember, more: Record<string, string> = {}) =>
    liveClient(application, { ...member.client.headers, ...more });

  beforeAll(async () => {
    application = await startTestApplication();
    await application.app.listen(0, '127.0.0.1');
    worker = await startJobProcess({
      urls: application.database.urls,
      ignoreOtherJobs: true,
      register: (handlers) => {
        handlers.register(stepByStep, async (run) => {
          for (let step = 1; step <= run.payload.steps; step += 1) {
            await run.progress(step, run.payload.steps);
            await new Promise((resolve) => setTimeout(resolve, 25));
          }
          return { steps: run.payload.steps };
        });
        handlers.register(stumbles, async () => {
          if (!stands) throw new Error('tripped over a stone');
        });
      },
    });
    organizationId = await application.organization('Harbour Bank');
    officer = await application.member(organizationId, 'programme_office');
    contributor = await application.member(organizationId, 'contributor');
    stranger = await application.member(await application.organization('Meridian Stores'), 'administrator');
  });
  afterAll(async () => {
    await worker.stop();
    await application.close();
  });

  it('tells the browser how far a job is until it is done', async () => {
    const id = await start(officer, 20);
    const client = listen(officer);
    const told = (await client.all<Progress>(PROGRESS, { id })).map(({ data }) => data?.jobProgress);
    client.close();
    expect(told.length).toBeGreaterThan(3);
    expect(told.at(-1)).toMatchObject({
      state: 'COMPLETED',
      progressDone: 20,
      progressTotal: 20,
      result: { steps: 20 },
    });
    const steps = told.map((job) => job?.progressDone ?? 0);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
  });

  it('tells at once what is already over', async () => {
    const id = await start(officer, 1);
    await eventually(
      () => officer.client.data(FIND, { id }),
      ({ job }) => job.state === 'COMPLETED',
    );
    const client = listen(officer);
    expect(await client.all(PROGRESS, { id })).toHaveLength(1);
    client.close();
  });

  it('shows nobody a job of another organisation, of another person, or of nobody', async () => {
    const id = await start(officer, 1);
    for (const member of [stranger, contributor]) {
      expect(await member.client.errorCode(FIND, { id })).toBe('NOT_FOUND');
      const client = listen(member);
      expect(codesOf(await client.all(PROGRESS, { id }))).toEqual(['NOT_FOUND']);
      client.close();
    }
    const nobody = liveClient(application, {});
    expect(codesOf(await nobody.all(PROGRESS, { id }))).toEqual(['UNAUTHENTICATED']);
    nobody.close();
    expect(await officer.client.errorCode(FIND, { id: 'nonsense' })).toBe('NOT_FOUND');
  });

  it('shows people the jobs they asked for themselves', async () => {
    const id = await start(contributor, 1);
    expect((await contributor.client.data(FIND, { id })).job.id).toBe(id);
    expect((await contributor.client.data(LIST)).jobs).toMatchObject({ totalCount: 1, edges: [{ node: { id } }] });
  });

  it('says in the language of the reader what went wrong, and nothing of what the program said', async () => {
    stands = false;
    const id = await application.app
      .get(UnitOfWork)
      .write(asPrincipal(officer), (transaction) => enqueue(transaction, stumbles, {}));
    const dead = await eventually(
      () => officer.client.data(FIND, { id }),
      ({ job }) => job.state === 'DEAD',
    );
    expect(dead.job).toMatchObject({ attempts: 1, errorCode: 'JOB_FAILED' });
    expect(dead.job.errorMessage).toMatch(/^The job failed on our side.*[0-9a-f-]{36}$/);
    await application.database.query(`UPDATE account SET locale = 'zh-CN' WHERE id = $1`, [officer.accountId]);
    expect((await officer.client.data(FIND, { id })).job.errorMessage).toMatch(/^任务因系统内部原因失败/);
    await application.database.query(`UPDATE account SET locale = 'en' WHERE id = $1`, [officer.accountId]);
  });

  it('lets the office run a dead job again, once, and records it', async () => {
    const [dead] = (await officer.client.data(LIST, { state: 'DEAD' })).jobs.edges;
    const { id } = dead.node;
    expect(await contributor.client.errorCode(RETRY, { id })).toBe('FORBIDDEN');
    expect(await stranger.client.errorCode(RETRY, { id })).toBe('NOT_FOUND');
    stands = true;
    expect(await officer.client.data(RETRY, { id })).toEqual({ retryJob: { state: 'WAITING', errorCode: null } });
    await eventually(
      () => officer.client.data(FIND, { id }),
      ({ job }) => job.state === 'COMPLETED',
    );
    expect(await officer.client.errorCode(RETRY, { id })).toBe('JOB_NOT_DEAD');
    expect(
      await application.database.query(`SELECT changes FROM audit_event WHERE act = 'job.retried' AND object_id = $1`, [
        id,
      ]),
    ).toEqual([{ changes: { name: 'stumbles' } }]);
  });

  it('turns pages without losing or repeating a job', async () => {
    const { jobs: all }: { jobs: Jobs } = await officer.client.data(LIST, { first: 100 });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { jobs }: { jobs: Jobs } = await officer.client.data(LIST, { first: 2, after });
      seen.push(...jobs.edges.map(({ node }) => node.id));
      after = jobs.pageInfo.hasNextPage ? jobs.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual(all.edges.map(({ node }) => node.id));
    expect(seen).toHaveLength(all.totalCount);
    expect(await officer.client.errorCode(LIST, { first: 1000 })).toBe('VALIDATION');
  });

  it('forgets who has closed the page while nothing happens', async () => {
    const live = application.app.get(LiveEvents);
    const id = newId();
    await application.database.query(
      `INSERT INTO job (organization_id, id, name, payload) VALUES ($1, $2, 'step-by-step', '{"steps": 1}')`,
      [organizationId, id],
    );
    const client = listen(officer);
    const told = client.each<Progress>(PROGRESS, { id });
    expect((await told.next()).value).toMatchObject({ data: { jobProgress: { state: 'WAITING' } } });
    expect(live.readers).toBe(1);
    client.close();
    await eventually(
      async () => live.readers,
      (readers) => readers === 0,
    );
  });

  it('lists in one statement, whatever the number', async () => {
    const few = await countStatements(() => officer.client.data(LIST, { first: 1 }));
    const many = await countStatements(() => officer.client.data(LIST, { first: 100 }));
    expect([few, many]).toEqual([ONE_READ, ONE_READ]);
  });

  it('opens no live connection for pages of other sites, and for nothing but subscriptions', async () => {
    const id = await start(officer, 1);
    const elsewhere = listen(officer, { origin: 'https://elsewhere.example' });
    await expect(elsewhere.all(PROGRESS, { id })).rejects.toEqual(
      expect.objectContaining({ message: expect.stringContaining('403') }),
    );
    elsewhere.close();
    const client = listen(officer);
    await expect(client.all('{ viewer { email } }')).rejects.toEqual([
      expect.objectContaining({ message: expect.stringContaining('over HTTP') }),
    ]);
    await expect(client.all(RETRY, { id })).rejects.toEqual([
      expect.objectContaining({ message: expect.stringContaining('over HTTP') }),
    ]);
    client.close();
  });

  it('opens no subscription for a session that has ended on the same connection', async () => {
    const guest = await application.member(organizationId, 'programme_office');
    const id = await start(guest, 1);
    const client = listen(guest);
    await client.all(PROGRESS, { id });
    await guest.client.data('mutation { signOut }');
    expect(codesOf(await client.all(PROGRESS, { id }))).toEqual(['UNAUTHENTICATED']);
    client.close();
  });
});
