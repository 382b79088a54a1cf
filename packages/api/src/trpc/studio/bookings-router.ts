import { verifyBooking } from '@atelier/usecases/booking/follow/verify-booking';
import { bookSeries } from '@atelier/usecases/booking/series/book-series';
import { answerBooking } from '@atelier/usecases/booking/step/answer-booking';
import { settleBooking } from '@atelier/usecases/booking/step/settle-booking';
import { seeBooking } from '@atelier/usecases/booking/view/see-booking';
import { seeBookings } from '@atelier/usecases/booking/view/see-bookings';
import {
  addBookingInput,
  answerBookingInput,
  bookingsInput,
  moveBookingInput,
} from '../../input/bookings.ts';
import { byId } from '../../input/event.ts';
import { procedure, router, unwrap } from '../trpc.ts';

/** Bookings as the studio sees them: admins and the front desk all, artists their own. */
export const bookingsRouter = router({
  list: procedure.input(bookingsInput).query(({ ctx, input }) => seeBookings(ctx.services, ctx.actor, input)),
  see: procedure
    .input(byId)
    .query(async ({ ctx, input }) => unwrap(await seeBooking(ctx.services, ctx.actor, input.id))),
  answer: procedure
    .input(answerBookingInput)
    .mutation(async ({ ctx, input: { id, action, ...said } }) =>
      unwrap(await answerBooking(ctx.services, ctx.actor, id, { action }, { via: 'page', ...said })),
    ),
  move: procedure.input(moveBookingInput).mutation(async ({ ctx, input: { id, start, ...said } }) => {
    const step = { action: 'reschedule', start } as const;
    return unwrap(await answerBooking(ctx.services, ctx.actor, id, step, { via: 'page', ...said }));
  }),
  add: procedure.input(addBookingInput).mutation(async ({ ctx, input }) => {
    const { bookings } = unwrap(await bookSeries(ctx.services, ctx.actor, input, 'page'));
    const ids = bookings.map(({ id }) => id);
    return { bookings: await seeBookings(ctx.services, ctx.actor, { ids }) };
  }),
  /** What was promised while a calendar could not be asked: it is asked now. */
  verify: procedure
    .input(byId)
    .mutation(async ({ ctx, input }) => unwrap(await verifyBooking(ctx.services, ctx.actor, input.id))),
  /** A person has looked at what the calendar could not tell. */
  settle: procedure
    .input(byId)
    .mutation(async ({ ctx, input }) => unwrap(await settleBooking(ctx.services, ctx.actor, input.id))),
});
