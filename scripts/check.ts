import { runQuietly, STATEMENTS_STEP, STATIC_STEPS, UNIT_STEP } from './steps.ts';

/**
 * The quick answer, within a minute: format, lint, types, unused code, SQL against the schema, unit tests. The long properties over random
 * cases are part of `test`.
 */
const results = await Promise.all([...STATIC_STEPS, STATEMENTS_STEP].map(runQuietly));
results.push(await runQuietly(UNIT_STEP));
process.exitCode = results.every(Boolean) ? 0 : 1;
