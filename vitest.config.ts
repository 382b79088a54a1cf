import { defineConfig } from 'vitest/config';

/** Properties over so many random cases that they take longer than anybody waits for a quick answer. */
const LONG = 'packages/{booking,calendar}/src/**/*-random.test.ts';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{apps,packages}/*/src/**/*.test.ts'],
          exclude: ['**/*.integration.test.ts', LONG, '**/node_modules/**'],
        },
      },
      { test: { name: 'random', include: [LONG], testTimeout: 60_000 } },
      {
        test: {
          name: 'integration',
          include: ['{apps,packages}/*/src/**/*.integration.test.ts', 'simulation/**/*.integration.test.ts'],
          globalSetup: ['packages/database/src/test-cluster.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
