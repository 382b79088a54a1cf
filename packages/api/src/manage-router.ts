import { answerByLink } from '@atelier/usecases/booking/client/answer-by-link';
import { calendarOf } from '@atelier/usecases/booking/client/calendar-of';
import { cancelByLink } from '@atelier/usecases/booking/client/cancel-by-link';
import { rescheduleByLink } from '@atelier/usecases/booking/client/reschedule-by-link';
import { seeByLink } from '@atelier/usecases/booking/client/see-by-link';
import { answerInput, rescheduleInput, tokenInput } from './input/manage.ts';
import { openProcedure, router, unwrap } from './trpc.ts';

/** One booking, for whoever holds a link to it. What reads changes nothing; what changes is a mutation. */
export const manageRouter = router({
  see: openProcedure
    .input(tokenInput)
    .query(async ({ ctx, input }) => unwrap(await seeByLink(ctx.services, input.token))),
  cancel: openProcedure
    .input(tokenInput)
    .mutation(async ({ ctx, input }) => unwrap(await cancelByLink(ctx.services, input.token))),
  reschedule: openProcedure
    .input(rescheduleInput)
    .mutation(async ({ ctx, input }) =>
      unwrap(await rescheduleByLink(ctx.services, input.token, input.start)),
    ),
  approve: openProcedure
    .input(answerInput)
    .mutation(async ({ ctx, input }) =>
      unwrap(await answerByLink(ctx.services, input.token, 'confirm', input.message)),
    ),
  decline: openProcedure
    .input(answerInput)
    .mutation(async ({ ctx, input }) =>
      unwrap(await answerByLink(ctx.services, input.token, 'decline', input.message)),
    ),
  calendar: openProcedure
    .input(tokenInput)
    .query(async ({ ctx, input }) => unwrap(await calendarOf(ctx.services, input.token))),
});
