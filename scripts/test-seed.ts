import fc from 'fast-check';

/**
 * Random cases are the same in every run, so that a change alone turns a test red; `pnpm random` looks at others,
 * and fast-check prints the seed of what it finds.
 */
const chosen = process.env['ATELIER_TEST_SEED'];
if (chosen !== 'any') fc.configureGlobal({ seed: Number(chosen ?? 5545) });
