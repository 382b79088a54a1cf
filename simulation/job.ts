import { openDatabase } from '@atelier/database/database';
import { type Mode, runSeed, WHOSE } from './run-seed.ts';

/** A process of `pnpm simulate`: every `step`-th seed from `from` to before `end`, told to the parent one by one. */
const [url = '', from, end, step, mode, bookings, provider] = process.argv.slice(2);
await using database = openDatabase(url);
for (let seed = Number(from); seed < Number(end); seed += Number(step)) {
  process.send?.(
    await runSeed(database, seed, {
      mode: mode as Mode,
      bookings: bookings === 'true',
      provider: WHOSE.find((one) => one === provider) ?? 'caldav',
    }),
  );
}
process.exit();
