import readXlsxFile from 'read-excel-file/node';
import { eventually } from '../../../test/eventually.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';
import { CsvRecords } from '../../platform/tables/csv-records.js';
import { answer, closeAndCompute, openWave, type OpenedWave, tokenOf } from '../../../test/wave.js';

const START = `mutation ($id: ID!, $kind: ExportKind!, $format: ExportFormat!) {
  startExport(assessmentId: $id, kind: $kind, format: $format) { id state } }`;
const SECRET = 'Only a partner would say this';

/** Executives and the front line are crowds, two partners are not, so that somebody else hides with them. */
async function answeredWave(application: TestApplication, officer: TestMember, anonymity: string): Promise<OpenedWave> {
  const wave = await openWave(officer.client, `A ${anonymity.toLowerCase()} wave`, {
    anonymity,
    raterGroups: [
      { kind: 'EXECUTIVES', name: 'Executives', expectedSize: 6 },
      { kind: 'FRONT_LINE', name: '=Front line', expectedSize: 8 },
      { kind: 'OWNING_TEAMS', name: 'Owning teams', expectedSize: 5 },
      { kind: 'PARTNERS', name: 'Partners', expectedSize: 2 },
    ],
  });
  const all = (value: number) => wave.itemIds.map((itemId) => ({ itemId, value }));
  const first = wave.itemIds[0]!;
  for (let person = 0; person < 6; person += 1) await answer(application, wave, 0, all(4));
  for (let person = 0; person < 8; person += 1)
    // Only three of the front line answer the last question.
    await answer(application, wave, 1, person < 3 ? all(2) : all(2).slice(0, -1));
  for (let person = 0; person < 5; person += 1) await answer(application, wave, 2, all(3));
  for (let person = 0; person < 2; person += 1)
    await answer(application, wave, 3, [
      { itemId: first, value: 5, comment: person === 0 ? `=${SECRET}` : undefined },
      ...all(5).slice(1),
    ] as never);
  return wave;
}

