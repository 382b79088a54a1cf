import { openDatabase } from '@atelier/database/database';
import { HUNG, type Mode, runSeed, WHOSE } from './run-seed.ts';

/** A process of `pnpm simulate`: every `step`-th seed from `from` to before `end`, told to the parent one by one; up to
 * one that hangs. */
const [url = '', from, end, step, mode, bookings, provider] = process.argv.slice(2);
await using database = openDatabase(url);
for (let seed = Number(from); seed < Number(end); seed += Number(step)) {
  const result = await runSeed(database, seed, {
    mode: mode as Mode,
    bookings: bookings === 'true',
    provider: WHOSE.find((one) => one === provider) ?? 'caldav',
  });
  await new Promise((told) => process.send?.(result, told));
  if (result.broken.includes(HUNG)) break;
}
process.exit();
