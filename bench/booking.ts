import { findSlots } from '@atelier/booking/slots/find-slots';
import { mergeArtists } from '@atelier/booking/slots/merge-artists';
import { artistDates, slotsByDate } from '@atelier/booking/slots/slots-by-date';
import { listArtists } from '@atelier/database/booking/artist-store';
import { listServices } from '@atelier/database/booking/service-store';
import { slotSource } from '@atelier/database/booking/slot-source';
import { freePort } from '@atelier/database/postgres/postgres-cluster';
import { slotQueryOf } from '@atelier/usecases/booking/availability/slot-query-of';
import { type BookingStudio, fillBookingStudio, ZONE } from './booking-studio.ts';
import { startChild } from './child.ts';
import { type Installation, openInstallation } from './installation.ts';
import { openPages } from './open-pages.ts';
import { percentile } from './percentile.ts';

export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly longest: number;
}

export interface BookingFigures {
  /** Of the month, in all. */
  readonly busy: number;
  readonly slots: number;
  /** Milliseconds: over HTTP, the sweep alone in this process, and a plain indexed read of the same rows. */
  readonly month: Spread;
  readonly sweep: Spread;
  readonly plainRead: Spread;
  readonly submitsPerSecond: number;
  readonly submit: Spread;
  readonly pages: number;
  /** Milliseconds from the moment a booking is sent until every open page has been told that its time is gone. */
  readonly push: Spread;
}

const LOOKS = 200;
const WARM_UP = 30;
const SUBMITS = 400;
const AT_ONCE = 20;
const PAGES = 1_000;
const PUSHES = 20;

/** Live availability through a true server: read, booked, and pushed to whoever looks. */
export async function benchBooking(): Promise<BookingFigures> {
  await using installation = await openInstallation();
  const studio = await fillBookingStudio(installation.context.database, installation.adminId);
  const origin = `http://127.0.0.1:${await freePort()}`;
  await using _server = await startChild(['apps/server/src/main.ts'], {
    ...installation.env,
    PORT: new URL(origin).port,
  });
  const busy = await countBusy(installation);
  const { slots, ...month } = await readMonth(origin, studio);
  const sweep = await sweepAlone(installation, studio);
  const plainRead = await readPlainly(installation, studio);
  const submits = await submitMany(origin, studio);
  const push = await pushToPages(origin, studio);
  return { busy, slots, month, sweep, plainRead, ...submits, pages: PAGES, push };
}

async function measure(times: number, work: (n: number) => Promise<unknown> | unknown): Promise<number[]> {
  const found: number[] = [];
  for (let n = 0; n < times + WARM_UP; n += 1) {
    const began = performance.now();
    await work(n);
    if (n >= WARM_UP) found.push(performance.now() - began);
  }
  return found;
}

function spreadOf(times: readonly number[]): Spread {
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95), longest: Math.max(...times) };
}

interface Month {
  readonly days: readonly {
    readonly date: string;
    readonly slots: readonly { readonly start: string; readonly artist: string }[];
  }[];
}

