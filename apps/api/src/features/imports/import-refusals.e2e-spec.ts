import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';
import { draftWave, openWave } from '../../../test/wave.js';
import { ImportDesk, PREVIEW, PROBLEMS, START, TABLE } from './import-desk.factory.js';

describe('answers that cannot be imported as they come', () => {
  let application: TestApplication;
  let organizationId: string;
  let officer: TestMember;
  let desk: ImportDesk;

  beforeAll(async () => {
    application = await startTestApplication({ RUN_WORKERS: 'true' });
    organizationId = await application.organization('Harbour Bank');
    officer = await application.member(organizationId, 'programme_office');
  });
  beforeEach(async () => {
    desk = await ImportDesk.open(application, organizationId, officer);
  });
  afterAll(() => application.close());

  it('refuses the whole file for one bad cell, and says which', async () => {
    const [first, second] = desk.someItems();
    const content = `key,group,${first},${second}\nE1,Executives,3,3\nE2,Marketing,N/A,9\nE3,Front line,2.5,2\n`;
    const fileId = await desk.upload(content);
    const mapping = await desk.suggested(fileId);
    const { previewAnswerImport } = await desk.officer.client.data(PREVIEW, {
      assessmentId: desk.wave.id,
      fileId,
      mapping,
    });
    expect(previewAnswerImport).toMatchObject({
      rowsRead: 3,
      rowsGood: 1,
      rowsBad: 2,
      submissions: 1,
      answers: 2,
      truncated: false,
      sampled: false,
    });
    expect(await desk.submissions()).toBe(0);

    const { id } = await desk.start(fileId, mapping);
    expect(await desk.finished(id)).toMatchObject({
      state: 'REFUSED',
      rowsRead: 3,
      rowsGood: 1,
      rowsBad: 2,
      answers: 0,
      errorCount: 4,
    });
    expect(await desk.submissions()).toBe(0);
    const { importProblems } = await desk.officer.client.data(PROBLEMS, { id, first: 3 });
    expect(importProblems).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } });
    const { importProblems: rest } = await desk.officer.client.data(PROBLEMS, {
      id,
      after: importProblems.pageInfo.endCursor,
    });
    const listed = [...importProblems.edges, ...rest.edges].map(({ node }) => node);
    expect(listed).toEqual([
      { row: 3, column: first, code: 'NOT_APPLICABLE_NOT_ALLOWED', value: 'N/A' },
      { row: 3, column: second, code: 'OUT_OF_SCALE', value: '9' },
      { row: 3, column: 'group', code: 'UNKNOWN_GROUP', value: 'Marketing' },
      { row: 4, column: first, code: 'DECIMAL_LEVEL', value: '2.5' },
    ]);
    // The preview has said the same.
    expect(previewAnswerImport.problems.map(({ message: _, ...problem }: { message: string }) => problem)).toEqual(
      listed,
    );
  });

  it('takes the good rows where that was chosen', async () => {
    const [first] = desk.someItems();
    const outcome = await desk.importFile(
      `key,group,${first}\nE1,Executives,3\nE2,Executives,9\nE1,Executives,4\n`,
      'ACCEPT_GOOD',
    );
    expect(outcome).toMatchObject({ state: 'COMPLETED', rowsGood: 1, rowsBad: 2, answers: 1, errorCount: 2 });
    expect(await desk.stored()).toEqual([`Executives: ${first} = 3`]);
  });

  it('takes answers into open waves only', async () => {
    const [first] = desk.someItems();
    const fileId = await desk.upload(`key,group,${first}\nE1,Executives,3\n`);
    const mapping = await desk.suggested(fileId);
    const draft = await draftWave(desk.officer.client, 'Not yet');
    const forDraft = { ...mapping, groupValues: {} };
    expect(
      await desk.officer.client.errorCode(START, {
        assessmentId: draft.id,
        fileId,
        mapping: forDraft,
        mode: 'ACCEPT_GOOD',
      }),
    ).toBe('STATE_FORBIDS');
  });

  it('changes nothing where the wave is closed before the job comes to it', async () => {
    const [first] = desk.someItems();
    const fileId = await desk.upload(`key,group,${first}\nE1,Executives,3\n`);
    const mapping = await desk.suggested(fileId);
    await application.database.query(
      `CREATE FUNCTION close_meanwhile() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         UPDATE assessment SET state = 'closed' WHERE id = new.assessment_id; RETURN new; END $$`,
    );
    await application.database.query(
      `CREATE TRIGGER close_meanwhile AFTER INSERT ON answer_import FOR EACH ROW EXECUTE FUNCTION close_meanwhile()`,
    );
    try {
      const { id, jobId } = await desk.start(fileId, mapping);
      expect(await desk.finished(id)).toMatchObject({ state: 'FAILED', answers: 0 });
      const { job } = await desk.officer.client.data('query ($id: ID!) { job(id: $id) { state errorCode } }', {
        id: jobId,
      });
      expect(job).toEqual({ state: 'DEAD', errorCode: 'STATE_FORBIDS' });
      expect(await desk.submissions()).toBe(0);
    } finally {
      await application.database.query('DROP TRIGGER close_meanwhile ON answer_import');
    }
  });

  it('names every contradiction of a mapping', async () => {
    const fileId = await desk.upload('a,b\n1,2\n');
    const mapping = {
      shape: 'ROW_PER_RESPONDENT',
      columns: [{ column: 0, target: 'item', itemId: 'nowhere' }],
      groupValues: {},
    };
    const answer = await desk.officer.client.graphql(PREVIEW, { assessmentId: desk.wave.id, fileId, mapping });
    expect(answer.errors?.[0]?.extensions).toMatchObject({
      code: 'VALIDATION',
      fields: [
        { path: 'mapping.columns.0.itemId', code: 'unknown_item' },
        { path: 'mapping.raterGroupId', code: 'no_group' },
      ],
    });
  });

  it('gives the problems as a file that is safe to open', async () => {
    const [first] = desk.someItems();
    const fileId = await desk.upload(`key,group,${first}\nE1,=cmd|' /C calc'!A0,3\nE2,Executives,"+x, ""y"""\n`);
    const { id } = await desk.start(fileId, await desk.suggested(fileId));
    await desk.finished(id);
    const response = await desk.officer.client.inject({ method: 'GET', url: `/imports/${id}/problems.csv` });
    expect(response.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': expect.stringContaining('problems.csv'),
    });
    expect(response.body.split('\r\n').slice(0, 3)).toEqual([
      '\uFEFFRow,Column,Stands there,Why it cannot be taken,Code',
      `2,group,'=cmd|' /C calc'!A0,"This wave has no rater group of this name, and none was assigned to it.",UNKNOWN_GROUP`,
      `3,${first},"'+x, ""y""","This is not an answer to this kind of question. Allowed: 1, 2, 3, 4, 5.",WRONG_TYPE`,
    ]);
  });

  it('joins nobody to answers, and keeps neither key nor order of the file', async () => {
    const named = await openWave(officer.client, 'Named wave', { anonymity: 'NAMED' });
    desk = new ImportDesk(application, organizationId, officer, named);
    const [first] = desk.someItems();
    const rows = Array.from({ length: 40 }, (_, index) => `person${index}@example.org,Front line,${1 + (index % 5)}\n`);
    await desk.importFile(`email,group,${first}\n${rows.join('')}`);
    const kept = await application.database.query<{
      invitation_id: null;
      source: string;
      whole: string;
      value: number;
    }>(
      `SELECT s.invitation_id, s.source, s::text AS whole, a.value FROM submission s JOIN answer a ON a.submission_id = s.id
       WHERE s.assessment_id = $1 ORDER BY s.ctid`,
      [desk.wave.id],
    );
    expect(kept).toHaveLength(40);
    expect(kept.every(({ invitation_id, source }) => invitation_id === null && source === 'import')).toBe(true);
    expect(kept.some(({ whole }) => whole.includes('example.org'))).toBe(false);
    expect(kept.map(({ value }) => value)).not.toEqual(kept.map((_, index) => 1 + (index % 5)));
  });

  it('writes the trail without answers or keys', async () => {
    const [first] = desk.someItems();
    await desk.importFile(`key,group,${first}\nE-4711,Executives,3\n`);
    const events = await application.database.query<{ act: string; changes: object }>(
      `SELECT act, changes FROM audit_event WHERE object_id = $1 AND act LIKE 'answers.%' ORDER BY sequence`,
      [desk.wave.id],
    );
    expect(events.map(({ act }) => act)).toEqual(['answers.import-started', 'answers.imported']);
    expect(events[1]!.changes).toMatchObject({ rowsRead: 1, answers: 1 });
    expect(JSON.stringify(events)).not.toContain('4711');
  });

  it.each([
    ['an empty file', '', 'TABLE_EMPTY'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), 'TABLE_NOT_A_SPREADSHEET'],
  ])('refuses %s by name', async (_, content, code) => {
    const fileId = await desk.upload(content);
    expect(await desk.officer.client.errorCode(TABLE, { fileId, assessmentId: desk.wave.id })).toBe(code);
  });
});
