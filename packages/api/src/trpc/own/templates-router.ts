import { listTemplates, removeTemplate, saveTemplate } from '@atelier/usecases/mailbox/write/templates';
import { placedMailInput, templateInput } from '../../input/own/mailbox.ts';
import { procedure, router, unwrap } from '../trpc.ts';

/** What is written again and again: the studio's, and everybody's own. */
export const templatesRouter = router({
  list: procedure.query(({ ctx }) => listTemplates(ctx.services, ctx.actor)),
  save: procedure
    .input(templateInput)
    .mutation(async ({ ctx, input }) => unwrap(await saveTemplate(ctx.services, ctx.actor, input))),
  remove: procedure
    .input(placedMailInput)
    .mutation(async ({ ctx, input }) => unwrap(await removeTemplate(ctx.services, ctx.actor, input.id))),
});
