import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { eventually } from '../../../test/eventually.js';
import { addMetric } from '../../../test/metrics.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';
import { upload } from '../../../test/upload.js';

const TABLE = `query ($fileId: ID!) { observationTable(fileId: $fileId) { rowCount headerRow columns { header samples } suggestedMapping } }`;
const PREVIEW = `mutation ($fileId: ID!, $mapping: ObservationMappingInput!) { previewObservationImport(fileId: $fileId, mapping: $mapping) {
  rowsRead rowsBad observations skipped segmentSets firstAt lastAt truncated sampled problems { row column code message value } } }`;
const START = `mutation ($fileId: ID!, $mapping: ObservationMappingInput!, $mode: ImportMode!) {
  startObservationImport(fileId: $fileId, mapping: $mapping, mode: $mode) { id state } }`;
const ONE = `query ($id: ID!) { observationImport(id: $id) {
  id state rowsRead rowsBad added repeated corrected skipped problemCount seenBefore metricIds } }`;
const LIST = `query ($first: Int, $after: String) { observationImports(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { node { id state } } } }`;
const PROBLEMS = `query ($importId: ID!) { observationImportProblems(importId: $importId) {
  totalCount edges { node { row column code message value } } } }`;
const UNDO = `mutation ($id: ID!) { undoObservationImport(id: $id) { id } }`;
const SERIES = `query ($metricId: ID!, $grain: Grain!, $from: DateTime!, $to: DateTime!, $segment: SegmentInput) {
  metricSeries(metricId: $metricId, grain: $grain, from: $from, to: $to, segment: $segment) {
    timeZone minimumGroupSize pending lastAt breaks { beginsOn cause }
    points { bucket value lower upper n observations suppressed } } }`;
const SEGMENTS = `query ($metricId: ID!) { metricSegments(metricId: $metricId) { dimension value observations } }`;
const ROWS = `query ($metricId: ID!, $from: DateTime!, $to: DateTime!, $segment: SegmentInput, $first: Int, $after: String) {
  metricObservations(metricId: $metricId, from: $from, to: $to, segment: $segment, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { observedAt value n segments fileName } } } }`;

/** Five passengers of a flight as airlines ask them: 0 means that there was nothing to rate. */
const FLIGHT = `id,Gender,customer_type,age,customer_class,wifi,cleanliness,delay,satisfaction
1,Male,Loyal Customer,32,Business,2,5,67,satisfied
2,Female,Loyal Customer,-4,Business,0,4,0,satisfied
3,Male,Disloyal Customer,51,Eco,3,3,NA,neutral or dissatisfied
4,Male,Loyal Customer,27,Eco,4,1,12,neutral or dissatisfied
5,Female,Loyal Customer,44,Business,5,5,3,satisfied
6,Female,Loyal Customer,18,Eco Plus,1,2,9,neutral or dissatisfied
`;
const AUTUMN = { from: '2026-09-15T00:00:00Z', to: '2026-12-01T00:00:00Z' };
const YEAR = { from: '2026-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z' };

