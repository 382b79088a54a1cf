import { addClosure, removeClosure, seeClosures } from '@atelier/usecases/booking/settings/studio-closures';
import { addClosureInput } from '../../input/artist.ts';
import { byId } from '../../input/event.ts';
import { procedure, router, unwrap } from '../trpc.ts';

/** Dates on which the whole studio is closed. */
export const closuresRouter = router({
  list: procedure.query(({ ctx }) => seeClosures(ctx.services)),
  add: procedure
    .input(addClosureInput)
    .mutation(async ({ ctx, input }) => unwrap(await addClosure(ctx.services, ctx.actor, input))),
  remove: procedure
    .input(byId)
    .mutation(async ({ ctx, input }) => unwrap(await removeClosure(ctx.services, ctx.actor, input.id))),
});
