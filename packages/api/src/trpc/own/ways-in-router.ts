import { nameMyPasskey, removeMyPasskey, seeWaysIn } from '@atelier/usecases/people/sign-in/own-passkeys';
import {
  beginFactor,
  confirmFactor,
  renewRecoveryCodes,
  turnFactorOff,
} from '@atelier/usecases/people/sign-in/second-factor';
import { appCodeInput, passkeyNameInput, passwordInput, personInput } from '../../input/person.ts';
import { procedure, router, unwrap } from '../trpc.ts';

/** How somebody signs in; everybody's own. Passkeys are added at `/api/auth/passkey`, which needs cookies. */
export const waysInRouter = router({
  see: procedure.query(({ ctx }) => seeWaysIn(ctx.services, ctx.actor)),
  beginFactor: procedure
    .input(passwordInput)
    .mutation(async ({ ctx, input }) => unwrap(await beginFactor(ctx.services, ctx.actor, input.password))),
  confirmFactor: procedure
    .input(appCodeInput)
    .mutation(async ({ ctx, input }) => unwrap(await confirmFactor(ctx.services, ctx.actor, input.code))),
  renewCodes: procedure
    .input(passwordInput)
    .mutation(async ({ ctx, input }) =>
      unwrap(await renewRecoveryCodes(ctx.services, ctx.actor, input.password)),
    ),
  turnFactorOff: procedure
    .input(passwordInput)
    .mutation(async ({ ctx, input }) => unwrap(await turnFactorOff(ctx.services, ctx.actor, input.password))),
  namePasskey: procedure
    .input(passkeyNameInput)
    .mutation(async ({ ctx, input }) => unwrap(await nameMyPasskey(ctx.services, ctx.actor, input))),
  removePasskey: procedure
    .input(personInput)
    .mutation(async ({ ctx, input }) => unwrap(await removeMyPasskey(ctx.services, ctx.actor, input.id))),
});
