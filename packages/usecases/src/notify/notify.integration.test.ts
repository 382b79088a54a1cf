import { randomUUID } from 'node:crypto';
import { processAll } from '@atelier/database/jobs/testing/process-all';
import { addCalendar } from '@atelier/database/testing/add-calendar';
import { beforeEach, expect, it } from 'vitest';
import type { Actor } from '../actor.ts';
import { submitBooking } from '../booking/request/submit-booking.ts';
import { type MailStudio, openMailStudio } from '../booking/testing/mails.ts';
import { expectOk } from '../booking/testing/studio.ts';
import { addEvent } from '../events/add-event.ts';
import { fields } from '../events/testing/writing.ts';
import { sendInquiry } from '../inquiry/client/send-inquiry.ts';
import { IDEA } from '../inquiry/testing/desk.ts';
import { jobHandlers } from '../jobs/job-handlers.ts';
import { removeMyDevice, type SaveDevice, saveMyDevice, seeNotifications, testMyDevice } from './devices.ts';
import { remindEvents } from './remind-events.ts';
import { type SilentPush, silentPush } from './testing/silent-push.ts';

const LEA: Actor = { userId: 'lea', name: 'Léa', email: 'lea@studio.test', role: 'ARTIST' };
const BOSS: Actor = { userId: 'boss', name: 'Boss', email: 'boss@studio.test', role: 'ADMIN' };
const MAX: Actor = { userId: 'max', name: 'Max', email: 'max@studio.test', role: 'ARTIST' };

let world: MailStudio;
let push: SilentPush;
beforeEach(async () => {
  world = await openMailStudio();
  push = silentPush();
  for (const { userId, name, email, role } of [BOSS, MAX])
    await world.context.database.prisma.user.create({
      data: { id: userId, name, email, role, language: 'en' },
    });
  return () => world[Symbol.asyncDispose]();
});

const context = () => ({ ...world.context, push });
const device = async (actor: Actor, more: Partial<SaveDevice> = {}) => {
  const endpoint = `https://push.test/${actor.userId}/${randomUUID()}`;
  const said = {
    endpoint,
    p256dh: 'k',
    auth: 'a',
    name: 'Phone',
    kinds: ['request' as const],
    details: false,
  };
  return expectOk(await saveMyDevice(context(), actor, { ...said, ...more }));
};
const work = () =>
  processAll(world.context.database, {
    handlers: jobHandlers({ ...context(), mailer: null, backups: null }),
    clock: () => world.studio.world.at,
    failed: (error) => {
      throw error;
    },
  });
const book = async (time = '10:00') =>
  expectOk(await submitBooking(world.context, world.studio.wish(time, { client: NORA }), null, 'page'));
const NORA = { name: 'Nora Secret', email: 'nora@example.org' };
const told = () =>
  push.sent
    .map(({ to, text }) => ({ to: to.endpoint.split('/')[3], ...(JSON.parse(text) as { title: string }) }))
    .sort((a, b) => String(a.to).localeCompare(String(b.to)));

it('tells a request to its artist and to admins, in their language, once, and to nobody else', async () => {
  for (const actor of [LEA, BOSS, MAX]) await device(actor);
  await book();
  await work();
  await work();
  expect(told().map(({ to, title }) => [to, title])).toEqual([
    ['boss', 'A request waits for an answer'],
    ['lea', 'Une demande attend une réponse'],
  ]);
});

it('S14: names the client on no lock screen, unless its owner has said so', async () => {
  await device(LEA);
  await device(BOSS, { details: true });
  await book();
  await work();
  const [boss, lea] = told();
  expect(JSON.stringify(lea)).not.toContain('Secret');
  expect(boss?.title).toBe('Nora Secret asks for a time');
});

it('tells an idea, and nothing of what was not chosen', async () => {
  await device(BOSS);
  await device(LEA, { kinds: ['reminder'] });
  await sendInquiry({ ...world.context, origin: null }, { ...IDEA, artist: 'lea' }, randomUUID());
  await work();
  expect(told().map(({ to, title }) => [to, title])).toEqual([['boss', 'An idea waits for an answer']]);
});

it('forgets a device that its push service does not know any more', async () => {
  push = silentPush(() => 'gone');
  await device(LEA);
  await book();
  await work();
  expect((await seeNotifications(context(), LEA)).devices).toEqual([]);
});

