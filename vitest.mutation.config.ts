import { defineConfig } from 'vitest/config';

/**
 * The tests that mutants of the diagnosis are held against: those that run the engine in this process, with few logs
 * a property (each mutant is tried on all of them) and always the same ones.
 */
export default defineConfig({
  test: {
    include: [
      'tests/unit/diagnosis/**/*.test.ts',
      'tests/property/**/*.test.ts',
      'tests/scenarios/scenarios.test.ts',
    ],
    // Starts the command in a process of its own, in which no mutant is active.
    exclude: ['tests/unit/diagnosis/replay-command.test.ts'],
    environment: 'node',
    env: { PROPERTY_RUNS: '10', PROPERTY_SEED: '1' },
    restoreMocks: true,
    // The tests share no state: one worker for all of them saves most of the time.
    isolate: false,
    fileParallelism: false,
  },
});
