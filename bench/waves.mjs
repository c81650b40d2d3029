// Models, waves and answers for measurements, made by the product's own services.
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { AssessmentCommands } from '../apps/api/dist/features/assessments/index.js';
import { ImportFileService } from '../apps/api/dist/features/imports/index.js';
import { ModelLibraryService } from '../apps/api/dist/features/models/index.js';

const SHIPPED = new URL('../models/easy-experience-maturity.yaml', import.meta.url);
const DAY = 24 * 3600 * 1000;

export const shippedModel = () => readFileSync(SHIPPED, 'utf8');

/** Imports and publishes a model; gives its version and its items in order. */
export async function publishModel({ services, principal, database }, source) {
  const library = services.get(ModelLibraryService);
  const { modelVersion, problems } = await library.importModel(principal, source);
  if (!modelVersion) throw new Error(`The model was refused: ${JSON.stringify(problems)}`);
  await library.publish(principal, modelVersion.id);
  const { rows } = await database.query(
    `SELECT node_id FROM model_node WHERE model_version_id = $1 AND node_kind = 'item' ORDER BY position`,
    [modelVersion.id],
  );
  return { modelVersionId: modelVersion.id, items: rows.map((row) => row.node_id) };
}

export async function openWave({ services, principal }, modelVersionId, raterGroups) {
  const commands = services.get(AssessmentCommands);
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
      raterGroups,
    },
    null,
  );
  return commands.take(principal, 'open', wave.id, wave.version);
}

/** A file of one row per respondent; `groupOf` and `valueOf` say what stands in it. */
export function answersFile({ items, respondents, groupOf, valueOf }) {
  const lines = [`key,group,${items.join(',')}\n`];
  for (let respondent = 0; respondent < respondents; respondent += 1) {
    const values = items.map((_, item) => valueOf(respondent, item));
    lines.push(`E${respondent},${groupOf(respondent)},${values.join(',')}\n`);
  }
  return Buffer.from(lines.join(''));
}

/** From asking to the end of the job: queue, reading, checking, storing. Gives the milliseconds that took. */
export async function importAnswers({ services, principal }, wave, file, answers) {
  const service = services.get(ImportFileService);
  const asked = {
    assessmentId: wave.id,
    name: 'answers.csv',
    content: Readable.from([file]),
    mode: 'all_or_nothing',
  };
  const prepared = await service.prepare(principal, asked);
  const start = performance.now();
  const { id } = await service.start(principal, asked, prepared);
  const finished = await service.wait(principal, id);
  const time = performance.now() - start;
  if (finished.answers !== answers) throw new Error(`The import came to ${JSON.stringify(finished)}.`);
  return time;
}
