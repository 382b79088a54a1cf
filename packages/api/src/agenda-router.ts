import { listEvents } from '@atelier/usecases/list-events';
import { nextEvents } from '@atelier/usecases/next-events';
import { showEvent } from '@atelier/usecases/show-event';
import { eventInput, nextInput, spanInput } from './input/agenda.ts';
import { procedure, router, unwrap } from './trpc.ts';

export const agendaRouter = router({
  events: procedure
    .input(spanInput)
    .query(async ({ ctx, input }) => unwrap(await listEvents(ctx.services, ctx.actor, input))),
  event: procedure
    .input(eventInput)
    .query(async ({ ctx, input }) => unwrap(await showEvent(ctx.services, ctx.actor, input))),
  next: procedure
    .input(nextInput)
    .query(({ ctx, input }) => nextEvents(ctx.services, ctx.actor, input.limit)),
});
