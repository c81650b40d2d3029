import iconv from 'iconv-lite';
import readXlsxFile from 'read-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import { cellsOf, downloaded } from '../browser/downloads.js';
import { gone, says, seen } from '../browser/eventually.js';
import { scenario } from '../browser/scenario.js';
import { ImportAnswers, type Spreadsheet } from '../pages/import-answers.js';
import { ResultsPage } from '../pages/results.js';
import { WavePage } from '../pages/wave.js';
import { newMember } from '../stories/people.js';
import { EXECUTIVES, FRONT_LINE, PreparedWave } from '../stories/wave.js';

const OFFICER = 'officer@harbour-bank.example';
const CONTRIBUTOR = 'contributor@harbour-bank.example';
const EXECUTIVE = 'executive@harbour-bank.example';

/** As an office in China keeps it: a title above the header, semicolons, GB18030, names of its own. */
const SURVEY: Spreadsheet = {
  name: '体验调查.csv',
  content: iconv.encode(
    [
      '2026 年体验成熟度调查;;;;',
      ';;;;',
      '工号;评价群体;企业战略目标理解;第二题;备注：企业战略目标理解',
      ...['E1', 'E2', 'E3', 'E4', 'E5', 'E6'].map((key) => `${key};高管;4级;体系建立;`),
      'F1;分行;２;不适用;=1+1 没有人见过目标',
      ...['F2', 'F3', 'F4', 'F5'].map((key) => `${key};分行;2;1;`),
      'F6;分行;3;9;',
      'F7;分行;2.5;2;',
    ].join('\n'),
    'gb18030',
  ),
};

const line = (cells: readonly unknown[]): string => `${cells.join(',')}\n`;

scenario(
  'an office brings in its own spreadsheet: maps it, sees what is wrong, takes the good rows, and finds them counted',
  async (stage) => {
    const officer = await stage.member(OFFICER);
    const wave = await PreparedWave.open(stage, officer, 'Held in a spreadsheet');
    const monitor = await stage.member(OFFICER);
    const watched = await new WavePage(monitor.page).open(wave.id);
    await seen(watched.live());

    const { page } = officer;
    const run = await new WavePage(page).open(wave.id);
    await run.fromMenu('Import answers');
    const work = await new ImportAnswers(page).shown();
    await work.upload(SURVEY);
    await says(work.facts(), /体验调查\.csv · CSV, GB18030, separated by “;”, 13 rows and 5 columns/);

    // What is plain is suggested; what only the office knows is asked for.
    await says(work.use('企业战略目标理解').locator('option:checked'), 'Strategic goals understood');
    await work.use('第二题').selectOption({ label: 'Consensus on goals, problems and opportunities' });
    await work.groupOf('分行').selectOption({ label: 'Front line' });
    await work.preview();
    await says(work.outlook(), /13 rows read ?11 rows good ?2 rows with problems ?11 respondents ?22 answers/);
    const [outOfScale, betweenLevels] = await work.problems();
    expect(outOfScale?.slice(0, 4)).toEqual(['第二题', '1', '15', '9']);
    expect(outOfScale?.[4]).toMatch(/^This value is not on the scale/);
    expect(betweenLevels?.slice(0, 4)).toEqual(['企业战略目标理解', '1', '16', '2.5']);
    expect(betweenLevels?.[4]).toMatch(/^A level is a whole number/);

    const reader = await newMember(stage, 'Reads The Preview', 'PROGRAMME_OFFICE', { locale: 'zh-CN' });
    await reader.page.goto(page.url());
    await reader.page.getByRole('button', { name: '预览', exact: true }).click();
    await seen(reader.page.getByText('等级应为整数，该值介于两级之间。可填：1、2、3、4、5。'));

    // All or nothing is the rule until one decides otherwise.
    await seen(work.outlook().getByText('With “all or nothing” this file would be refused.', { exact: false }));
    expect(await work.importButton().isDisabled()).toBe(true);
    await work.takeRowsWithProblems('Accept the good rows');
    await work.start();
    const outcome = await work.outcome();
    expect(Object.fromEntries(outcome)).toMatchObject({
      'Rows read': '13',
      'Good rows': '11',
      'Rows with problems': '2',
      'Answers imported': '22',
    });
    expect(outcome.get('Respondents already there')).toMatch(/^0 /);
    expect(await work.problems()).toHaveLength(2);
    const file = await downloaded(page, () => page.getByRole('link', { name: 'Download the problems (CSV)' }).click());
    expect(file.name).toBe('体验调查 – problems.csv');
    const [header, ...lines] = cellsOf(file);
    expect(header).toEqual(['Row', 'Column', 'Stands there', 'Why it cannot be taken', 'Code']);
    expect(lines.map(([row, column, value, , code]) => [row, column, value, code])).toEqual([
      ['15', '第二题', '9', 'OUT_OF_SCALE'],
      ['16', '企业战略目标理解', '2.5', 'DECIMAL_LEVEL'],
    ]);

    // Whoever watches the wave sees them arrive, and results count them like any others.
    await says(watched.responses('Executives'), '6 of 8');
    await says(watched.responses('Front line'), '5 of 40');
    await wave.closed();
    await new ResultsPage(page).open(wave.id);
    await says(page.getByRole('main'), '11 of 48 expected');
  },
);

