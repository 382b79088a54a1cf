import { saveChair, seeChairs } from '@atelier/usecases/booking/settings/studio-chairs';
import { saveChairInput } from '../../input/artist.ts';
import { procedure, router, unwrap } from '../trpc.ts';

export const chairsRouter = router({
  list: procedure.query(({ ctx }) => seeChairs(ctx.services)),
  save: procedure
    .input(saveChairInput)
    .mutation(async ({ ctx, input }) => unwrap(await saveChair(ctx.services, ctx.actor, input))),
});
