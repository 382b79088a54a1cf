import {
  leaveDevice,
  removeMyDevice,
  saveMyDevice,
  seeNotifications,
  testMyDevice,
} from '@atelier/usecases/notify/devices';
import { deviceIdInput, deviceInput, endpointInput, testDeviceInput } from '../../input/person.ts';
import { procedure, router, unwrap } from '../trpc.ts';

/** On which devices somebody is told of what; everybody's own. */
export const notificationsRouter = router({
  see: procedure.query(({ ctx }) => seeNotifications(ctx.services, ctx.actor)),
  save: procedure
    .input(deviceInput)
    .mutation(async ({ ctx, input }) => unwrap(await saveMyDevice(ctx.services, ctx.actor, input))),
  remove: procedure
    .input(deviceIdInput)
    .mutation(async ({ ctx, input }) => unwrap(await removeMyDevice(ctx.services, ctx.actor, input.id))),
  test: procedure
    .input(testDeviceInput)
    .mutation(async ({ ctx, input }) => unwrap(await testMyDevice(ctx.services, ctx.actor, input))),
  leave: procedure
    .input(endpointInput)
    .mutation(({ ctx, input }) => leaveDevice(ctx.services, ctx.actor, input.endpoint)),
});
