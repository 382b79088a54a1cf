import { acceptByLink } from '@atelier/usecases/booking/client/accept-by-link';
import { answerByLink } from '@atelier/usecases/booking/client/answer-by-link';
import { calendarOf } from '@atelier/usecases/booking/client/calendar-of';
import { cancelByLink } from '@atelier/usecases/booking/client/cancel-by-link';
import { rescheduleByLink } from '@atelier/usecases/booking/client/reschedule-by-link';
import { seeByLink } from '@atelier/usecases/booking/client/see-by-link';
import { watchByLink } from '@atelier/usecases/booking/client/watch-by-link';
import {
  acceptInput,
  answerInput,
  approveInput,
  rescheduleInput,
  tokenInput,
  watchLinkInput,
} from '../../input/manage.ts';
import { streamLink } from '../stream-link.ts';
import { openProcedure, router, unwrap } from '../trpc.ts';

/** One booking, for whoever holds a link to it. What reads changes nothing; what changes is a mutation. */
export const manageRouter = router({
  see: openProcedure
    .input(tokenInput)
    .query(async ({ ctx, input }) => unwrap(await seeByLink(ctx.services, input.token))),
  /** The same, live. */
  watch: openProcedure
    .input(watchLinkInput)
    .subscription(({ ctx, input, signal }) =>
      streamLink(ctx, (until) => watchByLink(ctx.services, input.token, until), signal),
    ),
  accept: openProcedure
    .input(acceptInput)
    .mutation(async ({ ctx, input }) => unwrap(await acceptByLink(ctx.services, input.token, input.start))),
  cancel: openProcedure
    .input(tokenInput)
    .mutation(async ({ ctx, input }) => unwrap(await cancelByLink(ctx.services, input.token))),
  reschedule: openProcedure
    .input(rescheduleInput)
    .mutation(async ({ ctx, input }) =>
      unwrap(await rescheduleByLink(ctx.services, input.token, input.start)),
    ),
  approve: openProcedure
    .input(approveInput)
    .mutation(async ({ ctx, input }) =>
      unwrap(await answerByLink(ctx.services, input.token, 'confirm', input)),
    ),
  decline: openProcedure
    .input(answerInput)
    .mutation(async ({ ctx, input }) =>
      unwrap(await answerByLink(ctx.services, input.token, 'decline', input)),
    ),
  calendar: openProcedure
    .input(tokenInput)
    .query(async ({ ctx, input }) => unwrap(await calendarOf(ctx.services, input.token))),
});
