import { type WhyNot, whyNot } from '@atelier/booking/slots/why-not';
import { listServices } from '@atelier/database/booking/service-store';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome } from '../../outcome.ts';
import { slotQueryOf } from '../availability/slot-query-of.ts';
import { artistFor } from '../settings/own-artist.ts';
import { sourceAround } from './desk-query.ts';

export interface ServiceThen {
  readonly id: string;
  readonly name: string;
  readonly minutes: number;
  /** Null where clients are offered it then. */
  readonly why: WhyNot | null;
}

/** Why clients are not offered a time of an artist: for each of the services, since the length decides as well. */
export async function whyClosed(
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  actor: Actor,
  { artist: slug, start }: { readonly artist: string; readonly start: Date },
): Promise<Outcome<readonly ServiceThen[]>> {
  const found = await artistFor({ database }, actor, slug);
  if (!found.ok) return found;
  const artist = found.value;
  const services = await listServices(database, { artistIds: [artist.id], activeOnly: true });
  const now = clock();
  const longest = Math.max(0, ...services.map(({ minutes }) => minutes));
  const source = await sourceAround(database, [artist.id], { start, minutes: longest, now });
  return done(
    services.map((service) => {
      const why = whyNot(slotQueryOf(artist, service, source, now), start.getTime());
      return { id: service.id, name: service.name, minutes: service.minutes, why };
    }),
  );
}
