import { randomUUID } from 'node:crypto';
import { saveService } from '@atelier/database/booking/service-store';
import type { Database } from '@atelier/database/database';
import { addCalendar } from '@atelier/database/testing/add-calendar';
import { transact } from '@atelier/database/transaction';

export const ZONE = 'Europe/Zurich';
export const ARTISTS = 10;
/** One artist's, in the month that is asked for: 2,480 in all. */
const EVENTS = 248;
export const DAYS = 31;

/** The month that is asked for begins in so many days, beyond any notice. */
const FROM_DAYS = 3;

export interface BookingStudio {
  readonly slugs: readonly string[];
  readonly artistIds: readonly string[];
  /** By artist, the same name and length with each, so that `any` finds them all. */
  readonly serviceIds: readonly string[];
  /** `YYYY-MM-DD`, both included. */
  readonly from: string;
  readonly to: string;
}

/** Ten artists with calendars of Atelier's own, eight appointments in each on every day of a month. */
export async function fillBookingStudio(database: Database, ownerId: string): Promise<BookingStudio> {
  const first = Temporal.Now.plainDateISO(ZONE).add({ days: FROM_DAYS });
  const slugs = Array.from({ length: ARTISTS }, (_, n) => `artist-${n}`);
  const artistIds = slugs.map(() => randomUUID());
  const serviceIds = slugs.map(() => randomUUID());
  for (const [n, slug] of slugs.entries()) {
    const calendarId = await addCalendar(database, { ownerId, name: slug, timeZone: ZONE });
    await addArtist(database, { id: artistIds[n] ?? '', slug, calendarId });
    await addService(database, { id: serviceIds[n] ?? '', artistId: artistIds[n] ?? '' });
    await addEvents(database, calendarId, first);
  }
  await database.query('ANALYZE');
  return { slugs, artistIds, serviceIds, from: `${first}`, to: `${first.add({ days: DAYS - 1 })}` };
}

const OPEN = [{ start: 540, end: 1_140 }];
const WEEKLY = Object.fromEntries(['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'].map((day) => [day, OPEN]));

async function addArtist(
  database: Database,
  { id, slug, calendarId }: { readonly id: string; readonly slug: string; readonly calendarId: string },
): Promise<void> {
  await database.query(
    `INSERT INTO artist (id, name, slug, time_zone, calendar_id, horizon_days, notice_minutes, weekly, created_at)
     VALUES ($1, $2, $2, $3, $4, 365, 0, $5, now())`,
    [id, slug, ZONE, calendarId, JSON.stringify(WEEKLY)],
  );
}

async function addService(
  database: Database,
  { id, artistId }: { readonly id: string; readonly artistId: string },
): Promise<void> {
  const texts = { name: 'Small', description: '', price: '', deposit: '' };
  const rest = {
    autoConfirm: null,
    noticeMinutes: null,
    needsChair: false,
    questions: [],
    active: true,
    position: 0,
  };
  await transact(database, (transaction) =>
    saveService(transaction, {
      id,
      artistId,
      minutes: 30,
      bufferBefore: 0,
      bufferAfter: 0,
      ...texts,
      ...rest,
    }),
  );
}

/** A quarter of an hour, at every hour from ten on. */
async function addEvents(database: Database, calendarId: string, first: Temporal.PlainDate): Promise<void> {
  await database.query(
    `WITH event AS (
       SELECT gen_random_uuid() AS id, d, h FROM generate_series(0, $4 - 1) AS d, generate_series(0, $5 - 1) AS h),
     object AS (
       INSERT INTO calendar_object (id, calendar_id, href, uid, source, components)
       SELECT id, $1, id::text, id::text, '', '[{}]' FROM event)
     INSERT INTO occurrence (calendar_id, object_id, ordinal, component, starts_at, ends_at, all_day, busy)
     SELECT $1, id, 0, 0, at, at + interval '15 minutes', false, true
     FROM event, LATERAL (SELECT ($2::date + d + make_interval(hours => 10 + h)) AT TIME ZONE $3 AS at) AS place`,
    [calendarId, `${first}`, ZONE, DAYS, EVENTS / DAYS],
  );
}
