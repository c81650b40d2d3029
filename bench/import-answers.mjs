// How fast answers come in from a CSV file, from asking for the import to its end, against COPY of the same rows into the
// same table.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { withInstallation } from './installation.mjs';
import { printLine } from './print-line.mjs';
import { bestInTurn } from './take-turns.mjs';
import { answersFile, importAnswers, openWave, publishModel, shippedModel } from './waves.mjs';

const ROUNDS = 5;
const RESPONDENTS = 10_000;
const PER_RESPONDENT = 20;
const ANSWERS = RESPONDENTS * PER_RESPONDENT;

const valueOf = (respondent, item) => 1 + ((respondent * 7 + item * 3) % 5);

export async function run(name) {
  await withInstallation(async (installation) => {
    const model = await publishModel(installation, shippedModel());
    const items = model.items.slice(0, PER_RESPONDENT);
    const group = { kind: 'front_line', name: 'Front line', expectedSize: RESPONDENTS };
    const file = answersFile({ items, respondents: RESPONDENTS, groupOf: () => group.name, valueOf });
    const wave = () => openWave(installation, model.modelVersionId, [group]);
    const perSecond = (milliseconds) => (ANSWERS * 1000) / milliseconds;
    const best = await bestInTurn({
      rounds: ROUNDS,
      floor: async () => perSecond(await copy(installation, await wave(), items)),
      candidate: async () => perSecond(await importAnswers(installation, await wave(), file, ANSWERS)),
    });
    printLine({
      name,
      ratio: best.candidate / best.floor,
      goal: 0.3,
      unit: 'answers per second, of those that COPY into the same table takes',
      ...best,
      n: ANSWERS,
    });
  });
}

/** The rows of the answer table alone, in text that is ready to be sent; its constraints are checked as for everybody. */
async function copy({ database, organizationId }, wave, items) {
  const { rows } = await database.query(
    `INSERT INTO submission (organization_id, id, assessment_id, rater_group_id, submitted_on, source, locale)
     SELECT $1, gen_random_uuid(), $2, $3, now()::date, 'import', 'en' FROM generate_series(1, $4) RETURNING id`,
    [organizationId, wave.id, wave.raterGroups[0].id, RESPONDENTS],
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
