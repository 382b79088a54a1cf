import { transact } from '@atelier/database/transaction';
import { readConfig } from '@atelier/runtime/config/config';
import { openLiveServices } from '@atelier/runtime/live-services';
import { OPERATOR } from '@atelier/usecases/actor';
import { submitBooking } from '@atelier/usecases/booking/request/submit-booking';
import { saveService } from '@atelier/usecases/booking/settings/save-service';
import { setHours } from '@atelier/usecases/booking/settings/set-hours';
import { addClosure, removeClosure } from '@atelier/usecases/booking/settings/studio-closures';
import { answerBooking } from '@atelier/usecases/booking/step/answer-booking';
import { addEvent } from '@atelier/usecases/events/add-event';
import superjson from 'superjson';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { addBookable, type Bookable, expectOk, openSlotPage } from './testing/bookable.ts';
import { openTestServer, postJson, type TestServer } from './testing/server.ts';

async function openStudio(settings: Record<string, string> = {}) {
  await using stack = new AsyncDisposableStack();
  const server = stack.use(await openTestServer(settings));
  await server.addUser('lea@studio.test', 'ARTIST');
  const lea = await addBookable(server, { slug: 'lea', owner: 'lea@studio.test' });
  const owned = stack.move();
  return { server, lea, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

function wish({ slug, serviceId, at }: Bookable, time: string, email = 'nora@example.org') {
  return { artist: slug, serviceId, start: at(time), client: { name: 'Nora', email } };
}

async function open<T>(server: TestServer, path: string, input: object): Promise<T> {
  const body = superjson.serialize(input);
  const answer = await postJson(`${server.origin}/trpc/${path}`, body, { origin: server.origin });
  const { result, error } = (await answer.json()) as { result?: { data: never }; error?: { json: Error } };
  if (error) throw new Error(error.json.message);
  return superjson.deserialize<T>(result?.data as never);
}

const lacks = (time: Date) => (starts: readonly number[]) => !starts.includes(time.getTime());
const offers = (time: Date) => (starts: readonly number[]) => starts.includes(time.getTime());

test('B7: a slot goes within a second of the booking that took it, also when another process made it, and comes back', async () => {
  await using studio = await openStudio();
  const { server, lea } = studio;
  const config = readConfig({
    DATABASE_URL: server.context.database.url,
    ATELIER_SECRET: 'x'.repeat(40),
    ATELIER_LOG_LEVEL: 'silent',
  });
  await using other = await openLiveServices(config, 'other');
  await using page = await openSlotPage(server, lea);
  await using second = await openSlotPage(server, lea);
  await Promise.all([page.until(offers(lea.at('10:00'))), second.until(offers(lea.at('10:00')))]);
  expect(page.heard[0]?.kind).toBe('all');

  const elsewhere = other.context;
  const booked = expectOk(await submitBooking(elsewhere, wish(lea, '10:00'), null, 'cli'));
  expect(await page.until(lacks(lea.at('10:00')))).toBeLessThan(1_000);
  await second.until(lacks(lea.at('10:00')));
  expect(page.heard.at(-1)).toMatchObject({ kind: 'days', days: [{ date: lea.date }] });

  if (booked.kind !== 'booked') throw new Error('not booked');
  const cancel = { action: 'cancel' } as const;
  expectOk(await answerBooking(elsewhere, OPERATOR, booked.booking.id, cancel, { via: 'cli' }));
  expect(await page.until(offers(lea.at('10:00')))).toBeLessThan(1_000);
  expect(page.starts()).toHaveLength(3);
});

test('B7 case 49: a hold hides its time from others, never from oneself, and Back releases it', async () => {
  await using studio = await openStudio();
  const { server, lea } = studio;
  await using stranger = await openSlotPage(server, lea);
  await stranger.until(offers(lea.at('09:00')));
  const input = { artist: 'lea', serviceId: lea.serviceId, start: lea.at('09:00') };
  const held = await open<{ token: string }>(server, 'booking.hold', input);
  expect(await stranger.until(lacks(lea.at('09:00')))).toBeLessThan(1_000);
  await using own = await openSlotPage(server, lea, { hold: held.token });
  await own.until((starts) => starts.length === 3);
  await open(server, 'booking.releaseHold', { hold: held.token });
  expect(await stranger.until(offers(lea.at('09:00')))).toBeLessThan(1_000);
});

test('B7 B10: an event in a blocking calendar takes its time, new hours give others, and nothing is told of the event', async () => {
  await using studio = await openStudio();
  const { server, lea } = studio;
  await using page = await openSlotPage(server, lea);
  await page.until(offers(lea.at('11:00')));
  const time = (hour: string) => ({ local: `${lea.date}T${hour}:00`, zone: 'Europe/Zurich' });
  const fields = { summary: 'Secret surgery', start: time('11:15'), end: time('11:30') };
  const rest = { location: null, description: null, url: null, rrule: null, status: null };
  const event = { ...fields, ...rest, transparent: false, classification: 'public' } as const;
  expectOk(await addEvent(server.context, OPERATOR, { calendarId: lea.calendarId, fields: event }));
  expect(await page.until(lacks(lea.at('11:00')))).toBeLessThan(1_000);

  const overrides = [{ date: lea.date, ranges: [['08:00', '09:00']] }];
  expectOk(await setHours(server.context, OPERATOR, 'lea', { weekly: {}, overrides }));
  expect(await page.until(offers(lea.at('08:00')))).toBeLessThan(1_000);
  const closed = expectOk(
    await addClosure(server.context, OPERATOR, { from: lea.date, to: lea.date, reason: 'Secret' }),
  );
  expect(await page.until((starts) => starts.length === 0)).toBeLessThan(1_000);
  expectOk(await removeClosure(server.context, OPERATOR, closed.id));
  expect(await page.until(offers(lea.at('08:00')))).toBeLessThan(1_000);
  expect(page.wire.join()).not.toMatch(/secret|Nora/i);
});

test('B7 case 55: when the service is retired, everybody who looks is told so', async () => {
  await using studio = await openStudio();
  const { server, lea } = studio;
  await using page = await openSlotPage(server, lea);
  await page.until(offers(lea.at('09:00')));
  expectOk(await saveService(server.context, OPERATOR, { artist: 'lea', id: lea.serviceId, active: false }));
  expect(await page.untilError()).toMatch(/not offered any more/);
});

test('B7: fifty changes at once come out as one truth and few messages', async () => {
  await using studio = await openStudio();
  const { server, lea } = studio;
  await using page = await openSlotPage(server, lea);
  await page.until(offers(lea.at('09:00')));
  const announce = () =>
    transact(server.context.database, async (transaction) => {
      transaction.announce({ topic: 'slots', artistId: null });
    });
  await Promise.all(Array.from({ length: 50 }, announce));
  expectOk(await submitBooking(server.context, wish(lea, '09:00'), null, 'cli'));
  expect(await page.until(lacks(lea.at('09:00')))).toBeLessThan(1_000);
  expect(page.heard).toHaveLength(2);
});

test('B10: somebody not signed in reaches open procedures only, and only so many streams', async () => {
  await using studio = await openStudio();
  const { server, lea } = studio;
  await using greedy = await openSlotPage(server, lea, { streams: 9 });
  expect(await greedy.untilError()).toMatch(/Too many live pages/);
  await greedy.until(offers(lea.at('09:00')));
  await using modest = await openSlotPage(server, lea);
  await modest.until(offers(lea.at('09:00')));
  expect((await server.call('bookings.list', null)).status).toBe(401);
});

test('B10: a socket from another site is refused, one from our own page within a frame is not', async () => {
  await using studio = await openStudio();
  const { server } = studio;
  const url = `${server.origin.replace('http', 'ws')}/trpc`;
  const status = await new Promise<number>((resolve) => {
    const socket = new WebSocket(url, { headers: { origin: 'https://elsewhere.test' } });
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('error', () => undefined);
  });
  expect(status).toBe(403);
});
