import type { Services } from '@atelier/runtime/services';
import { STUDIO_ZONE } from '@atelier/testkit/demo-studio';
import { OPERATOR } from '@atelier/usecases/actor';
import { addArtist } from '@atelier/usecases/booking/settings/add-artist';
import { removeArtist } from '@atelier/usecases/booking/settings/remove-artist';
import { saveService } from '@atelier/usecases/booking/settings/save-service';
import { seeArtists } from '@atelier/usecases/booking/settings/see-artists';
import { setArtist } from '@atelier/usecases/booking/settings/set-artist';
import { setHours } from '@atelier/usecases/booking/settings/set-hours';
import { removeChair, saveChair } from '@atelier/usecases/booking/settings/studio-chairs';
import { calendarOverview } from '@atelier/usecases/calendars/calendar-overview';
import { expectDone } from '../run.ts';
import { DEMO_ARTISTS, DEMO_CHAIRS, DEMO_SERVICES, type DemoArtist } from './demo-offer.ts';

/** What was made for the demo, so that nothing else is ever taken out with it. */
export interface DemoOffer {
  readonly artists: readonly string[];
  readonly chairs: readonly string[];
}

/**
 * Makes the demo's artists bookable. Where there were some already, on an earlier day, they get the calendars of today:
 * those of the day before are gone. A studio with artists of its own is left alone, and so is an artist whose demo
 * account somebody has taken out.
 */
export async function offerDemo(services: Services, before: DemoOffer | null): Promise<DemoOffer | null> {
  const { context } = services;
  const artists = await seeArtists(context, OPERATOR);
  if (before === null && artists.length > 0) return null;
  if (before !== null) {
    const stand = artists.filter(
      ({ slug, calendarId }) => before.artists.includes(slug) && calendarId === null,
    );
    for (const artist of DEMO_ARTISTS.filter(({ slug }) => stand.some((one) => one.slug === slug))) {
      const calendars = await calendarsOf(services, artist);
      if (calendars) expectDone(await setArtist(context, OPERATOR, artist.slug, calendars));
    }
    return before;
  }
  const chairs: string[] = [];
  for (const name of DEMO_CHAIRS) chairs.push(expectDone(await saveChair(context, OPERATOR, { name })).id);
  for (const [position, artist] of DEMO_ARTISTS.entries()) await addDemoArtist(services, artist, position);
  return { artists: DEMO_ARTISTS.map(({ slug }) => slug), chairs };
}

async function addDemoArtist(services: Services, artist: DemoArtist, position: number): Promise<void> {
  const { context } = services;
  const { slug, name, bio, hours } = artist;
  const calendars = await calendarsOf(services, artist);
  if (!calendars) return;
  expectDone(await addArtist(context, OPERATOR, { slug, name, timeZone: STUDIO_ZONE, ...calendars }));
  expectDone(await setArtist(context, OPERATOR, slug, { bio, position, slotInterval: 30 }));
  expectDone(await setHours(context, OPERATOR, slug, hours));
  for (const [place, service] of DEMO_SERVICES.entries())
    expectDone(await saveService(context, OPERATOR, { ...service, artist: slug, position: place }));
}

/** The one that receives the bookings, and the others of the same account, which block; null when it is not there. */
async function calendarsOf({ context }: Services, { account, calendar }: DemoArtist) {
  const all = await calendarOverview(context, OPERATOR);
  const own = all.filter(({ demo, connectionName }) => demo && connectionName === account);
  const receives = own.find(({ name, readOnly }) => name === calendar && !readOnly);
  if (!receives) return null;
  const blocking = own.flatMap(({ id }) => (id === receives.id ? [] : [id]));
  return { calendarId: receives.id, blocking };
}

/** Takes out what was made for the demo. Artists with bookings stay: somebody may count on them. */
export async function withdrawDemo({ context }: Services, { artists, chairs }: DemoOffer): Promise<void> {
  for (const slug of artists) await removeArtist(context, OPERATOR, slug);
  for (const id of chairs) await removeChair(context, OPERATOR, id);
}
