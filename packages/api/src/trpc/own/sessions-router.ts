import { endMyOtherSessions, endMySession, seeSessions } from '@atelier/usecases/people/sign-in/own-sessions';
import { personInput } from '../../input/person.ts';
import { procedure, router, unwrap } from '../trpc.ts';

/** Where somebody is signed in; everybody's own. */
export const sessionsRouter = router({
  list: procedure.query(({ ctx }) => seeSessions(ctx.services, ctx.actor, ctx.sessionId)),
  end: procedure
    .input(personInput)
    .mutation(async ({ ctx, input }) => unwrap(await endMySession(ctx.services, ctx.actor, input.id))),
  endOthers: procedure.mutation(({ ctx }) => endMyOtherSessions(ctx.services, ctx.actor, ctx.sessionId)),
});
