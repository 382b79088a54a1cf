import { reachOf } from '@atelier/usecases/studio/reach-of';
import { readStudio } from '@atelier/usecases/studio/read-studio';
import { seeStudio } from '@atelier/usecases/studio/see-studio';
import { setStudio } from '@atelier/usecases/studio/set-studio';
import { studioInput } from '../../input/studio.ts';
import { procedure, router, unwrap } from '../trpc.ts';

export const studioRouter = router({
  /** What every page needs to know of the installation. */
  facts: procedure.query(async ({ ctx: { services } }) => {
    const { name, phone, zone, language, url, mail, standing } = await readStudio(
      services.database,
      services,
    );
    const now = services.clock();
    return { name, phone, timeZone: zone, language, url, reach: reachOf(url), mail, standing, now };
  }),
  see: procedure.query(async ({ ctx }) => unwrap(await seeStudio(ctx.services, ctx.actor))),
  save: procedure
    .input(studioInput)
    .mutation(async ({ ctx, input }) => unwrap(await setStudio(ctx.services, ctx.actor, input))),
});
