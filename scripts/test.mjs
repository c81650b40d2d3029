// Everything that must hold, in the order in which it is quickest to learn that something does not. Stops at the first
// stage that fails; the last lines name what could not be run here, and how many tests passed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const RESULTS = join(ROOT, 'test-results');
const LEFT_OUT = join(RESULTS, 'left-out.txt');
const JEST = ['--experimental-vm-modules', '--no-warnings', join(ROOT, 'node_modules/jest/bin/jest.js')];
const BIN = join(ROOT, 'node_modules/.bin');

const totals = { passed: 0, failed: 0, skipped: 0 };

const stages = [
  { name: 'build', run: () => build(undefined, console.log).then(() => true) },
  {
    name: 'lint',
    run: () => command(join(BIN, 'eslint'), ['.', '--cache', '--cache-location', join(RESULTS, 'eslint/')]),
  },
  { name: 'format', run: () => command(join(BIN, 'prettier'), ['--check', '--log-level', 'warn', '.']) },
  { name: 'types', run: () => command(join(BIN, 'nx'), ['run-many', '-t', 'typecheck', '--output-style=static']) },
  { name: 'libs/metrics', run: () => jest('libs/metrics', 2) },
  { name: 'libs/domain', run: () => jest('libs/domain', 2) },
  { name: 'apps/web', run: () => jest('apps/web', 2) },
  // Each suite starts the application on a database of its own; more than two at once wait for each other.
  { name: 'apps/api', run: () => jest('apps/api', 2) },
  { name: 'e2e', run: () => jest('e2e', 1) },
];

function command(program, args, options = {}) {
  const { status } = spawnSync(program, args, { cwd: ROOT, stdio: 'inherit', env: environment(), ...options });
  return status === 0;
}

/** Settings of the surrounding shell must not reach what is tested. */
function environment() {
  const { DATABASE_URL: _database, REDIS_URL: _redis, ...rest } = process.env;
  return { ...rest, NX_DAEMON: 'false', NX_TUI: 'false' };
}

function jest(folder, workers) {
  const report = join(RESULTS, `${folder.replace('/', '-')}.json`);
  const passed = command(
    process.execPath,
    [...JEST, '--json', `--outputFile=${report}`, `--maxWorkers=${workers}`, '--silent', '--ci'],
    {
      cwd: join(ROOT, folder),
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  if (existsSync(report)) {
    const counted = JSON.parse(readFileSync(report, 'utf8'));
    totals.passed += counted.numPassedTests;
    totals.failed += counted.numFailedTests;
    totals.skipped += counted.numPendingTests + counted.numTodoTests;
  }
  return passed;
}

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
let failed = null;
for (const { name, run } of stages) {
  const started = Date.now();
  console.log(`\n▸ ${name}`);
  const passed = await Promise.resolve()
    .then(run)
    .catch((error) => {
      console.error(error instanceof Error ? error.message : error);
      return false;
    });
  console.log(`${passed ? '✓' : '✗'} ${name}, ${((Date.now() - started) / 1000).toFixed(0)} s`);
  if (!passed) {
    failed = name;
    break;
  }
}

if (failed) console.log(`\nStopped at: ${failed}. What stands above it says why.`);
if (existsSync(LEFT_OUT)) console.log(`\nLeft out on this machine:\n${readFileSync(LEFT_OUT, 'utf8').trim()}`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(failed ? 1 : 0);