it('a push service that is away is asked again; what has become old meanwhile is not told', async () => {
  let away = true;
  push = silentPush(() => {
    if (away) throw new Error('away');
    return 'sent';
  });
  const { id } = await device(LEA);
  expectOk(await testMyDevice(context(), LEA, { id, language: 'fr' }));
  const failed: unknown[] = [];
  const patient = () =>
    processAll(world.context.database, {
      handlers: jobHandlers({ ...context(), mailer: null, backups: null }),
      clock: () => world.studio.world.at,
      failed: (error) => void failed.push(error),
    });
  await patient();
  expect(failed).toHaveLength(1);
  away = false;
  world.studio.world.at = new Date(world.studio.world.at.getTime() + 60_000);
  await patient();
  expect(push.sent).toHaveLength(2);
  expectOk(await testMyDevice(context(), LEA, { id, language: 'fr' }));
  world.studio.world.at = new Date(world.studio.world.at.getTime() + 3_600_000);
  await patient();
  expect(push.sent).toHaveLength(2);
});

it('reminds somebody of their own events, by their alarms and else ten minutes ahead, once', async () => {
  const { database } = world.context;
  const mine = await addCalendar(database, { ownerId: 'max', name: 'Mine', timeZone: 'UTC' });
  const theirs = await addCalendar(database, { ownerId: 'boss', name: 'Theirs', timeZone: 'UTC' });
  await device(MAX, { kinds: ['reminder'], details: true });
  const now = world.studio.world.at;
  const at = (minutes: number) => {
    const local = new Date(now.getTime() + minutes * 60_000).toISOString().slice(0, 19);
    return { local, zone: 'UTC' };
  };
  const event = (summary: string, minutes: number, alarms: number[]) =>
    fields({ summary, start: at(minutes), end: at(minutes + 30), alarms });
  const add = async (actor: Actor, calendarId: string, said: ReturnType<typeof event>) =>
    expectOk(await addEvent(world.context, actor, { calendarId, fields: said }));
  await add(MAX, mine, event('Usual', 10, []));
  await add(MAX, mine, event('An hour ahead', 60, [60]));
  await add(MAX, mine, event('Later', 300, []));
  await add(BOSS, theirs, event('Not mine', 10, []));
  await remindEvents(context());
  await remindEvents(context());
  world.studio.world.at = new Date(now.getTime() + 5_000);
  await work();
  expect(push.sent.map(({ text }) => (JSON.parse(text) as { title: string }).title).sort()).toEqual([
    'An hour ahead',
    'Usual',
  ]);
});

it('S13: a title that is too long, or turns what is said behind it, is one short line on a lock screen', async () => {
  const mine = await addCalendar(world.context.database, { ownerId: 'max', name: 'Mine', timeZone: 'UTC' });
  await device(MAX, { kinds: ['reminder'], details: true });
  const now = world.studio.world.at;
  const at = (minutes: number) => {
    const local = new Date(now.getTime() + minutes * 60_000).toISOString().slice(0, 19);
    return { local, zone: 'UTC' };
  };
  const summary = `\u202E<b>${'話'.repeat(900)}\u200B`;
  const said = fields({ summary, start: at(10), end: at(40) });
  expectOk(await addEvent(world.context, MAX, { calendarId: mine, fields: said }));
  await remindEvents(context());
  world.studio.world.at = new Date(now.getTime() + 5_000);
  await work();
  const [sent] = push.sent;
  const { title } = JSON.parse(sent?.text ?? '{}') as { title: string };
  expect(title).toBe(`<b>${'話'.repeat(116)}…`);
  expect(Buffer.byteLength(sent?.text ?? '')).toBeLessThan(3_000);
});

it('S14: a device belongs to whoever signs in there, and nobody else takes it off the list or tests it', async () => {
  const own = await device(LEA);
  expect(await removeMyDevice(context(), MAX, own.id)).toMatchObject({ ok: false });
  expect(await testMyDevice(context(), MAX, { id: own.id, language: 'en' })).toMatchObject({ ok: false });
  await device(MAX, { endpoint: own.endpoint });
  expect((await seeNotifications(context(), LEA)).devices).toEqual([]);
  const { devices, publicKey } = await seeNotifications(context(), MAX);
  expect([publicKey, devices.length]).toEqual(['public', 1]);
  expect(JSON.stringify(devices)).not.toContain('p256dh');
});

it('only an admin hears of trouble, whatever somebody asks for', async () => {
  expect((await device(LEA, { kinds: ['request', 'trouble'] })).kinds).toEqual(['request']);
  expect((await device(BOSS, { kinds: ['trouble'] })).kinds).toEqual(['trouble']);
});

it('S14: the key lies sealed, and is the same for everybody', async () => {
  const first = await seeNotifications(context(), LEA);
  expect(await seeNotifications(context(), BOSS)).toMatchObject({ publicKey: first.publicKey });
  const [row] = await world.context.database.prisma.pushKey.findMany();
  expect(row?.privateKey).not.toContain('private');
});
