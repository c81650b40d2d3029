import { encode } from 'iconv-lite';
import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { eventually } from '../../../test/eventually.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';
import { upload } from '../../../test/upload.js';
import { draftWave, openWave, type OpenedWave } from '../../../test/wave.js';
import { ImportFileService } from './import-file.service.js';
import { plainRows, xlsxOf } from '../../platform/tables/spreadsheet.factory.js';

const TABLE = `query ($fileId: ID!, $assessmentId: ID!, $sheet: String, $headerRow: Int) {
  uploadedTable(fileId: $fileId, assessmentId: $assessmentId, sheet: $sheet, headerRow: $headerRow) {
    fileName format encoding delimiter sheets sheet headerRow rowCount notes suggestedMapping sampleRows columns { index header samples } } }`;
const PREVIEW = `mutation ($assessmentId: ID!, $fileId: ID!, $mapping: AnswerMappingInput!) {
  previewAnswerImport(assessmentId: $assessmentId, fileId: $fileId, mapping: $mapping) {
    rowsRead rowsGood rowsBad submissions answers truncated sampled problems { row column code message value } } }`;
const START = `mutation ($assessmentId: ID!, $fileId: ID!, $mapping: AnswerMappingInput!, $mode: ImportMode!, $key: String) {
  startAnswerImport(assessmentId: $assessmentId, fileId: $fileId, mapping: $mapping, mode: $mode, idempotencyKey: $key) { id state jobId } }`;
const ONE = `query ($id: ID!) { answerImport(id: $id) {
  id fileName state mode rowsRead rowsGood rowsBad answers duplicates errorCount finishedAt } }`;
const PROBLEMS = `query ($id: ID!, $first: Int, $after: String) { importProblems(importId: $id, first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { node { row column code value } } } }`;