describe('exports of a wave', () => {
  let application: TestApplication;
  let organizationId: string;
  let officer: TestMember;
  let confidential: OpenedWave;
  let anonymous: OpenedWave;

  beforeAll(async () => {
    application = await startTestApplication({ RUN_WORKERS: 'true' });
    organizationId = await application.organization('Harbour Bank');
    officer = await application.member(organizationId, 'programme_office');
    confidential = await answeredWave(application, officer, 'CONFIDENTIAL');
    anonymous = await answeredWave(application, officer, 'ANONYMOUS');
    await closeAndCompute(officer.client, confidential);
    await closeAndCompute(officer.client, anonymous);
  }, 120_000);
  afterAll(() => application.close());

  const finished = async (member: TestMember, jobId: string) =>
    eventually(
      async () =>
        (await member.client.data('query ($id: ID!) { job(id: $id) { state result errorCode } }', { id: jobId })).job,
      ({ state }) => state === 'COMPLETED' || state === 'DEAD',
    );
  const exported = async (wave: OpenedWave, kind: string, format: string, member = officer) => {
    const { startExport } = await member.client.data(START, { id: wave.id, kind, format });
    const job = await finished(member, startExport.id);
    expect(job.state).toBe('COMPLETED');
    const response = await member.client.inject({ method: 'GET', url: `/files/${job.result.fileId}` });
    expect(response.statusCode).toBe(200);
    return { ...job.result, response } as { fileName: string; rows: number; response: typeof response };
  };
  /** The tables of a CSV file by their titles; the first one is called by its own name. */
  const sections = (body: string, first: string): Record<string, string[][]> => {
    const found: Record<string, string[][]> = { [first]: [] };
    let title = first;
    let titleFollows = false;
    for (const record of new CsvRecords(',').take(body.replace(/^\uFEFF/, ''), true)) {
      if (titleFollows) {
        title = record[0]!;
        found[title] = [];
      } else if (record.length > 1 || record[0] !== '') found[title]!.push(record);
      titleFollows = record.length === 1 && record[0] === '';
    }
    return found;
  };
  const resultsOf = async (wave: OpenedWave) =>
    (
      await officer.client.data(
        'query ($id: ID!) { results(assessmentId: $id) { groups { id name suppression } cells { nodeKind nodeId groupId value n suppression } } }',
        { id: wave.id },
      )
    ).results as {
      groups: { id: string; name: string; suppression: string }[];
      cells: {
        nodeKind: string;
        nodeId: string;
        groupId: string | null;
        value: number | null;
        n: number | null;
        suppression: string;
      }[];
    };

  it('gives every shown number of the results, and nothing of the hidden ones', async () => {
    const { response, fileName } = await exported(confidential, 'RESULTS', 'CSV');
    expect(fileName).toBe('A confidential wave – Results.csv');
    const { Results: cells, 'Rater groups': groups, About: about } = sections(response.body, 'Results');
    const shown = await resultsOf(confidential);
    expect(cells).toHaveLength(shown.cells.length + 1);
    const header = cells![0]!;
    const at = (name: string) => header.indexOf(name);
    for (const cell of shown.cells) {
      const group =
        cell.groupId === null ? 'All respondents' : shown.groups.find(({ id }) => id === cell.groupId)!.name;
      const line = cells!.find(
        (row) => row[at('Id')] === cell.nodeId && row[at('Rater group')]!.replace(/^'/, '') === group,
      )!;
      const numbers = ['n', 'Score', 'Spread (sd)', 'Level', 'Agreement', 'Coverage'].map((name) => line[at(name)]);
      if (cell.suppression === 'SHOWN') {
        expect(Number(line[at('Score')])).toBe(cell.value);
        expect(Number(line[at('n')])).toBe(cell.n);
        expect(line.at(-1)).toBe('shown');
      } else {
        expect(numbers.every((number) => number === '')).toBe(true);
        expect(line.at(-1)).toMatch(/^hidden/);
      }
    }
    expect(shown.cells.some(({ suppression }) => suppression === 'PRIMARY')).toBe(true);
    expect(groups!.find(([name]) => name === 'Partners')!.slice(2)).toEqual(['2', '', 'hidden (fewer than 5)']);
    expect(groups!.some(([name]) => name === "'=Front line")).toBe(true);
    expect(about!.map(([fact]) => fact)).toEqual(
      expect.arrayContaining(['Computed at', 'Formula version', 'Minimum group size']),
    );
  });

  it('gives confidential answers as rows without group where it is hidden, and without what the results hide', async () => {
    const { response, rows } = await exported(confidential, 'ANSWERS', 'CSV');
    const { Answers: answers, Comments: comments } = sections(response.body, 'Answers');
    const [header, ...lines] = answers!;
    expect(header![0]).toBe('Rater group');
    expect(header).toHaveLength(confidential.itemIds.length + 1);
    expect(lines).toHaveLength(21);
    expect(rows).toBeGreaterThan(21);
    const { groups } = await resultsOf(confidential);
    const hidden = groups.filter(({ suppression }) => suppression !== 'SHOWN').map(({ name }) => name);
    expect(hidden).toEqual(expect.arrayContaining(['Partners']));
    const names = lines.map(([group]) => group!.replace(/^'/, ''));
    for (const name of hidden) expect(names).not.toContain(name);
    expect(names.filter((name) => name === 'hidden').length).toBeGreaterThanOrEqual(5);
    // Three of the front line answered the last question: too few, here as in the results.
    const frontLine = lines.filter(([group]) => group === "'=Front line");
    expect(frontLine).toHaveLength(8);
    expect(frontLine.every((line) => line.at(-1) === 'hidden')).toBe(true);
    expect(frontLine.every((line) => line[1] === '2')).toBe(true);
    expect(comments).toEqual([
      ['Practice', 'Comment'],
      [expect.any(String), `'=${SECRET}`],
    ]);
    expect(JSON.stringify(answers)).not.toMatch(/\d{4}-\d\d/);
    // Not the order in which they came.
    expect(names).not.toEqual([
      ...Array(6).fill('Executives'),
      ...Array(8).fill('=Front line'),
      ...Array(7).fill('hidden'),
    ]);
  });

  it('gives anonymous answers as counts only, and only where results are shown', async () => {
    const { response } = await exported(anonymous, 'ANSWERS', 'CSV');
    const { Distributions: counts } = sections(response.body, 'Distributions');
    const [header, ...lines] = counts!;
    expect(header).toEqual(['Practice', 'Question', 'Id', 'Rater group', 'Answer', 'Level', 'Respondents', 'Status']);
    const of = (group: string, item: string) =>
      lines.filter((line) => line.at(-5) === group && line.at(-6) === item).map((line) => line.slice(-4));
    const first = anonymous.itemIds[0]!;
    expect(of('Executives', first)).toEqual([['4', expect.any(String), '6', 'shown']]);
    expect(of('Partners', first)).toEqual([['', '', '', 'hidden (fewer than 5)']]);
    expect(of("'=Front line", anonymous.itemIds.at(-1)!)).toEqual([['', '', '', 'hidden (fewer than 5)']]);
    expect(of('All respondents', first).reduce((sum, line) => sum + Number(line[2]), 0)).toBe(21);
    expect(response.body).not.toContain('random order');
  });

  it('gives named answers with person and group', async () => {
    const named = await openWave(officer.client, 'A named wave', { anonymity: 'NAMED' });
    const { createInvitations } = await officer.client.data(
      `mutation ($id: ID!, $invitees: [InviteeInput!]!) { createInvitations(assessmentId: $id, invitees: $invitees, sendMail: false) { link } }`,
      {
        id: named.id,
        invitees: Array.from({ length: 6 }, (_, index) => ({
          raterGroupId: named.groups[0]!.id,
          name: `Person ${index}`,
          email: `person${index}@example.org`,
        })),
      },
    );
    for (const [index, { link }] of createInvitations.entries())
      await application
        .clientWith({ authorization: `Respondent ${tokenOf(link)}` })
        .data(`mutation ($answers: [AnswerInput!]!) { submitAnswers(answers: $answers, locale: "en") { answered } }`, {
          answers: [
            { itemId: named.itemIds[0], value: 1 + (index % 5) },
            { itemId: named.itemIds[1], notApplicable: true },
          ],
        });
    await closeAndCompute(officer.client, named);
    const { response } = await exported(named, 'ANSWERS', 'XLSX');
    const sheets = await readXlsxFile(response.rawPayload);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Answers', 'Comments', 'Rater groups', 'About']);
    const rows = sheets[0]!.data.slice(1).sort((a, b) => String(a[0]).localeCompare(String(b[0])));
    expect(rows.map((row) => row.slice(0, 5))).toEqual(
      Array.from({ length: 6 }, (_, index) => [
        `Person ${index}`,
        `person${index}@example.org`,
        'Executives',
        1 + (index % 5),
        'n/a',
      ]),
    );
  });

  it('speaks the language of whoever asks', async () => {
    const reader = await application.member(organizationId, 'programme_office');
    await reader.client.data('mutation { updateProfile(name: "Reader", locale: "zh-CN") { locale } }');
    const { response, fileName } = await exported(confidential, 'RESULTS', 'XLSX', reader);
    expect(fileName).toBe('A confidential wave – 结果.xlsx');
    const sheets = await readXlsxFile(response.rawPayload);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['结果', '评价群体', '群体差距', '说明']);
    expect(sheets[0]!.data[1]!.slice(0, 2)).toEqual(['总体', null]);
    expect(sheets[0]!.data.flat()).toContain('企业战略目标理解');
    expect(sheets[0]!.data.flat()).toContain('已隐藏（少于 5 人）');
  });

  it('gives nothing of a wave that is still open', async () => {
    const open = await openWave(officer.client, 'Still open');
    for (const kind of ['RESULTS', 'ANSWERS'])
      expect(await officer.client.errorCode(START, { id: open.id, kind, format: 'CSV' })).toBe('RESULTS_NOT_COMPUTED');
  });

  it('is for those who may take data out', async () => {
    const stranger = await application.member(await application.organization('Meridian Stores'), 'programme_office');
    const results = { id: confidential.id, kind: 'RESULTS', format: 'CSV' };
    const answers = { ...results, kind: 'ANSWERS' };
    for (const asked of [results, answers]) expect(await stranger.client.errorCode(START, asked)).toBe('NOT_FOUND');
    for (const role of ['team_lead', 'contributor', 'administrator'] as const) {
      const member = await application.member(organizationId, role);
      for (const asked of [results, answers]) expect(await member.client.errorCode(START, asked)).toBe('FORBIDDEN');
    }
    const executive = await application.member(organizationId, 'executive');
    expect(await executive.client.errorCode(START, answers)).toBe('NOT_FOUND');
    expect(await executive.client.errorCode(START, results)).toBe('NOT_FOUND');
    const { assessment } = await officer.client.data('query ($id: ID!) { assessment(id: $id) { version } }', {
      id: confidential.id,
    });
    await officer.client.data(
      'mutation ($id: ID!, $version: Int!) { publishAssessment(id: $id, version: $version) { state } }',
      {
        id: confidential.id,
        version: assessment.version,
      },
    );
    const { response } = await exported(confidential, 'RESULTS', 'CSV', executive);
    expect(response.body).toContain('All respondents');
    // A file belongs to whoever asked for it.
    const [file] = await application.database.query<{ id: string }>(
      `SELECT id FROM stored_file WHERE created_by = $1`,
      [officer.membershipId],
    );
    expect((await executive.client.inject({ method: 'GET', url: `/files/${file!.id}` })).statusCode).toBe(404);
    const trail = await application.database.query<{ act: string; changes: { rows: number } }>(
      `SELECT act, changes FROM audit_event WHERE object_id = $1 AND act LIKE '%.exported'`,
      [confidential.id],
    );
    expect(trail.map(({ act }) => act)).toEqual(expect.arrayContaining(['results.exported', 'answers.exported']));
  });
});
