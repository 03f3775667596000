import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,property,conventions,scenarios,package}/**/*.test.{ts,tsx}'],
    environment: 'node',
    restoreMocks: true,
  },
});
