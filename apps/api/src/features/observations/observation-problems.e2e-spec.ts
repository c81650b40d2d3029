import { eventually } from '../../../test/eventually.js';
import { addMetric } from '../../../test/metrics.js';
import { startTestApplication, type TestApplication } from '../../../test/test-application.js';
import { bombOf } from '../../platform/tables/spreadsheet.factory.js';
import { Airline, FLIGHT, ONE, perTime, PREVIEW, START, TABLE } from './airline.factory.js';

describe('observations that cannot be taken as they come', () => {
  let application: TestApplication;
  let airline: Airline;

  /** A column of times, one of values, and one that is a segment. */
  const named = (metricId: string, dimension: string) => ({
    shape: 'COLUMN_PER_METRIC',
    identity: 'SLOT',
    columns: [...perTime(metricId).columns, { column: 2, target: 'SEGMENT', dimension }],
  });

  beforeAll(async () => {
    application = await startTestApplication({ RUN_WORKERS: 'true' });
  });
  beforeEach(async () => {
    airline = await Airline.open(application);
  });
  afterAll(() => application.close());

  it('names every problem by row and column, and keeps nothing of the file or only what is good', async () => {
    const content =
      'when,wifi,delay\n2026-02-30,4,1\n3/4/2026,4,1\n2026-02-01,9,x\n,1,1\n2026-02-02,0,"1,250.5"\n2199-01-01,1,1\n';
    const mapping = {
      shape: 'COLUMN_PER_METRIC',
      identity: 'ROW',
      columns: [
        { column: 0, target: 'TIME' },
        { column: 1, target: 'METRIC', metricId: airline.wifi },
        { column: 2, target: 'METRIC', metricId: airline.delay, unit: 'Minutes' },
      ],
    };
    const refused = await airline.importMapped(content, mapping);
    expect(refused).toMatchObject({ state: 'REFUSED', rowsRead: 6, rowsBad: 5, added: 0, problemCount: 6 });
    expect(await airline.stored()).toEqual([]);
    expect(await airline.problems(refused.id)).toEqual([
      expect.objectContaining({ row: 2, column: 'when', code: 'TIME_UNREADABLE', value: '2026-02-30' }),
      expect.objectContaining({ row: 3, column: 'when', code: 'TIME_AMBIGUOUS' }),
      expect.objectContaining({
        row: 4,
        column: 'wifi',
        code: 'VALUE_OUT_OF_SCALE',
        message: expect.stringContaining('1 to 5'),
      }),
      expect.objectContaining({ row: 4, column: 'delay', code: 'VALUE_UNREADABLE', value: 'x' }),
      expect.objectContaining({ row: 5, column: 'when', code: 'TIME_MISSING' }),
      expect.objectContaining({ row: 7, column: 'when', code: 'TIME_IN_FUTURE' }),
    ]);
    expect(await airline.importMapped(content, mapping, 'ACCEPT_GOOD')).toMatchObject({
      state: 'COMPLETED',
      rowsBad: 5,
      added: 1,
      skipped: 1,
    });
    expect(await airline.stored()).toEqual([{ key: 'delay', value: 1250.5 }]);
  });

  it('refuses a workbook that unpacks to more than fits, or than it says, and goes on serving', async () => {
    const looked = async (content: Buffer) => {
      const fileId = await airline.upload(content, 'small.xlsx');
      const preview = { fileId, mapping: perTime(airline.delay) };
      return [
        await airline.officer.client.errorCode(TABLE, { fileId }),
        await airline.officer.client.errorCode(PREVIEW, preview),
      ];
    };
    expect(await looked(bombOf('honest'))).toEqual(['TABLE_TOO_LARGE', 'TABLE_TOO_LARGE']);
    expect(await looked(bombOf('lying'))).toEqual(['TABLE_DAMAGED', 'TABLE_DAMAGED']);
    // The job does not believe that somebody looked before.
    const fileId = await airline.upload(bombOf('honest'), 'small.xlsx');
    const asked = { fileId, mapping: perTime(airline.delay), mode: 'ACCEPT_GOOD' };
    const { startObservationImport } = await airline.officer.client.data(START, asked);
    const { state } = await eventually(
      async () => (await airline.officer.client.data(ONE, startObservationImport)).observationImport,
      (run) => !['WAITING', 'RUNNING'].includes(run.state),
    );
    expect(state).toBe('FAILED');
    expect(await airline.stored()).toEqual([]);
  });

  it('refuses a mapping to another unit, to a computed metric, or without a time, and names the field', async () => {
    const computed = await addMetric(application.database, airline.organizationId, {
      key: 'index',
      aggregation: 'formula',
    });
    const fileId = await airline.upload(FLIGHT);
    const answer = await airline.officer.client.graphql(START, {
      fileId,
      mode: 'ACCEPT_GOOD',
      mapping: {
        shape: 'COLUMN_PER_METRIC',
        identity: 'KEY',
        columns: [
          { column: 5, target: 'METRIC', metricId: airline.delay, unit: 'hours' },
          { column: 6, target: 'METRIC', metricId: computed },
        ],
      },
    });
    const { code, fields } = answer.errors![0]!.extensions as {
      code: string;
      fields: { path: string; code: string }[];
    };
    expect(code).toBe('VALIDATION');
    expect(fields.map((field) => `${field.path}: ${field.code}`)).toEqual([
      'mapping.columns.0.metricId: wrong_unit',
      'mapping.columns.1.metricId: computed',
      'mapping.observedOn: no_time',
      'mapping.columns: no_key',
    ]);
  });

  it('refuses a file that contradicts itself, and takes the first of two values where good rows are accepted', async () => {
    const content = 'd,delay\n2026-01-01,4\n2026-01-01,4\n2026-01-01,5\n';
    expect(await airline.importMapped(content, perTime(airline.delay))).toMatchObject({
      state: 'REFUSED',
      problemCount: 1,
      added: 0,
    });
    expect(await airline.stored()).toEqual([]);
    expect(await airline.importMapped(content, perTime(airline.delay), 'ACCEPT_GOOD')).toMatchObject({
      state: 'COMPLETED',
      added: 1,
      repeated: 1,
      rowsBad: 1,
    });
  });

  it('refuses a column of ten thousand names as a segment before anything is rolled up, and says what to do', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => `2026-01-01,${index},Passenger ${index}`);
    const content = `d,delay,name\n${rows.join('\n')}\n`;
    const problem = { column: 'name', code: 'SEGMENT_TOO_MANY_VALUES', message: expect.stringContaining('500') };
    const preview = await airline.preview(await airline.upload(content), named(airline.delay, 'name'));
    expect(preview.problems[0]).toMatchObject({ row: 502, ...problem });
    for (const mode of ['ALL_OR_NOTHING', 'ACCEPT_GOOD']) {
      const outcome = await airline.importMapped(content, named(airline.delay, 'name'), mode);
      expect(outcome).toMatchObject({ state: 'REFUSED', added: 0, problemCount: 9500 });
      expect((await airline.problems(outcome.id))[0]).toMatchObject({ row: 502, ...problem });
    }
    expect(await airline.stored()).toEqual([]);
    expect(await airline.dimensions(airline.delay)).toEqual([]);
    const kept = await application.database.query('SELECT 1 FROM segment_set WHERE organization_id = $1', [
      airline.organizationId,
    ]);
    expect(kept).toEqual([]);
  });

  it('keeps as many segments as a dimension may have, in all files together, and refuses one more', async () => {
    const file = (from: number, to: number) =>
      `d,delay,store\n${Array.from({ length: to - from }, (_, index) => `2026-01-05,${from + index},Store ${from + index}`).join('\n')}\n`;
    const mapping = named(airline.delay, 'store');
    expect(await airline.importMapped(file(0, 300), mapping)).toMatchObject({ state: 'COMPLETED', added: 300 });
    expect(await airline.importMapped(file(250, 500), mapping)).toMatchObject({ state: 'COMPLETED', added: 200 });
    // Everybody and 500 stores, in each of five grains; not one series for every combination.
    const [rollups] = await application.database.query(
      'SELECT count(*)::int AS rows FROM rollup WHERE organization_id = $1',
      [airline.organizationId],
    );
    expect(rollups).toEqual({ rows: 501 * 5 });
    expect(await airline.dimensions(airline.delay)).toEqual([{ dimension: 'store', values: 500 }]);
    expect((await airline.series(airline.delay, 'DAY', { dimension: 'store', value: 'Store 7' })).points).toEqual([
      expect.objectContaining({ value: 7, n: 1 }),
    ]);

    const refusal = {
      row: 1,
      column: 'store',
      code: 'SEGMENT_VALUES_FULL',
      message: expect.stringMatching(/“store” would have 501 segments; 500 are kept/),
    };
    const preview = await airline.preview(await airline.upload(file(499, 501)), mapping);
    expect(preview.problems).toEqual([expect.objectContaining(refusal)]);
    const outcome = await airline.importMapped(file(499, 501), mapping, 'ACCEPT_GOOD');
    expect(outcome).toMatchObject({ state: 'REFUSED', added: 0, problemCount: 1 });
    expect(await airline.problems(outcome.id)).toEqual([expect.objectContaining(refusal)]);
    expect(await airline.stored()).toHaveLength(500);
  });

  it('keeps forty dimensions, eight of a file, and refuses more with the name of the column', async () => {
    const wide = (file: number, dimensions: number) => ({
      content: `d,delay,${Array.from({ length: dimensions }, (_, index) => `c${index}`).join()}\n2026-01-0${file + 1},1${',x'.repeat(dimensions)}\n`,
      mapping: {
        ...perTime(airline.delay),
        columns: [
          ...perTime(airline.delay).columns,
          ...Array.from({ length: dimensions }, (_, index) => ({
            column: index + 2,
            target: 'SEGMENT',
            dimension: `file ${file} ${index}`,
          })),
        ],
      },
    });
    const nine = wide(0, 9);
    const fileId = await airline.upload(nine.content);
    const answer = await airline.officer.client.graphql(START, { fileId, mapping: nine.mapping, mode: 'ACCEPT_GOOD' });
    expect(answer.errors?.[0]?.extensions['fields']).toEqual([
      expect.objectContaining({ path: 'mapping.columns', code: 'too_many_dimensions' }),
    ]);
    for (let file = 0; file < 5; file += 1) {
      const { content, mapping } = wide(file, 8);
      expect(await airline.importMapped(content, mapping)).toMatchObject({ state: 'COMPLETED', added: 1 });
    }
    const { content, mapping } = wide(5, 1);
    const outcome = await airline.importMapped(content, mapping);
    expect(outcome).toMatchObject({ state: 'REFUSED', added: 0 });
    expect(await airline.problems(outcome.id)).toEqual([
      expect.objectContaining({ column: 'c0', code: 'DIMENSIONS_FULL', message: expect.stringContaining('file 5 0') }),
    ]);
  });

  it('names the one bad line among fifty thousand by row, column and reason, and brings the others in', async () => {
    const rows = Array.from({ length: 50_000 }, (_, index) =>
      [new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString(), index === 31_415 ? 'much' : index % 90].join(),
    );
    const outcome = await airline.importMapped(
      `time,delay\n${rows.join('\n')}\n`,
      perTime(airline.delay),
      'ACCEPT_GOOD',
    );
    expect(outcome).toMatchObject({ state: 'COMPLETED', rowsRead: 50_000, rowsBad: 1, added: 49_999, problemCount: 1 });
    expect(await airline.problems(outcome.id)).toEqual([
      {
        row: 31_417,
        column: 'delay',
        code: 'VALUE_UNREADABLE',
        value: 'much',
        message: expect.stringContaining('not a number'),
      },
    ]);
    const { points } = await airline.series(airline.delay, 'QUARTER');
    expect(points).toEqual([expect.objectContaining({ n: 49_999 })]);
  }, 60_000);
});
