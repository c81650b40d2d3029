import { createHmac } from 'node:crypto';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { ApplicationWorkers } from '../../../test/application-workers.js';
import { eventually } from '../../../test/eventually.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';
import { upload } from '../../../test/upload.js';
import { identitySecret } from './feedback-reader.js';

const START = `mutation ($fileId: ID!, $mapping: FeedbackMappingInput!) {
  startFeedbackImport(fileId: $fileId, mapping: $mapping, mode: ALL_OR_NOTHING) { id } }`;
const ONE = 'query ($id: ID!) { feedbackImport(id: $id) { state added repeated duplicates rowsRead } }';
const UNDO = 'mutation ($id: ID!) { undoFeedbackImport(id: $id) { id } }';
const SAID = [
  'The queue at the counter is far too long today',
  '手机银行登录一直转圈，等了十分钟',
  'الانتظار طويل جدا',
  '😡😡 again',
];
const ROWS = 3000;
/** The last tenth stands in the file a second time. */
const FILE = `id,date,text\n${Array.from({ length: ROWS }, (_, row) => {
  const number = row % (ROWS * 0.9);
  return `${number},2026-03-0${1 + (number % 9)},"${SAID[number % SAID.length]}, ${number}"`;
}).join('\n')}\n`;
const DISTINCT = ROWS * 0.9;
const MAPPING = {
  columns: [
    { column: 0, target: 'REFERENCE' },
    { column: 1, target: 'TIME' },
    { column: 2, target: 'TEXT' },
  ],
  source: 'SURVEY',
};

describe('an import of feedback, where a process is killed', () => {
  let application: TestApplication;
  let office: TestMember;
  let organizationId: string;
  let holder: pg.Client;
  const workers = new ApplicationWorkers(() => application);

  beforeAll(async () => {
    application = await startTestApplication();
  });
  beforeEach(async () => {
    organizationId = await application.organization('Harbour Bank');
    office = await application.member(organizationId, 'programme_office');
    holder = new pg.Client({ connectionString: application.database.urls.owner, application_name: 'holder' });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query(`SELECT set_config('app.organization_id', $1, true)`, [organizationId]);
  });
  afterEach(async () => {
    await workers.killAll();
    await holder.end();
  });
  afterAll(() => application.close());

  const start = async (): Promise<string> => {
    const fileId = await upload(office.client, FILE, 'said.csv');
    return (await office.client.data(START, { fileId, mapping: MAPPING })).startFeedbackImport.id;
  };
  const one = async (id: string) => (await office.client.data(ONE, { id })).feedbackImport;
  const inState = (id: string, wanted: string) =>
    eventually(
      () => one(id),
      ({ state }) => state === wanted,
      40_000,
    );
  /** A statement of a worker waits for the holder's lock. */
  const waiting = (statement: string) =>
    eventually(
      () =>
        application.database.query(
          `SELECT 1 FROM pg_stat_activity
           WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE $1`,
          [`%${statement}%`],
        ),
      (found) => found.length > 0,
      30_000,
    );
  const gone = (statement: string) =>
    eventually(
      () =>
        application.database.query(
          `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND query LIKE $1 AND state <> 'idle'
           AND pid <> pg_backend_pid()`,
          [`%${statement}%`],
        ),
      (left) => left.length === 0,
      30_000,
    );
  const counted = async () => {
    const [row] = await application.database.query(
      `SELECT (SELECT count(*)::int FROM feedback WHERE organization_id = $1) AS feedback,
         (SELECT count(DISTINCT feedback_id)::int FROM feedback_key WHERE organization_id = $1) AS keyed`,
      [organizationId],
    );
    return row;
  };
  /** Somebody who has not committed holds what the import is about to write: it has read the file and waits. */
  const holdImports = () =>
    holder.query(`SELECT pg_advisory_xact_lock(hashtextextended('feedback ' || $1::text, 0))`, [organizationId]);

  /** The identity that is written last: they go in by their order. */
  const lastKey = (): string => {
    const secret = identitySecret(application.config.secretKey as string, organizationId);
    const keyOf = (number: number) =>
      createHmac('sha256', secret)
        .update(JSON.stringify(['reference', 'survey', String(number)]))
        .digest('hex')
        .slice(0, 32);
    return Array.from({ length: DISTINCT }, (_, number) => keyOf(number))
      .sort()
      .at(-1)!;
  };

  it('leaves nothing half-written, and another process brings all of it in, once', async () => {
    // Somebody is about to write the last one of them: all others are written, and the import waits.
    await holder.query(
      `INSERT INTO feedback (organization_id, id, source, text, said_at, natural_key) VALUES ($1, $2, 'survey', 'x', now(), $3)`,
      [organizationId, uuidv7(), lastKey()],
    );
    const id = await start();
    const first = await workers.start();
    await waiting('INSERT INTO feedback (');
    await workers.end(first, 'SIGKILL');
    await holder.query('ROLLBACK');
    await gone('INSERT INTO feedback (');
    expect(await counted()).toEqual({ feedback: 0, keyed: 0 });
    expect((await one(id)).state).toBe('RUNNING');

    await workers.start();
    expect(await inState(id, 'COMPLETED')).toMatchObject({
      ...{ added: DISTINCT, repeated: 0, duplicates: ROWS - DISTINCT, rowsRead: ROWS },
    });
    expect(await counted()).toEqual({ feedback: DISTINCT, keyed: DISTINCT });
  }, 120_000);

  it('is taken back whole by another process, where the first dies on the way', async () => {
    const first = await workers.start();
    const id = await start();
    await inState(id, 'COMPLETED');
    await holder.query('SELECT 1 FROM feedback WHERE organization_id = $1 ORDER BY id DESC LIMIT 1 FOR UPDATE', [
      organizationId,
    ]);
    await office.client.data(UNDO, { id });
    await waiting('DELETE FROM feedback WHERE');
    await workers.end(first, 'SIGKILL');
    await holder.query('ROLLBACK');
    await gone('DELETE FROM feedback WHERE');
    expect(await counted()).toEqual({ feedback: DISTINCT, keyed: DISTINCT });
    await workers.start();
    await inState(id, 'UNDONE');
    expect(await counted()).toEqual({ feedback: 0, keyed: 0 });
  }, 120_000);

  it('and another of the same file at once bring it in once', async () => {
    await holdImports();
    await Promise.all([workers.start(), workers.start()]);
    const ids = [await start(), await start()];
    await eventually(
      () =>
        application.database.query(
          `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
           AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
        ),
      (found) => found.length === 2,
      30_000,
    );
    await holder.query('ROLLBACK');
    const outcomes = [await inState(ids[0]!, 'COMPLETED'), await inState(ids[1]!, 'COMPLETED')];
    expect(outcomes.map(({ added, repeated }) => [added, repeated]).sort((a, b) => a[0] - b[0])).toEqual([
      [0, DISTINCT],
      [DISTINCT, 0],
    ]);
    expect(await counted()).toEqual({ feedback: DISTINCT, keyed: DISTINCT });
  }, 120_000);
});
