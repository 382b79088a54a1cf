import { randomUUID } from 'node:crypto';
import type { Services } from '@atelier/runtime/services';
import { OPERATOR } from '@atelier/usecases/actor';
import { submitBooking } from '@atelier/usecases/booking/request/submit-booking';
import { bookSeries } from '@atelier/usecases/booking/series/book-series';
import { seeBookings } from '@atelier/usecases/booking/view/see-bookings';
import { type Command, InvalidArgumentError } from 'commander';
import { CommandFailure, type Output } from '../../output.ts';
import { parseWhole } from '../../parse-minutes.ts';
import { parseTime } from '../../parse-time.ts';
import { expectDone, runWithServices } from '../../run.ts';

interface BookOptions {
  readonly json?: boolean;
  readonly artist: string;
  readonly service: string;
  readonly start: string;
  readonly zone?: string;
  readonly name: string;
  readonly email: string;
  readonly phone?: string;
  readonly note?: string;
  readonly every?: Rhythm;
  readonly count?: number;
  readonly idempotencyKey?: string;
}

type Rhythm = { readonly weeks: number } | { readonly days: number };

export function bookCommand(root: Command): void {
  root
    .command('book')
    .description('book a time for a client; with --count several sessions, all or none')
    .requiredOption('--artist <slug>', 'or any')
    .requiredOption('--service <id>')
    .requiredOption('--start <time>')
    .requiredOption('--name <name>')
    .requiredOption('--email <address>')
    .option('--zone <name>', 'IANA zone of a time without offset')
    .option('--phone <number>')
    .option('--note <text>')
    .option('--every <rhythm>', 'from one session to the next, 2w or 10d', parseRhythm)
    .option('--count <number>', 'how many sessions', parseWhole)
    .option('--idempotency-key <key>', 'asking again with it gives the first answer')
    .option('--json', 'print one JSON document')
    .action((options: BookOptions) =>
      runWithServices(options.json, (services, output) =>
        options.count === undefined && options.every === undefined
          ? bookOne(services, output, options)
          : bookSessions(services, output, options),
      ),
    );
}

function wishOf({ artist, service: serviceId, start, zone, name, email, phone, note }: BookOptions) {
  return { artist, serviceId, start: parseTime(start, zone), client: { name, email, phone }, note, zone };
}

async function bookOne({ context }: Services, output: Output, options: BookOptions): Promise<void> {
  const key = options.idempotencyKey ?? null;
  const submitted = expectDone(await submitBooking(context, wishOf(options), key, 'cli'));
  if (submitted.kind === 'taken') throw new CommandFailure(submitted.refusal);
  output.answer(submitted.booking, `${submitted.booking.state}: ${submitted.booking.id}.`);
}

/** What the studio itself agrees on with a client is confirmed. */
async function bookSessions({ context }: Services, output: Output, options: BookOptions): Promise<void> {
  const { every, count, idempotencyKey: key = randomUUID() } = options;
  const series = { ...wishOf(options), every, count, key, confirmed: true };
  const booked = expectDone(await bookSeries(context, OPERATOR, series, 'cli'));
  const ids = booked.bookings.map(({ id }) => id);
  const bookings = await seeBookings(context, OPERATOR, { ids });
  output.answer({ bookings }, () =>
    bookings.map(({ state, start, id }) => `${state}: ${start.toISOString()} ${id}`).join('\n'),
  );
}

function parseRhythm(text: string): Rhythm {
  const [, digits, unit] = /^(\d{1,3})([wd])$/.exec(text) ?? [];
  const count = Number(digits);
  if (!count) throw new InvalidArgumentError('A rhythm looks like 2w or 10d.');
  return unit === 'w' ? { weeks: count } : { days: count };
}
