import pg from 'pg';
import { ApplicationWorkers } from '../../../test/application-workers.js';
import { eventually } from '../../../test/eventually.js';
import { addMetric } from '../../../test/metrics.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';
import { upload } from '../../../test/upload.js';

const START = `mutation ($fileId: ID!, $mapping: ObservationMappingInput!) {
  startObservationImport(fileId: $fileId, mapping: $mapping, mode: ALL_OR_NOTHING) { id } }`;
const ONE = 'query ($id: ID!) { observationImport(id: $id) { state added repeated corrected rowsRead } }';
const ROWS = 420;
/** Over a year: more days than one transaction recomputes. */
const STEP_MS = 23 * 3_600_000;
const BEGIN = Date.UTC(2025, 0, 1);
const CLASSES = ['Business', 'Eco', 'Eco Plus'];

const FILE = `time,ticket,class,boarding,delay\n${Array.from({ length: ROWS }, (_, row) =>
  [new Date(BEGIN + row * STEP_MS).toISOString(), row, CLASSES[row % 3], row % 11, (row * 7919) % 100].join(),
).join('\n')}\n`;

describe('observations, where a process is killed', () => {
  let application: TestApplication;
  let officer: TestMember;
  let organizationId: string;
  let metricIds: string[];
  let holder: pg.Client;
  let calm: unknown[] | undefined;
  const workers = new ApplicationWorkers(() => application);

  beforeAll(async () => {
    application = await startTestApplication();
  });
  beforeEach(async () => {
    ({ organizationId, officer, metricIds } = await airline());
    holder = new pg.Client({ connectionString: application.database.urls.owner, application_name: 'holder' });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query(`SELECT set_config('app.organization_id', $1, true)`, [organizationId]);
  });
  afterEach(async () => {
    await workers.killAll();
    await holder.end();
  });
  afterAll(() => application.close());

  const airline = async () => {
    const id = await application.organization('Airline');
    await application.database.query(`UPDATE organization SET time_zone = 'Europe/Berlin' WHERE id = $1`, [id]);
    const ids = [];
    for (const key of ['boarding', 'delay']) ids.push(await addMetric(application.database, id, { key }));
    return {
      organizationId: id,
      officer: await application.member(id, 'programme_office'),
      // In the order in which they are recomputed.
      metricIds: ids.sort(),
    };
  };
  const start = async (by: TestMember, metrics: readonly string[], content = FILE): Promise<string> => {
    const mapping = {
      shape: 'COLUMN_PER_METRIC',
      identity: 'KEY',
      columns: [
        { column: 0, target: 'TIME' },
        { column: 1, target: 'KEY' },
        { column: 2, target: 'SEGMENT', dimension: 'class' },
        { column: 3, target: 'METRIC', metricId: metrics[0] },
        { column: 4, target: 'METRIC', metricId: metrics[1] },
      ],
    };
    const fileId = await upload(by.client, content, 'flights.csv');
    return (await by.client.data(START, { fileId, mapping })).startObservationImport.id;
  };
  const imported = async (id: string) => (await officer.client.data(ONE, { id })).observationImport;
  const ended = (id: string) =>
    eventually(
      () => imported(id),
      ({ state }) => state === 'COMPLETED',
      40_000,
    );
  const settled = (of: string) =>
    eventually(
      () =>
        application.database.query(
          `SELECT metric_id FROM dirty_bucket WHERE organization_id = $1
           UNION ALL SELECT id FROM job WHERE organization_id = $1 AND state NOT IN ('completed', 'dead')`,
          [of],
        ),
      (left) => left.length === 0,
      40_000,
    );
  /** A statement of a worker waits for the holder's lock. */
  const waiting = (statement: string) =>
    eventually(
      () =>
        application.database.query<{ query: string }>(
          `SELECT query FROM pg_stat_activity
           WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE $1`,
          [`%${statement}%`],
        ),
      (found) => found.length > 0,
      30_000,
    );
  const counted = async (of = organizationId) => {
    const [row] = await application.database.query<Record<string, number>>(
      `SELECT (SELECT count(*)::int FROM observation WHERE organization_id = $1) AS observations,
         (SELECT count(*)::int FROM rollup WHERE organization_id = $1) AS rollups,
         (SELECT count(*)::int FROM dirty_bucket WHERE organization_id = $1) AS marks`,
      [of],
    );
    return row!;
  };
  const rollups = (of: string) =>
    application.database.query(
      `SELECT m.key, r.grain, s.pairs, r.bucket, r.observations, r.n, r.sum, r.sum_of_squares, r.minimum, r.maximum,
         r.last_value, r.last_at, r.counts
       FROM rollup r JOIN segment_set s ON s.organization_id = r.organization_id AND s.id = r.segment_set_id
       JOIN metric m ON m.organization_id = r.organization_id AND m.id = r.metric_id
       WHERE r.organization_id = $1 ORDER BY m.key, r.grain, s.pairs::text, r.bucket`,
      [of],
    );
  const markAllDays = () =>
    application.database.query(
      `INSERT INTO dirty_bucket (organization_id, metric_id, day)
       SELECT DISTINCT organization_id, metric_id, (observed_at AT TIME ZONE 'UTC')::date FROM observation
       WHERE organization_id = $1`,
      [organizationId],
    );
  const askToRecompute = () =>
    application.database.query(
      `WITH entry AS (INSERT INTO job (organization_id, id, name, payload)
         VALUES ($1, gen_random_uuid(), 'recompute-rollups', '{}') RETURNING id)
       INSERT INTO outbox (organization_id, id, job_id, name)
       SELECT $1, gen_random_uuid(), id, 'recompute-rollups' FROM entry`,
      [organizationId],
    );
  /** What the same file gives where nothing goes wrong; another organisation has it brought in, once for all that compare. */
  const undisturbed = async () => {
    if (!calm) {
      const there = await airline();
      await start(there.officer, there.metricIds);
      await settled(there.organizationId);
      calm = await rollups(there.organizationId);
      expect(calm.length).toBeGreaterThan(ROWS);
    }
    return calm;
  };

  it('an import killed while it merges leaves nothing, and another brings all of it in, once', async () => {
    // The last day is being marked by somebody who has not committed: the merge has stored its rows and waits.
    const last = new Date(BEGIN + (ROWS - 1) * STEP_MS).toISOString().slice(0, 10);
    await holder.query('INSERT INTO dirty_bucket (organization_id, metric_id, day) VALUES ($1, $2, $3)', [
      organizationId,
      metricIds[1],
      last,
    ]);
    const id = await start(officer, metricIds);
    const first = await workers.start();
    await waiting('INSERT INTO observation ');
    await workers.end(first, 'SIGKILL');
    await holder.query('ROLLBACK');
    await eventually(
      () =>
        application.database.query(
          `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%INSERT INTO observation %'
           AND state <> 'idle' AND pid <> pg_backend_pid()`,
        ),
      (left) => left.length === 0,
    );
    expect(await counted()).toEqual({ observations: 0, rollups: 0, marks: 0 });
    expect((await imported(id)).state).toBe('RUNNING');

    await workers.start();
    expect(await ended(id)).toMatchObject({ added: 2 * ROWS, repeated: 0, corrected: 0, rowsRead: ROWS });
    await settled(organizationId);
    expect((await counted()).observations).toBe(2 * ROWS);
    expect(await rollups(organizationId)).toEqual(await undisturbed());
  }, 120_000);

  it('a worker killed while it recomputes leaves its marks, and another makes what a full recompute gives', async () => {
    const id = await start(officer, metricIds);
    const first = await workers.start();
    await ended(id);
    await settled(organizationId);
    const whole = await rollups(organizationId);
    // Everything is to be computed anew, and every number was spoilt: what is not computed shows.
    await application.database.query('UPDATE rollup SET sum = sum + 1 WHERE organization_id = $1', [organizationId]);
    await holder.query(
      `SELECT 1 FROM rollup WHERE organization_id = $1 AND metric_id = $2 AND grain = 'month'
       AND bucket = '2026-01-31T23:00Z' FOR UPDATE`,
      [organizationId, metricIds[1]],
    );
    await markAllDays();
    await askToRecompute();
    // It has finished one metric and part of the other, and is in the middle of the next part.
    await waiting('DELETE FROM rollup');
    const { marks } = await counted();
    expect(marks).toBeGreaterThan(0);
    expect(marks).toBeLessThan(Math.ceil(((ROWS - 1) * STEP_MS) / 86_400_000));
    await workers.end(first, 'SIGKILL');
    await holder.query('ROLLBACK');

    await workers.start();
    await settled(organizationId);
    expect(await rollups(organizationId)).toEqual(whole);
    expect(whole).toEqual(await undisturbed());
  }, 120_000);

  it('two workers at once, with the same days to recompute, give one result', async () => {
    await Promise.all([workers.start(), workers.start()]);
    const id = await start(officer, metricIds);
    await ended(id);
    await settled(organizationId);
    const whole = await rollups(organizationId);
    await application.database.query('UPDATE rollup SET sum = sum + 1 WHERE organization_id = $1', [organizationId]);
    await markAllDays();
    for (let job = 0; job < 6; job += 1) await askToRecompute();
    await settled(organizationId);
    expect(await rollups(organizationId)).toEqual(whole);
  }, 120_000);

  it('two imports of one file at once bring it in once, and the later repeats it', async () => {
    // Both have read the file and wait for their turn before either merges.
    await holder.query(`SELECT pg_advisory_xact_lock(hashtextextended('observations ' || $1::text, 0))`, [
      organizationId,
    ]);
    await Promise.all([workers.start(), workers.start()]);
    const ids = [await start(officer, metricIds), await start(officer, metricIds)];
    await eventually(
      () =>
        application.database.query(
          `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
           AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
        ),
      (found) => found.length === 2,
      30_000,
    );
    await holder.query('ROLLBACK');
    const outcomes = [await ended(ids[0]!), await ended(ids[1]!)].sort((one, other) => one.added - other.added);
    expect(outcomes).toEqual([
      { state: 'COMPLETED', added: 0, repeated: 2 * ROWS, corrected: 0, rowsRead: ROWS },
      { state: 'COMPLETED', added: 2 * ROWS, repeated: 0, corrected: 0, rowsRead: ROWS },
    ]);
    await settled(organizationId);
    expect((await counted()).observations).toBe(2 * ROWS);
    expect(await rollups(organizationId)).toEqual(await undisturbed());
  }, 120_000);
});
