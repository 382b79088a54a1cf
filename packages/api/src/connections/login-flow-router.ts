import { beginLogin } from '@atelier/usecases/connections/login-flow/begin-login';
import { cancelLogin } from '@atelier/usecases/connections/login-flow/cancel-login';
import { connectLogin } from '@atelier/usecases/connections/login-flow/connect-login';
import { lookAtLogin } from '@atelier/usecases/connections/login-flow/look-at-login';
import { z } from 'zod';
import { accountAddress, selection } from '../input/account.ts';
import { procedure, router, unwrap } from '../trpc/trpc.ts';

const loginId = z.uuid();

/** Accounts whose people sign in on a page of their own Nextcloud. */
export const loginFlowRouter = router({
  begin: procedure
    .input(z.union([z.object({ url: accountAddress }), z.object({ connectionId: z.uuid() })]))
    .mutation(async ({ ctx, input }) => unwrap(await beginLogin(ctx.services, ctx.actor, input))),
  look: procedure
    .input(z.object({ loginId }))
    .query(async ({ ctx, input }) => unwrap(await lookAtLogin(ctx.services, ctx.actor, input.loginId))),
  connect: procedure
    .input(z.object({ loginId, name: z.string().trim().max(100).optional(), select: selection }))
    .mutation(async ({ ctx, input }) => unwrap(await connectLogin(ctx.services, ctx.actor, input))),
  cancel: procedure
    .input(z.object({ loginId }))
    .mutation(async ({ ctx, input }) => unwrap(await cancelLogin(ctx.services, ctx.actor, input.loginId))),
});
