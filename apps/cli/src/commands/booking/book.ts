import { randomUUID } from 'node:crypto';
import type { Services } from '@atelier/runtime/services';
import { OPERATOR } from '@atelier/usecases/actor';
import { submitBooking } from '@atelier/usecases/booking/request/submit-booking';
import { bookSeries } from '@atelier/usecases/booking/series/book-series';
import { seeBookings } from '@atelier/usecases/booking/view/see-bookings';
import type { Command } from 'commander';
import { parseTime } from '../../arguments/parse-time.ts';
import { CommandFailure, type Output } from '../../output.ts';
import { expectDone, runWithServices } from '../../run.ts';
import type { Shell } from '../../shell.ts';
import { type SessionOptions, withSessionOptions } from './session-options.ts';

export function bookCommand(book: Command, shell: Shell): void {
  withSessionOptions(book, 'or any').action((options: SessionOptions) =>
    runWithServices(shell, options.json, (services, output) =>
      options.count === undefined && options.every === undefined
        ? bookOne(services, output, options)
        : bookSessions(services, output, options),
    ),
  );
}

function slotOf({ artist, service: serviceId, start, zone, name, email, phone, note }: SessionOptions) {
  return { artist, serviceId, start: parseTime(start, zone), client: { name, email, phone }, note, zone };
}

async function bookOne({ context }: Services, output: Output, options: SessionOptions): Promise<void> {
  const key = options.idempotencyKey ?? null;
  const submitted = expectDone(await submitBooking(context, slotOf(options), key, 'cli'));
  if (submitted.kind === 'taken') throw new CommandFailure(submitted.refusal);
  output.answer(submitted.booking, `${submitted.booking.state}: ${submitted.booking.id}.`);
}

/** What the studio itself agrees on with a client is confirmed. */
async function bookSessions({ context }: Services, output: Output, options: SessionOptions): Promise<void> {
  const { every, count, idempotencyKey: key = randomUUID() } = options;
  const series = { ...slotOf(options), every, count, key, confirmed: true };
  const booked = expectDone(await bookSeries(context, OPERATOR, series, 'cli'));
  const ids = booked.bookings.map(({ id }) => id);
  const bookings = await seeBookings(context, OPERATOR, { ids });
  output.answer({ bookings }, () =>
    bookings.map(({ state, start, id }) => `${state}: ${start.toISOString()} ${id}`).join('\n'),
  );
}