scenario('a workbook is read from the sheet one names; once more, and nothing is doubled', async (stage) => {
  const officer = await stage.member(OFFICER);
  const wave = await PreparedWave.open(stage, officer, 'Held in a workbook');
  const [first, second] = wave.itemIds;
  const rows = ['Respondent', 'Group', first, second].map((value) => ({ value }));
  const person = (key: string, group: string, one: number, two: number | string) => [
    { value: key },
    { value: group },
    { value: one },
    { value: two },
  ];
  const workbook: Spreadsheet = {
    name: 'answers.xlsx',
    content: await writeXlsxFile([
      { sheet: 'Notes', data: [[{ value: 'Asked in spring' }, { value: 'by telephone' }]] },
      {
        sheet: 'Answers',
        data: [rows, person('A', 'Executives', 3, 5), person('B', 'Front line', 1, 'N/A')],
      },
    ] as never).toBuffer(),
  };
  const { page } = officer;
  const work = await new ImportAnswers(page).open(wave.id);
  await work.upload(workbook);
  await work.facts().getByLabel('Sheet').selectOption('Answers');
  await says(work.facts(), /answers\.xlsx · XLSX, 2 rows and 4 columns/);
  await work.preview();
  await says(work.outlook(), 'Every row can be imported. Nothing has been saved yet.');
  await work.start();
  expect((await work.outcome()).get('Answers imported')).toBe('4');

  await work.open(wave.id);
  const earlier = page.getByRole('table', { name: 'Earlier imports' }).getByRole('row');
  await says(earlier.filter({ hasText: 'answers.xlsx' }), 'Imported');
  await work.upload(workbook);
  await work.facts().getByLabel('Sheet').selectOption('Answers');
  await says(work.facts(), '2 rows');
  await work.preview();
  await work.start();
  const again = await work.outcome();
  expect(again.get('Answers imported')).toBe('0');
  expect(again.get('Respondents already there')).toMatch(/^2 /);
});

scenario(
  'a large file with one bad row far down is refused as a whole, in sight of whoever started it',
  async (stage) => {
    const officer = await stage.member(OFFICER);
    const wave = await PreparedWave.open(stage, officer, 'Held in a large file');
    // Takes longer than the page needs to begin listening, also on a quick machine.
    const ROWS = 300_000;
    const [first] = wave.itemIds;
    const good = Array.from({ length: ROWS - 1 }, (_, index) => line([`R${index}`, 'Front line', 1 + (index % 5)]));
    const content = Buffer.from(
      [line(['respondent', 'group', first]), ...good, line(['last', 'Front line', 7])].join(''),
    );
    const { page, overheard } = officer;
    const work = await new ImportAnswers(page).open(wave.id);
    await work.upload({ name: 'everybody.csv', content });
    await work.preview();
    await says(work.outlook(), /only the first 20,000 rows were looked at/);
    await work.start();
    const outcome = await work.outcome();
    await seen(page.getByText('Refused: nothing was imported. The reasons are below.'));
    expect(outcome.get('Rows read')).toBe('300,000');
    expect(outcome.get('Answers imported')).toBe('0');
    expect(await work.problems()).toEqual([
      ['300,001', first, '7', expect.stringMatching(/^This value is not on the scale/)],
    ]);

    // It said how far it was while it was on its way.
    const told = (await overheard.received())
      .filter(({ operation, body }) => operation === 'live' && body.includes('progressDone'))
      .map(({ body }) => Number(/"progressDone":(\d+)/.exec(body)?.[1]));
    expect(told.some((done) => done > 0)).toBe(true);

    const { assessment } = await officer.api.ask<{ assessment: { raterGroups: { submitted: number }[] } }>(
      'query ($id: ID!) { assessment(id: $id) { raterGroups { submitted } } }',
      { id: wave.id },
    );
    expect(assessment.raterGroups.every(({ submitted }) => submitted === 0)).toBe(true);
  },
  120_000,
);

