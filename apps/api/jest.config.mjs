import { preset } from '../../jest.preset.mjs';

export default {
  ...preset,
  testMatch: [
    '<rootDir>/src/**/*.spec.ts',
    '<rootDir>/src/**/*.int-spec.ts',
    '<rootDir>/src/**/*.e2e-spec.ts',
    '<rootDir>/test/**/*.spec.ts',
  ],
  globalSetup: '<rootDir>/test/global-setup.mjs',
  globalTeardown: '<rootDir>/test/global-teardown.mjs',
  testTimeout: 30_000,
  // What a suite loaded is never let go of; a heap of gigabytes spends its time being looked through, for seconds at a stretch.
  workerIdleMemoryLimit: '1GB',
};
