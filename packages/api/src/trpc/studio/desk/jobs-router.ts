import { listDeadLetters, retryDeadLetter } from '@atelier/usecases/health/dead-letters';
import { deadLetterInput } from '../../../input/jobs.ts';
import { procedure, router, unwrap } from '../../trpc.ts';

/** Work that was given up; for admins. */
export const jobsRouter = router({
  deadLetters: procedure.query(async ({ ctx }) => unwrap(await listDeadLetters(ctx.services, ctx.actor))),
  retry: procedure
    .input(deadLetterInput)
    .mutation(async ({ ctx, input }) => unwrap(await retryDeadLetter(ctx.services, ctx.actor, input.id))),
});
