// Runs every measurement of the library: node bench/metrics/run.mjs (the library built before).
import { readdirSync } from 'node:fs';

const here = new URL('.', import.meta.url);
for (const file of readdirSync(here)
  .filter((name) => name.endsWith('.bench.mjs'))
  .toSorted()) {
  await import(new URL(file, here));
}
