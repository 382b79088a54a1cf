import { letIn } from '@atelier/usecases/abuse/let-in';
import { withinLimit } from '@atelier/usecases/abuse/within-limit';
import { pickTime } from '@atelier/usecases/inquiry/client/pick-time';
import { seeInquiry } from '@atelier/usecases/inquiry/client/see-inquiry';
import { sendInquiry } from '@atelier/usecases/inquiry/client/send-inquiry';
import { watchInquiry } from '@atelier/usecases/inquiry/client/watch-inquiry';
import { withdrawInquiry } from '@atelier/usecases/inquiry/client/withdraw-inquiry';
import { inquiryTokenInput, pickInput, sendInquiryInput, watchInquiryInput } from '../../input/inquiry.ts';
import { streamLink } from '../stream-link.ts';
import { openProcedure, router, unwrap } from '../trpc.ts';

/** Ideas of clients, who hold a link. Reading changes nothing. */
export const inquiryRouter = router({
  send: openProcedure.input(sendInquiryInput).mutation(async ({ ctx, input }) => {
    const { key, website, proof, ...idea } = input;
    const { services, ip, actor } = ctx;
    if (!actor) unwrap(await withinLimit(services.limiter, 'submit', ip));
    const origin = unwrap(await letIn(services.guard, { ip, website, proof, proofNeeded: true }));
    return unwrap(await sendInquiry({ ...services, origin }, idea, key));
  }),
  see: openProcedure
    .input(inquiryTokenInput)
    .query(async ({ ctx, input }) => unwrap(await seeInquiry(ctx.services, input.token))),
  /** The same, live. */
  watch: openProcedure
    .input(watchInquiryInput)
    .subscription(({ ctx, input, signal }) =>
      streamLink(ctx, (until) => watchInquiry(ctx.services, input.token, until), signal),
    ),
  pick: openProcedure
    .input(pickInput)
    .mutation(async ({ ctx, input }) => unwrap(await pickTime(ctx.services, input))),
  withdraw: openProcedure
    .input(inquiryTokenInput)
    .mutation(async ({ ctx, input }) => unwrap(await withdrawInquiry(ctx.services, input.token))),
});
