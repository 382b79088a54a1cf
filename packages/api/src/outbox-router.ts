import { listMail } from '@atelier/usecases/list-mail';
import { retryMail } from '@atelier/usecases/retry-mail';
import { mailIdInput, mailsInput } from './input/outbox.ts';
import { procedure, router, unwrap } from './trpc.ts';

/** Mail that goes out; for admins. */
export const outboxRouter = router({
  list: procedure.input(mailsInput).query(async ({ ctx, input }) => ({
    mails: unwrap(await listMail(ctx.services, ctx.actor, input.limit)),
  })),
  retry: procedure
    .input(mailIdInput)
    .mutation(async ({ ctx, input }) => unwrap(await retryMail(ctx.services, ctx.actor, input.id))),
});