describe('observations', () => {
  let application: TestApplication;
  let organizationId: string;
  let officer: TestMember;
  let wifi: string;
  let cleanliness: string;
  let delay: string;
  let satisfied: string;
  let flights = 0;

  beforeAll(async () => {
    application = await startTestApplication({ RUN_WORKERS: 'true' });
  });
  beforeEach(async () => {
    organizationId = await application.organization(`Airline ${(flights += 1)}`);
    officer = await application.member(organizationId, 'programme_office');
    const rating = { aggregation: 'csat', unit: '%', scale: [1, 5], notApplicable: [0], perception: true } as const;
    const add = (metric: Parameters<typeof addMetric>[2]) => addMetric(application.database, organizationId, metric);
    wifi = await add({ key: 'wifi', ...rating });
    cleanliness = await add({ key: 'cleanliness', ...rating });
    delay = await add({ key: 'delay', name: 'Departure delay', unit: 'minutes' });
    satisfied = await add({ key: 'satisfied', aggregation: 'share', unit: '%' });
  });
  afterAll(() => application.close());

  const suggested = async (fileId: string) =>
    (await officer.client.data(TABLE, { fileId })).observationTable.suggestedMapping;
  const finished = (id: string) =>
    eventually(
      async () => (await officer.client.data(ONE, { id })).observationImport,
      ({ state }) => !['WAITING', 'RUNNING'].includes(state),
    );
  const settled = () =>
    eventually(
      () => application.database.query('SELECT 1 FROM dirty_bucket WHERE organization_id = $1', [organizationId]),
      (marks) => marks.length === 0,
    );
  const importMapped = async (content: string, mapping: unknown, mode = 'ALL_OR_NOTHING') => {
    const fileId = await upload(officer.client, content, 'flight.csv');
    const { startObservationImport } = await officer.client.data(START, { fileId, mapping, mode });
    const outcome = await finished(startObservationImport.id);
    await settled();
    return outcome;
  };
  const undo = async (id: string) => {
    await officer.client.data(UNDO, { id });
    await eventually(
      async () => (await officer.client.data(ONE, { id })).observationImport.state,
      (state) => state === 'UNDONE',
    );
    await settled();
  };
  const series = async (
    metricId: string,
    grain = 'MONTH',
    segment?: { dimension: string; value: string },
    range = YEAR,
  ) => (await officer.client.data(SERIES, { metricId, grain, segment, ...range })).metricSeries;
  const stored = () =>
    application.database.query<{ key: string; value: number }>(
      `SELECT m.key, o.value FROM observation o JOIN metric m ON m.id = o.metric_id
       WHERE o.organization_id = $1 ORDER BY m.key, o.value`,
      [organizationId],
    );
  const perTime = (metricId: string) => ({
    shape: 'COLUMN_PER_METRIC',
    identity: 'SLOT',
    columns: [
      { column: 0, target: 'TIME' },
      { column: 1, target: 'METRIC', metricId },
    ],
  });

  it('takes one row per respondent with many ratings, by segment, and leaves out what was not applicable', async () => {
    const fileId = await upload(officer.client, FLIGHT, 'flight.csv');
    const mapping = await suggested(fileId);
    expect(mapping).toMatchObject({ shape: 'COLUMN_PER_METRIC', identity: 'KEY' });
    expect(mapping.columns).toEqual([
      { column: 0, target: 'KEY' },
      { column: 1, target: 'SEGMENT', dimension: 'Gender' },
      { column: 2, target: 'SEGMENT', dimension: 'customer_type' },
      { column: 3, target: 'IGNORE' },
      { column: 4, target: 'SEGMENT', dimension: 'customer_class' },
      { column: 5, target: 'METRIC', metricId: wifi },
      { column: 6, target: 'METRIC', metricId: cleanliness },
      { column: 7, target: 'METRIC', metricId: delay },
      { column: 8, target: 'SEGMENT', dimension: 'satisfaction' },
    ]);
    const words = { satisfied: 1, 'Neutral or dissatisfied': 0 };
    mapping.columns[8] = { column: 8, target: 'METRIC', metricId: satisfied, words };
    mapping.observedOn = '2026-03-15';

    const { previewObservationImport } = await officer.client.data(PREVIEW, { fileId, mapping });
    expect(previewObservationImport).toMatchObject({
      rowsRead: 6,
      rowsBad: 0,
      observations: 22,
      skipped: 2,
      problems: [],
    });
    expect(await stored()).toEqual([]);

    const outcome = await importMapped(FLIGHT, mapping);
    expect(outcome).toMatchObject({ state: 'COMPLETED', rowsRead: 6, rowsBad: 0, added: 22, skipped: 2, repeated: 0 });
    expect(await series(cleanliness)).toMatchObject({
      pending: false,
      points: [{ bucket: '2026-03-01T00:00:00.000Z', value: 50, n: 6, observations: 6, suppressed: false }],
    });
    expect((await series(wifi)).points).toEqual([expect.objectContaining({ value: 40, n: 5 })]);
    expect((await series(delay, 'DAY')).points).toEqual([
      expect.objectContaining({ bucket: '2026-03-15T00:00:00.000Z', value: 18.2, n: 5 }),
    ]);
    expect((await series(satisfied, 'QUARTER')).points).toEqual([expect.objectContaining({ value: 50, n: 6 })]);

    const business = { dimension: 'customer_class', value: 'Business' };
    expect((await series(satisfied, 'WEEK', business)).points).toEqual([
      expect.objectContaining({ bucket: '2026-03-09T00:00:00.000Z', value: 100, n: 3 }),
    ]);
    expect((await series(cleanliness, 'MONTH', business)).points).toEqual([
      {
        bucket: '2026-03-01T00:00:00.000Z',
        value: null,
        lower: null,
        upper: null,
        n: null,
        observations: null,
        suppressed: true,
      },
    ]);
    expect((await series(wifi, 'MONTH', { dimension: 'customer_class', value: 'First' })).points).toEqual([]);
    const { metricSegments } = await officer.client.data(SEGMENTS, { metricId: cleanliness });
    expect(metricSegments).toContainEqual({ dimension: 'customer_type', value: 'Loyal Customer', observations: 5 });
    expect(metricSegments).toContainEqual({ dimension: 'customer_class', value: 'Eco Plus', observations: null });
  });

  it('doubles nothing when it is read again, and corrects what has changed', async () => {
    const first = await importMapped('date,delay\n2026-01-05,10\n2026-01-06,20\n', perTime(delay));
    expect(first).toMatchObject({ added: 2, seenBefore: false });
    expect(await importMapped('date,delay\n2026-01-05,10\n2026-01-06,20\n', perTime(delay))).toMatchObject({
      state: 'COMPLETED',
      added: 0,
      repeated: 2,
      corrected: 0,
      seenBefore: true,
    });
    const corrected = await importMapped('date,delay\n2026-01-06,26\n2026-02-01,5\n2026-01-05,10\n', perTime(delay));
    expect(corrected).toMatchObject({ added: 1, repeated: 1, corrected: 1 });
    expect((await series(delay)).points.map(({ value }: { value: number }) => value)).toEqual([18, 5]);
    await undo(corrected.id);
    expect((await series(delay)).points.map(({ value }: { value: number }) => value)).toEqual([15]);
    expect(await officer.client.errorCode(UNDO, { id: corrected.id })).toBe('IMPORT_NOT_COMPLETED');
  });

  it('takes back an import beneath a later one, which stays', async () => {
    const values = async () => (await stored()).map(({ value }) => value);
    const first = await importMapped('date,delay\n2026-01-05,1\n', perTime(delay));
    const second = await importMapped('date,delay\n2026-01-05,2\n', perTime(delay));
    const third = await importMapped('date,delay\n2026-01-05,3\n', perTime(delay));
    await undo(second.id);
    expect(await values()).toEqual([3]);
    await undo(third.id);
    expect(await values()).toEqual([1]);
    await undo(first.id);
    expect(await values()).toEqual([]);
    expect((await series(delay)).points).toEqual([]);
  });

  it('names every problem by row and column, and keeps nothing of the file or only what is good', async () => {
    const content =
      'when,wifi,delay\n2026-02-30,4,1\n3/4/2026,4,1\n2026-02-01,9,x\n,1,1\n2026-02-02,0,"1,250.5"\n2199-01-01,1,1\n';
    const mapping = {
      shape: 'COLUMN_PER_METRIC',
      identity: 'ROW',
      columns: [
        { column: 0, target: 'TIME' },
        { column: 1, target: 'METRIC', metricId: wifi },
        { column: 2, target: 'METRIC', metricId: delay, unit: 'Minutes' },
      ],
    };
    const refused = await importMapped(content, mapping);
    expect(refused).toMatchObject({ state: 'REFUSED', rowsRead: 6, rowsBad: 5, added: 0, problemCount: 6 });
    expect(await stored()).toEqual([]);
    const { observationImportProblems } = await officer.client.data(PROBLEMS, { importId: refused.id });
    expect(observationImportProblems.edges.map(({ node }: { node: unknown }) => node)).toEqual([
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
    expect(await importMapped(content, mapping, 'ACCEPT_GOOD')).toMatchObject({
      state: 'COMPLETED',
      rowsBad: 5,
      added: 1,
      skipped: 1,
    });
    expect(await stored()).toEqual([{ key: 'delay', value: 1250.5 }]);
  });

  it('takes long tables with parts and wholes, and tables with a column per period', async () => {
    const long =
      'date,指标,value,n\n2026-05-01,satisfied,8,10\n2026-05-02,Departure Delay,12,1\n2026-05-02,satisfied,3,5\n';
    const fileId = await upload(officer.client, long, 'long.csv');
    const mapping = await suggested(fileId);
    expect(mapping).toMatchObject({ shape: 'ROW_PER_OBSERVATION', identity: 'SLOT' });
    expect(await importMapped(long, mapping)).toMatchObject({ state: 'COMPLETED', added: 3 });
    expect((await series(satisfied)).points).toEqual([expect.objectContaining({ n: 15, value: 100 * (11 / 15) })]);
    const bad = await importMapped('date,metric,value,n\n2026-05-01,satisfied,11,10\n2026-05-01,speed,1,1\n', mapping);
    expect(bad).toMatchObject({ state: 'REFUSED', problemCount: 2 });

    const wide = 'metric,region,2026-01,2026-02,2026Q3\nDeparture delay,North,4,6,8\nDeparture delay,South,5,,9\n';
    const wideFile = await upload(officer.client, wide, 'wide.csv');
    const perPeriod = await suggested(wideFile);
    expect(perPeriod).toMatchObject({ shape: 'COLUMN_PER_PERIOD', identity: 'SLOT' });
    expect(await importMapped(wide, perPeriod)).toMatchObject({ state: 'COMPLETED', added: 5 });
    const north = await series(delay, 'MONTH', { dimension: 'region', value: 'North' });
    expect(
      north.points.map(({ bucket, value }: { bucket: string; value: number }) => [bucket.slice(0, 7), value]),
    ).toEqual([
      ['2026-01', 4],
      ['2026-02', 6],
      ['2026-07', 8],
    ]);
  });

  it('refuses a mapping to another unit, to a computed metric, or without a time, and names the field', async () => {
    const computed = await addMetric(application.database, organizationId, { key: 'index', aggregation: 'formula' });
    const fileId = await upload(officer.client, FLIGHT);
    const answer = await officer.client.graphql(START, {
      fileId,
      mode: 'ACCEPT_GOOD',
      mapping: {
        shape: 'COLUMN_PER_METRIC',
        identity: 'KEY',
        columns: [
          { column: 5, target: 'METRIC', metricId: delay, unit: 'hours' },
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

  it('refuses a column of ten thousand names as a segment, whatever the mode', async () => {
    const rows = Array.from({ length: 600 }, (_, index) => `2026-01-01,${index},Passenger ${index}`);
    const mapping = perTime(delay);
    const columns = [...mapping.columns, { column: 2, target: 'SEGMENT', dimension: 'name' }];
    const outcome = await importMapped(`d,delay,name\n${rows.join('\n')}\n`, { ...mapping, columns }, 'ACCEPT_GOOD');
    expect(outcome).toMatchObject({ state: 'REFUSED', added: 0, problemCount: 100 });
  });

  it('refuses a file that contradicts itself, and takes the first of two values where good rows are accepted', async () => {
    const content = 'd,delay\n2026-01-01,4\n2026-01-01,4\n2026-01-01,5\n';
    expect(await importMapped(content, perTime(delay))).toMatchObject({ state: 'REFUSED', problemCount: 1, added: 0 });
    expect(await stored()).toEqual([]);
    expect(await importMapped(content, perTime(delay), 'ACCEPT_GOOD')).toMatchObject({
      state: 'COMPLETED',
      added: 1,
      repeated: 1,
      rowsBad: 1,
    });
  });

  it('cuts days and hours by the clock of the organisation, also when clocks change', async () => {
    await application.database.query(
      `UPDATE organization SET time_zone = 'Europe/Berlin', week_start = 7 WHERE id = $1`,
      [organizationId],
    );
    const content =
      't,delay\n2026-10-24T23:30,1\n2026-10-25T02:30+02:00,2\n2026-10-25T02:30+01:00,4\n2026-10-25T23:59,8\n2026-10-26,16\n';
    expect(await importMapped(content, perTime(delay))).toMatchObject({ added: 5 });
    const found = async (grain: string) => {
      const { points } = await series(delay, grain, undefined, AUTUMN);
      return points.map(
        (point: { bucket: string; n: number; value: number }) => `${point.bucket} ${point.n} × ${point.value}`,
      );
    };
    expect(await found('DAY')).toEqual([
      '2026-10-23T22:00:00.000Z 1 × 1',
      '2026-10-24T22:00:00.000Z 3 × 4.666666666666667',
      '2026-10-25T23:00:00.000Z 1 × 16',
    ]);
    expect((await found('HOUR')).slice(1, 3)).toEqual([
      '2026-10-25T00:00:00.000Z 1 × 2',
      '2026-10-25T01:00:00.000Z 1 × 4',
    ]);
    expect(await found('WEEK')).toEqual(['2026-10-17T22:00:00.000Z 1 × 1', '2026-10-24T22:00:00.000Z 4 × 7.5']);
    expect(await found('QUARTER')).toEqual(['2026-09-30T22:00:00.000Z 5 × 6.2']);
  });

  it('shows the rows behind a point page by page, unless too few people stand behind it', async () => {
    const mapping = { ...(await suggested(await upload(officer.client, FLIGHT))), observedOn: '2026-03-15' };
    await importMapped(FLIGHT, mapping);
    const ask = { metricId: delay, ...YEAR, first: 3 };
    const { metricObservations: one } = await officer.client.data(ROWS, ask);
    const { metricObservations: two } = await officer.client.data(ROWS, { ...ask, after: one.pageInfo.endCursor });
    expect([one.totalCount, one.edges.length, two.edges.length, two.pageInfo.hasNextPage]).toEqual([5, 3, 2, false]);
    const values = [...one.edges, ...two.edges].map(({ node }) => node.value);
    expect(values.sort((a, b) => a - b)).toEqual([0, 3, 9, 12, 67]);
    expect(one.edges[0].node).toMatchObject({ fileName: 'flight.csv', segments: { Gender: expect.any(String) } });
    const eco = { metricId: wifi, ...YEAR, segment: { dimension: 'customer_class', value: 'Eco' } };
    expect(await officer.client.errorCode(ROWS, eco)).toBe('TOO_FEW_TO_SHOW');
    expect(
      await officer.client.errorCode(ROWS, { ...ask, after: Buffer.from('["x","y"]').toString('base64url') }),
    ).toBe('VALIDATION');
  });

  it('says where a series breaks, and that days are being recomputed', async () => {
    await application.database.query(
      `INSERT INTO series_break (organization_id, id, metric_id, begins_on, cause) VALUES ($1, gen_random_uuid(), $2, '2026-04-01', 'source')`,
      [organizationId, delay],
    );
    await application.database.query(
      `INSERT INTO dirty_bucket (organization_id, metric_id, day) VALUES ($1, $2, '2026-01-01')`,
      [organizationId, delay],
    );
    expect(await series(delay)).toMatchObject({ pending: true, breaks: [{ beginsOn: '2026-04-01', cause: 'SOURCE' }] });
  });

  it('reads each page with one statement', async () => {
    const { id } = await importMapped('date,delay\n2026-01-05,10\n', perTime(delay));
    for (const [query, variables] of [
      [SERIES, { metricId: delay, grain: 'DAY', ...YEAR }],
      [SEGMENTS, { metricId: delay }],
      [ROWS, { metricId: delay, ...YEAR }],
      [LIST, {}],
      [ONE, { id }],
      [PROBLEMS, { importId: id }],
    ] as const)
      expect(await countStatements(() => officer.client.data(query, variables))).toBe(ONE_READ);
  });

  it('keeps mappings for the next file', async () => {
    const SAVE = `mutation ($name: String!, $mapping: ObservationMappingInput!, $id: ID, $version: Int) {
      saveObservationMapping(name: $name, mapping: $mapping, id: $id, version: $version) { id name version mapping } }`;
    const mapping = perTime(delay);
    const { saveObservationMapping: saved } = await officer.client.data(SAVE, { name: ' Delays ', mapping });
    expect(saved).toMatchObject({ name: 'Delays', version: 1 });
    expect(await officer.client.errorCode(SAVE, { name: 'delays', mapping })).toBe('VALIDATION');
    const again = { name: 'Daily delays', mapping, id: saved.id, version: 1 };
    expect((await officer.client.data(SAVE, again)).saveObservationMapping).toMatchObject({ version: 2 });
    expect(await officer.client.errorCode(SAVE, again)).toBe('CONFLICT');
    const { observationMappings } = await officer.client.data('{ observationMappings { name mapping } }');
    expect(observationMappings).toEqual([
      { name: 'Daily delays', mapping: expect.objectContaining({ identity: 'slot' }) },
    ]);
    const ARCHIVE =
      'mutation ($id: ID!, $version: Int!) { archiveObservationMapping(id: $id, version: $version) { id } }';
    await officer.client.data(ARCHIVE, { id: saved.id, version: 2 });
    expect((await officer.client.data('{ observationMappings { name } }')).observationMappings).toEqual([]);
  });

  it('is the programme office’s to bring in and take back; members read series, other organisations see nothing', async () => {
    const { id } = await importMapped('date,delay\n2026-01-05,10\n', perTime(delay));
    const fileId = await upload(officer.client, FLIGHT);
    const lead = await application.member(organizationId, 'team_lead');
    expect(await lead.client.errorCode(UNDO, { id })).toBe('NOT_FOUND');
    const start = { fileId, mode: 'ACCEPT_GOOD', mapping: perTime(delay) };
    expect(await lead.client.errorCode(START, start)).toBe('NOT_FOUND');
    expect(await lead.client.errorCode(ROWS, { metricId: delay, ...YEAR })).toBe('FORBIDDEN');

    const contributor = await application.member(organizationId, 'contributor');
    const other = await application.member(await application.organization('Other'), 'programme_office');
    expect(await contributor.client.errorCode(LIST)).toBe('FORBIDDEN');
    expect(await contributor.client.errorCode(START, start)).toBe('FORBIDDEN');
    expect(await contributor.client.errorCode(ROWS, { metricId: delay, ...YEAR })).toBe('FORBIDDEN');
    expect(await contributor.client.errorCode(SERIES, { metricId: delay, grain: 'DAY', ...YEAR })).toBeUndefined();
    for (const [query, variables] of [
      [SERIES, { metricId: delay, grain: 'DAY', ...YEAR }],
      [SEGMENTS, { metricId: delay }],
      [ROWS, { metricId: delay, ...YEAR }],
      [ONE, { id }],
      [PROBLEMS, { importId: id }],
      [UNDO, { id }],
      [START, start],
    ] as const)
      expect(await other.client.errorCode(query, variables)).toBe('NOT_FOUND');
  });
});
