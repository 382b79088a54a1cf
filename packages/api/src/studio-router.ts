import { procedure, router } from './trpc.ts';

export const studioRouter = router({
  /** What every page needs to know of the installation. */
  facts: procedure.query(({ ctx }) => ({ timeZone: ctx.services.studioZone, now: ctx.services.clock() })),
});
