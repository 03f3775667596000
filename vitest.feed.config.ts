import { defineConfig } from 'vitest/config';

/** Tests of the feed server with real parts: SQLite, Redis, sockets, processes. */
export default defineConfig({
  test: {
    include: ['tests/feed/**/*.test.ts'],
    environment: 'node',
    restoreMocks: true,
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
