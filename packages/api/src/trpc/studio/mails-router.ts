import { dropHeldMail, seeHeldMail, sendHeldMail } from '@atelier/usecases/mail/held-mail';
import { listMail } from '@atelier/usecases/mail/list-mail';
import { retryMail } from '@atelier/usecases/mail/retry-mail';
import { heldMailsInput, mailIdInput, mailsInput } from '../../input/mails.ts';
import { procedure, router, unwrap } from '../trpc.ts';

/** Mail that goes out; for admins. */
export const mailsRouter = router({
  list: procedure.input(mailsInput).query(async ({ ctx, input }) => ({
    mails: unwrap(await listMail(ctx.services, ctx.actor, input.limit)),
    held: unwrap(await seeHeldMail(ctx.services, ctx.actor)),
  })),
  sendHeld: procedure
    .input(heldMailsInput)
    .mutation(async ({ ctx, input }) =>
      unwrap(await sendHeldMail(ctx.services, ctx.actor, input.ids ?? null)),
    ),
  dropHeld: procedure
    .input(heldMailsInput)
    .mutation(async ({ ctx, input }) =>
      unwrap(await dropHeldMail(ctx.services, ctx.actor, input.ids ?? null)),
    ),
  retry: procedure
    .input(mailIdInput)
    .mutation(async ({ ctx, input }) => unwrap(await retryMail(ctx.services, ctx.actor, input.id))),
});
