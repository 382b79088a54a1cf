import { runQuietly, STATIC_STEPS, UNIT_STEP } from './steps.ts';

/**
 * The quick answer, within a minute: format, lint, types, unused code, unit tests. The long properties over random
 * cases are part of `test`.
 */
const results: boolean[] = [];
for (const step of [...STATIC_STEPS, UNIT_STEP]) results.push(await runQuietly(step));
process.exitCode = results.every(Boolean) ? 0 : 1;