describe('importing answers', () => {
  let application: TestApplication;
  let organizationId: string;
  let officer: TestMember;
  let wave: OpenedWave;

  beforeAll(async () => {
    application = await startTestApplication({ RUN_WORKERS: 'true' });
    organizationId = await application.organization('Harbour Bank');
    officer = await application.member(organizationId, 'programme_office');
  });
  beforeEach(async () => {
    wave = await openWave(officer.client);
  });
  afterAll(() => application.close());

  const suggested = async (fileId: string): Promise<Record<string, unknown>> =>
    (await officer.client.data(TABLE, { fileId, assessmentId: wave.id })).uploadedTable.suggestedMapping;
  const start = async (fileId: string, mapping: unknown, mode = 'ALL_OR_NOTHING', key?: string) =>
    (await officer.client.data(START, { assessmentId: wave.id, fileId, mapping, mode, key })).startAnswerImport;
  const finished = (id: string) =>
    eventually(
      async () => (await officer.client.data(ONE, { id })).answerImport,
      ({ state }) => !['WAITING', 'RUNNING'].includes(state),
    );
  const importFile = async (content: Buffer | string, mode?: string, name?: string) => {
    const fileId = await upload(officer.client, content, name);
    const { id } = await start(fileId, await suggested(fileId), mode);
    return finished(id);
  };
  const stored = async () => {
    const rows = await application.database.query<{ group_name: string; item_id: string; value: number | null }>(
      `SELECT g.name AS group_name, a.item_id, a.value FROM submission s
       JOIN rater_group g ON g.id = s.rater_group_id JOIN answer a ON a.submission_id = s.id
       WHERE s.assessment_id = $1 ORDER BY 1, 2, 3`,
      [wave.id],
    );
    return rows.map(({ group_name, item_id, value }) => `${group_name}: ${item_id} = ${value}`);
  };
  const submissions = async (): Promise<number> =>
    (await application.database.query('SELECT 1 FROM submission WHERE assessment_id = $1', [wave.id])).length;
  const someItems = () => wave.itemIds.slice(0, 2) as [string, string];

  it('takes a file as Chinese offices have it: GB18030, semicolons, title rows, words for levels', async () => {
    const file = encode(
      '2026 年体验成熟度调查;;;;\n;;;;\n工号;评价群体;企业战略目标理解;体验共识;备注：体验共识\n' +
        'E1;一线员工;3级;不适用;"还可以;继续"\nE2;高管;体系建立;４;\n',
      'gb18030',
    );
    const fileId = await upload(officer.client, file, '调查.csv');
    const { uploadedTable } = await officer.client.data(TABLE, { fileId, assessmentId: wave.id });
    expect(uploadedTable).toMatchObject({
      fileName: '调查.csv',
      format: 'csv',
      encoding: 'gb18030',
      delimiter: ';',
      headerRow: 3,
      rowCount: 2,
      sampleRows: [
        ['E1', '一线员工', '3级', '不适用', '还可以;继续'],
        ['E2', '高管', '体系建立', '４', ''],
      ],
      notes: [expect.stringContaining('GB18030'), expect.stringContaining('1')],
    });
    const { id } = await start(fileId, uploadedTable.suggestedMapping);
    expect(await finished(id)).toMatchObject({ state: 'COMPLETED', rowsRead: 2, rowsGood: 2, rowsBad: 0, answers: 4 });
    expect(await stored()).toEqual([
      'Executives: shared-consensus = 4',
      'Executives: strategic-goals = 3',
      'Front line: shared-consensus = null',
      'Front line: strategic-goals = 3',
    ]);
    expect(
      await application.database.query(
        'SELECT practice_id, locale, text FROM answer_comment WHERE assessment_id = $1',
        [wave.id],
      ),
    ).toEqual([{ practice_id: 'shared-consensus', locale: 'zh-CN', text: '还可以;继续' }]);
  });

  it('takes a workbook, from the sheet that was chosen', async () => {
    const [first, second] = someItems();
    const file = xlsxOf([
      { name: 'Notes', rows: plainRows([['Nothing to see', 'here']]) },
      {
        name: '数据',
        rows: plainRows([
          ['Employee ID', 'Group', first, second],
          ['E1', 'Executives', 1, 5],
          ['E2', 'Front line', 2, 'N/A'],
        ]),
      },
    ]);
    const fileId = await upload(officer.client, file, 'answers.xlsx');
    const table = await officer.client.data(TABLE, { fileId, assessmentId: wave.id, sheet: '数据' });
    expect(table.uploadedTable).toMatchObject({
      format: 'xlsx',
      encoding: null,
      sheets: ['Notes', '数据'],
      sheet: '数据',
    });
    const { id } = await start(fileId, table.uploadedTable.suggestedMapping);
    expect(await finished(id)).toMatchObject({ state: 'COMPLETED', answers: 4 });
    expect(await stored()).toHaveLength(4);
  });

  it('takes one row per answer', async () => {
    const [first, second] = someItems();
    const outcome = await importFile(
      `respondent,group,practice,level\nA,Executives,${first},3\nB,Front line,${first},1\nA,,${second},4\nB,,${second},\n`,
    );
    expect(outcome).toMatchObject({ state: 'COMPLETED', rowsRead: 4, rowsGood: 4, answers: 3 });
    expect(await submissions()).toBe(2);
  });

  it('refuses the whole file for one bad cell, and says which', async () => {
    const [first, second] = someItems();
    const content = `key,group,${first},${second}\nE1,Executives,3,3\nE2,Marketing,N/A,9\nE3,Front line,2.5,2\n`;
    const fileId = await upload(officer.client, content);
    const mapping = await suggested(fileId);
    const { previewAnswerImport } = await officer.client.data(PREVIEW, { assessmentId: wave.id, fileId, mapping });
    expect(previewAnswerImport).toMatchObject({
      rowsRead: 3,
      rowsGood: 1,
      rowsBad: 2,
      submissions: 1,
      answers: 2,
      truncated: false,
      sampled: false,
    });
    expect(await submissions()).toBe(0);

    const { id } = await start(fileId, mapping);
    expect(await finished(id)).toMatchObject({
      state: 'REFUSED',
      rowsRead: 3,
      rowsGood: 1,
      rowsBad: 2,
      answers: 0,
      errorCount: 4,
    });
    expect(await submissions()).toBe(0);
    const { importProblems } = await officer.client.data(PROBLEMS, { id, first: 3 });
    expect(importProblems).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } });
    const { importProblems: rest } = await officer.client.data(PROBLEMS, {
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
    const [first] = someItems();
    const outcome = await importFile(
      `key,group,${first}\nE1,Executives,3\nE2,Executives,9\nE1,Executives,4\n`,
      'ACCEPT_GOOD',
    );
    expect(outcome).toMatchObject({ state: 'COMPLETED', rowsGood: 1, rowsBad: 2, answers: 1, errorCount: 2 });
    expect(await stored()).toEqual([`Executives: ${first} = 3`]);
  });

  it('doubles nothing when a file, or a respondent, comes again', async () => {
    const [first] = someItems();
    const content = `key,group,${first}\nE1,Executives,3\nE2,Executives,2\n`;
    expect(await importFile(content)).toMatchObject({ answers: 2, duplicates: 0 });
    expect(await importFile(content)).toMatchObject({ state: 'COMPLETED', answers: 0, duplicates: 2 });
    expect(await importFile(`${content}E3,Executives,1\n`)).toMatchObject({ answers: 1, duplicates: 2 });
    expect(await submissions()).toBe(3);
    // Without keys, rows are known by the file they stand in.
    const nameless = `group,${first}\nExecutives,3\nExecutives,3\n`;
    expect(await importFile(nameless)).toMatchObject({ answers: 2, duplicates: 0 });
    expect(await importFile(nameless)).toMatchObject({ answers: 0, duplicates: 2 });
    expect(await submissions()).toBe(5);
  });

  it('lets two imports of the same file at once bring its answers once', async () => {
    const [first] = someItems();
    const rows = Array.from({ length: 2000 }, (_, index) => `E${index},Front line,${1 + (index % 5)}\n`);
    const fileId = await upload(officer.client, `key,group,${first}\n${rows.join('')}`);
    const turned = await upload(officer.client, `key,group,${first}\n${rows.reverse().join('')}`);
    const mapping = await suggested(fileId);
    const started = await Promise.all([fileId, turned, fileId].map((each) => start(each, mapping)));
    const outcomes = await Promise.all(started.map(({ id }) => finished(id)));
    expect(outcomes.map(({ state }) => state)).toEqual(['COMPLETED', 'COMPLETED', 'COMPLETED']);
    expect(outcomes.reduce((sum, { answers }) => sum + answers, 0)).toBe(2000);
    expect(outcomes.reduce((sum, { duplicates }) => sum + duplicates, 0)).toBe(4000);
    expect(await submissions()).toBe(2000);
  });

  it('starts once, however often the request is repeated', async () => {
    const [first] = someItems();
    const fileId = await upload(officer.client, `key,group,${first}\nE1,Executives,3\n`);
    const mapping = await suggested(fileId);
    const once = await start(fileId, mapping, 'ALL_OR_NOTHING', 'the same key');
    const again = await start(fileId, mapping, 'ALL_OR_NOTHING', 'the same key');
    expect(again.id).toBe(once.id);
    const { answerImports } = await officer.client.data(
      'query ($id: ID!) { answerImports(assessmentId: $id) { id } }',
      { id: wave.id },
    );
    expect(answerImports).toHaveLength(1);
    await finished(once.id);
  });

  it('takes answers into open waves only', async () => {
    const [first] = someItems();
    const fileId = await upload(officer.client, `key,group,${first}\nE1,Executives,3\n`);
    const mapping = await suggested(fileId);
    const draft = await draftWave(officer.client, 'Not yet');
    const forDraft = { ...mapping, groupValues: {} };
    expect(
      await officer.client.errorCode(START, { assessmentId: draft.id, fileId, mapping: forDraft, mode: 'ACCEPT_GOOD' }),
    ).toBe('STATE_FORBIDS');
  });

  it('changes nothing where the wave is closed before the job comes to it', async () => {
    const [first] = someItems();
    const fileId = await upload(officer.client, `key,group,${first}\nE1,Executives,3\n`);
    const mapping = await suggested(fileId);
    await application.database.query(
      `CREATE FUNCTION close_meanwhile() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         UPDATE assessment SET state = 'closed' WHERE id = new.assessment_id; RETURN new; END $$`,
    );
    await application.database.query(
      `CREATE TRIGGER close_meanwhile AFTER INSERT ON answer_import FOR EACH ROW EXECUTE FUNCTION close_meanwhile()`,
    );
    try {
      const { id, jobId } = await start(fileId, mapping);
      expect(await finished(id)).toMatchObject({ state: 'FAILED', answers: 0 });
      const { job } = await officer.client.data('query ($id: ID!) { job(id: $id) { state errorCode } }', { id: jobId });
      expect(job).toEqual({ state: 'DEAD', errorCode: 'STATE_FORBIDS' });
      expect(await submissions()).toBe(0);
    } finally {
      await application.database.query('DROP TRIGGER close_meanwhile ON answer_import');
    }
  });

  it('joins nobody to answers, and keeps neither key nor order of the file', async () => {
    const named = await openWave(officer.client, 'Named wave', { anonymity: 'NAMED' });
    wave = named;
    const [first] = someItems();
    const rows = Array.from({ length: 40 }, (_, index) => `person${index}@example.org,Front line,${1 + (index % 5)}\n`);
    await importFile(`email,group,${first}\n${rows.join('')}`);
    const kept = await application.database.query<{
      invitation_id: null;
      source: string;
      whole: string;
      value: number;
    }>(
      `SELECT s.invitation_id, s.source, s::text AS whole, a.value FROM submission s JOIN answer a ON a.submission_id = s.id
       WHERE s.assessment_id = $1 ORDER BY s.ctid`,
      [wave.id],
    );
    expect(kept).toHaveLength(40);
    expect(kept.every(({ invitation_id, source }) => invitation_id === null && source === 'import')).toBe(true);
    expect(kept.some(({ whole }) => whole.includes('example.org'))).toBe(false);
    expect(kept.map(({ value }) => value)).not.toEqual(kept.map((_, index) => 1 + (index % 5)));
  });

  it('writes the trail without answers or keys', async () => {
    const [first] = someItems();
    await importFile(`key,group,${first}\nE-4711,Executives,3\n`);
    const events = await application.database.query<{ act: string; changes: object }>(
      `SELECT act, changes FROM audit_event WHERE object_id = $1 AND act LIKE 'answers.%' ORDER BY sequence`,
      [wave.id],
    );
    expect(events.map(({ act }) => act)).toEqual(['answers.import-started', 'answers.imported']);
    expect(events[1]!.changes).toMatchObject({ rowsRead: 1, answers: 1 });
    expect(JSON.stringify(events)).not.toContain('4711');
  });

  it.each([
    ['an empty file', '', 'TABLE_EMPTY'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), 'TABLE_NOT_A_SPREADSHEET'],
  ])('refuses %s by name', async (_, content, code) => {
    const fileId = await upload(officer.client, content);
    expect(await officer.client.errorCode(TABLE, { fileId, assessmentId: wave.id })).toBe(code);
  });

  it('names every contradiction of a mapping', async () => {
    const fileId = await upload(officer.client, 'a,b\n1,2\n');
    const mapping = {
      shape: 'ROW_PER_RESPONDENT',
      columns: [{ column: 0, target: 'item', itemId: 'nowhere' }],
      groupValues: {},
    };
    const answer = await officer.client.graphql(PREVIEW, { assessmentId: wave.id, fileId, mapping });
    expect(answer.errors?.[0]?.extensions).toMatchObject({
      code: 'VALIDATION',
      fields: [
        { path: 'mapping.columns.0.itemId', code: 'unknown_item' },
        { path: 'mapping.raterGroupId', code: 'no_group' },
      ],
    });
  });

  it('imports for a program as for a person, by what the file itself suggests', async () => {
    const [first] = someItems();
    const service = application.app.get(ImportFileService);
    const principal = { kind: 'system' as const, organizationId, name: 'command line' };
    const asked = {
      assessmentId: wave.id,
      name: 'answers.csv',
      mode: 'accept_good' as const,
      content: (async function* () {
        yield Buffer.from(`key;group;${first}\nE1;Executives;3\nE2;Executives;7\n`);
      })(),
    };
    const prepared = await service.prepare(principal, asked);
    expect(prepared.preview).toMatchObject({ rowsGood: 1, rowsBad: 1 });
    const { id } = await service.start(principal, asked, prepared);
    expect(await service.wait(principal, id)).toMatchObject({ state: 'completed', answers: 1, rowsBad: 1 });
    expect(await stored()).toEqual([`Executives: ${first} = 3`]);
  });

  it('gives the problems as a file that is safe to open', async () => {
    const [first] = someItems();
    const fileId = await upload(
      officer.client,
      `key,group,${first}\nE1,=cmd|' /C calc'!A0,3\nE2,Executives,"+x, ""y"""\n`,
    );
    const { id } = await start(fileId, await suggested(fileId));
    await finished(id);
    const response = await officer.client.inject({ method: 'GET', url: `/imports/${id}/problems.csv` });
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

  it('is for the programme office of the organisation alone', async () => {
    const [first] = someItems();
    const content = `key,group,${first}\nE1,Executives,3\n`;
    const fileId = await upload(officer.client, content);
    const mapping = await suggested(fileId);
    const { id } = await start(fileId, mapping);
    await finished(id);
    const lead = await application.member(organizationId, 'team_lead');
    const stranger = await application.member(await application.organization('Meridian Stores'), 'programme_office');
    const asks: [string, Record<string, unknown>][] = [
      [TABLE, { fileId, assessmentId: wave.id }],
      [PREVIEW, { fileId, assessmentId: wave.id, mapping }],
      [START, { fileId, assessmentId: wave.id, mapping, mode: 'ACCEPT_GOOD' }],
      [ONE, { id }],
      [PROBLEMS, { id }],
      ['query ($id: ID!) { answerImports(assessmentId: $id) { id } }', { id: wave.id }],
    ];
    for (const [query, variables] of asks) {
      expect(await lead.client.errorCode(query, variables)).toBe('FORBIDDEN');
      expect(await stranger.client.errorCode(query, variables)).toBe('NOT_FOUND');
      expect(await application.anonymous.errorCode(query, variables)).toBe('UNAUTHENTICATED');
    }
    // A file of one's own does not open another's wave, nor the other way round.
    const theirs = await upload(stranger.client, content);
    expect(
      await stranger.client.errorCode(START, { fileId: theirs, assessmentId: wave.id, mapping, mode: 'ACCEPT_GOOD' }),
    ).toBe('NOT_FOUND');
    expect(
      await officer.client.errorCode(START, { fileId: theirs, assessmentId: wave.id, mapping, mode: 'ACCEPT_GOOD' }),
    ).toBe('NOT_FOUND');
    for (const [member, status] of [
      [lead, 403],
      [stranger, 404],
    ] as const) {
      const response = await member.client.inject({ method: 'GET', url: `/imports/${id}/problems.csv` });
      expect(response.statusCode).toBe(status);
    }
  });

  it('reads lists in one statement each', async () => {
    const [first] = someItems();
    const bad = Array.from({ length: 60 }, (_, index) => `E${index},Executives,9\n`).join('');
    await importFile(`key,group,${first}\n${bad}`);
    const fileId = await upload(officer.client, `key,group,${first}\n${bad}`);
    const { id } = await start(fileId, await suggested(fileId));
    await finished(id);
    expect(await countStatements(() => officer.client.data(PROBLEMS, { id, first: 50 }))).toBe(ONE_READ);
    expect(
      await countStatements(() =>
        officer.client.data('query ($id: ID!) { answerImports(assessmentId: $id) { id state } }', { id: wave.id }),
      ),
    ).toBe(ONE_READ);
    expect(await countStatements(() => officer.client.data(ONE, { id }))).toBe(ONE_READ);
  });
});
