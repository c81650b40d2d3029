// Prints how fast the hot paths are, one JSON line per measurement, each as a ratio to a floor of the same run. Asserts
// nothing: machines are shared and noisy.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build, BuildError, ROOT } from './build.mjs';

try {
  await build();
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  console.error(error.message);
  process.exit(1);
}
const { status } = spawnSync(process.execPath, [join(ROOT, 'bench/run.mjs'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
