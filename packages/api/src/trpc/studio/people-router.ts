import { withinLimit } from '@atelier/usecases/abuse/within-limit';
import { addUser } from '@atelier/usecases/people/add-user';
import { acceptLink, seeLink } from '@atelier/usecases/people/links/accept-link';
import { invitePerson } from '@atelier/usecases/people/links/invite-person';
import { resetPassword } from '@atelier/usecases/people/links/reset-password';
import { nameMyself } from '@atelier/usecases/people/name-myself';
import { removePerson } from '@atelier/usecases/people/remove-person';
import { seeMyself } from '@atelier/usecases/people/see-myself';
import { seePeople } from '@atelier/usecases/people/see-people';
import { setRole } from '@atelier/usecases/people/set-role';
import { changePassword } from '@atelier/usecases/people/sign-in/own-account';
import { takeFactorOff } from '@atelier/usecases/people/sign-in/second-factor';
import { speakLanguage } from '@atelier/usecases/people/speak-language';
import { disablePerson, enablePerson } from '@atelier/usecases/people/switch-person';
import {
  acceptLinkInput,
  addUserInput,
  changePasswordInput,
  inviteInput,
  nameInput,
  personInput,
  personLinkInput,
  removePersonInput,
  setRoleInput,
  speakInput,
} from '../../input/person.ts';
import { openProcedure, procedure, router, unwrap } from '../trpc.ts';

export const peopleRouter = router({
  me: procedure.query(({ ctx }) => seeMyself(ctx.services, ctx.actor)),
  nameMyself: procedure
    .input(nameInput)
    .mutation(async ({ ctx, input }) => unwrap(await nameMyself(ctx.services, ctx.actor, input.name))),
  /** Their mails are in the language in which they read this. */
  speak: procedure
    .input(speakInput)
    .mutation(async ({ ctx, input }) => speakLanguage(ctx.services, ctx.actor, input)),
  changePassword: procedure.input(changePasswordInput).mutation(async ({ ctx, input }) => {
    const { actor, services, sessionId } = ctx;
    return unwrap(await changePassword(services, actor, { ...input, sessionId }));
  }),
  list: procedure.query(async ({ ctx }) => unwrap(await seePeople(ctx.services, ctx.actor))),
  add: procedure
    .input(addUserInput)
    .mutation(async ({ ctx, input }) => unwrap(await addUser(ctx.services, ctx.actor, input))),
  invite: procedure
    .input(inviteInput)
    .mutation(async ({ ctx, input }) => unwrap(await invitePerson(ctx.services, ctx.actor, input))),
  setRole: procedure
    .input(setRoleInput)
    .mutation(async ({ ctx, input }) => unwrap(await setRole(ctx.services, ctx.actor, input))),
  resetPassword: procedure
    .input(personInput)
    .mutation(async ({ ctx, input }) => unwrap(await resetPassword(ctx.services, ctx.actor, input.id))),
  takeFactorOff: procedure
    .input(personInput)
    .mutation(async ({ ctx, input }) => unwrap(await takeFactorOff(ctx.services, ctx.actor, input.id))),
  disable: procedure
    .input(personInput)
    .mutation(async ({ ctx, input }) => unwrap(await disablePerson(ctx.services, ctx.actor, input.id))),
  enable: procedure
    .input(personInput)
    .mutation(async ({ ctx, input }) => unwrap(await enablePerson(ctx.services, ctx.actor, input.id))),
  remove: procedure
    .input(removePersonInput)
    .mutation(async ({ ctx, input }) => unwrap(await removePerson(ctx.services, ctx.actor, input))),
  link: openProcedure
    .input(personLinkInput)
    .query(async ({ ctx, input }) => unwrap(await seeLink(ctx.services, input.token))),
  acceptLink: openProcedure.input(acceptLinkInput).mutation(async ({ ctx, input }) => {
    unwrap(await withinLimit(ctx.services.limiter, 'signIn', ctx.ip));
    return unwrap(await acceptLink(ctx.services, input));
  }),
});
