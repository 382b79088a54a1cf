import { defineConfig } from 'vitest/config';
import { LongestFirst } from './scripts/longest-first.ts';
import { shareRunDirectory } from './scripts/run-directory.ts';

shareRunDirectory();

/** Properties over so many random cases that they take longer than anybody waits for a quick answer. */
const LONG = 'packages/{booking,calendar,providers}/src/**/*-random.test.ts';
/**
 * Random cases are the same every time. No file leaves anything for the next one: loading the product anew for each took
 * half the time.
 */
const ALL = { setupFiles: ['scripts/test-seed.ts'], isolate: false };

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...ALL,
          name: 'unit',
          include: ['{apps,packages}/*/src/**/*.test.ts'],
          exclude: ['**/*.integration.test.ts', LONG, '**/node_modules/**'],
        },
      },
      { test: { ...ALL, name: 'random', include: [LONG], testTimeout: 60_000 } },
      {
        test: {
          ...ALL,
          name: 'integration',
          include: ['{apps,packages}/*/src/**/*.integration.test.ts', 'simulation/**/*.integration.test.ts'],
          globalSetup: ['packages/database/src/testing/migrated-cluster.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
