import pg from 'pg';
import { eventually } from '../../../test/eventually.js';
import { startTestApplication, type TestApplication } from '../../../test/test-application.js';
import { Airline, ONE, perTime, START, UNDO } from './airline.factory.js';

const ARCHIVE = `mutation ($id: ID!) { archiveMetric(id: $id, version: 1) { version } }`;
const RESTORE = `mutation ($id: ID!) { restoreMetric(id: $id, version: 2) { version } }`;
/** As many as one process brings in at once. */
const AT_ONCE = 4;
const FILE = 'date,delay\n2026-01-05,10\n2026-01-06,12\n';

describe('while an import of observations runs', () => {
  let application: TestApplication;
  let airline: Airline;
  let holder: pg.Client;

  beforeAll(async () => {
    application = await startTestApplication({ RUN_WORKERS: 'true' });
  });
  /** Somebody else changes observations and takes their time: imports read their files and wait for their turn. */
  beforeEach(async () => {
    airline = await Airline.open(application);
    holder = new pg.Client({ connectionString: application.database.urls.owner });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query(`SELECT pg_advisory_xact_lock(hashtextextended('observations ' || $1::text, 0))`, [
      airline.organizationId,
    ]);
  });
  afterEach(() => holder.end());
  afterAll(() => application.close());

  const client = () => airline.officer.client;
  const start = async (content = FILE, mapping: unknown = perTime(airline.delay)): Promise<string> => {
    const asked = { fileId: await airline.upload(content), mapping, mode: 'ALL_OR_NOTHING' };
    return (await client().data(START, asked)).startObservationImport.id;
  };
  const state = async (id: string): Promise<string> =>
    (await client().data(ONE, { id })).observationImport.state as string;
  const atTheLock = (count: number) =>
    eventually(
      () =>
        application.database.query(
          `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
           AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
        ),
      (found) => found.length === count,
    );
  const ended = (id: string) =>
    eventually(
      () => state(id),
      (now) => !['WAITING', 'RUNNING'].includes(now),
    );
  const gone = (column: string | null) => [
    expect.objectContaining({
      ...{ row: 1, column, code: 'METRIC_ARCHIVED' },
      message: expect.stringContaining('“Departure delay” was archived after this import was started'),
    }),
  ];

  it('its metric is archived: nothing comes into what has left the catalogue, and the refusal says what to do', async () => {
    const id = await start();
    const byName = await start('date,metric,value\n2026-01-05,Departure delay,10\n', {
      ...{ shape: 'ROW_PER_OBSERVATION', identity: 'SLOT' },
      columns: ['TIME', 'METRIC_NAME', 'VALUE'].map((target, column) => ({ target, column })),
    });
    await atTheLock(2);
    await client().data(ARCHIVE, { id: airline.delay });
    await holder.query('ROLLBACK');
    expect([await ended(id), await ended(byName)]).toEqual(['REFUSED', 'REFUSED']);
    expect([await airline.problems(id), await airline.problems(byName)]).toEqual([gone('delay'), gone(null)]);
    expect(await airline.stored()).toEqual([]);

    await client().data(RESTORE, { id: airline.delay });
    expect(await airline.importMapped(FILE, perTime(airline.delay))).toMatchObject({ state: 'COMPLETED', added: 2 });
  });

  it('another waits behind it, and the metric of that one is archived: it is refused before its file is read', async () => {
    const first = [];
    for (let index = 0; index < AT_ONCE; index += 1)
      first.push(await start(`date,wifi\n2026-01-0${index + 1},4\n`, perTime(airline.wifi)));
    await atTheLock(AT_ONCE);
    const id = await start();
    await client().data(ARCHIVE, { id: airline.delay });
    expect(await state(id)).toBe('WAITING');
    await holder.query('ROLLBACK');
    expect(await ended(id)).toBe('REFUSED');
    expect(await airline.problems(id)).toEqual(gone('delay'));
    for (const other of first) expect(await ended(other)).toBe('COMPLETED');
    expect(await airline.stored()).toHaveLength(AT_ONCE);
  });

  it('it is to be taken back: it cannot, until it is whole', async () => {
    const id = await start();
    await atTheLock(1);
    expect(await client().errorCode(UNDO, { id })).toBe('IMPORT_NOT_COMPLETED');
    await holder.query('ROLLBACK');
    expect(await ended(id)).toBe('COMPLETED');
    await airline.undo(id);
    expect(await airline.stored()).toEqual([]);
  });

  it('an earlier one is taken back: the later, which corrects it, stays as it is', async () => {
    await holder.query('ROLLBACK');
    const earlier = await airline.importMapped(FILE, perTime(airline.delay));
    await holder.query('BEGIN');
    await holder.query(`SELECT pg_advisory_xact_lock(hashtextextended('observations ' || $1::text, 0))`, [
      airline.organizationId,
    ]);
    const later = await start('date,delay\n2026-01-05,99\n');
    await atTheLock(1);
    await client().data(UNDO, { id: earlier.id });
    await atTheLock(2);
    await holder.query('ROLLBACK');
    expect(await ended(later)).toBe('COMPLETED');
    await eventually(
      () => state(earlier.id),
      (now) => now === 'UNDONE',
    );
    expect(await airline.stored()).toEqual([{ key: 'delay', value: 99 }]);
  });
});
