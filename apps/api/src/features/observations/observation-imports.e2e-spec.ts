import { v7 as uuidv7 } from 'uuid';
import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { eventually } from '../../../test/eventually.js';
import { addMetric } from '../../../test/metrics.js';
import {
  startTestApplication,
  type TestApplication,
  type TestClient,
  type TestMember,
} from '../../../test/test-application.js';
import { upload } from '../../../test/upload.js';

const TABLE = `query ($fileId: ID!) { observationTable(fileId: $fileId) { rowCount notes columns { header } suggestedMapping
  metrics { id name } newMetrics { column name likely } columnsOfOthers { column metricName teamName } earlierImport { id added } } }`;
const PREVIEW = `mutation ($fileId: ID!, $mapping: ObservationMappingInput!) { previewObservationImport(fileId: $fileId, mapping: $mapping) {
  rowsRead rowsBad observations skipped truncated sampled problems { row column code message value }
  problemCount problemGroups { column code messages count rows values } } }`;
const START = `mutation ($fileId: ID!, $mapping: ObservationMappingInput!) {
  startObservationImport(fileId: $fileId, mapping: $mapping, mode: ACCEPT_GOOD) { id createdByName } }`;
const ONE = `query ($id: ID!) { observationImport(id: $id) { state rowsBad added repeated skipped problemCount undoing mayUndo metrics { name } } }`;
const LIST = `query ($search: String) { observationImports(search: $search) { totalCount edges { node { fileName createdByName } } } }`;
const PROBLEMS = `query ($importId: ID!) { observationImportProblems(importId: $importId) { totalCount } }`;
const UNDO = `mutation ($id: ID!) { undoObservationImport(id: $id) { undoing mayUndo } }`;

/** Tens of thousands of rows, on a machine that has other things to do. */
const IMPORTED_WITHIN_MS = 60_000;

