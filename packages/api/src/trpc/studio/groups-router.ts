import { addGroup, nameGroup, removeGroup, seeGroups, setMember } from '@atelier/usecases/sharing/groups';
import { addGroupInput, groupId, memberInput, nameGroupInput } from '../../input/sharing.ts';
import { procedure, router, unwrap } from '../trpc.ts';

export const groupsRouter = router({
  list: procedure.query(({ ctx }) => seeGroups(ctx.services, ctx.actor)),
  add: procedure
    .input(addGroupInput)
    .mutation(async ({ ctx, input }) => unwrap(await addGroup(ctx.services, ctx.actor, input))),
  rename: procedure
    .input(nameGroupInput)
    .mutation(async ({ ctx, input }) => unwrap(await nameGroup(ctx.services, ctx.actor, input))),
  remove: procedure
    .input(groupId)
    .mutation(async ({ ctx, input }) => unwrap(await removeGroup(ctx.services, ctx.actor, input.id))),
  setMember: procedure
    .input(memberInput)
    .mutation(async ({ ctx, input }) => unwrap(await setMember(ctx.services, ctx.actor, input))),
});
