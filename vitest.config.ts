import { defineConfig } from 'vitest/config';
import { LongestFirst } from './scripts/longest-first.ts';
import { shareRunDirectory } from './scripts/run-directory.ts';

shareRunDirectory();

/** Properties over so many random cases that they take longer than anybody waits for a quick answer. */
const LONG = 'packages/{booking,calendar}/src/**/*-random.test.ts';
const SEED = 'scripts/test-seed.ts';

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{apps,packages}/*/src/**/*.test.ts'],
          exclude: ['**/*.integration.test.ts', LONG, '**/node_modules/**'],
          setupFiles: [SEED],
          // Nothing here keeps anything from one file to the next, and loading the product anew for each took half the time.
          isolate: false,
        },
      },
      { test: { name: 'random', include: [LONG], setupFiles: [SEED], testTimeout: 60_000 } },
      {
        test: {
          name: 'integration',
          include: ['{apps,packages}/*/src/**/*.integration.test.ts', 'simulation/**/*.integration.test.ts'],
          setupFiles: [SEED],
          globalSetup: ['packages/database/src/testing/migrated-cluster.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
