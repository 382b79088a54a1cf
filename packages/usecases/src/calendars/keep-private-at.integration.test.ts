import { transact } from '@atelier/database/transaction';
import { appointment, fill } from '@atelier/sync/testing/sync-world';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Actor } from '../actor.ts';
import { expectOk, openTestStudio, type TestStudio } from '../booking/testing/studio.ts';
import { removeConnection } from '../connections/remove-connection.ts';
import { importEvents } from '../events/import-events.ts';
import { shareCalendar } from '../sharing/share-calendar.ts';
import { calendarOverview } from './calendar-overview.ts';
import { keepPrivateAt } from './keep-private-at.ts';
import { makePrivateCalendar } from './private-calendar.ts';

const person = (userId: string, role: Actor['role']): Actor => ({
  userId,
  name: userId,
  email: `${userId}@studio.test`,
  role,
});
const ann = person('ann', 'ARTIST');
const boss = person('boss', 'ADMIN');

let studio: TestStudio;
let diary: string;
beforeEach(async () => {
  studio = await openTestStudio();
  await transact(studio.world.database, (transaction) =>
    makePrivateCalendar(transaction, studio.context, { id: 'ann', language: 'en' }),
  );
  diary = await studio.world.calendar('diary');
  fill(studio.world, 'diary', 2);
  await studio.world.sync(diary);
});
afterEach(() => studio[Symbol.asyncDispose]());

const seen = async (actor: Actor) =>
  (await calendarOverview(studio.context, actor)).map(({ id, name, private: secret, objects }) => {
    return { id, name, secret, objects };
  });
const privateOne = async () => (await seen(ann)).find(({ secret }) => secret);
const keep = (id: string, actor = ann) => keepPrivateAt(studio.context, actor, id);
const write = async (...uids: readonly string[]) => {
  for (const uid of uids) {
    const wish = { calendarId: (await privateOne())?.id ?? '', text: appointment(uid) };
    expectOk(await importEvents(studio.context, ann, wish));
  }
};

it('P9: what is in the private calendar goes to the provider, once, and the two are one from then on', async () => {
  await write('dentist', 'birthday');
  expectOk(await keep(diary));
  expect(await seen(ann)).toContainEqual({ id: diary, name: 'diary', secret: true, objects: 4 });
  expect((await seen(ann)).filter(({ secret }) => secret)).toHaveLength(1);
  await studio.world.sync(diary);
  await studio.world.sync(diary, true);
  expect(studio.world.remote('diary').size).toBe(4);
  expect(await studio.world.mirror(diary)).toEqual(studio.world.remote('diary'));
  // From the moment on nobody else has it here, and it is called as it was.
  expect((await seen(boss)).map(({ id }) => id)).not.toContain(diary);
});

it('P9: an event that is there already is there once, as the provider has it; the copy from here can be restored', async () => {
  const [uid = ''] = (
    await studio.world.database.query<{ uid: string }>(
      'SELECT uid FROM calendar_object WHERE calendar_id = $1',
      [diary],
    )
  ).map((row) => row.uid);
  await write(uid, 'dentist');
  const before = studio.world.remote('diary');
  expectOk(await keep(diary));
  await studio.world.sync(diary, true);
  expect(studio.world.remote('diary').size).toBe(3);
  for (const [name, etag] of before) expect(studio.world.remote('diary').get(name)).toBe(etag);
  const graves = await studio.world.database.prisma.tombstone.findMany();
  expect(graves).toMatchObject([{ uid, calendarId: diary }]);
});

it('P9: what does not fit is said, and nothing is moved', async () => {
  await write('dentist');
  const code = async (id: string, actor = ann) => {
    const outcome = await keep(id, actor);
    return outcome.ok ? 'done' : outcome.refusal.code;
  };
  const fresh = await studio.world.calendar('fresh');
  expect(await code(fresh)).toBe('private-not-read');
  expect(await code(studio.calendarId)).toBe('private-cannot-receive');
  expect(await code((await privateOne())?.id ?? '')).toBe('private-not-there');
  expect(await code(diary, boss)).toBe('no-calendar');
  const share = { calendarId: diary, with: { kind: 'everybody' }, level: 'read' } as const;
  expectOk(await shareCalendar(studio.context, ann, share));
  expect(await code(diary)).toBe('private-shared');
  expect((await privateOne())?.objects).toBe(1);
  await studio.world.sync(diary);
  expect(studio.world.remote('diary').size).toBe(2);
});

it('P9: nobody has two of them', async () => {
  expectOk(await keep(diary));
  const second = await studio.world.calendar('second');
  await studio.world.sync(second);
  expect(await keep(second)).toMatchObject({ ok: false, refusal: { code: 'private-elsewhere' } });
});

it('P9: with its account it goes from here, and an empty one of Atelier’s own takes its place', async () => {
  expectOk(await keep(diary));
  const { connectionId } = studio.world;
  expectOk(await removeConnection(studio.context, ann, { connectionId, anyway: true }));
  expect(await privateOne()).toEqual({ id: expect.any(String), name: 'Private', secret: true, objects: 0 });
  expect(studio.world.remote('diary').size).toBe(2);
});
