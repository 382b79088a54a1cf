import { arrangeWidgets, seeArrangement } from '@atelier/usecases/dashboard/arrange-widgets';
import { weekFigures } from '@atelier/usecases/dashboard/week-figures';
import { arrangementInput } from '../../../input/person.ts';
import { procedure, router, unwrap } from '../../trpc.ts';

export const dashboardRouter = router({
  arrangement: procedure.query(({ ctx }) => seeArrangement(ctx.services, ctx.actor)),
  arrange: procedure
    .input(arrangementInput)
    .mutation(async ({ ctx, input }) => unwrap(await arrangeWidgets(ctx.services, ctx.actor, input))),
  week: procedure.query(({ ctx }) => weekFigures(ctx.services, ctx.actor)),
});
