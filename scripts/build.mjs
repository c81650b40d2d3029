// Builds what is missing or older than its source, through Nx where Nx can run and without it where it cannot: a start
// must not fail because a cache folder belongs to another user or is locked by another process.
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Workspaces in the order in which each finds what it imports already built, with the file that shows that it is. */
const PARTS = [
  { name: '@touchstone/metrics', folder: 'libs/metrics', made: 'dist/index.js' },
  { name: '@touchstone/domain', folder: 'libs/domain', made: 'dist/index.js' },
  { name: '@touchstone/migrations', folder: 'migrations', made: 'dist/index.js' },
  { name: '@touchstone/api', folder: 'apps/api', made: 'dist/main.js' },
  { name: '@touchstone/web', folder: 'apps/web', made: 'dist/index.html' },
];

export class BuildError extends Error {}

/** What cannot work at all, said before anything is tried. */
export function checkPrerequisites() {
  const { engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [needMajor, needMinor] = engines.node.replace(/^>=/, '').split('.').map(Number);
  if (major < needMajor || (major === needMajor && minor < needMinor)) {
    throw new BuildError(`Touchstone needs Node ${needMajor}.${needMinor} or newer; this is ${process.versions.node}.`);
  }
  if (!existsSync(join(ROOT, 'node_modules/nx/package.json'))) {
    throw new BuildError('The packages are not installed yet; run: npm ci');
  }
}

/** Builds the named workspaces and what they stand on. `say` hears what a person waits for. */
export async function build(names, say = () => {}) {
  const wanted = PARTS.filter((part) => hasScript(part, 'build') && (names === undefined || names.includes(part.name)));
  const missing = wanted.filter((part) => !existsSync(join(ROOT, part.folder, part.made)));
  if (missing.some(({ folder }) => !writable(join(ROOT, folder, 'dist')))) {
    throw new BuildError(
      `Touchstone is not built yet and this user may not write in ${ROOT}; build it as the owner of the folder (npm run build) or give it to this user.`,
    );
  }
  if (missing.length > 0) say('Building Touchstone; the first time takes about a minute …');
  await runTarget('build', wanted, say);
}

/** Runs a script of the workspaces, each after what it stands on. */
export async function runTarget(target, parts = PARTS.filter((part) => hasScript(part, target)), say = () => {}) {
  const environment = nxEnvironment();
  if (environment) {
    const outcome = await run(
      process.execPath,
      [nxProgram(), 'run-many', '-t', target, '-p', parts.map((part) => part.name).join(','), '--outputStyle=static'],
      environment,
    );
    if (outcome.code === 0) return;
    if (/Failed tasks:/.test(outcome.output)) throw new BuildError(`${target} failed.\n${lastLines(outcome.output)}`);
    say('Nx cannot be used here; going on without it …');
  }
  await runOneByOne(target, parts);
}

const lastLines = (text) => text.trimEnd().split('\n').slice(-40).join('\n');

function hasScript({ folder }, script) {
  const file = join(ROOT, folder, 'package.json');
  return existsSync(file) && Boolean(JSON.parse(readFileSync(file, 'utf8')).scripts?.[script]);
}

async function runOneByOne(target, parts) {
  for (const part of parts) {
    const made = join(ROOT, part.folder, part.made);
    // Somebody else's build that we may not replace is good enough to run.
    if (target === 'build' && existsSync(made) && !writable(join(ROOT, part.folder, 'dist'))) continue;
    const outcome = await run('npm', ['run', target, '--silent', '-w', part.name], process.env);
    if (outcome.code !== 0) throw new BuildError(`${target} of ${part.name} failed.\n${lastLines(outcome.output)}`);
  }
}

const nxProgram = () => createRequire(import.meta.url).resolve('nx/bin/nx.js', { paths: [ROOT] });

/** Nx without its daemon, its terminal pages and the network; in folders of our own where the usual ones are not ours. */
function nxEnvironment() {
  const environment = {
    ...process.env,
    NX_DAEMON: 'false',
    NX_TUI: 'false',
    NX_NO_CLOUD: 'true',
    NX_ISOLATE_PLUGINS: 'false',
  };
  if (PARTS.some(({ folder }) => existsSync(join(ROOT, folder, 'dist')) && !writable(join(ROOT, folder, 'dist')))) {
    return undefined;
  }
  if (writable(join(ROOT, '.nx')) && readableTree(join(ROOT, '.nx'))) return environment;
  const mark = createHash('sha256')
    .update(`${ROOT}\u0000${process.getuid?.() ?? ''}`)
    .digest('hex')
    .slice(0, 16);
  const folder = join(tmpdir(), `touchstone-nx-${mark}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return {
    ...environment,
    NX_CACHE_DIRECTORY: join(folder, 'cache'),
    NX_WORKSPACE_DATA_DIRECTORY: join(folder, 'workspace-data'),
  };
}

/** Whether this user may write there, or make it where it does not exist yet. */
function writable(path) {
  try {
    accessSync(existsSync(path) ? path : join(path, '..'), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function readableTree(folder) {
  if (!existsSync(folder)) return true;
  return readdirSync(folder, { withFileTypes: true }).every(
    (entry) => !entry.isDirectory() || (writable(join(folder, entry.name)) && filesWritable(join(folder, entry.name))),
  );
}

/** The top level is enough: it is where Nx keeps its database and locks. */
const filesWritable = (folder) =>
  readdirSync(folder, { withFileTypes: true }).every((entry) => !entry.isFile() || writable(join(folder, entry.name)));

/** Runs a program and keeps what it said; the signal that ends us ends it too. */
export function run(program, parameters, environment, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, {
      cwd: ROOT,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...options,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += text));
    let interrupted = false;
    const pass = (signal) => {
      interrupted = true;
      child.kill(signal);
    };
    const signals = ['SIGINT', 'SIGTERM'];
    for (const signal of signals) process.on(signal, pass);
    const settle = (act) => {
      for (const signal of signals) process.off(signal, pass);
      act();
    };
    child.once('error', (error) => settle(() => reject(error)));
    child.once('close', (code, signal) =>
      settle(() => {
        if (interrupted || signal === 'SIGINT' || signal === 'SIGTERM') process.exit(130);
        resolve({ code, output });
      }),
    );
  });
}
