import { randomUUID } from 'node:crypto';
import { OPERATOR } from '@atelier/usecases/actor';
import { bookSeries } from '@atelier/usecases/booking/series/book-series';
import { seeBookings } from '@atelier/usecases/booking/view/see-bookings';
import { type Command, InvalidArgumentError } from 'commander';
import { table } from '../../output.ts';
import { parseTime } from '../../parse-time.ts';
import { expectDone, runWithServices } from '../../run.ts';

interface AppointmentOptions {
  readonly artist: string;
  readonly service: string;
  readonly start: string;
  readonly zone?: string;
  readonly name: string;
  readonly email: string;
  readonly phone?: string;
  readonly note?: string;
  readonly language: string;
  readonly request?: boolean;
  readonly every?: { readonly weeks: number } | { readonly days: number };
  readonly count?: number;
  readonly idempotencyKey?: string;
  readonly json?: boolean;
}

/** What the studio books for a client, whatever the opening hours say: all sessions or none. */
export function appointmentCommand(booking: Command): void {
  booking
    .command('add')
    .description('an appointment that the studio makes for a client, or a series of them')
    .requiredOption('--artist <slug>')
    .requiredOption('--service <id>')
    .requiredOption('--start <time>', 'of the first')
    .requiredOption('--name <name>')
    .requiredOption('--email <address>')
    .option('--zone <name>', 'IANA zone of a time without offset')
    .option('--phone <number>')
    .option('--note <text>')
    .option('--language <tag>', 'of the mails: en or fr', 'en')
    .option('--request', 'to be confirmed by the artist')
    .option('--every <rhythm>', 'such as 1w or 10d', parseRhythm)
    .option('--count <number>', 'sessions in all, at most 52', Number)
    .option('--idempotency-key <key>', 'asking again with it gives the first answer')
    .option('--json', 'print one JSON document')
    .action(addAppointment);
}

function addAppointment({ json, request, zone, ...options }: AppointmentOptions): Promise<void> {
  return runWithServices(json, async ({ context }, output) => {
    const { service: serviceId, start, name, email, phone, idempotencyKey, ...rest } = options;
    const input = {
      ...rest,
      serviceId,
      start: parseTime(start, zone),
      client: { name, email, phone },
      confirmed: !request,
      key: idempotencyKey ?? randomUUID(),
    };
    const { bookings } = expectDone(await bookSeries(context, OPERATOR, input, 'cli'));
    const seen = await seeBookings(context, OPERATOR, { ids: bookings.map(({ id }) => id) });
    output.answer(seen, () =>
      table(
        ['Id', 'State', 'Start'],
        seen.map(({ id, state, start: at }) => [id, state, at.toISOString()]),
      ),
    );
  });
}

function parseRhythm(text: string): AppointmentOptions['every'] {
  const [, number, unit] = /^(\d{1,3})(d|w)$/.exec(text) ?? [];
  if (number === undefined) throw new InvalidArgumentError('A rhythm looks like 1w or 10d.');
  return unit === 'w' ? { weeks: Number(number) } : { days: Number(number) };
}
