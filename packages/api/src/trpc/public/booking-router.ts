import { challengeOf } from '@atelier/usecases/abuse/challenge';
import { letIn } from '@atelier/usecases/abuse/let-in';
import { withinLimit } from '@atelier/usecases/abuse/within-limit';
import { checkTime } from '@atelier/usecases/booking/availability/check-time';
import { nextSlot } from '@atelier/usecases/booking/availability/next-slot';
import { offerSlots } from '@atelier/usecases/booking/availability/offer-slots';
import { ownClaims } from '@atelier/usecases/booking/availability/own-claims';
import { holdForVisitor } from '@atelier/usecases/booking/hold/hold-for-visitor';
import { extendHeld, releaseHeld } from '@atelier/usecases/booking/hold/hold-slot';
import { bookingAddress } from '@atelier/usecases/booking/link/booking-address';
import { submitBooking } from '@atelier/usecases/booking/request/submit-booking';
import { offeredArtists } from '@atelier/usecases/booking/view/offered-artists';
import { publicStudio } from '@atelier/usecases/studio/public-studio';
import { readStudio } from '@atelier/usecases/studio/read-studio';
import {
  checkInput,
  heldInput,
  holdInput,
  nextInput,
  slotsInput,
  submitInput,
  watchSlotsInput,
} from '../../input/booking.ts';
import { streamSlots } from '../stream-slots.ts';
import { type ApiContext, openProcedure, router, unwrap } from '../trpc.ts';

/** What clients do, without signing in. */
export const bookingRouter = router({
  studio: openProcedure.query(async ({ ctx: { services } }) => ({
    ...(await publicStudio(services)),
    artists: await offeredArtists(services),
  })),
  slots: openProcedure
    .input(slotsInput)
    .query(async ({ ctx, input: { hold, booking, bookingId, ...asked } }) => {
      const own = await ownClaims(ctx.services.database, { hold, booking, bookingId }, ctx.actor);
      const { zone, verified, days } = unwrap(await offerSlots(ctx.services, { ...asked, own }));
      return { zone, verified, days };
    }),
  next: openProcedure.input(nextInput).query(async ({ ctx, input: { booking, ...asked } }) => {
    const own = await ownClaims(ctx.services.database, { booking });
    return unwrap(await nextSlot(ctx.services, { ...asked, own }));
  }),
  watchSlots: openProcedure
    .input(watchSlotsInput)
    .subscription(({ ctx, input: { lastEventId: _, ...asked }, signal }) => streamSlots(ctx, asked, signal)),
  check: openProcedure.input(checkInput).query(async ({ ctx, input }) => {
    await count(ctx, 'check');
    return unwrap(await checkTime(ctx.services, input, ctx.actor));
  }),
  hold: openProcedure.input(holdInput).mutation(async ({ ctx, input: { hold: token, ...input } }) => {
    await count(ctx, 'hold');
    const originHash = ctx.services.guard?.originHash(ctx.ip) ?? null;
    return unwrap(await holdForVisitor({ ...ctx.services, originHash }, { ...input, token }));
  }),
  extendHold: openProcedure
    .input(heldInput)
    .mutation(async ({ ctx, input }) => unwrap(await extendHeld(ctx.services, input.hold))),
  releaseHold: openProcedure.input(heldInput).mutation(async ({ ctx, input }) => {
    await releaseHeld(ctx.services, input.hold);
    return null;
  }),
  challenge: openProcedure.query(({ ctx }) => challengeOf(ctx.services.guard)),
  submit: openProcedure.input(submitInput).mutation(async ({ ctx, input }) => {
    const { key, website, proof, hold: holdToken, ...wish } = input;
    await count(ctx, 'submit');
    const { services, ip } = ctx;
    const origin = unwrap(await letIn(services.guard, { ip, website, proof, proofNeeded: true }));
    const submitted = unwrap(
      await submitBooking({ ...services, origin }, { ...wish, holdToken }, key, 'page'),
    );
    if (submitted.kind === 'taken') {
      const { message, hint = null } = submitted.refusal;
      return { kind: 'taken', reason: submitted.reason, message, hint, nearest: submitted.nearest } as const;
    }
    const { start, end, ...booking } = submitted.booking;
    const { url } = await readStudio(services.database, services);
    const manageUrl = bookingAddress(url, booking.token);
    return {
      kind: 'booked',
      booking: { ...booking, start: new Date(start), end: new Date(end), manageUrl },
    } as const;
  }),
});

/** Apart from the count that every open procedure takes part in. */
async function count({ actor, services, ip }: ApiContext, what: 'check' | 'hold' | 'submit'): Promise<void> {
  if (!actor) unwrap(await withinLimit(services.limiter, what, ip));
}