describe('files of observations', () => {
  let application: TestApplication;
  let organizationId: string;
  let officer: TestMember;
  let teamId: string;
  let wait: string;
  let airlines = 0;

  beforeAll(async () => {
    application = await startTestApplication({ RUN_WORKERS: 'true' });
  });
  beforeEach(async () => {
    organizationId = await application.organization(`Airline ${(airlines += 1)}`);
    officer = await application.member(organizationId, 'programme_office');
    teamId = await team('Ground');
    wait = await addMetric(application.database, organizationId, { key: 'wait', name: 'Wait at the desk', teamId });
  });
  afterAll(() => application.close());

  const team = async (name: string): Promise<string> => {
    const [unitId, id] = [uuidv7(), uuidv7()];
    await application.database.query('INSERT INTO business_unit (organization_id, id, name) VALUES ($1, $2, $3)', [
      organizationId,
      unitId,
      `Unit of ${name}`,
    ]);
    await application.database.query(
      `INSERT INTO team (organization_id, id, business_unit_id, name, kind) VALUES ($1, $2, $3, $4, 'service')`,
      [organizationId, id, unitId, name],
    );
    return id;
  };
  const leadOf = async (ofTeam: string): Promise<TestMember> => {
    const lead = await application.member(organizationId, 'team_lead');
    await application.database.query(
      'INSERT INTO team_membership (organization_id, id, team_id, membership_id, lead) VALUES ($1, $2, $3, $4, true)',
      [organizationId, uuidv7(), ofTeam, lead.membershipId],
    );
    return lead;
  };
  const waits = (metricId = wait) => ({
    ...{ shape: 'COLUMN_PER_METRIC', identity: 'SLOT' },
    columns: [
      { column: 0, target: 'TIME' },
      { column: 1, target: 'METRIC', metricId },
    ],
  });
  const imported = async (client: TestClient, content: string, mapping: unknown, name = 'waits.csv') => {
    const fileId = await upload(client, content, name);
    const { startObservationImport } = await client.data(START, { fileId, mapping });
    const { id } = startObservationImport as { id: string };
    const run = await eventually(
      async () => (await client.data(ONE, { id })).observationImport,
      ({ state }) => !['WAITING', 'RUNNING'].includes(state),
      IMPORTED_WITHIN_MS,
    );
    return { id, fileId, ...run };
  };
  const previewed = async (content: string, mapping: unknown, client = officer.client) =>
    (await client.data(PREVIEW, { fileId: await upload(client, content), mapping })).previewObservationImport;

  describe('of a team lead', () => {
    it('go into the metrics of the own team; the list shows who brought them in, and they can be taken back', async () => {
      const lead = await leadOf(teamId);
      const { id, state, added, mayUndo, metrics } = await imported(lead.client, 'date,wait\n2026-03-01,4\n', waits());
      expect({ state, added, mayUndo, metrics }).toEqual({
        ...{ state: 'COMPLETED', added: 1, mayUndo: true, metrics: [{ name: 'Wait at the desk' }] },
      });
      await imported(officer.client, 'date,wait\n2026-03-02,4\n', waits(), 'of the office.csv');
      const { observationImports: all } = await officer.client.data(LIST);
      expect(all.totalCount).toBe(2);
      const { observationImports: found } = await officer.client.data(LIST, { search: 'WAITS' });
      expect(found.edges).toEqual([{ node: { fileName: 'waits.csv', createdByName: expect.any(String) } }]);
      expect((await lead.client.data(UNDO, { id })).undoObservationImport).toEqual({ undoing: true, mayUndo: false });
      await eventually(
        async () => (await lead.client.data(ONE, { id })).observationImport.state,
        (now) => now === 'UNDONE',
      );
    });

    it('are read by nobody else but the programme office, and neither is what came of them', async () => {
      const lead = await leadOf(teamId);
      const { id, fileId } = await imported(lead.client, 'date,wait\n2026-03-01,soon\n', waits());
      const other = await leadOf(await team('Cabin'));
      const get = async ({ client }: TestMember, url: string) =>
        (await client.inject({ method: 'GET', url })).statusCode;
      for (const [query, variables] of [
        [TABLE, { fileId }],
        [PREVIEW, { fileId, mapping: waits() }],
        [START, { fileId, mapping: waits() }],
        [ONE, { id }],
        [PROBLEMS, { importId: id }],
        [UNDO, { id }],
      ] as const)
        expect(await other.client.errorCode(query, variables)).toBe('NOT_FOUND');
      expect((await other.client.data(LIST)).observationImports).toEqual({ totalCount: 0, edges: [] });
      const problems = `/observation-imports/${id}/problems.csv`;
      expect(await Promise.all([get(other, `/files/${fileId}`), get(other, problems)])).toEqual([404, 404]);
      expect(await Promise.all([get(lead, `/files/${fileId}`), get(lead, problems), get(officer, problems)])).toEqual([
        200, 200, 200,
      ]);
      // What another lead uploads speaks of the own metrics only.
      const own = await upload(other.client, 'date,wait\n2026-03-01,4\n');
      expect((await other.client.data(TABLE, { fileId: own })).observationTable.metrics).toEqual([]);
      expect(await other.client.errorCode(START, { fileId: own, mapping: waits() })).toBe('VALIDATION');
    });

    it('say of each metric of another team whose it is and who can import it, whatever shape the file has', async () => {
      const other = await leadOf(await team('Cabin'));
      await addMetric(application.database, organizationId, { key: 'noise', name: 'Noise' });
      const fileId = await upload(other.client, 'date,Wait at the desk (min),NOISE,note\n2026-03-01,4,1,good\n');
      const { observationTable } = await other.client.data(TABLE, { fileId });
      expect(observationTable.columnsOfOthers).toEqual([
        { column: 1, metricName: 'Wait at the desk', teamName: 'Ground' },
        { column: 2, metricName: 'Noise', teamName: null },
      ]);
      expect(observationTable.newMetrics).toEqual([]);

      const { errors } = await other.client.graphql(PREVIEW, { fileId, mapping: waits() });
      const params = { metric: 'Wait at the desk', team: 'Ground' };
      expect(errors?.[0]?.extensions.fields).toEqual([expect.objectContaining({ code: 'metric_of_team', params })]);

      const named = {
        ...{ shape: 'ROW_PER_OBSERVATION', identity: 'SLOT' },
        columns: ['TIME', 'METRIC_NAME', 'VALUE'].map((target, column) => ({ target, column })),
      };
      const rows = 'date,metric,value\n2026-03-01,wait,4\n2026-03-01,Noise,4\n2026-03-01,gone,4\n';
      const { problemGroups } = await previewed(rows, named, other.client);
      expect(problemGroups.map(({ messages }: { messages: string[] }) => messages[0])).toEqual([
        expect.stringContaining('“Wait at the desk” belongs to the team “Ground”'),
        expect.stringContaining('“Noise” has no owner yet: the programme office can import this'),
        expect.stringContaining('There is no metric of this name'),
      ]);
      // The job, which may add to everything, says the same of a file of hers.
      const { id, state } = await imported(other.client, rows, named);
      expect(state).toBe('COMPLETED');
      const { body } = await other.client.inject({ method: 'GET', url: `/observation-imports/${id}/problems.csv` });
      expect(body).toContain('belongs to the team “Ground”: its lead or the programme office can import this');
    });

    it('are uploaded by no executive and no contributor', async () => {
      for (const role of ['executive', 'contributor'] as const) {
        const { client } = await application.member(organizationId, role);
        await expect(upload(client, 'date,wait\n')).rejects.toThrow('FORBIDDEN');
      }
      const { client } = await application.member(organizationId, 'administrator');
      expect(await imported(client, 'date,wait\n2026-03-01,4\n', waits())).toMatchObject({ added: 1, mayUndo: true });
    });
  });

  it('knows a file that was imported before, until that is taken back', async () => {
    const content = 'date,wait\n2026-03-01,4\n';
    const { id } = await imported(officer.client, content, waits());
    const fileId = await upload(officer.client, content, 'the same by another name.csv');
    expect((await officer.client.data(TABLE, { fileId })).observationTable.earlierImport).toEqual({ id, added: 1 });
    expect(await imported(officer.client, content, waits())).toMatchObject({ added: 0, repeated: 1 });
  });

  it('offers metrics for the columns of a newcomer’s file, and reads it with a fixed number of statements', async () => {
    const content = 'id,age,class,seat_comfort,delay_in_minutes\n1,32,Eco,0,12\n2,51,Business,3,0\n3,27,Eco,5,NA\n';
    const fileId = await upload(officer.client, content);
    const { observationTable } = await officer.client.data(TABLE, { fileId });
    expect(observationTable.suggestedMapping.shape).toBe('COLUMN_PER_METRIC');
    expect(observationTable.newMetrics).toEqual([
      { column: 1, name: 'Age', likely: false },
      { column: 3, name: 'Seat comfort', likely: true },
      { column: 4, name: 'Delay', likely: true },
    ]);
    // Session; the metrics; the file's row and its one piece; whether it was there before.
    const statements = await countStatements(() => officer.client.data(TABLE, { fileId }));
    expect(statements).toBe(ONE_READ + 3 * (ONE_READ - 1));
    const { id } = await imported(officer.client, 'date,wait\n2026-03-01,4\n', waits());
    for (const [query, variables] of [
      [LIST, { search: 'w' }],
      [ONE, { id }],
    ] as const)
      expect(await countStatements(() => officer.client.data(query, variables))).toBe(ONE_READ);
  });

  describe('from a template', () => {
    const template = async (shape: string, { client } = officer) => {
      const reply = await client.inject({ method: 'GET', url: `/observation-imports/template.csv?shape=${shape}` });
      expect(reply.headers['content-disposition']).toMatch(/^attachment; filename/);
      return reply.body;
    };
    const suggestion = async (content: string, { client } = officer) =>
      (await client.data(TABLE, { fileId: await upload(client, content) })).observationTable.suggestedMapping;

    it.each([
      ['column_per_metric', '7,2026-03-01,Loyal,North,4\r\n', ['KEY', 'TIME', 'SEGMENT', 'SEGMENT', 'METRIC']],
      [
        'row_per_observation',
        '7,2026-03-01,wait,4,1,Loyal,North\r\n',
        ['KEY', 'TIME', 'METRIC_NAME', 'VALUE', 'N', 'SEGMENT', 'SEGMENT'],
      ],
      [
        'column_per_period',
        `wait,Loyal,North${',4'.repeat(12)}\r\n`,
        ['METRIC_NAME', 'SEGMENT', 'SEGMENT', ...Array<string>(12).fill('PERIOD')],
      ],
    ])('of the shape %s, columns are understood without anybody’s help', async (shape, row, targets) => {
      const { columns, shape: found } = await suggestion((await template(shape)) + row);
      expect(found).toBe(shape.toUpperCase());
      expect(columns.map(({ target }: { target: string }) => target)).toEqual(targets);
    });

    it('speaks the language of whoever asks, and is understood in it', async () => {
      await application.database.query(`UPDATE account SET locale = 'zh-CN' WHERE id = $1`, [officer.accountId]);
      const content = await template('row_per_observation');
      expect(content).toContain('编号,日期,指标,数值,总数,客户类型,地区');
      const { columns } = await suggestion(`${content}7,2026-03-01,wait,4,1,新客户,北区\r\n`);
      expect(columns.map(({ target }: { target: string }) => target)).toEqual([
        ...['KEY', 'TIME', 'METRIC_NAME', 'VALUE', 'N', 'SEGMENT', 'SEGMENT'],
      ]);
    });
  });

  describe('that are not in order', () => {
    const refused = async (content: string | Buffer, mapping?: unknown) => {
      const fileId = await upload(officer.client, content);
      const { errors } = mapping
        ? await officer.client.graphql(PREVIEW, { fileId, mapping })
        : await officer.client.graphql(TABLE, { fileId });
      return errors?.[0];
    };

    it('are refused where a column counts in another unit than its metric, and taken where only the spelling differs', async () => {
      const columns = (unit: string) => [
        { column: 0, target: 'TIME' },
        { column: 1, target: 'METRIC', metricId: wait, unit },
      ];
      const error = await refused('date,wait\n2026-03-01,4\n', { ...waits(), columns: columns('ms') });
      expect(error?.extensions.fields).toEqual([
        {
          path: 'mapping.columns.1.metricId',
          code: 'wrong_unit',
          message: expect.stringContaining('Wait at the desk is measured in minutes, not in ms.'),
          params: { metric: 'Wait at the desk', unit: 'minutes', given: 'ms' },
        },
      ]);
      expect(await refused('date,wait\n2026-03-01,4\n', { ...waits(), columns: columns('min') })).toBeUndefined();
      // A heading that names a unit is held against that of the metric without anybody saying so.
      const fileId = await upload(officer.client, 'date,wait (ms)\n2026-03-01,4000\n');
      const { observationTable } = await officer.client.data(TABLE, { fileId });
      expect(observationTable.suggestedMapping.columns[1]).toMatchObject({ metricId: wait, unit: 'ms' });
    });

    it('keep columns of one name apart, and say so', async () => {
      const fileId = await upload(officer.client, 'date,wait,wait,\n2026-03-01,4,5,6\n');
      const { observationTable } = await officer.client.data(TABLE, { fileId });
      expect(observationTable.columns.map(({ header }: { header: string }) => header)).toEqual([
        ...['date', 'wait', 'wait (2)', '[D]'],
      ]);
      expect(observationTable.notes).toEqual([expect.stringMatching(/^Columns without a name.*: 2\./)]);
      const twice = [...waits().columns, { column: 2, target: 'METRIC', metricId: wait }];
      const error = await refused('date,wait,wait\n2026-03-01,4,5\n', { ...waits(), columns: twice });
      expect(error?.extensions.fields).toEqual([expect.objectContaining({ code: 'metric_twice' })]);
    });

    it('name column, cell, reason and remedy of each slip, in both languages', async () => {
      const age = await addMetric(application.database, organizationId, { key: 'age', unit: 'years', scale: [0, 120] });
      const mapping = {
        ...{ shape: 'COLUMN_PER_METRIC', identity: 'ROW', noValueWords: ['not asked'] },
        columns: [...waits().columns, { column: 2, target: 'METRIC', metricId: age }],
      };
      const content = [
        'date,wait,age',
        ...['2026-03-01,4,-4', '2026-02-30,4,30', '2026-03-01,soon,30', '3/4/2026,4,30', '2199-01-01,4,30', ',4,30'],
        ...['2026-03-01,,', '2026-03-01,n/a,not asked', '2026-03-01,4,130'],
      ].join('\n');
      const { problems, ...totals } = await previewed(content, mapping);
      expect(totals).toMatchObject({ rowsRead: 9, rowsBad: 7, observations: 0, skipped: 2 });
      expect(problems.map((each: Record<string, unknown>) => [each.row, each.column, each.value, each.code])).toEqual([
        [2, 'age', '-4', 'VALUE_OUT_OF_SCALE'],
        [3, 'date', '2026-02-30', 'TIME_UNREADABLE'],
        [4, 'wait', 'soon', 'VALUE_UNREADABLE'],
        [5, 'date', '3/4/2026', 'TIME_AMBIGUOUS'],
        [6, 'date', '2199-01-01', 'TIME_IN_FUTURE'],
        [7, 'date', null, 'TIME_MISSING'],
        [10, 'age', '130', 'VALUE_OUT_OF_SCALE'],
      ]);
      expect(problems[0].message).toBe(
        'Values of this metric are whole numbers from 0 to 120. Correct the cell, or empty it.',
      );
      await application.database.query(`UPDATE account SET locale = 'zh-CN' WHERE id = $1`, [officer.accountId]);
      const { problems: chinese } = await previewed(content, mapping);
      expect(chinese[0].message).toBe('该指标的取值应为 0 到 120 的整数。请改正或清空该单元格。');
      for (const { message } of chinese) expect(message).toMatch(/请/);
    });

    it('lose no good row among 40,000 of which a third are dirty, and list what is wrong page by page', async () => {
      const start = Date.UTC(2020, 0, 1);
      const rows = Array.from({ length: 40_000 }, (_, index) => {
        const hour = new Date(start + index * 3_600_000).toISOString().slice(0, 16);
        const dirt = [`${hour},soon`, `2026-02-31,4`, `,${index}`];
        return index % 3 === 0 ? dirt[(index / 3) % 3] : `${hour},${index % 60}`;
      });
      const content = `date,wait\n${rows.join('\n')}\n`;
      const { problemGroups, problems, ...seen } = await previewed(content, waits());
      expect(seen).toMatchObject({ sampled: true, truncated: true, rowsRead: 20_000, problemCount: 6667 });
      expect(problems).toHaveLength(100);
      expect(
        problemGroups.map(({ column, code, count, rows: first }: Record<string, unknown>) => [
          column,
          code,
          count,
          first,
        ]),
      ).toEqual([
        ['wait', 'VALUE_UNREADABLE', 2223, [2, 11, 20, 29, 38]],
        ['date', 'TIME_UNREADABLE', 2222, [5, 14, 23, 32, 41]],
        ['date', 'TIME_MISSING', 2222, [8, 17, 26, 35, 44]],
      ]);
      expect(problemGroups[0]).toMatchObject({ values: ['soon'], messages: [expect.stringContaining('not a number')] });
      const run = await imported(officer.client, content, waits());
      expect(run).toMatchObject({ state: 'COMPLETED', added: 26_666, rowsBad: 13_334, problemCount: 13_334 });
      const { body } = await officer.client.inject({
        method: 'GET',
        url: `/observation-imports/${run.id}/problems.csv`,
      });
      const lines = body.trim().split('\r\n');
      // The first ten thousand are kept; the rest is counted.
      expect(lines).toHaveLength(1 + 10_000);
      expect(lines[1]).toContain('2,wait,soon,');
    }, 90_000);

    it('say what they are not', async () => {
      expect(await refused('')).toMatchObject({ extensions: { code: 'TABLE_EMPTY' } });
      const picture = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');
      const error = await refused(picture);
      expect(error?.extensions.code).toBe('TABLE_NOT_A_SPREADSHEET');
      expect(error?.message).toMatch(/CSV/);
      expect((await refused('<!doctype html><html><body>Sign in</body></html>'))?.extensions.code).toBe(
        'TABLE_IS_A_WEB_PAGE',
      );
    });

    it('are nothing to import where there is a header alone', async () => {
      const fileId = await upload(officer.client, 'date,wait\n');
      expect((await officer.client.data(TABLE, { fileId })).observationTable.rowCount).toBe(0);
      expect(await previewed('date,wait\n', waits())).toMatchObject({ rowsRead: 0, observations: 0 });
    });
  });
});
