import { answerInvitation } from '@atelier/usecases/mailbox/invitation/answer-invitation';
import { seeInvitation } from '@atelier/usecases/mailbox/invitation/see-invitation';
import { takeInvitation } from '@atelier/usecases/mailbox/invitation/take-invitation';
import { answerInvitationInput, takeInvitationInput } from '../../input/own/invitation.ts';
import { placedMailInput } from '../../input/own/mailbox.ts';
import { procedure, router, unwrap } from '../trpc.ts';

/** Messages about events; nothing of them changes a calendar until a person says so. */
export const invitationsRouter = router({
  see: procedure
    .input(placedMailInput)
    .query(async ({ ctx, input }) => unwrap(await seeInvitation(ctx.services, ctx.actor, input.id))),
  answer: procedure
    .input(answerInvitationInput)
    .mutation(async ({ ctx, input }) => unwrap(await answerInvitation(ctx.services, ctx.actor, input))),
  take: procedure
    .input(takeInvitationInput)
    .mutation(async ({ ctx, input }) => unwrap(await takeInvitation(ctx.services, ctx.actor, input))),
});
