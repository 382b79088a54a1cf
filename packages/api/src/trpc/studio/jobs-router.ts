import { listJobTroubles, retryJobTrouble } from '@atelier/usecases/health/job-troubles';
import { jobTroubleInput } from '../../input/jobs.ts';
import { procedure, router, unwrap } from '../trpc.ts';

/** What periodic work could not do and has set aside; for admins. */
export const jobsRouter = router({
  setAside: procedure.query(async ({ ctx }) => unwrap(await listJobTroubles(ctx.services, ctx.actor))),
  retry: procedure
    .input(jobTroubleInput)
    .mutation(async ({ ctx, input }) => unwrap(await retryJobTrouble(ctx.services, ctx.actor, input))),
});
