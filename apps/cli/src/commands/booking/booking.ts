import { OPERATOR } from '@atelier/usecases/actor';
import { answerBooking, type StudioStep } from '@atelier/usecases/booking/step/answer-booking';
import { type SeenBooking, seeBookings } from '@atelier/usecases/booking/view/see-bookings';
import type { Command } from 'commander';
import { parseTime } from '../../arguments/parse-time.ts';
import { table } from '../../output.ts';
import { expectDone, runWithServices } from '../../run.ts';
import type { Shell } from '../../shell.ts';
import { appointmentCommand } from './appointment.ts';

interface Json {
  readonly json?: boolean;
}

/** `bookings`. */
export function bookingsCommands(bookings: Command, shell: Shell): void {
  bookings
    .command('list', { isDefault: true })
    .option('--json', 'print one JSON document')
    .action(({ json }: Json) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const found = await seeBookings(context, OPERATOR, {});
        output.answer(found, () =>
          table(
            ['Id', 'State', 'Start', 'Artist', 'Service', 'Client', 'Look'],
            found.map((one) => [
              one.id,
              one.state,
              one.start.toISOString(),
              one.artist,
              one.service,
              one.client.name,
              one.trouble?.message ?? (one.unverified ? 'unverified' : ''),
            ]),
          ),
        );
      }),
    );
}

const ANSWERS = {
  approve: ['confirm', 'confirm a request'],
  decline: ['decline', 'turn a request down'],
  cancel: ['cancel', 'cancel a booking, or turn a request down'],
  complete: ['complete', 'note that it has taken place'],
  'no-show': ['no-show', 'note that the client did not come'],
} as const;

interface Answer extends Json {
  readonly unverified?: boolean;
}

const ALL_THE_SAME = 'also while a calendar of the artist does not answer';

/** `booking`. */
export function bookingCommands(booking: Command, shell: Shell): void {
  appointmentCommand(booking, shell);
  for (const [name, [action, does]] of Object.entries(ANSWERS)) {
    const command = booking
      .command(`${name} <id>`)
      .description(does)
      .option('--json', 'print one JSON document')
      .action((id: string, options: Answer) => answer(shell, { id, ...options }, { action }));
    if (action === 'confirm') command.option('--unverified', ALL_THE_SAME);
  }
  booking
    .command('reschedule <id>')
    .description('give it another time, of the same length')
    .requiredOption('--start <time>')
    .option('--zone <name>', 'IANA zone of a time without offset')
    .option('--unverified', ALL_THE_SAME)
    .option('--json', 'print one JSON document')
    .action((id: string, { start, zone, ...options }: Answer & { start: string; zone?: string }) =>
      answer(shell, { id, ...options }, () => ({ action: 'reschedule', start: parseTime(start, zone) })),
    );
}

function answer(
  shell: Shell,
  { id, json, unverified }: Answer & { readonly id: string },
  step: StudioStep | (() => StudioStep),
): Promise<void> {
  return runWithServices(shell, json, async ({ context }, output) => {
    const wanted = typeof step === 'function' ? step() : step;
    const booking: SeenBooking = expectDone(
      await answerBooking(context, OPERATOR, id, wanted, { via: 'cli', unverified }),
    );
    output.answer(booking, `${booking.state}.`);
  });
}
