import { addCalendar } from '@atelier/usecases/calendars/add-calendar';
import { approveRemovals } from '@atelier/usecases/calendars/approve-removals';
import { calendarOverview } from '@atelier/usecases/calendars/calendar-overview';
import { keepPrivateAt } from '@atelier/usecases/calendars/keep-private-at';
import { removeCalendar } from '@atelier/usecases/calendars/remove-calendar';
import { setCalendar } from '@atelier/usecases/calendars/set-calendar';
import { makeFeed, revokeFeed, seeFeeds } from '@atelier/usecases/sharing/feeds';
import { seeAudience, seeShares, shareCalendar } from '@atelier/usecases/sharing/share-calendar';
import { auditCalendars } from '@atelier/usecases/syncing/audit-calendars';
import { requestSync } from '@atelier/usecases/syncing/request-sync';
import { seeSyncLogs } from '@atelier/usecases/syncing/see-sync-logs';
import { syncFigures } from '@atelier/usecases/syncing/sync-figures';
import { syncHistory } from '@atelier/usecases/syncing/sync-history';
import { keepRemovals } from '@atelier/usecases/waiting/keep-removals';
import {
  calendarId,
  setCalendarInput,
  syncFiguresInput,
  syncInput,
  syncLogInput,
} from '../../input/calendar.ts';
import { ownCalendarInput } from '../../input/event.ts';
import { feedId, feedInput, removeCalendarInput, shareInput } from '../../input/sharing.ts';
import { procedure, router, unwrap } from '../trpc.ts';

export const calendarsRouter = router({
  list: procedure.query(({ ctx }) => calendarOverview(ctx.services, ctx.actor)),
  addOwn: procedure
    .input(ownCalendarInput)
    .mutation(async ({ ctx, input }) => unwrap(await addCalendar(ctx.services, ctx.actor, input))),
  set: procedure
    .input(setCalendarInput)
    .mutation(async ({ ctx, input }) => unwrap(await setCalendar(ctx.services, ctx.actor, input))),
  keepPrivateAt: procedure
    .input(calendarId)
    .mutation(async ({ ctx, input }) =>
      unwrap(await keepPrivateAt(ctx.services, ctx.actor, input.calendarId)),
    ),
  remove: procedure
    .input(removeCalendarInput)
    .mutation(async ({ ctx, input }) => unwrap(await removeCalendar(ctx.services, ctx.actor, input))),
  shares: procedure
    .input(calendarId)
    .query(async ({ ctx, input }) => unwrap(await seeShares(ctx.services, ctx.actor, input.calendarId))),
  audience: procedure.query(({ ctx }) => seeAudience(ctx.services, ctx.actor)),
  share: procedure
    .input(shareInput)
    .mutation(async ({ ctx, input }) => unwrap(await shareCalendar(ctx.services, ctx.actor, input))),
  feeds: procedure
    .input(calendarId)
    .query(async ({ ctx, input }) => unwrap(await seeFeeds(ctx.services, ctx.actor, input.calendarId))),
  addFeed: procedure
    .input(feedInput)
    .mutation(async ({ ctx, input }) => unwrap(await makeFeed(ctx.services, ctx.actor, input))),
  revokeFeed: procedure
    .input(feedId)
    .mutation(async ({ ctx, input }) => unwrap(await revokeFeed(ctx.services, ctx.actor, input.id))),
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
  /** What runs have done, over all calendars that are seen, and how far each of them is behind. */
  logs: procedure.input(syncLogInput).query(async ({ ctx, input: { cursor, ...input } }) => {
    const query = { ...input, after: cursor ?? undefined };
    return unwrap(await seeSyncLogs(ctx.services, ctx.actor, query));
  }),
  figures: procedure
    .input(syncFiguresInput)
    .query(({ ctx, input }) => syncFigures(ctx.services, ctx.actor, input)),
  /** Compares every version and counts, and changes nothing. */
  survey: procedure.input(calendarId).mutation(async ({ ctx, input }) => {
    const asked = { calendarId: input.calendarId, dryRun: true };
    const [report] = unwrap(await auditCalendars(ctx.services, ctx.actor, asked));
    return report ?? null;
  }),
});
