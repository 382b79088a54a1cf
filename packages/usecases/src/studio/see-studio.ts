import { listArtists } from '@atelier/database/booking/artist-store';
import { findStudio } from '@atelier/database/studio/studio-store';
import { type Actor, isAdmin } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { type Reach, reachOf } from './reach-of.ts';
import { type GivenStudio, type Studio, studioOf } from './studio.ts';

/** The settings of the studio, as an admin sees them. */
export interface SeenStudio extends Studio {
  /** Who can open the public address. */
  readonly reach: Reach;
  /** Which are set in the environment, by the name of the variable: what is typed here does not count meanwhile. */
  readonly fixed: Readonly<Partial<Record<'name' | 'zone' | 'sender' | 'url', string>>>;
  /** Whether the public address was told by anybody; otherwise it is this machine. */
  readonly urlTold: boolean;
  /** The zone that all artists have; null where they differ, or where there is none. */
  readonly artistsZone: string | null;
}

export async function seeStudio(
  { database, given }: Pick<Context, 'database' | 'given'>,
  actor: Actor,
): Promise<Outcome<SeenStudio>> {
  if (!isAdmin(actor)) return refusedFor('forbidden', 'admins-only');
  const studio = studioOf(await findStudio(database), given);
  const zones = new Set((await listArtists(database, {})).map(({ timeZone }) => timeZone));
  return done({
    ...studio,
    reach: reachOf(studio.url),
    fixed: fixedBy(given),
    urlTold: studio.url !== given.here,
    artistsZone: zones.size === 1 ? ([...zones][0] ?? null) : null,
  });
}

function fixedBy({ name, zone, sender, url }: GivenStudio): SeenStudio['fixed'] {
  return {
    ...(name !== null && { name: 'ATELIER_STUDIO_NAME' }),
    ...(zone !== null && { zone: 'ATELIER_TIME_ZONE' }),
    ...(sender !== null && { sender: 'MAIL_FROM' }),
    ...(url !== null && { url: 'ATELIER_URL' }),
  };
}
