import { OAUTH_KINDS } from '@atelier/providers/kinds';
import { beginSignIn } from '@atelier/usecases/connections/sign-in/begin-sign-in';
import { connectSignedIn } from '@atelier/usecases/connections/sign-in/connect-signed-in';
import { seeSignIn } from '@atelier/usecases/connections/sign-in/see-sign-in';
import { signInKinds } from '@atelier/usecases/connections/sign-in/sign-in-kinds';
import { refusedFor } from '@atelier/usecases/outcome';
import { z } from 'zod';
import { origin, selection } from '../input/account.ts';
import { procedure, router, unwrap } from '../trpc/trpc.ts';
import { redirectUri } from './redirect-uri.ts';

/** Handed on to the provider's page as it is, which asks for the account all the same. */
const mailHint = z
  .string()
  .trim()
  .min(3)
  .max(320)
  .regex(/^[^\s@]+@[^\s@]+$/);

/** Accounts that people sign in to on the provider's own page. */
export const signInsRouter = router({
  kinds: procedure
    .input(z.object({ origin }))
    .query(({ ctx, input }) => signInKinds(ctx.services, redirectUri(ctx.services, input.origin))),
  begin: procedure
    .input(
      z.object({
        kind: z.enum(OAUTH_KINDS),
        connectionId: z.uuid().optional(),
        hint: mailHint.optional(),
        origin,
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const { services, sessionId, actor } = ctx;
      if (sessionId === null) return unwrap(refusedFor('forbidden', 'accounts-of-people'));
      const begin = { ...input, sessionId, redirectUri: redirectUri(services, input.origin) };
      return unwrap(await beginSignIn(services, actor, begin));
    }),
  see: procedure
    .input(z.object({ id: z.string().max(64) }))
    .query(async ({ ctx, input }) => unwrap(await seeSignIn(ctx.services, ctx.actor, input.id))),
  connect: procedure
    .input(z.object({ signInId: z.uuid(), name: z.string().trim().max(100).optional(), select: selection }))
    .mutation(async ({ ctx, input }) => unwrap(await connectSignedIn(ctx.services, ctx.actor, input))),
});
