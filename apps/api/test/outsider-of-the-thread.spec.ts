import { eventually } from './eventually.js';
import { startTestApplication, type TestApplication, type TestMember } from './test-application.js';
import { ThreadFactory } from './thread.js';
import { upload } from './upload.js';

const RECORD = `mutation ($text: String!) { recordFeedback(input: { source: INTERVIEW, text: $text }) { id version } }`;
const MERGE = `mutation ($id: ID!, $version: Int!, $intoId: ID!, $intoVersion: Int!) {
  mergePainPoint(id: $id, version: $version, intoId: $intoId, intoVersion: $intoVersion) { id } }`;
const START = `mutation ($fileId: ID!, $mapping: FeedbackMappingInput!) {
  startFeedbackImport(fileId: $fileId, mapping: $mapping, mode: ACCEPT_GOOD) { id } }`;
const MAPPING = `query ($fileId: ID!) { feedbackTable(fileId: $fileId) { suggestedMapping } }`;
const STATE = 'query ($id: ID!) { feedbackImport(id: $id) { state added problemCount } }';
const FORMULAS = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1+1'];

/** What an outsider tries on the way from what was said to what came of it. */
describe('an outsider on the thread', () => {
  let application: TestApplication;
  let organizationId: string;
  let office: TestMember;
  let thread: ThreadFactory;

  beforeAll(async () => {
    application = await startTestApplication({ RUN_WORKERS: 'true' });
  }, 120_000);
  beforeEach(async () => {
    organizationId = await application.organization('Harbour Bank');
    office = await application.member(organizationId, 'programme_office');
    thread = new ThreadFactory(application.database, organizationId);
  });
  afterAll(() => application.close());

  const download = (path: string, by = office) => by.client.inject({ method: 'GET', url: `/exports/${path}` });

  it('finds no word of a customer in jobs, events or the audit trail', async () => {
    const marker = 'quetzalcoatlus';
    const said = (index: number) => `${marker} ${index} took my card and nobody rang back`;
    const { id, version } = (await office.client.data(RECORD, { text: said(0) })).recordFeedback;
    await office.client.data(
      `mutation ($id: ID!, $version: Int!) { dismissFeedback(id: $id, version: $version, reason: "${marker} rang himself") { id } }`,
      { id, version },
    );
    const fileId = await upload(
      office.client,
      `id,date,text\n1,2026-01-02,${said(1)}\n${marker}@example.org,nie,${said(2)}\n`,
    );
    const mapping = (await office.client.data(MAPPING, { fileId })).feedbackTable.suggestedMapping;
    const started = (await office.client.data(START, { fileId, mapping })).startFeedbackImport.id;
    const done = await eventually(
      async () => (await office.client.data(STATE, { id: started })).feedbackImport,
      ({ state }) => !['WAITING', 'RUNNING'].includes(state),
    );
    expect(done.added + done.problemCount).toBeGreaterThan(0);
    for (const table of ['job', 'outbox', 'audit_event', 'feedback_import', 'feedback_import_problem']) {
      const found = await application.database.query(`SELECT x::text FROM ${table} x WHERE x::text ILIKE $1`, [
        `%${marker}%`,
      ]);
      expect({ table, found }).toEqual({ table, found: [] });
    }
  });

  it.each(['feedback.csv', 'broken-threads.csv', 'portfolio.csv'])('puts no formula into %s', async (file) => {
    for (const formula of FORMULAS) {
      await office.client.data(RECORD, { text: `${formula} is what they said` });
      await thread.painPoint(formula, null, { state: 'confirmed', severity: 3 });
      await thread.initiative(formula, null, { stage: 'in_progress' });
    }
    const answer = await download(file);
    expect(answer.statusCode).toBe(200);
    const cells = answer.body.split(/[,\r\n]+/).map((cell) => cell.replace(/^"/, ''));
    expect(cells.some((cell) => cell.startsWith(`'=1+1`))).toBe(true);
    expect(cells.filter((cell) => /^[=+@＝\t]/.test(cell) || /^-[^0-9]/.test(cell))).toEqual([]);
  });

  it.each([
    'feedback.csv?search=a&search=b',
    'feedback.csv?search=%00',
    'feedback.csv?importId=x',
    'feedback.csv?touchpointId[]=x',
    'feedback.csv?ratingAtMost=1e999',
    'feedback.csv?state=NEW&state=LINKED',
    'broken-threads.csv?kind=a&kind=b',
    'broken-threads.csv?kind=%00',
    'portfolio.csv?team=x',
    'portfolio.csv?team=%00',
    'portfolio.csv?from=2026-02-30',
    'portfolio.exe',
  ])('is answered, and not by a fault, when it asks for %s', async (path) => {
    expect((await download(path)).statusCode).toBeLessThan(500);
  });

  it('merges two pain points crosswise at once five times, and one of them stays each time', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, other] = [await thread.painPoint('One', null), await thread.painPoint('Other', null)];
      const merge = (id: string, intoId: string) =>
        office.client.graphql(MERGE, { id, version: 1, intoId, intoVersion: 1 });
      const answers = await Promise.all([merge(one, other), merge(other, one)]);
      expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
      const left = await application.database.query(
        'SELECT id FROM pain_point WHERE id = ANY($1) AND merged_into_id IS NULL',
        [[one, other]],
      );
      expect(left).toHaveLength(1);
    }
  });
});
