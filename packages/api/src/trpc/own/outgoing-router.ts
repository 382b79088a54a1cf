import {
  beginAnswer,
  detachFromDraft,
  listOutgoing,
  saveDraft,
  seeOutgoing,
  settleDraft,
} from '@atelier/usecases/mailbox/write/drafts';
import { sendDraft, settleOutgoing } from '@atelier/usecases/mailbox/write/send-outgoing';
import { takeFiles } from '@atelier/usecases/mailbox/write/take-files';
import {
  beginAnswerInput,
  draftInput,
  placedMailInput,
  sendInput,
  settleDraftInput,
  settleOutgoingInput,
} from '../../input/own/mailbox.ts';
import { procedure, router, unwrap } from '../trpc.ts';

/** What somebody writes: drafts, what is on its way, and what a person has to decide about. */
export const outgoingRouter = router({
  list: procedure.query(({ ctx }) => listOutgoing(ctx.services, ctx.actor)),
  see: procedure
    .input(placedMailInput)
    .query(async ({ ctx, input }) => unwrap(await seeOutgoing(ctx.services, ctx.actor, input.id))),
  /** What an answer begins with; nothing is stored. */
  begin: procedure
    .input(beginAnswerInput)
    .query(async ({ ctx, input }) => unwrap(await beginAnswer(ctx.services, ctx.actor, input))),
  save: procedure
    .input(draftInput)
    .mutation(async ({ ctx, input }) => unwrap(await saveDraft(ctx.services, ctx.actor, input))),
  /** Those of the message that is sent on. */
  takeFiles: procedure
    .input(placedMailInput)
    .mutation(async ({ ctx, input }) => unwrap(await takeFiles(ctx.services, ctx.actor, input.id))),
  detach: procedure
    .input(placedMailInput)
    .mutation(async ({ ctx, input }) => unwrap(await detachFromDraft(ctx.services, ctx.actor, input.id))),
  send: procedure
    .input(sendInput)
    .mutation(async ({ ctx, input }) => unwrap(await sendDraft(ctx.services, ctx.actor, input))),
  settleDraft: procedure
    .input(settleDraftInput)
    .mutation(async ({ ctx, input }) => unwrap(await settleDraft(ctx.services, ctx.actor, input))),
  settle: procedure
    .input(settleOutgoingInput)
    .mutation(async ({ ctx, input }) => unwrap(await settleOutgoing(ctx.services, ctx.actor, input))),
});
