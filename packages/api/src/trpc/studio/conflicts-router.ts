import { listConflicts, showConflict } from '@atelier/usecases/conflicts/list-conflicts';
import { listWaiting } from '@atelier/usecases/conflicts/list-waiting';
import { resolveConflict } from '@atelier/usecases/conflicts/resolve-conflict';
import { discardWaiting, retryWaiting } from '@atelier/usecases/conflicts/settle-waiting';
import { byId, conflictsInput, inCalendarInput, resolveInput } from '../../input/event.ts';
import { procedure, router, unwrap } from '../trpc.ts';

/** What two sides disagreed on, and what has not reached its provider. */
export const conflictsRouter = router({
  list: procedure
    .input(conflictsInput)
    .query(({ ctx, input }) => listConflicts(ctx.services, ctx.actor, input)),
  show: procedure
    .input(byId)
    .query(async ({ ctx, input }) => unwrap(await showConflict(ctx.services, ctx.actor, input.id))),
  resolve: procedure
    .input(resolveInput)
    .mutation(async ({ ctx, input }) => unwrap(await resolveConflict(ctx.services, ctx.actor, input))),
  waiting: procedure
    .input(inCalendarInput)
    .query(({ ctx, input }) => listWaiting(ctx.services, ctx.actor, input)),
  retry: procedure
    .input(byId)
    .mutation(async ({ ctx, input }) => unwrap(await retryWaiting(ctx.services, ctx.actor, input.id))),
  discard: procedure
    .input(byId)
    .mutation(async ({ ctx, input }) => unwrap(await discardWaiting(ctx.services, ctx.actor, input.id))),
});
