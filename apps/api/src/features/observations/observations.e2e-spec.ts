import { startTestApplication, type TestApplication } from '../../../test/test-application.js';
import {
  Airline,
  DIMENSIONS,
  FLIGHT,
  LIST,
  ONE,
  perTime,
  PROBLEMS,
  ROWS,
  SERIES,
  START,
  UNDO,
  YEAR,
} from './airline.factory.js';

describe('observations', () => {
  let application: TestApplication;
  let airline: Airline;

  beforeAll(async () => {
    application = await startTestApplication({ RUN_WORKERS: 'true' });
  });
  beforeEach(async () => {
    airline = await Airline.open(application);
  });
  afterAll(() => application.close());

  it('takes one row per respondent with many ratings, by segment, and leaves out what was not applicable', async () => {
    const fileId = await airline.upload(FLIGHT, 'flight.csv');
    const mapping = await airline.suggested(fileId);
    expect(mapping).toMatchObject({ shape: 'COLUMN_PER_METRIC', identity: 'KEY' });
    expect(mapping.columns).toEqual([
      { column: 0, target: 'KEY' },
      { column: 1, target: 'SEGMENT', dimension: 'Gender' },
      { column: 2, target: 'SEGMENT', dimension: 'customer_type' },
      { column: 3, target: 'IGNORE' },
      { column: 4, target: 'SEGMENT', dimension: 'customer_class' },
      { column: 5, target: 'METRIC', metricId: airline.wifi },
      { column: 6, target: 'METRIC', metricId: airline.cleanliness },
      { column: 7, target: 'METRIC', metricId: airline.delay },
      { column: 8, target: 'SEGMENT', dimension: 'satisfaction' },
    ]);
    const words = { satisfied: 1, 'Neutral or dissatisfied': 0 };
    mapping.columns[8] = { column: 8, target: 'METRIC', metricId: airline.satisfied, words };
    mapping.observedOn = '2026-03-15';

    expect(await airline.preview(fileId, mapping)).toMatchObject({
      rowsRead: 6,
      rowsBad: 0,
      observations: 22,
      skipped: 2,
      problems: [],
    });
    expect(await airline.stored()).toEqual([]);

    const outcome = await airline.importMapped(FLIGHT, mapping);
    expect(outcome).toMatchObject({ state: 'COMPLETED', rowsRead: 6, rowsBad: 0, added: 22, skipped: 2, repeated: 0 });
    expect(await airline.series(airline.cleanliness)).toMatchObject({
      pending: false,
      points: [{ bucket: '2026-03-01T00:00:00.000Z', value: 50, n: 6, observations: 6, suppressed: false }],
    });
    expect((await airline.series(airline.wifi)).points).toEqual([expect.objectContaining({ value: 40, n: 5 })]);
    expect((await airline.series(airline.delay, 'DAY')).points).toEqual([
      expect.objectContaining({ bucket: '2026-03-15T00:00:00.000Z', value: 18.2, n: 5 }),
    ]);
    expect((await airline.series(airline.satisfied, 'QUARTER')).points).toEqual([
      expect.objectContaining({ value: 50, n: 6 }),
    ]);

    const business = { dimension: 'customer_class', value: 'Business' };
    expect((await airline.series(airline.satisfied, 'WEEK', business)).points).toEqual([
      expect.objectContaining({ bucket: '2026-03-09T00:00:00.000Z', value: 100, n: 3 }),
    ]);
    expect((await airline.series(airline.cleanliness, 'MONTH', business)).points).toEqual([
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
    expect(
      (await airline.series(airline.wifi, 'MONTH', { dimension: 'customer_class', value: 'First' })).points,
    ).toEqual([]);
    expect(await airline.dimensions(airline.cleanliness)).toContainEqual({ dimension: 'customer_class', values: 3 });
  });

  it('doubles nothing when it is read again, and corrects what has changed', async () => {
    const first = await airline.importMapped('date,delay\n2026-01-05,10\n2026-01-06,20\n', perTime(airline.delay));
    expect(first).toMatchObject({ added: 2, seenBefore: false });
    expect(
      await airline.importMapped('date,delay\n2026-01-05,10\n2026-01-06,20\n', perTime(airline.delay)),
    ).toMatchObject({
      state: 'COMPLETED',
      added: 0,
      repeated: 2,
      corrected: 0,
      seenBefore: true,
    });
    const corrected = await airline.importMapped(
      'date,delay\n2026-01-06,26\n2026-02-01,5\n2026-01-05,10\n',
      perTime(airline.delay),
    );
    expect(corrected).toMatchObject({ added: 1, repeated: 1, corrected: 1 });
    expect((await airline.series(airline.delay)).points.map(({ value }: { value: number }) => value)).toEqual([18, 5]);
    await airline.undo(corrected.id);
    expect((await airline.series(airline.delay)).points.map(({ value }: { value: number }) => value)).toEqual([15]);
    expect(await airline.officer.client.errorCode(UNDO, { id: corrected.id })).toBe('IMPORT_NOT_COMPLETED');
  });

  it('takes back an import beneath a later one, which stays', async () => {
    const values = async () => (await airline.stored()).map(({ value }) => value);
    const first = await airline.importMapped('date,delay\n2026-01-05,1\n', perTime(airline.delay));
    const second = await airline.importMapped('date,delay\n2026-01-05,2\n', perTime(airline.delay));
    const third = await airline.importMapped('date,delay\n2026-01-05,3\n', perTime(airline.delay));
    await airline.undo(second.id);
    expect(await values()).toEqual([3]);
    await airline.undo(third.id);
    expect(await values()).toEqual([1]);
    await airline.undo(first.id);
    expect(await values()).toEqual([]);
    expect((await airline.series(airline.delay)).points).toEqual([]);
  });

  it('takes long tables with parts and wholes, and tables with a column per period', async () => {
    const long =
      'date,指标,value,n\n2026-05-01,satisfied,8,10\n2026-05-02,Departure Delay,12,1\n2026-05-02,satisfied,3,5\n';
    const fileId = await airline.upload(long, 'long.csv');
    const mapping = await airline.suggested(fileId);
    expect(mapping).toMatchObject({ shape: 'ROW_PER_OBSERVATION', identity: 'SLOT' });
    expect(await airline.importMapped(long, mapping)).toMatchObject({ state: 'COMPLETED', added: 3 });
    expect((await airline.series(airline.satisfied)).points).toEqual([
      expect.objectContaining({ n: 15, value: 100 * (11 / 15) }),
    ]);
    const bad = await airline.importMapped(
      'date,metric,value,n\n2026-05-01,satisfied,11,10\n2026-05-01,speed,1,1\n',
      mapping,
    );
    expect(bad).toMatchObject({ state: 'REFUSED', problemCount: 2 });

    const wide = 'metric,region,2026-01,2026-02,2026Q3\nDeparture delay,North,4,6,8\nDeparture delay,South,5,,9\n';
    const wideFile = await airline.upload(wide, 'wide.csv');
    const perPeriod = await airline.suggested(wideFile);
    expect(perPeriod).toMatchObject({ shape: 'COLUMN_PER_PERIOD', identity: 'SLOT' });
    expect(await airline.importMapped(wide, perPeriod)).toMatchObject({ state: 'COMPLETED', added: 5 });
    const north = await airline.series(airline.delay, 'MONTH', { dimension: 'region', value: 'North' });
    expect(
      north.points.map(({ bucket, value }: { bucket: string; value: number }) => [bucket.slice(0, 7), value]),
    ).toEqual([
      ['2026-01', 4],
      ['2026-02', 6],
      ['2026-07', 8],
    ]);
  });

  it('keeps mappings for the next file', async () => {
    const SAVE = `mutation ($name: String!, $mapping: ObservationMappingInput!, $id: ID, $version: Int) {
      saveObservationMapping(name: $name, mapping: $mapping, id: $id, version: $version) { id name version mapping } }`;
    const mapping = perTime(airline.delay);
    const { saveObservationMapping: saved } = await airline.officer.client.data(SAVE, { name: ' Delays ', mapping });
    expect(saved).toMatchObject({ name: 'Delays', version: 1 });
    expect(await airline.officer.client.errorCode(SAVE, { name: 'delays', mapping })).toBe('VALIDATION');
    const again = { name: 'Daily delays', mapping, id: saved.id, version: 1 };
    expect((await airline.officer.client.data(SAVE, again)).saveObservationMapping).toMatchObject({ version: 2 });
    expect(await airline.officer.client.errorCode(SAVE, again)).toBe('CONFLICT');
    const { observationMappings } = await airline.officer.client.data('{ observationMappings { name mapping } }');
    expect(observationMappings).toEqual([
      { name: 'Daily delays', mapping: expect.objectContaining({ identity: 'slot' }) },
    ]);
    const ARCHIVE =
      'mutation ($id: ID!, $version: Int!) { archiveObservationMapping(id: $id, version: $version) { id } }';
    await airline.officer.client.data(ARCHIVE, { id: saved.id, version: 2 });
    expect((await airline.officer.client.data('{ observationMappings { name } }')).observationMappings).toEqual([]);
  });

  it('keeps mappings to the organisation they are of: elsewhere there is none of that id, to read, change or remove', async () => {
    const SAVE = `mutation ($name: String!, $mapping: ObservationMappingInput!, $id: ID, $version: Int) {
      saveObservationMapping(name: $name, mapping: $mapping, id: $id, version: $version) { id } }`;
    const ARCHIVE = 'mutation ($id: ID!) { archiveObservationMapping(id: $id, version: 1) { id } }';
    const ALL = '{ observationMappings { id name version } }';
    const mapping = perTime(airline.delay);
    const { id } = (await airline.officer.client.data(SAVE, { name: 'Delays', mapping })).saveObservationMapping;
    const other = await Airline.open(application);
    const { client } = other.officer;
    const stolen = { id, version: 1, name: 'Mine', mapping: perTime(other.delay) };
    expect(await client.errorCode(SAVE, stolen)).toBe('NOT_FOUND');
    // Not even whether the version is the right one is told.
    expect(await client.errorCode(SAVE, { ...stolen, version: 7 })).toBe('NOT_FOUND');
    expect(await client.errorCode(ARCHIVE, { id })).toBe('NOT_FOUND');
    expect((await client.data(ALL)).observationMappings).toEqual([]);
    expect((await airline.officer.client.data(ALL)).observationMappings).toEqual([{ id, name: 'Delays', version: 1 }]);
    // A mapping may be kept with any id in it, but reads nothing that is not there for whoever uses it.
    await client.data(SAVE, { name: 'Of others', mapping });
    const fileId = await other.upload('date,delay\n2026-01-05,10\n');
    const { errors } = await client.graphql(START, { fileId, mapping, mode: 'ACCEPT_GOOD' });
    expect(errors?.[0]?.extensions.fields).toEqual([expect.objectContaining({ code: 'metric_unknown' })]);
    expect(JSON.stringify(errors)).not.toContain('Departure delay');
  });

  it('is the programme office’s to bring in and take back; members read series, other organisations see nothing', async () => {
    const { id } = await airline.importMapped('date,delay\n2026-01-05,10\n', perTime(airline.delay));
    const fileId = await airline.upload(FLIGHT);
    const lead = await application.member(airline.organizationId, 'team_lead');
    expect(await lead.client.errorCode(UNDO, { id })).toBe('NOT_FOUND');
    const start = { fileId, mode: 'ACCEPT_GOOD', mapping: perTime(airline.delay) };
    expect(await lead.client.errorCode(START, start)).toBe('NOT_FOUND');
    expect(await lead.client.errorCode(ROWS, { metricId: airline.delay, ...YEAR })).toBe('FORBIDDEN');

    const contributor = await application.member(airline.organizationId, 'contributor');
    const other = await application.member(await application.organization('Other'), 'programme_office');
    expect(await contributor.client.errorCode(LIST)).toBe('FORBIDDEN');
    expect(await contributor.client.errorCode(START, start)).toBe('FORBIDDEN');
    expect(await contributor.client.errorCode(ROWS, { metricId: airline.delay, ...YEAR })).toBe('FORBIDDEN');
    expect(
      await contributor.client.errorCode(SERIES, { metricId: airline.delay, grain: 'DAY', ...YEAR }),
    ).toBeUndefined();
    for (const [query, variables] of [
      [SERIES, { metricId: airline.delay, grain: 'DAY', ...YEAR }],
      [DIMENSIONS, { metricId: airline.delay }],
      [ROWS, { metricId: airline.delay, ...YEAR }],
      [ONE, { id }],
      [PROBLEMS, { importId: id }],
      [UNDO, { id }],
      [START, start],
    ] as const)
      expect(await other.client.errorCode(query, variables)).toBe('NOT_FOUND');
  });
});