scenario('what is no spreadsheet is refused by name, and the page goes on', async (stage) => {
  const officer = await stage.member(OFFICER);
  const wave = await PreparedWave.open(stage, officer, 'Held in a picture');
  const { page } = officer;
  const work = await new ImportAnswers(page).open(wave.id);
  await work.choose({ name: 'scan.png', content: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex') });
  await seen(page.getByRole('alert'));
  await gone(work.outlook());
  await work.open(wave.id);
  await work.upload(SURVEY);
});

scenario('results and answers leave as CSV and as a workbook, and no cell of them runs', async (stage) => {
  const officer = await newMember(stage, 'Takes Numbers Away', 'PROGRAMME_OFFICE');
  const dangerous = { ...FRONT_LINE, name: '=Front line' };
  const wave = await PreparedWave.open(stage, officer, 'Taken away', [EXECUTIVES, dangerous], {
    anonymity: 'CONFIDENTIAL',
  });
  const [first = ''] = wave.itemIds;
  await wave.answeredBy('Executives', 5, () => 4);
  await wave.answeredBy('=Front line', 5, () => 2);
  await wave.submit('=Front line', [{ itemId: first, value: 2, comment: '=HYPERLINK("http://example.com")' }]);
  await wave.closed();
  const { page } = officer;
  await new ResultsPage(page).open(wave.id);
  const take = async (kind: 'Results' | 'Answers', format: 'CSV' | 'Excel (XLSX)') => {
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: `${kind} · ${format}` }).click();
    const dialog = page.getByRole('dialog', { name: `Export: ${kind}, ${format}` });
    await seen(dialog.getByText('The file is ready.'));
    const file = await downloaded(page, () => dialog.getByRole('link', { name: 'Download' }).click());
    await dialog.getByRole('button', { name: 'Close' }).click();
    await gone(dialog);
    return file;
  };

  const results = await take('Results', 'CSV');
  expect(results.name).toBe('Taken away – Results.csv');
  const [header = [], ...cells] = cellsOf(results);
  const overall = (group: string) => {
    const row = cells.find((each) => each[header.indexOf('Rater group')] === group) ?? [];
    return Object.fromEntries(['n', 'Score'].map((name) => [name, Number(row[header.indexOf(name)])]));
  };
  expect(overall('Executives')).toEqual({ n: 5, Score: 4 });
  expect(overall("'=Front line")).toEqual({ n: 6, Score: 2 });

  const answers = cellsOf(await take('Answers', 'CSV'));
  expect(answers[0]).toHaveLength(wave.itemIds.length + 1);
  const people = answers.filter(({ length }) => length > wave.itemIds.length);
  expect(people.filter(([group]) => group === 'Executives').map((row) => row[1])).toEqual(Array(5).fill('4'));
  expect(answers.flat()).toContain(`'=HYPERLINK("http://example.com")`);
  // A cell that begins so would be taken for a formula, whatever program opens the file.
  expect(answers.flat().filter((cell) => /^[=+@]/.test(cell))).toEqual([]);

  const workbook = await take('Answers', 'Excel (XLSX)');
  expect(workbook.name).toBe('Taken away – Answers.xlsx');
  const sheets = await readXlsxFile(workbook.content);
  const [grid, comments] = sheets.map(({ data }) => data);
  expect(grid?.filter(([group]) => group === '=Front line')).toHaveLength(6);
  expect(grid?.find(([group]) => group === 'Executives')?.[1]).toBe(4);
  // As text: a formula without a result would be read as an empty cell.
  expect(comments?.flat()).toContain('=HYPERLINK("http://example.com")');
  const book = await take('Results', 'Excel (XLSX)');
  expect((await readXlsxFile(book.content))[0]?.data.flat()).toContain('=Front line');
});

scenario('whoever may not import is shown no way in, and finds the door closed', async (stage) => {
  const officer = await stage.member(OFFICER);
  const wave = await PreparedWave.open(stage, officer, 'Not theirs to fill');
  for (const login of [EXECUTIVE, CONTRIBUTOR]) {
    const { page, api } = await stage.member(login);
    await page.goto(`/assessments/${wave.id}`);
    await seen(page.getByRole('heading', { name: 'Not theirs to fill', level: 1 }));
    await gone(page.getByRole('button', { name: 'More actions' }));
    await page.goto(`/assessments/${wave.id}/import`);
    await seen(page.getByRole('heading', { name: 'No access', level: 1 }));
    await expect(
      api.ask('query ($id: ID!) { answerImports(assessmentId: $id) { id } }', { id: wave.id }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const files = await page.request.post('/files', {
      headers: { 'x-touchstone-csrf': '1' },
      multipart: { file: { name: SURVEY.name, mimeType: 'text/csv', buffer: SURVEY.content } },
    });
    expect(files.status()).toBe(403);
  }
});
