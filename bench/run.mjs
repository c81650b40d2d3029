// Runs the measurements, one after the other, or those named: node bench/run.mjs [--only NAME]… (everything built before).
import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { measurements } from './metrics/harness.mjs';

/** Measurements of the whole product, each in a file of its name. */
const PRODUCT = [
  'results-page',
  'journey-map',
  'portfolio',
  'trace',
  'submit-answers',
  'import-answers',
  'ingest-observations',
  'dashboard-flatness',
  'verdicts',
  'near-duplicates',
  'start',
];

const USAGE = 'npm run bench [-- --only NAME]…';

function refuse(reason) {
  console.error(`${reason}\n${USAGE}, where NAME is one of:\n${names.map((name) => `  ${name}`).join('\n')}`);
  process.exit(2);
}

const library = new URL('./metrics/', import.meta.url);
for (const file of readdirSync(library)
  .filter((name) => name.endsWith('.bench.mjs'))
  .toSorted()) {
  await import(new URL(file, library));
}
const names = [...PRODUCT, ...measurements.map(({ name }) => name)];

let only;
try {
  ({ only } = parseArgs({ options: { only: { type: 'string', multiple: true } } }).values);
} catch (error) {
  refuse(error.message);
}
for (const name of only ?? []) if (!names.includes(name)) refuse(`There is no measurement "${name}".`);

const wanted = (name) => only === undefined || only.includes(name);
for (const name of PRODUCT.filter(wanted)) {
  const { run } = await import(`./${name}.mjs`);
  await run(name);
}
for (const { name, run } of measurements) if (wanted(name)) run();
process.exit(0);
