import { parseArgs } from 'node:util';
import { CONTEST_NAMES, runRaces } from './run-races.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '100' }, crowds: { type: 'string', default: '50,1000' } },
});
const [rounds, ...crowds] = [values.rounds, ...values.crowds.split(',')].map(Number);
if (![rounds, ...crowds].every((n) => Number.isInteger(n) && Number(n) > 3)) {
  console.error('pnpm races [--rounds N] [--crowds N,N]');
  process.exit(2);
}
const { races, broken } = await runRaces(
  rounds ?? 0,
  crowds.flatMap((crowd) => CONTEST_NAMES.map((contest) => ({ contest, crowd }))),
);
for (const { broken: wrong, ...figures } of races)
  console.log(JSON.stringify({ ...figures, broken: wrong.length }));
const all = [...races.flatMap((race) => race.broken), ...broken];
for (const line of all.slice(0, 40)) console.log(line);
process.exitCode = all.length === 0 ? 0 : 1;
