// npm test: every check there is, in the order in which a mistake is cheapest to find. Stops at the first stage that
// fails. The last line is always `N passed, N failed, N skipped`; before it stands what could not be run here.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, BuildError, checkPrerequisites, ROOT, run, runTarget } from './build.mjs';

const RESULTS = join(ROOT, 'test-results');
const LEFT_OUT = join(RESULTS, 'left-out.txt');
// Suites start databases and browsers beside the workers; more workers than this only wait for each other.
const WORKERS = '2';

const program = (path) => join(ROOT, 'node_modules', path);
const node = (path, ...parameters) => [process.execPath, program(path), ...parameters];
const typescript = (project) => node('typescript/bin/tsc', '-p', project);

/** Stages that pass or fail as a whole. */
const checks = [
  { name: 'lint', command: node('eslint/bin/eslint.js', '.'), remedy: 'npx eslint . shows it again' },
  {
    name: 'format',
    command: node('prettier/bin/prettier.cjs', '--check', '.'),
    remedy: 'npm run format puts it right',
  },
  { name: 'types', act: () => runTarget('typecheck') },
  { name: 'types of e2e', command: typescript('e2e/tsconfig.json') },
];

/** Stages whose tests are counted. */
const suites = [
  { name: 'workspace', folder: 'scripts' },
  { name: 'metrics', folder: 'libs/metrics' },
  { name: 'domain', folder: 'libs/domain' },
  { name: 'web', folder: 'apps/web' },
  { name: 'api', folder: 'apps/api' },
  { name: 'browser', folder: 'e2e', workers: '1' },
];

/** Settings of the surrounding shell must not reach what is tested. */
const OURS =
  /^(DATABASE_|SMTP_|REDIS_|TOUCHSTONE_|(HOST|PORT|PUBLIC_URL|DATA_DIR|MAIL_FROM|SECRET_KEY|LOG_LEVEL|RUN_WORKERS|SAMPLE_PROGRAMME|TRUST_PROXY|NODE_ENV)$)/;
for (const key of Object.keys(process.env)) if (OURS.test(key)) delete process.env[key];

const total = { passed: 0, failed: 0, skipped: 0 };
const lines = [];

async function main() {
  checkPrerequisites();
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  if (!(await timed('build', () => runCheck({ act: build })))) return false;
  // Each keeps one core busy and none changes what another reads.
  const looked = await Promise.all(checks.map((check) => timed(check.name, () => runCheck(check))));
  if (looked.includes(false)) return false;
  for (const suite of suites) {
    if (!existsSync(join(ROOT, suite.folder, 'jest.config.mjs'))) continue;
    if (!(await timed(suite.name, () => runSuite(suite)))) return false;
  }
  return true;
}

async function timed(name, act) {
  console.log(`\n▸ ${name}`);
  const started = Date.now();
  const { ok, note } = await act();
  lines.push(
    `${ok ? 'ok  ' : 'FAIL'} ${name.padEnd(14)} ${String(Math.round((Date.now() - started) / 1000)).padStart(4)} s  ${note}`,
  );
  console.log(lines.at(-1));
  return ok;
}

/** A failed check counts as one failed test, so that the last line never looks well when something is not. */
async function runCheck(check) {
  try {
    if (check.act) await check.act();
    else {
      const { code, output } = await run(check.command[0], check.command.slice(1), process.env);
      if (code !== 0) throw new BuildError(`${output.trimEnd()}\n`);
    }
    return { ok: true, note: '' };
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    console.error(error.message);
    total.failed += 1;
    return { ok: false, note: check.remedy ?? '' };
  }
}

async function runSuite({ name, folder, workers = WORKERS }) {
  const report = join(RESULTS, `${name}.json`);
  const { code } = await run(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--no-warnings',
      program('jest/bin/jest.js'),
      '--config',
      join(ROOT, folder, 'jest.config.mjs'),
      '--maxWorkers',
      workers,
      '--ci',
      '--json',
      '--outputFile',
      report,
    ],
    // Workers inherit it; without it they could not load modules.
    {
      ...process.env,
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings`.trim(),
    },
    // Jest writes its report to the file and, with --json, again to standard output; people read standard error.
    { cwd: join(ROOT, folder), stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const counts = readReport(report);
  total.passed += counts.passed;
  total.failed += Math.max(counts.failed, code === 0 ? 0 : 1);
  total.skipped += counts.skipped;
  const note = `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`;
  return { ok: code === 0, note: code === 0 ? note : `${note}; once more: cd ${folder} && npx jest --onlyFailures` };
}

function readReport(file) {
  if (!existsSync(file)) return { passed: 0, failed: 0, skipped: 0 };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  return {
    passed: report.numPassedTests,
    // A suite that could not even be loaded has no tests to count.
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

const started = Date.now();
const ok = await main().catch((error) => {
  console.error(error instanceof BuildError ? error.message : error);
  total.failed += 1;
  return false;
});
console.log(`\n${lines.join('\n')}`);
const minutes = ((Date.now() - started) / 60_000).toFixed(1);
console.log(
  ok
    ? `\nAll stages passed in ${minutes} minutes.`
    : `\nStopped at the first stage that failed, after ${minutes} minutes.`,
);
if (existsSync(LEFT_OUT)) {
  const left = [...new Set(readFileSync(LEFT_OUT, 'utf8').trimEnd().split('\n'))];
  console.log(`\nLeft out on this machine:\n${left.map((line) => `  - ${line}`).join('\n')}`);
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(ok && total.failed === 0 ? 0 : 1);
