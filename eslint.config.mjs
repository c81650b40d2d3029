// Import boundaries are the architecture: docs/adr/0002-boundaries.md says why each arrow is allowed.
import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', '.data/**', '**/*.generated.ts', 'coverage/**'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mjs,js}'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'Buffer',
          'URL',
          'URLSearchParams',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'fetch',
          'AbortController',
          'TextDecoder',
          'TextEncoder',
          'performance',
          'structuredClone',
          'setImmediate',
          'document',
          'window',
          'getComputedStyle',
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'off',
      'no-console': 'off',
    },
  },
  {
    files: ['apps/web/src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ['apps/**/*.{ts,tsx}', 'libs/**/*.ts', 'migrations/**/*.ts'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { typescript: { project: ['apps/*/tsconfig.json', 'libs/*/tsconfig.json'] } },
      'boundaries/elements': [
        { type: 'migrations', pattern: 'migrations/src/*', mode: 'full' },
        { type: 'metrics', pattern: 'libs/metrics/src', mode: 'folder' },
        { type: 'domain', pattern: 'libs/domain/src', mode: 'folder' },
        { type: 'platform', pattern: 'apps/api/src/platform', mode: 'folder' },
        { type: 'feature', pattern: 'apps/api/src/features/*', mode: 'folder', capture: ['name'] },
        { type: 'api-test', pattern: 'apps/api/test', mode: 'folder' },
        { type: 'api-root', pattern: 'apps/api/src/*', mode: 'full' },
        { type: 'web-ui', pattern: 'apps/web/src/ui', mode: 'folder' },
        { type: 'web-feature', pattern: 'apps/web/src/features/*', mode: 'folder', capture: ['name'] },
        { type: 'web-root', pattern: 'apps/web/src', mode: 'folder' },
      ],
    },
    rules: {},
  },
);
