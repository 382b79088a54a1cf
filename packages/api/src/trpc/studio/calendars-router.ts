import { addCalendar } from '@atelier/usecases/calendars/add-calendar';
import { approveRemovals } from '@atelier/usecases/calendars/approve-removals';
import { calendarOverview } from '@atelier/usecases/calendars/calendar-overview';
import { setCalendar } from '@atelier/usecases/calendars/set-calendar';
import { requestSync } from '@atelier/usecases/syncing/request-sync';
import { syncHistory } from '@atelier/usecases/syncing/sync-history';
import { keepRemovals } from '@atelier/usecases/waiting/keep-removals';
import { calendarId, setCalendarInput, syncInput } from '../../input/calendar.ts';
import { ownCalendarInput } from '../../input/event.ts';
import { procedure, router, unwrap } from '../trpc.ts';

export const calendarsRouter = router({
  list: procedure.query(({ ctx }) => calendarOverview(ctx.services, ctx.actor)),
  addOwn: procedure
    .input(ownCalendarInput)
    .mutation(async ({ ctx, input }) => unwrap(await addCalendar(ctx.services, ctx.actor, input))),
  set: procedure
    .input(setCalendarInput)
    .mutation(async ({ ctx, input }) => unwrap(await setCalendar(ctx.services, ctx.actor, input))),
  syncNow: procedure
    .input(syncInput)
    .mutation(async ({ ctx, input }) => unwrap(await requestSync(ctx.services, ctx.actor, input))),
  approveRemovals: procedure
    .input(calendarId)
    .mutation(async ({ ctx, input }) =>
      unwrap(await approveRemovals(ctx.services, ctx.actor, input.calendarId)),
    ),
  keepRemovals: procedure
    .input(calendarId)
    .mutation(async ({ ctx, input }) =>
      unwrap(await keepRemovals(ctx.services, ctx.actor, input.calendarId)),
    ),
  history: procedure
    .input(calendarId)
    .query(async ({ ctx, input }) => unwrap(await syncHistory(ctx.services, ctx.actor, input.calendarId))),
});
