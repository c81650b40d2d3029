// How fast 200,000 answers come in from a CSV file, from asking for the import to its end, against COPY of the same rows
// into the same table. Both are timed in turn on one database; one JSON line is printed and nothing is asserted.
//   node bench/import-answers.mjs [answers]        (the API built before)
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { AppModule } from '../apps/api/dist/app.module.js';
import { AssessmentCommands } from '../apps/api/dist/features/assessments/index.js';
import { ImportFileService } from '../apps/api/dist/features/imports/index.js';
import { ModelLibraryService } from '../apps/api/dist/features/models/index.js';
import { ProvisioningService } from '../apps/api/dist/features/organisation/index.js';
import { readConfig } from '../apps/api/dist/platform/config/config.js';
import { migrate } from '../apps/api/dist/platform/database/database.js';
import { startEmbeddedPostgres } from '../apps/api/dist/platform/database/embedded/embedded-postgres.js';
import { createMetrics } from '../apps/api/dist/platform/http/metrics.js';
import { createLogger, NestLogger } from '../apps/api/dist/platform/logging/logger.js';

const ROUNDS = 5;
const PER_RESPONDENT = 20;
const MODEL = new URL('../models/easy-experience-maturity.yaml', import.meta.url);
const DAY = 24 * 3600 * 1000;

const answers = Number(process.argv[2] ?? 200_000);
const respondents = Math.round(answers / PER_RESPONDENT);
const valueOf = (respondent, item) => 1 + ((respondent * 7 + item * 3) % 5);

const directory = mkdtempSync(join(tmpdir(), 'touchstone-bench-'));
const cluster = await startEmbeddedPostgres({ directory, throwaway: true });
const urls = { owner: cluster.url, app: cluster.url, worker: cluster.url };
await migrate(urls);
const logger = createLogger('error');
const config = {
  ...readConfig({ NODE_ENV: 'test', DATA_DIR: directory }),
  secretKey: 'a secret key for this run alone, 32+',
};
const app = await NestFactory.createApplicationContext(
  AppModule.forRoot({ config, urls, logger, metrics: createMetrics() }),
  { logger: new NestLogger(logger), abortOnError: false },
);
// The floor is nobody's: no row-level security stands before its COPY.
const database = new pg.Client({ connectionString: cluster.superuserUrl.replace(/\/[^/]+$/, '/touchstone') });
await database.connect();

try {
  const organizationId = await app
    .get(ProvisioningService)
    .createOrganization({ name: 'Bench', timeZone: 'UTC' }, 'bench');
  const principal = { kind: 'system', organizationId, name: 'bench' };
  const { modelVersionId, items } = await publishedModel(principal);
  const floor = [];
  const candidate = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    floor.push(await copy(organizationId, await openWave(principal, modelVersionId), items));
    candidate.push(await importFile(principal, await openWave(principal, modelVersionId), items));
  }
  const [best, bestFloor] = [candidate, floor].map((times) => Math.min(...times));
  const digits = (value) => Number(value.toPrecision(4));
  console.log(
    JSON.stringify({
      name: 'import-answers',
      ratio: digits(bestFloor / best),
      goal: 0.3,
      unit: 'throughput of COPY into the same table',
      candidate: digits(best),
      floor: digits(bestFloor),
      n: respondents * PER_RESPONDENT,
    }),
  );
} finally {
  await app.close();
  await database.end();
  await cluster.stop();
  rmSync(directory, { recursive: true, force: true });
}
process.exit(0);

async function publishedModel(principal) {
  const library = app.get(ModelLibraryService);
  const imported = await library.importModel(principal, readFileSync(MODEL, 'utf8'));
  await library.publish(principal, imported.modelVersion.id);
  const { rows } = await database.query(
    `SELECT node_id FROM model_node WHERE model_version_id = $1 AND node_kind = 'item' ORDER BY position LIMIT $2`,
    [imported.modelVersion.id, PER_RESPONDENT],
  );
  return { modelVersionId: imported.modelVersion.id, items: rows.map((row) => row.node_id) };
}

async function openWave(principal, modelVersionId) {
  const commands = app.get(AssessmentCommands);
  const now = Date.now();
  const day = (offset) => new Date(now + offset * DAY).toISOString().slice(0, 10);
  const wave = await commands.create(
    principal,
    {
      name: `Wave ${now}`,
      purpose: 'Timing',
      modelVersionId,
      scopeKind: 'organization',
      periodStart: day(-30),
      periodEnd: day(30),
      deadline: new Date(now + 7 * DAY),
      anonymity: 'anonymous',
      raterGroups: [{ kind: 'front_line', name: 'Front line', expectedSize: respondents }],
    },
    null,
  );
  return commands.take(principal, 'open', wave.id, wave.version);
}

/** From asking to the end of the job: queue, reading, checking, storing. */
async function importFile(principal, wave, items) {
  const service = app.get(ImportFileService);
  const lines = [`key,group,${items.join(',')}\n`];
  for (let respondent = 0; respondent < respondents; respondent += 1)
    lines.push(`E${respondent},Front line,${items.map((_, item) => valueOf(respondent, item)).join(',')}\n`);
  const content = Readable.from([Buffer.from(lines.join(''))]);
  const asked = { assessmentId: wave.id, name: 'answers.csv', content, mode: 'all_or_nothing' };
  const prepared = await service.prepare(principal, asked);
  const start = performance.now();
  const { id } = await service.start(principal, asked, prepared);
  const finished = await service.wait(principal, id);
  const time = performance.now() - start;
  if (finished.answers !== respondents * PER_RESPONDENT)
    throw new Error(`The import came to ${JSON.stringify(finished)}.`);
  return time;
}

/** The rows of the answer table alone, in text that is ready to be sent; its constraints are checked as for everybody. */
async function copy(organizationId, wave, items) {
  const { rows } = await database.query(
    `INSERT INTO submission (organization_id, id, assessment_id, rater_group_id, submitted_on, source, locale)
     SELECT $1, gen_random_uuid(), $2, $3, now()::date, 'import', 'en' FROM generate_series(1, $4) RETURNING id`,
    [organizationId, wave.id, wave.raterGroups[0].id, respondents],
  );
  const lines = rows.map(({ id }, respondent) =>
    items.map((item, index) => `${organizationId}\t${id}\t${item}\t${valueOf(respondent, index)}\tf\n`).join(''),
  );
  const pieces = [];
  for (let at = 0; at < lines.length; at += 200) pieces.push(lines.slice(at, at + 200).join(''));
  const start = performance.now();
  await pipeline(
    Readable.from(pieces),
    database.query(copyFrom('COPY answer (organization_id, submission_id, item_id, value, not_applicable) FROM STDIN')),
  );
  return performance.now() - start;
}