async function getMonth(origin: string, { serviceIds, from, to }: BookingStudio): Promise<Month> {
  const asked = new URLSearchParams({ artist: 'any', service: serviceIds[0] ?? '', from, to });
  const answer = await fetch(`${origin}/api/v1/slots?${asked}`);
  if (!answer.ok) throw new Error(`slots answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Month;
}

async function readMonth(
  origin: string,
  studio: BookingStudio,
): Promise<Spread & { readonly slots: number }> {
  const { days } = await getMonth(origin, studio);
  const times = await measure(LOOKS, () => getMonth(origin, studio));
  return { ...spreadOf(times), slots: days.reduce((sum, { slots }) => sum + slots.length, 0) };
}

/** The same question without network and database. */
async function sweepAlone({ context }: Installation, studio: BookingStudio): Promise<Spread> {
  const { database } = context;
  const { artistIds, serviceIds, from, to } = studio;
  const artists = await listArtists(database, { ids: artistIds });
  const services = await listServices(database, { ids: serviceIds });
  const now = context.clock();
  const source = await slotSource(database, artistIds, { ...spanOf(studio), now });
  const queries = artists.flatMap((artist) => {
    const service = services.find(({ artistId }) => artistId === artist.id);
    return service ? [{ artist: artist.slug, query: slotQueryOf(artist, service, source, now) }] : [];
  });
  const dates = { from, to };
  return spreadOf(
    await measure(LOOKS, () => {
      const local = artistDates(dates, ZONE, ZONE) ?? dates;
      const lists = queries.map(({ artist, query }) => ({ artist, slots: findSlots(query, local) }));
      return slotsByDate(mergeArtists(lists), dates, ZONE);
    }),
  );
}

/** What any program would have to read at least. */
async function readPlainly({ context }: Installation, studio: BookingStudio): Promise<Spread> {
  const { from, to } = spanOf(studio);
  const read = () =>
    context.database.query(
      `SELECT o.calendar_id, o.starts_at, o.ends_at FROM artist a JOIN occurrence o ON o.calendar_id = a.calendar_id
       WHERE a.id = ANY ($1::uuid[]) AND o.starts_at >= $2 AND o.starts_at < $3 AND o.busy ORDER BY o.starts_at`,
      [studio.artistIds, from, to],
    );
  return spreadOf(await measure(LOOKS, read));
}

function spanOf({ from, to }: BookingStudio): { readonly from: Date; readonly to: Date } {
  const midnight = (date: string) =>
    new Date(Temporal.PlainDate.from(date).toZonedDateTime(ZONE).epochMilliseconds);
  return { from: midnight(from), to: midnight(Temporal.PlainDate.from(to).add({ days: 1 }).toString()) };
}

async function countBusy({ context }: Installation): Promise<number> {
  const [row] = await context.database.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM occurrence WHERE busy',
  );
  return row?.n ?? 0;
}

interface Wish {
  readonly artist: string;
  readonly service: string;
  readonly start: string;
}

/** One after the other from so many clients, each a time of its own. */
async function submitMany(
  origin: string,
  studio: BookingStudio,
): Promise<Pick<BookingFigures, 'submitsPerSecond' | 'submit'>> {
  const free = (await freeTimes(origin, studio)).slice(0, SUBMITS);
  const times: number[] = [];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async (_, lane) => {
      for (const wish of free.filter((_wish, n) => n % AT_ONCE === lane)) {
        const sent = performance.now();
        await submit(origin, wish);
        times.push(performance.now() - sent);
      }
    }),
  );
  return { submitsPerSecond: free.length / ((performance.now() - began) / 1_000), submit: spreadOf(times) };
}

/** Half hours that do not touch, of all artists. */
async function freeTimes(
  origin: string,
  { slugs, serviceIds, from, to }: BookingStudio,
): Promise<readonly Wish[]> {
  const wishes = await Promise.all(
    slugs.map(async (artist, n) => {
      const service = serviceIds[n] ?? '';
      const asked = new URLSearchParams({ artist, service, from, to });
      const { days } = (await (await fetch(`${origin}/api/v1/slots?${asked}`)).json()) as Month;
      const starts = days
        .flatMap(({ slots }) => slots.map(({ start }) => start))
        .filter((start) => start.includes(':30:'));
      return starts.map((start) => ({ artist, service, start }));
    }),
  );
  return wishes.flat();
}

async function submit(origin: string, wish: Wish): Promise<void> {
  const answer = await fetch(`${origin}/api/v1/bookings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({ ...wish, zone: ZONE, client: { name: 'Bench', email: 'bench@example.org' } }),
  });
  if (answer.status !== 201) throw new Error(`a submit answered ${answer.status}: ${await answer.text()}`);
}

async function pushToPages(origin: string, studio: BookingStudio): Promise<Spread> {
  // The times of the first ones have gone to the submits.
  const [artist = '', service = ''] = [studio.slugs.at(-1), studio.serviceIds.at(-1)];
  const { from, to } = studio;
  using pages = await openPages(origin, PAGES, { artist, serviceId: service, from, to });
  const free = (await freeTimes(origin, studio)).filter((wish) => wish.artist === artist).slice(-PUSHES);
  const times: number[] = [];
  for (const wish of free) {
    const told = pages.untilAllAreTold(wish.start);
    const began = performance.now();
    await submit(origin, wish);
    await told;
    times.push(performance.now() - began);
  }
  return spreadOf(times);
}
