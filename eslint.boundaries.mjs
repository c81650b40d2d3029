// Who may import whom: docs/adr/0002-boundaries.md, as lint errors. What is not allowed here is forbidden. That features
// do not import each other in a circle is checked by scripts/boundaries.spec.mjs, which also proves that each rule bites.
import boundaries from 'eslint-plugin-boundaries';

const LIBS = ['metrics', 'domain'];
const API = ['platform', 'feature', 'api-root'];
const WEB_GROUND = ['web-api', 'web-i18n', 'web-session', 'web-ui'];
const WEB = [...WEB_GROUND, 'web-shell', 'web-feature', 'web-root', 'respond'];

/** The first that fits a file names it. */
const elements = [
  { type: 'migrations', pattern: 'migrations' },
  { type: 'metrics', pattern: 'libs/metrics' },
  { type: 'domain', pattern: 'libs/domain' },
  { type: 'platform', pattern: 'apps/api/src/platform' },
  { type: 'feature', pattern: 'apps/api/src/features/*', capture: ['name'] },
  { type: 'api-test', pattern: 'apps/api/test' },
  { type: 'api-root', pattern: 'apps/api' },
  { type: 'web-api', pattern: 'apps/web/src/api' },
  { type: 'web-i18n', pattern: 'apps/web/src/i18n' },
  { type: 'web-session', pattern: 'apps/web/src/session' },
  { type: 'web-ui', pattern: 'apps/web/src/ui' },
  { type: 'web-shell', pattern: 'apps/web/src/shell' },
  { type: 'web-feature', pattern: 'apps/web/src/features/*', capture: ['name'] },
  { type: 'respond', pattern: 'apps/web/src/respond' },
  { type: 'web-root', pattern: 'apps/web' },
  { type: 'e2e', pattern: 'e2e' },
];

const from = (types, ...to) => ({
  from: { element: { types: { anyOf: [types].flat() } } },
  allow: { to: { element: { types: { anyOf: to.flat() } } } },
});

const fromTestsOf = (types, ...to) => {
  const policy = from(types, ...to);
  return { ...policy, from: { ...policy.from, file: { categories: 'test' } } };
};

/** One feature reaches another through its door. */
const throughTheDoor = (type) => ({
  from: { element: { types: type } },
  allow: { to: { element: { types: type }, file: { categories: 'door' } } },
});
const within = (type) => ({
  from: { element: { types: type } },
  allow: { to: { element: { types: type, captured: { name: '{{ from.element.captured.name }}' } } } },
});

const policies = [
  from('migrations', 'migrations'),
  from('metrics', 'metrics'),
  from('domain', LIBS),
  from('platform', 'platform', LIBS),
  // The embedded queue and schema are brought up to date by the platform, which is therefore the one that runs migrations.
  from('platform', 'migrations'),
  from('feature', 'platform', LIBS),
  within('feature'),
  throughTheDoor('feature'),
  from('api-root', API, LIBS, 'migrations'),
  from(WEB_GROUND, WEB_GROUND, LIBS),
  from('web-shell', 'web-shell', WEB_GROUND, LIBS),
  from('web-feature', 'web-shell', WEB_GROUND, LIBS),
  within('web-feature'),
  throughTheDoor('web-feature'),
  from('web-root', WEB, LIBS),
  // The respondent's page is a bundle of its own that stays small because nothing of the application comes along.
  from('respond', 'respond', LIBS),
  {
    from: { element: { types: 'respond' } },
    allow: { to: { element: { types: 'web-ui' }, file: { categories: 'style' } } },
  },
  { disallow: { to: { file: { categories: 'test' } } }, message: 'Production code never imports what only tests use.' },
  // A test may look behind every door of its own side.
  fromTestsOf('metrics', 'metrics'),
  fromTestsOf('domain', LIBS),
  fromTestsOf([...API, 'api-test'], API, 'api-test', LIBS, 'migrations'),
  fromTestsOf(WEB, WEB, LIBS),
  // End-to-end tests know the application as people and programs do: from outside.
  fromTestsOf('e2e', 'e2e', LIBS),
];

export const importBoundaries = [
  {
    files: ['apps/**/*.{ts,tsx,mjs}', 'libs/**/*.ts', 'migrations/**/*.ts', 'e2e/**/*.{ts,mjs}'],
    plugins: { boundaries },
    settings: {
      'import/resolver': {
        typescript: {
          project: ['apps/*/tsconfig.json', 'libs/*/tsconfig.json', 'migrations/tsconfig.json'],
          conditionNames: ['@touchstone/source', 'types', 'import', 'node', 'default'],
          noWarnOnMultipleProjects: true,
        },
      },
      'boundaries/elements': elements,
      'boundaries/elements-single-match': true,
      'boundaries/files': [
        {
          category: 'test',
          pattern: ['**/*.spec.ts', '**/*.spec.tsx', '**/*-spec.ts', '**/*.factory.ts', 'apps/api/test/**', 'e2e/**'],
        },
        { category: 'style', pattern: '**/*.css' },
        { category: 'door', pattern: '**/features/*/index.ts' },
      ],
    },
    rules: {
      'boundaries/dependencies': ['error', { default: 'disallow', checkInternals: true, policies }],
    },
  },
  {
    files: ['libs/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/*.factory.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['@nestjs/*', 'typeorm', 'typeorm/*', 'pg', 'graphql', 'react', 'react-dom', 'node:*'],
              message: 'The libraries are pure TypeScript: they run in the server and in a browser alike.',
            },
          ],
        },
      ],
    },
  },
];
