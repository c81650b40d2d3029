import { ApplicationWorkers } from '../../../test/application-workers.js';
import { eventually } from '../../../test/eventually.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';
import { upload } from '../../../test/upload.js';
import { openWave, type OpenedWave } from '../../../test/wave.js';

const ROWS = 8000;

describe('an import that is cut off in the middle', () => {
  let application: TestApplication;
  let officer: TestMember;
  let wave: OpenedWave;
  let importId: string;
  const workers = new ApplicationWorkers(() => application);

  const stored = async () => {
    const [row] = await application.database.query<{ submissions: number; answers: number; comments: number }>(
      `SELECT (SELECT count(*)::int FROM submission WHERE assessment_id = $1) AS submissions,
         (SELECT count(*)::int FROM answer a JOIN submission s ON s.id = a.submission_id WHERE s.assessment_id = $1) AS answers,
         (SELECT count(*)::int FROM answer_comment WHERE assessment_id = $1) AS comments`,
      [wave.id],
    );
    return row;
  };
  const imported = async () =>
    (
      await officer.client.data(
        'query ($id: ID!) { answerImport(id: $id) { state rowsGood answers duplicates jobId } }',
        {
          id: importId,
        },
      )
    ).answerImport;

  beforeAll(async () => {
    application = await startTestApplication();
    officer = await application.member(await application.organization('Harbour Bank'), 'programme_office');
  });
  beforeEach(async () => {
    wave = await openWave(officer.client);
    const line = wave.itemIds.map((_, index) => 1 + (index % 5)).join(',');
    const rows = Array.from({ length: ROWS }, (_, index) => `E${index},Front line,Fine,${line}\n`);
    const fileId = await upload(officer.client, `key,group,comment,${wave.itemIds.join(',')}\n${rows.join('')}`);
    const mapping = {
      shape: 'ROW_PER_RESPONDENT',
      columns: [
        { column: 0, target: 'respondent' },
        { column: 1, target: 'group' },
        { column: 2, target: 'comment', itemId: wave.itemIds[0] },
        ...wave.itemIds.map((itemId, index) => ({ column: index + 3, target: 'item', itemId })),
      ],
      groupValues: {},
    };
    const { startAnswerImport } = await officer.client.data(
      `mutation ($assessmentId: ID!, $fileId: ID!, $mapping: AnswerMappingInput!) {
         startAnswerImport(assessmentId: $assessmentId, fileId: $fileId, mapping: $mapping, mode: ALL_OR_NOTHING) { id } }`,
      { assessmentId: wave.id, fileId, mapping },
    );
    importId = startAnswerImport.id;
  });
  afterEach(() => workers.killAll());
  afterAll(() => application.close());

  const reading = () =>
    eventually(
      () =>
        application.database.query<{ done: number }>('SELECT progress_done AS done FROM job WHERE state = $1', [
          'active',
        ]),
      ([job]) => (job?.done ?? 0) > 0,
    );
  const storing = () =>
    eventually(
      () =>
        application.database.query(
          `SELECT 1 FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%INSERT INTO answer (%' AND pid <> pg_backend_pid()`,
        ),
      (running) => running.length > 0,
    );

  it.each([
    ['killed while it reads', 'SIGKILL', reading],
    ['killed while it stores', 'SIGKILL', storing],
    ['asked to stop while it reads', 'SIGTERM', reading],
  ] as const)(
    '%s leaves all or nothing, and another finishes the work',
    async (_, signal, moment) => {
      const answers = ROWS * wave.itemIds.length;
      const whole = { submissions: ROWS, answers, comments: ROWS };
      const first = await workers.start();
      await moment();
      await workers.end(first, signal);
      const left = await stored();
      // Asked to stop, it may just have come to the end.
      if (signal === 'SIGKILL' || left?.submissions === 0) {
        expect(left).toEqual({ submissions: 0, answers: 0, comments: 0 });
        expect((await imported()).state).toBe('RUNNING');
      }

      await workers.start();
      await eventually(imported, ({ state }) => state === 'COMPLETED', 40_000);
      expect(await imported()).toMatchObject({ rowsGood: ROWS, answers, duplicates: 0 });
      expect(await stored()).toEqual(whole);
    },
    90_000,
  );

  it.each([
    ['it reads', reading],
    ['it stores', storing],
  ] as const)(
    'comes back to the import by itself where the database goes away while %s',
    async (_, moment) => {
      await workers.start();
      await moment();
      await application.database.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND application_name = 'touchstone worker'`,
      );
      await eventually(imported, ({ state }) => state === 'COMPLETED', 40_000);
      const answers = ROWS * wave.itemIds.length;
      expect(await imported()).toMatchObject({ answers, duplicates: 0 });
      expect(await stored()).toEqual({ submissions: ROWS, answers, comments: ROWS });
    },
    90_000,
  );
});
