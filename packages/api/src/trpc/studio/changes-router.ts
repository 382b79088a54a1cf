import { watchChanges } from '@atelier/usecases/live/watch-changes';
import { tracked } from '@trpc/server';
import { z } from 'zod';
import { NEVER } from '../never.ts';
import { procedure, router } from '../trpc.ts';
import { withinAllowance } from '../within-allowance.ts';

export const changesRouter = router({
  /** One live stream for the whole app; resumes after the last event the browser saw. */
  watch: procedure
    .input(z.object({ lastEventId: z.string().max(20).nullish() }).nullish())
    .subscription(({ ctx, input, signal }) => {
      const after = Number.parseInt(input?.lastEventId ?? '', 10);
      const stream = watchChanges(
        ctx.services,
        ctx.actor,
        Number.isSafeInteger(after) ? after : null,
        signal ?? NEVER,
      );
      return withinAllowance(ctx.allowance, async function* () {
        for await (const { tick, event } of stream) yield tracked(String(tick), event);
      });
    }),
});
