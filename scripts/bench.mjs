// Prints how fast the hot paths are, one JSON line per measurement, each as a ratio to a floor of the same run. Asserts
// nothing: machines are shared and noisy.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build, ROOT } from './build.mjs';

await build(['@touchstone/metrics']);
const { status } = spawnSync(process.execPath, [join(ROOT, 'bench/metrics/run.mjs'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
