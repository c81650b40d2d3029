import { encode } from 'iconv-lite';
import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';
import { upload } from '../../../test/upload.js';
import { plainRows, xlsxOf } from '../../platform/tables/spreadsheet.factory.js';
import { ImportDesk, ONE, PREVIEW, PROBLEMS, START, TABLE } from './import-desk.factory.js';
import { ImportFileService } from './import-file.service.js';

describe('importing answers', () => {
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

  it('takes a file as Chinese offices have it: GB18030, semicolons, title rows, words for levels', async () => {
    const file = encode(
      '2026 年体验成熟度调查;;;;\n;;;;\n工号;评价群体;企业战略目标理解;体验共识;备注：体验共识\n' +
        'E1;一线员工;3级;不适用;"还可以;继续"\nE2;高管;体系建立;４;\n',
      'gb18030',
    );
    const fileId = await desk.upload(file, '调查.csv');
    const { uploadedTable } = await desk.officer.client.data(TABLE, { fileId, assessmentId: desk.wave.id });
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
    const { id } = await desk.start(fileId, uploadedTable.suggestedMapping);
    expect(await desk.finished(id)).toMatchObject({
      state: 'COMPLETED',
      rowsRead: 2,
      rowsGood: 2,
      rowsBad: 0,
      answers: 4,
    });
    expect(await desk.stored()).toEqual([
      'Executives: shared-consensus = 4',
      'Executives: strategic-goals = 3',
      'Front line: shared-consensus = null',
      'Front line: strategic-goals = 3',
    ]);
    expect(
      await application.database.query(
        'SELECT practice_id, locale, text FROM answer_comment WHERE assessment_id = $1',
        [desk.wave.id],
      ),
    ).toEqual([{ practice_id: 'shared-consensus', locale: 'zh-CN', text: '还可以;继续' }]);
  });

  it('takes a workbook, from the sheet that was chosen', async () => {
    const [first, second] = desk.someItems();
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
    const fileId = await desk.upload(file, 'answers.xlsx');
    const table = await desk.officer.client.data(TABLE, { fileId, assessmentId: desk.wave.id, sheet: '数据' });
    expect(table.uploadedTable).toMatchObject({
      format: 'xlsx',
      encoding: null,
      sheets: ['Notes', '数据'],
      sheet: '数据',
    });
    const { id } = await desk.start(fileId, table.uploadedTable.suggestedMapping);
    expect(await desk.finished(id)).toMatchObject({ state: 'COMPLETED', answers: 4 });
    expect(await desk.stored()).toHaveLength(4);
  });

  it('takes one row per answer', async () => {
    const [first, second] = desk.someItems();
    const outcome = await desk.importFile(
      `respondent,group,practice,level\nA,Executives,${first},3\nB,Front line,${first},1\nA,,${second},4\nB,,${second},\n`,
    );
    expect(outcome).toMatchObject({ state: 'COMPLETED', rowsRead: 4, rowsGood: 4, answers: 3 });
    expect(await desk.submissions()).toBe(2);
  });

  it('doubles nothing when a file, or a respondent, comes again', async () => {
    const [first] = desk.someItems();
    const content = `key,group,${first}\nE1,Executives,3\nE2,Executives,2\n`;
    expect(await desk.importFile(content)).toMatchObject({ answers: 2, duplicates: 0 });
    expect(await desk.importFile(content)).toMatchObject({ state: 'COMPLETED', answers: 0, duplicates: 2 });
    expect(await desk.importFile(`${content}E3,Executives,1\n`)).toMatchObject({ answers: 1, duplicates: 2 });
    expect(await desk.submissions()).toBe(3);
    // Without keys, rows are known by the file they stand in.
    const nameless = `group,${first}\nExecutives,3\nExecutives,3\n`;
    expect(await desk.importFile(nameless)).toMatchObject({ answers: 2, duplicates: 0 });
    expect(await desk.importFile(nameless)).toMatchObject({ answers: 0, duplicates: 2 });
    expect(await desk.submissions()).toBe(5);
  });

  it('lets two imports of the same file at once bring its answers once', async () => {
    const [first] = desk.someItems();
    const rows = Array.from({ length: 2000 }, (_, index) => `E${index},Front line,${1 + (index % 5)}\n`);
    const fileId = await desk.upload(`key,group,${first}\n${rows.join('')}`);
    const turned = await desk.upload(`key,group,${first}\n${rows.reverse().join('')}`);
    const mapping = await desk.suggested(fileId);
    const started = await Promise.all([fileId, turned, fileId].map((each) => desk.start(each, mapping)));
    const outcomes = await Promise.all(started.map(({ id }) => desk.finished(id)));
    expect(outcomes.map(({ state }) => state)).toEqual(['COMPLETED', 'COMPLETED', 'COMPLETED']);
    expect(outcomes.reduce((sum, { answers }) => sum + answers, 0)).toBe(2000);
    expect(outcomes.reduce((sum, { duplicates }) => sum + duplicates, 0)).toBe(4000);
    expect(await desk.submissions()).toBe(2000);
  });

  it('starts once, however often the request is repeated', async () => {
    const [first] = desk.someItems();
    const fileId = await desk.upload(`key,group,${first}\nE1,Executives,3\n`);
    const mapping = await desk.suggested(fileId);
    const once = await desk.start(fileId, mapping, 'ALL_OR_NOTHING', 'the same key');
    const again = await desk.start(fileId, mapping, 'ALL_OR_NOTHING', 'the same key');
    expect(again.id).toBe(once.id);
    const { answerImports } = await desk.officer.client.data(
      'query ($id: ID!) { answerImports(assessmentId: $id) { id } }',
      { id: desk.wave.id },
    );
    expect(answerImports).toHaveLength(1);
    await desk.finished(once.id);
  });

  it('imports for a program as for a person, by what the file itself suggests', async () => {
    const [first] = desk.someItems();
    const service = application.app.get(ImportFileService);
    const principal = { kind: 'system' as const, organizationId: desk.organizationId, name: 'command line' };
    const asked = {
      assessmentId: desk.wave.id,
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
    expect(await desk.stored()).toEqual([`Executives: ${first} = 3`]);
  });

  it('is for the programme office of the organisation alone', async () => {
    const [first] = desk.someItems();
    const content = `key,group,${first}\nE1,Executives,3\n`;
    const fileId = await desk.upload(content);
    const mapping = await desk.suggested(fileId);
    const { id } = await desk.start(fileId, mapping);
    await desk.finished(id);
    const lead = await application.member(desk.organizationId, 'team_lead');
    const stranger = await application.member(await application.organization('Meridian Stores'), 'programme_office');
    const asks: [string, Record<string, unknown>][] = [
      [TABLE, { fileId, assessmentId: desk.wave.id }],
      [PREVIEW, { fileId, assessmentId: desk.wave.id, mapping }],
      [START, { fileId, assessmentId: desk.wave.id, mapping, mode: 'ACCEPT_GOOD' }],
      [ONE, { id }],
      [PROBLEMS, { id }],
      ['query ($id: ID!) { answerImports(assessmentId: $id) { id } }', { id: desk.wave.id }],
    ];
    for (const [query, variables] of asks) {
      expect(await lead.client.errorCode(query, variables)).toBe('FORBIDDEN');
      expect(await stranger.client.errorCode(query, variables)).toBe('NOT_FOUND');
      expect(await application.anonymous.errorCode(query, variables)).toBe('UNAUTHENTICATED');
    }
    // A file of one's own does not open another's wave, nor the other way round.
    const theirs = await upload(stranger.client, content);
    expect(
      await stranger.client.errorCode(START, {
        fileId: theirs,
        assessmentId: desk.wave.id,
        mapping,
        mode: 'ACCEPT_GOOD',
      }),
    ).toBe('NOT_FOUND');
    expect(
      await desk.officer.client.errorCode(START, {
        fileId: theirs,
        assessmentId: desk.wave.id,
        mapping,
        mode: 'ACCEPT_GOOD',
      }),
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
    const [first] = desk.someItems();
    const bad = Array.from({ length: 60 }, (_, index) => `E${index},Executives,9\n`).join('');
    await desk.importFile(`key,group,${first}\n${bad}`);
    const fileId = await desk.upload(`key,group,${first}\n${bad}`);
    const { id } = await desk.start(fileId, await desk.suggested(fileId));
    await desk.finished(id);
    expect(await countStatements(() => desk.officer.client.data(PROBLEMS, { id, first: 50 }))).toBe(ONE_READ);
    expect(
      await countStatements(() =>
        desk.officer.client.data('query ($id: ID!) { answerImports(assessmentId: $id) { id state } }', {
          id: desk.wave.id,
        }),
      ),
    ).toBe(ONE_READ);
    expect(await countStatements(() => desk.officer.client.data(ONE, { id }))).toBe(ONE_READ);
  });
});
