import { freeArtists } from '@atelier/usecases/booking/desk/free-artists';
import { standingHolds } from '@atelier/usecases/booking/desk/standing-holds';
import { whyClosed } from '@atelier/usecases/booking/desk/why-closed';
import { addArtist } from '@atelier/usecases/booking/settings/add-artist';
import { explainFor } from '@atelier/usecases/booking/settings/explain-for';
import { saveService } from '@atelier/usecases/booking/settings/save-service';
import { seeArtist, seeArtists, studioService } from '@atelier/usecases/booking/settings/see-artists';
import { setArtist } from '@atelier/usecases/booking/settings/set-artist';
import { setHours } from '@atelier/usecases/booking/settings/set-hours';
import { seePeople } from '@atelier/usecases/people/see-people';
import {
  addArtistInput,
  artistInput,
  explainInput,
  freeArtistsInput,
  holdsInput,
  saveServiceInput,
  setArtistInput,
  setHoursInput,
  whyClosedInput,
} from '../../input/artist.ts';
import { procedure, router, unwrap } from '../trpc.ts';

/** Who can be booked, for what and when. */
export const artistsRouter = router({
  list: procedure.query(({ ctx }) => seeArtists(ctx.services, ctx.actor)),
  see: procedure
    .input(artistInput)
    .query(async ({ ctx, input }) => unwrap(await seeArtist(ctx.services, ctx.actor, input.slug))),
  add: procedure.input(addArtistInput).mutation(async ({ ctx, input: { zone: timeZone, ...input } }) => {
    const { slug } = unwrap(await addArtist(ctx.services, ctx.actor, { ...input, timeZone }));
    return unwrap(await seeArtist(ctx.services, ctx.actor, slug));
  }),
  set: procedure
    .input(setArtistInput)
    .mutation(async ({ ctx, input: { slug, zone: timeZone, ...input } }) => {
      unwrap(await setArtist(ctx.services, ctx.actor, slug, { ...input, timeZone }));
      return unwrap(await seeArtist(ctx.services, ctx.actor, slug));
    }),
  setHours: procedure.input(setHoursInput).mutation(async ({ ctx, input: { slug, hours } }) => {
    unwrap(await setHours(ctx.services, ctx.actor, slug, hours));
    return unwrap(await seeArtist(ctx.services, ctx.actor, slug));
  }),
  saveService: procedure
    .input(saveServiceInput)
    .mutation(async ({ ctx, input }) =>
      studioService(unwrap(await saveService(ctx.services, ctx.actor, input))),
    ),
  explain: procedure
    .input(explainInput)
    .query(async ({ ctx, input }) => unwrap(await explainFor(ctx.services, ctx.actor, input))),
  free: procedure
    .input(freeArtistsInput)
    .query(({ ctx, input }) => freeArtists(ctx.services, ctx.actor, input)),
  whyClosed: procedure
    .input(whyClosedInput)
    .query(async ({ ctx, input }) => unwrap(await whyClosed(ctx.services, ctx.actor, input))),
  holds: procedure.input(holdsInput).query(({ ctx, input }) => standingHolds(ctx.services, ctx.actor, input)),
  /** Whom an artist can be linked to. */
  people: procedure.query(async ({ ctx }) =>
    unwrap(await seePeople(ctx.services, ctx.actor)).map(({ id, name }) => ({ id, name })),
  ),
});
