import { defineConfig } from 'vitest/config';

/** Tests in real browsers: two files at a time, since each starts browsers of its own and waits most of the time. */
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.test.ts'],
    globalSetup: 'tests/browser/extension/build-shared-package.ts',
    environment: 'node',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
