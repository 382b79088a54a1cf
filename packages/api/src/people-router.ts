import { addUser, peopleOf } from '@atelier/usecases/add-user';
import { nameMyself } from '@atelier/usecases/name-myself';
import { speakLanguage } from '@atelier/usecases/speak-language';
import { addUserInput, nameInput, speakInput } from './input/person.ts';
import { procedure, router, unwrap } from './trpc.ts';

export const peopleRouter = router({
  me: procedure.query(({ ctx }) => ctx.actor),
  nameMyself: procedure
    .input(nameInput)
    .mutation(async ({ ctx, input }) => unwrap(await nameMyself(ctx.services, ctx.actor, input.name))),
  /** Their mails are in the language in which they read this. */
  speak: procedure
    .input(speakInput)
    .mutation(async ({ ctx, input }) => speakLanguage(ctx.services, ctx.actor, input)),
  list: procedure.query(async ({ ctx }) => unwrap(await peopleOf(ctx.services, ctx.actor))),
  add: procedure
    .input(addUserInput)
    .mutation(async ({ ctx, input }) => unwrap(await addUser(ctx.services, ctx.actor, input))),
});
