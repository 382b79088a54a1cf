import { seeHints, setHints } from '@atelier/usecases/hints/see-hints';
import { setHintsInput } from '../../../input/account.ts';
import { procedure, router, unwrap } from '../../trpc.ts';

/** How changes to each account are heard of; for admins. */
export const hintsRouter = router({
  list: procedure.query(async ({ ctx }) => unwrap(await seeHints(ctx.services, ctx.actor))),
  set: procedure
    .input(setHintsInput)
    .mutation(async ({ ctx, input }) => unwrap(await setHints(ctx.services, ctx.actor, input))),
});
