import { STUDIO_ZONE } from '@atelier/testkit/demo-studio';
import { eventFile } from '@atelier/testkit/event-builder';
import { OPERATOR } from '@atelier/usecases/actor';
import { addArtist } from '@atelier/usecases/booking/settings/add-artist';
import { saveService } from '@atelier/usecases/booking/settings/save-service';
import { setArtist } from '@atelier/usecases/booking/settings/set-artist';
import { setHours } from '@atelier/usecases/booking/settings/set-hours';
import { connectAccount } from '@atelier/usecases/connections/connect-account';
import { expectDone } from '../../run.ts';
import { DEMO_SERVICES } from '../demo-offer.ts';
import type { WaitingDemo } from './waiting-demo.ts';

const WEEK: readonly [summary: string, day: number, from: string, minutes: number, place?: string][] = [
  ['Peony, upper arm – Camille Roy', 0, '10:30', 150],
  ['Touch-up – Jonas Frei', 0, '15:00', 60],
  ['Lettering, ribs – Sofia Lind', 1, '11:00', 120],
  ['Swallow, wrist – Hugo Martin', 1, '14:30', 90],
  ['Back piece, session 2 – Amara Osei', 2, '10:00', 300],
  ['Consultation – Elin Berg', 3, '16:00', 30, 'Window chair'],
  ['Fern, forearm – Theo Blanc', 4, '13:00', 150],
  ['Mandala, shoulder – Priya Nair', 5, '11:30', 180],
];
const CONVENTIONS = 28;

export const THIRD_ARTIST = 'noa';

/** Somebody to book besides the other two, and an account whose calendars are of the past. */
export async function addThirdArtist({ services, sandbox }: WaitingDemo, password: string): Promise<void> {
  const { context } = services;
  sandbox.addUser('noa', password, 'Noa Keller');
  sandbox.addCalendar('noa', { uri: 'noa', name: 'Noa Keller', color: '#2F9E44', zone: STUDIO_ZONE });
  sandbox.addCalendar('noa', {
    uri: 'conventions',
    name: 'Conventions',
    color: '#E8590C',
    zone: STUDIO_ZONE,
  });
  sandbox.addUser('archive', password, 'Archive');
  sandbox.addCalendar('archive', { uri: 'archive', name: 'Old studio', color: '#868E96', zone: STUDIO_ZONE });
  fill({ sandbox });
  const account = {
    kind: 'caldav' as const,
    url: sandbox.origin,
    password,
    select: 'all' as const,
    demo: true,
  };
  const noa = expectDone(
    await connectAccount(context, OPERATOR, { ...account, username: 'noa', name: 'Noa (demo)' }),
  );
  const old = expectDone(
    await connectAccount(context, OPERATOR, { ...account, username: 'archive', name: 'Old studio (demo)' }),
  );
  const own = noa.calendars.find(({ name }) => name === 'Noa Keller');
  if (!own) throw new Error('the demo has no calendar of its third artist');
  const calendars = { calendarId: own.id, blocking: old.calendars.map(({ id }) => id) };
  const slug = THIRD_ARTIST;
  expectDone(
    await addArtist(context, OPERATOR, { slug, name: 'Noa Keller', timeZone: STUDIO_ZONE, ...calendars }),
  );
  const bio = 'Flowers and fine lettering, one quiet piece a day.';
  expectDone(await setArtist(context, OPERATOR, slug, { bio, position: 2, slotInterval: 30 }));
  const open = [['10:00', '18:00']];
  const weekly = Object.fromEntries(['tu', 'we', 'th', 'fr', 'sa'].map((day) => [day, open]));
  expectDone(await setHours(context, OPERATOR, slug, { weekly }));
  for (const [position, service] of DEMO_SERVICES.entries())
    expectDone(await saveService(context, OPERATOR, { ...service, artist: slug, position }));
}

function fill({ sandbox }: Pick<WaitingDemo, 'sandbox'>): void {
  const today = Temporal.Now.plainDateISO(STUDIO_ZONE);
  const put = (uri: string, user: string, name: string, event: Parameters<typeof eventFile>[0]) =>
    sandbox.put(user, uri, `${name}.ics`, eventFile(event));
  for (const [index, [summary, day, from, minutes, location]] of WEEK.entries()) {
    const start = today.add({ days: day }).toZonedDateTime({ timeZone: STUDIO_ZONE, plainTime: from });
    const uid = `noa-${index}@demo.atelier`;
    const place = location === undefined ? {} : { location };
    put('noa', 'noa', `noa-${index}`, { uid, summary, start, end: start.add({ minutes }), ...place });
  }
  for (let index = 0; index < CONVENTIONS; index += 1) {
    const start = today.add({ weeks: 2 * index + 3 });
    const summary = `Convention ${start.toPlainYearMonth().toString()} – stand ${index + 1}`;
    const uid = `convention-${index}@demo.atelier`;
    put('conventions', 'noa', `convention-${index}`, { uid, summary, start, end: start.add({ days: 2 }) });
  }
  const past = today.subtract({ days: 20 });
  put('archive', 'archive', 'moved', {
    uid: 'moved@demo.atelier',
    summary: 'Last day at the old studio',
    start: past,
  });
}
