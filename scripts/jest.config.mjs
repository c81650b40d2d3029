import { preset } from '../jest.preset.mjs';

export default {
  ...preset,
  rootDir: import.meta.dirname,
  displayName: 'workspace',
  testMatch: ['<rootDir>/**/*.spec.mjs'],
  testTimeout: 120_000,
};
