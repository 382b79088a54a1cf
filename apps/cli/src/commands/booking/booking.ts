import { OPERATOR } from '@atelier/usecases/actor';
import {
  explainOffer,
  type OfferedSlot,
  offerSlots,
} from '@atelier/usecases/booking/availability/offer-slots';
import { answerBooking, type StudioStep } from '@atelier/usecases/booking/step/answer-booking';
import { type SeenBooking, seeBookings } from '@atelier/usecases/booking/view/see-bookings';
import type { Command } from 'commander';
import { table } from '../../output.ts';
import { parseTime } from '../../parse-time.ts';
import { expectDone, runWithServices } from '../../run.ts';
import { appointmentCommand } from './appointment.ts';
import { bookCommand } from './book.ts';

interface Json {
  readonly json?: boolean;
}

interface SlotOptions extends Json {
  readonly artist: string;
  readonly service: string;
  readonly from: string;
  readonly to: string;
  readonly zone?: string;
  readonly explain?: boolean;
}

/** Free times, and bookings. */
export function bookingCommands(root: Command): void {
  root
    .command('slots')
    .description('free times of an artist, or of any')
    .requiredOption('--artist <slug>', 'or any')
    .requiredOption('--service <id>')
    .requiredOption('--from <date>')
    .requiredOption('--to <date>', 'included')
    .option('--zone <name>', 'IANA zone of the dates (default: the artist’s)')
    .option('--explain', 'every start, with the reason why it is not offered')
    .option('--json', 'print one JSON document')
    .action(({ service: serviceId, explain, json, ...asked }: SlotOptions) =>
      runWithServices(json, async ({ context }, output) => {
        const request = { ...asked, serviceId };
        const rows: readonly (OfferedSlot & { readonly reason?: string | null })[] = explain
          ? expectDone(await explainOffer(context, request)).map(({ start, end, ...slot }) => ({
              start: new Date(start),
              end: new Date(end),
              ...slot,
            }))
          : expectDone(await offerSlots(context, request)).days.flatMap(({ slots }) => slots);
        output.answer(rows, () =>
          table(
            ['Start', 'End', 'Artist', explain ? 'Not offered because' : ''],
            rows.map((row) => [row.start.toISOString(), row.end.toISOString(), row.artist, row.reason ?? '']),
          ),
        );
      }),
    );
  bookCommand(root);
  answerCommands(root);
  root
    .command('bookings')
    .description('bookings of the studio')
    .command('list', { isDefault: true })
    .option('--json', 'print one JSON document')
    .action(({ json }: Json) =>
      runWithServices(json, async ({ context }, output) => {
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

function answerCommands(root: Command): void {
  const booking = root.command('booking').description('one booking');
  appointmentCommand(booking);
  for (const [name, [action, does]] of Object.entries(ANSWERS)) {
    const command = booking
      .command(`${name} <id>`)
      .description(does)
      .option('--json', 'print one JSON document')
      .action((id: string, { json, unverified }: Answer) => answer(json, id, { action }, unverified));
    if (action === 'confirm') command.option('--unverified', ALL_THE_SAME);
  }
  booking
    .command('reschedule <id>')
    .description('give it another time, of the same length')
    .requiredOption('--start <time>')
    .option('--zone <name>', 'IANA zone of a time without offset')
    .option('--unverified', ALL_THE_SAME)
    .option('--json', 'print one JSON document')
    .action((id: string, { start, zone, json, unverified }: Answer & { start: string; zone?: string }) =>
      answer(json, id, () => ({ action: 'reschedule', start: parseTime(start, zone) }), unverified),
    );
}

function answer(
  json: boolean | undefined,
  id: string,
  step: StudioStep | (() => StudioStep),
  unverified: boolean | undefined,
): Promise<void> {
  return runWithServices(json, async ({ context }, output) => {
    const wanted = typeof step === 'function' ? step() : step;
    const booking: SeenBooking = expectDone(
      await answerBooking(context, OPERATOR, id, wanted, { via: 'cli', unverified }),
    );
    output.answer(booking, `${booking.state}.`);
  });
}
