import { seeWaiting } from '@atelier/usecases/waiting/see-waiting';
import { lookAtUnsure, unsureText } from '@atelier/usecases/waiting/unsure-events';
import { byId } from '../../../input/event.ts';
import { procedure, router, unwrap } from '../../trpc.ts';

/** Whatever stands still until a person has said what becomes of it; what settles it belongs to what it is. */
export const waitingRouter = router({
  list: procedure.query(({ ctx }) => seeWaiting(ctx.services, ctx.actor)),
  text: procedure
    .input(byId)
    .query(async ({ ctx, input }) => unwrap(await unsureText(ctx.services, ctx.actor, input.id))),
  look: procedure
    .input(byId)
    .mutation(async ({ ctx, input }) => unwrap(await lookAtUnsure(ctx.services, ctx.actor, input.id))),
});
