import { answerInquiry } from '@atelier/usecases/inquiry/studio/answer-inquiry';
import { closeInquiry, declineInquiry } from '@atelier/usecases/inquiry/studio/end-inquiry';
import { offerTimes } from '@atelier/usecases/inquiry/studio/offer-times';
import { listStudioInquiries, seeStudioInquiry } from '@atelier/usecases/inquiry/studio-inquiries';
import {
  answerInquiryInput,
  declineInquiryInput,
  inquiriesInput,
  inquiryIdInput,
  inquiryVersionInput,
  offerTimesInput,
} from '../../input/inquiry.ts';
import { procedure, router, unwrap } from '../trpc.ts';

/** Ideas as the studio sees and answers them. */
export const inquiriesRouter = router({
  list: procedure
    .input(inquiriesInput)
    .query(({ ctx, input }) => listStudioInquiries(ctx.services, ctx.actor, input)),
  see: procedure
    .input(inquiryIdInput)
    .query(async ({ ctx, input }) => unwrap(await seeStudioInquiry(ctx.services, ctx.actor, input.id))),
  answer: procedure
    .input(answerInquiryInput)
    .mutation(async ({ ctx, input }) => unwrap(await answerInquiry(ctx.services, ctx.actor, input))),
  offer: procedure
    .input(offerTimesInput)
    .mutation(async ({ ctx, input }) => unwrap(await offerTimes(ctx.services, ctx.actor, input))),
  decline: procedure
    .input(declineInquiryInput)
    .mutation(async ({ ctx, input }) => unwrap(await declineInquiry(ctx.services, ctx.actor, input))),
  close: procedure
    .input(inquiryVersionInput)
    .mutation(async ({ ctx, input }) => unwrap(await closeInquiry(ctx.services, ctx.actor, input))),
});
