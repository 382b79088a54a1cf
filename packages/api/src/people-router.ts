import { addUser, peopleOf } from '@atelier/usecases/add-user';
import { nameMyself } from '@atelier/usecases/name-myself';
import { addUserInput, nameInput } from './input/person.ts';
import { procedure, router, unwrap } from './trpc.ts';

export const peopleRouter = router({
  me: procedure.query(({ ctx }) => ctx.actor),
  nameMyself: procedure
    .input(nameInput)
    .mutation(async ({ ctx, input }) => unwrap(await nameMyself(ctx.services, ctx.actor, input.name))),
  list: procedure.query(async ({ ctx }) => unwrap(await peopleOf(ctx.services, ctx.actor))),
  add: procedure
    .input(addUserInput)
    .mutation(async ({ ctx, input }) => unwrap(await addUser(ctx.services, ctx.actor, input))),
});
