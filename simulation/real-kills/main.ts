import { parseArgs } from 'node:util';
import { runRealKills } from './run-real-kills.ts';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
});
const [kills, seed] = [Number(values.kills), Number(values.seed)];
if (![kills, seed].every((n) => Number.isInteger(n) && n > 0)) {
  console.error('pnpm simulate:kills [--kills N] [--seed N]');
  process.exit(2);
}
const began = performance.now();
const result = await runRealKills({ kills, seed, waitOutLeases: true });
const { broken, struck, ...counts } = result;
const { workerStop, ...deaths } = struck;
console.log(
  JSON.stringify({
    ...counts,
    kills: Object.values(deaths).reduce((sum, n) => sum + n, 0),
    struck: { ...deaths, workerStop },
    seconds: Math.round((performance.now() - began) / 1_000),
    broken,
  }),
);
process.exitCode = broken.length === 0 ? 0 : 1;
