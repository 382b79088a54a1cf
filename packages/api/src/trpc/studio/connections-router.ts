import { connectAccount } from '@atelier/usecases/connections/connect-account';
import { findAccount } from '@atelier/usecases/connections/find-account';
import { listConnections } from '@atelier/usecases/connections/list-connections';
import { removeConnection } from '@atelier/usecases/connections/remove-connection';
import { renewPassword } from '@atelier/usecases/connections/renew-password';
import { seeAccountTies } from '@atelier/usecases/connections/see-account-ties';
import { testAccount } from '@atelier/usecases/connections/test-account';
import { z } from 'zod';
import { accountAddress, accountInput, connectInput, renewInput } from '../../input/account.ts';
import { procedure, router, unwrap } from '../trpc.ts';

export const connectionsRouter = router({
  list: procedure.query(async ({ ctx }) => unwrap(await listConnections(ctx.services, ctx.actor))),
  find: procedure
    .input(z.object({ typed: accountAddress }))
    .mutation(async ({ ctx, input }) => unwrap(await findAccount(ctx.services, ctx.actor, input.typed))),
  test: procedure
    .input(accountInput)
    .mutation(async ({ ctx, input }) => unwrap(await testAccount(ctx.services, ctx.actor, input))),
  connect: procedure
    .input(connectInput)
    .mutation(async ({ ctx, input }) => unwrap(await connectAccount(ctx.services, ctx.actor, input))),
  renewPassword: procedure
    .input(renewInput)
    .mutation(async ({ ctx, input }) => unwrap(await renewPassword(ctx.services, ctx.actor, input))),
  ties: procedure
    .input(z.object({ connectionId: z.uuid() }))
    .query(async ({ ctx, input }) =>
      unwrap(await seeAccountTies(ctx.services, ctx.actor, input.connectionId)),
    ),
  remove: procedure
    .input(z.object({ connectionId: z.uuid(), anyway: z.boolean().optional() }))
    .mutation(async ({ ctx, input }) => unwrap(await removeConnection(ctx.services, ctx.actor, input))),
});
