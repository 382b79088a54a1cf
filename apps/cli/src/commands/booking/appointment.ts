import { randomUUID } from 'node:crypto';
import { OPERATOR } from '@atelier/usecases/actor';
import { bookSeries } from '@atelier/usecases/booking/series/book-series';
import { seeBookings } from '@atelier/usecases/booking/view/see-bookings';
import type { Command } from 'commander';
import { parseTime } from '../../arguments/parse-time.ts';
import { table } from '../../output.ts';
import { expectDone, runWithServices } from '../../run.ts';
import type { Shell } from '../../shell.ts';
import { type SessionOptions, withSessionOptions } from './session-options.ts';

interface AppointmentOptions extends SessionOptions {
  readonly language: string;
  readonly request?: boolean;
}

/** What the studio books for a client, whatever the opening hours say: all sessions or none. */
export function appointmentCommand(booking: Command, shell: Shell): void {
  const command = booking
    .command('add')
    .description('an appointment that the studio makes for a client, or a series of them');
  withSessionOptions(command, 'whose it is')
    .option('--language <tag>', 'of the mails: en or fr', 'en')
    .option('--request', 'to be confirmed by the artist')
    .action((options: AppointmentOptions) => addAppointment(shell, options));
}

function addAppointment(
  shell: Shell,
  { json, request, zone, ...options }: AppointmentOptions,
): Promise<void> {
  return runWithServices(shell, json, async ({ context }, output) => {
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
