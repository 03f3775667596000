import { defineConfig } from 'vitest/config';

/** Tests in real browsers: one file at a time, since each starts browsers of its own and the machine is shared. */
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.test.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
