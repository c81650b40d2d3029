// Proves that each boundary of docs/adr/0002-boundaries.md bites, on the configuration that `npm run lint` uses.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** [what, file the import stands in, what it imports] */
const FORBIDDEN = [
  ['metrics → domain', 'libs/metrics/src/probe.ts', '@touchstone/domain'],
  ['metrics → api', 'libs/metrics/src/probe.ts', '../../../apps/api/src/platform/config/config.js'],
  ['domain → api', 'libs/domain/src/probe.ts', '../../../apps/api/src/platform/config/config.js'],
  ['domain → migrations', 'libs/domain/src/probe.ts', '@touchstone/migrations'],
  ['domain → a framework', 'libs/domain/src/probe.ts', '@nestjs/common'],
  ['metrics → the machine', 'libs/metrics/src/probe.ts', 'node:fs'],
  ['migrations → domain', 'migrations/src/probe.ts', '@touchstone/domain'],
  ['migrations → api', 'migrations/src/probe.ts', '../../apps/api/src/platform/database/database.js'],
  ['platform → feature', 'apps/api/src/platform/probe.ts', '../features/identity/index.js'],
  ['platform → root', 'apps/api/src/platform/probe.ts', '../entities.js'],
  ['feature → inside of another', 'apps/api/src/features/models/probe.ts', '../identity/password.js'],
  ['feature → root', 'apps/api/src/features/models/probe.ts', '../../entities.js'],
  ['feature → migrations', 'apps/api/src/features/models/probe.ts', '@touchstone/migrations'],
  ['api → web', 'apps/api/src/probe.ts', '../../web/src/api/client.js'],
  ['web → api', 'apps/web/src/features/models/probe.ts', '../../../../api/src/platform/config/config.js'],
  ['web root → api', 'apps/web/src/probe.ts', '../../api/src/entities.js'],
  ['web → migrations', 'apps/web/src/probe.ts', '@touchstone/migrations'],
  ['web feature → inside of another', 'apps/web/src/features/models/probe.ts', '../jobs/routes.js'],
  ['design system → feature', 'apps/web/src/ui/probe.ts', '../features/jobs/routes.js'],
  ['respondent’s page → application', 'apps/web/src/respond/probe.ts', '../session/session.js'],
  ['production → test application', 'apps/api/src/features/models/probe.ts', '../../../test/test-application.js'],
  ['production → spec', 'libs/domain/src/probe.ts', './anonymity/suppression.spec.js'],
  ['production → factory', 'libs/domain/src/probe.ts', './maturity-model/maturity-model.factory.js'],
  ['end-to-end → inside of the api', 'e2e/specs/probe.e2e-spec.ts', '../../apps/api/src/platform/config/config.js'],
];

const ALLOWED = [
  ['domain → metrics', 'libs/domain/src/probe.ts', '@touchstone/metrics'],
  ['platform → libraries', 'apps/api/src/platform/probe.ts', '@touchstone/domain'],
  ['feature → platform', 'apps/api/src/features/models/probe.ts', '../../platform/config/config.js'],
  ['feature → door of another', 'apps/api/src/features/models/probe.ts', '../identity/index.js'],
  ['feature → itself', 'apps/api/src/features/identity/probe.ts', './password.js'],
  ['feature → package', 'apps/api/src/features/models/probe.ts', '@nestjs/common'],
  ['root → migrations', 'apps/api/src/probe.ts', '@touchstone/migrations'],
  ['test → inside of a feature', 'apps/api/src/features/models/probe.int-spec.ts', '../identity/password.js'],
  ['test → test application', 'apps/api/src/features/models/probe.e2e-spec.ts', '../../../test/test-application.js'],
  ['web feature → design system', 'apps/web/src/features/models/probe.ts', '../../ui/csv.js'],
  ['web → domain', 'apps/web/src/probe.ts', '@touchstone/domain'],
];

const verdicts = lint([...FORBIDDEN, ...ALLOWED]);

describe('import boundaries', () => {
  it.each(FORBIDDEN)('forbid %s', (_what, file, source) => {
    expect(verdicts.get(`${file} ${source}`)).toEqual(expect.arrayContaining([expect.stringMatching(/\S/)]));
  });
  it.each(ALLOWED)('allow %s', (_what, file, source) => {
    expect(verdicts.get(`${file} ${source}`)).toEqual([]);
  });
});

describe('features', () => {
  it.each(['apps/api/src/features', 'apps/web/src/features'])(
    'of %s do not import each other in a circle',
    (folder) => {
      const graph = new Map();
      for (const feature of directories(join(ROOT, folder))) {
        graph.set(feature, importsOf(join(ROOT, folder, feature)));
      }
      expect(graph.size).toBeGreaterThan(5);
      expect(circleIn(graph)).toBeNull();
    },
  );

  it('in a circle would be found', () => {
    const graph = new Map([
      ['a', new Set(['b'])],
      ['b', new Set(['c'])],
      ['c', new Set(['b'])],
    ]);
    expect(circleIn(graph)).toEqual(['b', 'c', 'b']);
  });
});

/** The plugin's findings for one import at a time, made in a process of its own so that the plugins load as they do in lint. */
function lint(cases) {
  const program = `
    import { ESLint } from 'eslint';
    const eslint = new ESLint({ cwd: ${JSON.stringify(ROOT)} });
    const answers = [];
    for (const [, filePath, source] of JSON.parse(process.argv[1])) {
      const [result] = await eslint.lintText(\`import '\${source}';\\n\`, { filePath });
      if (!result) throw new Error(filePath + ' is not linted at all.');
      const broken = result.messages.filter(({ fatal }) => fatal);
      if (broken.length > 0) throw new Error(filePath + ': ' + broken[0].message);
      answers.push([filePath + ' ' + source, result.messages.filter(({ ruleId }) => ruleId === 'boundaries/dependencies' || ruleId === 'no-restricted-imports').map(({ message }) => message)]);
    }
    process.stdout.write('\\u0000' + JSON.stringify(answers));
  `;
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', program, JSON.stringify(cases)],
    { cwd: ROOT, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } },
  );
  if (status !== 0) throw new Error(stderr);
  return new Map(JSON.parse(stdout.slice(stdout.indexOf('\u0000') + 1)));
}

const directories = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

/** The sibling features that the files of a feature import, types included; what only its tests import does not count. */
function importsOf(folder) {
  const siblings = new Set();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name) || /spec\.tsx?$|\.factory\.ts$/.test(entry.name)) continue;
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
    for (const [, sibling] of text.matchAll(/(?:from|import)\s*\(?\s*'\.\.\/([a-z-]+)\/index\.js'/g))
      siblings.add(sibling);
  }
  return siblings;
}

/** One circle as the names along it, or null. */
function circleIn(graph) {
  const done = new Set();
  const visit = (name, path) => {
    const at = path.indexOf(name);
    if (at >= 0) return [...path.slice(at), name];
    if (done.has(name)) return null;
    for (const next of graph.get(name) ?? []) {
      const circle = visit(next, [...path, name]);
      if (circle) return circle;
    }
    done.add(name);
    return null;
  };
  for (const name of graph.keys()) {
    const circle = visit(name, []);
    if (circle) return circle;
  }
  return null;
}
