import { preset } from '../jest.preset.mjs';

export default {
  ...preset,
  rootDir: import.meta.dirname,
  displayName: 'end-to-end',
  testMatch: ['<rootDir>/specs/**/*.e2e-spec.ts'],
  globalSetup: '<rootDir>/setup/global-setup.mjs',
  globalTeardown: '<rootDir>/setup/global-teardown.mjs',
  // One application and one browser at a time: what a scenario sees is then its own doing.
  maxWorkers: 1,
  testTimeout: 60_000,
};
