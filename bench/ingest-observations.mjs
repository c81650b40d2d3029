// How fast observations come in from a CSV file, from asking for the import to its end (read, checked, staged, merged, days
// marked), against COPY of the same rows into the same table with its indexes and constraints. And how much memory the
// worker takes for files of several sizes, each with one bad line that must be named while the others come in.
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { ObservationFileService, ObservationImportsReadModel } from '../apps/api/dist/features/observations/index.js';
import { withInstallation } from './installation.mjs';
import { printLine } from './print-line.mjs';
import { bestInTurn } from './take-turns.mjs';
import { withWorker } from './worked.mjs';

const ROUNDS = 2;
const OBSERVATIONS = Number(process.env.BENCH_OBSERVATIONS ?? 1_000_000);
const SIZES = [0.1, 0.3, 1].map((part) => Math.round(part * OBSERVATIONS));
/** Enough for the application and a batch of rows; a worker that gathers rows dies of it. */
const SMALL_HEAP_MEGABYTES = 128;
const PER_PIECE = 2000;
const DAYS = 90;
const CLASSES = ['Business', 'Eco', 'Eco Plus'];
const BEGIN = Date.UTC(2026, 0, 1);

const at = (row) => new Date(BEGIN + (row % (DAYS * 24)) * 3_600_000).toISOString();
const valueOf = (row) => ((row * 7919) % 1000) / 10;

export async function run(name) {
  await withInstallation(
    async (installation) => {
      const perSecond = (milliseconds) => (OBSERVATIONS * 1000) / milliseconds;
      const best = await withWorker(installation, () =>
        bestInTurn({
          rounds: ROUNDS,
          floor: async () => perSecond(await copy(installation, await newMetric(installation))),
          candidate: async () => perSecond(await ingest(installation, await newMetric(installation))),
        }),
      );
      const [megabytes, megabytesInSmallHeap] = [{}, {}];
      for (const size of SIZES) {
        megabytes[size] = await memoryFor(installation, size);
        megabytesInSmallHeap[size] = await memoryFor(installation, size, { heapMegabytes: SMALL_HEAP_MEGABYTES });
      }
      printLine({
        name,
        ratio: best.candidate / best.floor,
        goal: 0.25,
        unit: 'observations per second, of those that COPY into the same table takes',
        ...best,
        n: OBSERVATIONS,
        workerMegabytes: megabytes,
        workerMegabytesInSmallHeap: megabytesInSmallHeap,
      });
    },
    { runWorkers: false },
  );
}

/** What a worker of its own has held at most when a file with one bad line has come in. */
async function memoryFor(installation, size, options) {
  const bad = Math.floor(size / 2);
  const work = async (mostMemory) => {
    const metricId = await newMetric(installation);
    const done = await importFile(installation, metricId, { size, bad, mode: 'accept_good' });
    const { services, principal } = installation;
    const { edges } = await services.get(ObservationImportsReadModel).problems(principal, done.id, 10, null);
    const named = edges.map(({ node }) => `${node.row} ${node.column} ${node.code} ${node.value}`);
    // Rows are counted as a spreadsheet shows them: the first, with the names of columns, is 1.
    if (done.added !== size - 1 || named.join() !== `${bad + 2} delay VALUE_UNREADABLE much`)
      throw new Error(`The bad line was not told apart: ${JSON.stringify({ ...done, named })}`);
    return Math.round((await mostMemory()) / 1e6);
  };
  return withWorker(installation, work, options);
}

/** A metric of its own for every round, so that each finds a table as empty of its rows as the other. */
async function newMetric({ database, organizationId }) {
  const id = randomUUID();
  await database.query('DELETE FROM observation');
  await database.query('VACUUM ANALYZE observation');
  await database.query('INSERT INTO metric (organization_id, id, key, name) VALUES ($1, $2, $3, $3)', [
    organizationId,
    id,
    `delay_${id.replaceAll('-', '')}`,
  ]);
  await database.query(
    `INSERT INTO metric_version (organization_id, metric_id, number, valid_from, class, category, aggregation, unit, direction)
     VALUES ($1, $2, 1, '2000-01-01', 'state', 'operational', 'mean', 'minutes', 'lower')`,
    [organizationId, id],
  );
  return id;
}

async function* pieces(size, line, header = '') {
  yield header;
  for (let from = 0; from < size; from += PER_PIECE) {
    let text = '';
    for (let row = from; row < Math.min(size, from + PER_PIECE); row += 1) text += line(row);
    yield text;
  }
}

async function ingest(installation, metricId) {
  const done = await importFile(installation, metricId, { size: OBSERVATIONS, mode: 'all_or_nothing' });
  if (done.added !== OBSERVATIONS) throw new Error(`The import ended otherwise: ${JSON.stringify(done)}`);
  return done.milliseconds;
}

async function importFile(installation, metricId, { size, mode, bad = null }) {
  const { services, principal } = installation;
  const imports = services.get(ObservationFileService);
  const line = (row) => `${at(row)},${row},${CLASSES[row % 3]},${row === bad ? 'much' : valueOf(row)}\n`;
  const asked = {
    name: 'delays.csv',
    mode,
    said: { columns: ['class=segment'] },
    mapping: {
      shape: 'row_per_observation',
      identity: 'key',
      metricId,
      columns: [
        { column: 0, target: 'time' },
        { column: 1, target: 'key' },
        { column: 3, target: 'value' },
      ],
    },
    content: Readable.from(pieces(size, line, 'time,ticket,class,delay\n')).map((text) => Buffer.from(text)),
  };
  const prepared = await imports.prepare(principal, asked);
  const start = performance.now();
  const { id } = await imports.start(principal, asked, prepared);
  const done = await ended(installation, id);
  const milliseconds = performance.now() - start;
  await rolledUp(installation);
  return { ...done, milliseconds };
}

async function ended({ services, principal }, id) {
  const reads = services.get(ObservationImportsReadModel);
  for (;;) {
    const current = await reads.one(principal, id);
    if (current.state !== 'waiting' && current.state !== 'running') return current;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Roll-ups follow in a job of their own; a floor that is timed beside them would be slower than it is. */
async function rolledUp({ database }) {
  for (;;) {
    const { rows } = await database.query(`SELECT 1 FROM job WHERE state IN ('waiting', 'active') LIMIT 1`);
    if (rows.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** In text that is ready to be sent, in the order of time in which a COPY is likely to be given; keys are random. */
async function copy({ database, organizationId }, metricId) {
  for (const month of ['2026-01-01', '2026-02-01', '2026-03-01'])
    await database.query('SELECT add_observation_month($1::date)', [month]);
  await database.query(
    `INSERT INTO segment_set (organization_id, id, pairs) VALUES ($1, 0, '{}') ON CONFLICT DO NOTHING`,
    [organizationId],
  );
  const ready = [];
  for await (const text of pieces(
    OBSERVATIONS,
    (row) => `${organizationId}\t${metricId}\t${at(row)}\t${randomUUID()}\t0\t${valueOf(row)}\t1\n`,
  ))
    ready.push(text);
  const start = performance.now();
  await pipeline(
    Readable.from(ready),
    database.query(
      copyFrom(
        'COPY observation (organization_id, metric_id, observed_at, natural_key, segment_set_id, value, n) FROM STDIN',
      ),
    ),
  );
  return performance.now() - start;
}
