import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { OPERATOR } from '@atelier/usecases/actor';
import { addCalendar } from '@atelier/usecases/calendars/add-calendar';
import { expect, test } from 'vitest';
import { expectOk } from './testing/bookable.ts';
import { openReplicatedPostgres } from './testing/replicated-postgres.ts';
import { openTestServer, postJson, watch } from './testing/server.ts';
import { plainEvent } from './testing/signed-in-account.ts';

const ZONE = 'Europe/Zurich';
/** Those who write at the same time, and how many events each makes. */
const WRITERS = 6;
const EACH = 12;
const GOES_ON_WITHIN_MS = 30_000;

test('S4 S10 a primary dies while people write: its replica has all that was accepted, and everything goes on', {
  timeout: 120_000,
}, async () => {
  await using postgres = await openReplicatedPostgres();
  await using server = await openTestServer({ DATABASE_URL: postgres.url, ATELIER_RATE_LIMITS: 'off' });
  await server.addUser('ann@studio.test', 'ADMIN');
  const cookie = await server.signIn('ann@studio.test');
  const calendar = { owner: 'ann@studio.test', name: 'Studio', timeZone: ZONE, kind: 'group' } as const;
  const { id: calendarId } = expectOk(await addCalendar(server.context, OPERATOR, calendar));
  const accepted = new Set<string>();
  const half = Promise.withResolvers<void>();

  /** As a page does: the same event is sent until somebody says that it is there. */
  async function write(n: number): Promise<void> {
    const id = randomUUID();
    for (;;) {
      const json = {
        calendarId,
        id,
        fields: plainEvent(`Event ${n}`, '2027-03-10T10:00:00', '2027-03-10T11:00:00'),
      };
      const headers = { cookie, origin: server.origin };
      const answer = await postJson(`${server.origin}/trpc/agenda.add`, { json }, headers);
      if (answer.ok) break;
      expect([500, 503]).toContain(answer.status);
      await pause(100);
    }
    accepted.add(id);
    if (accepted.size * 2 >= WRITERS * EACH) half.resolve();
  }
  const writing = Promise.all(
    Array.from({ length: WRITERS }, async (_, writer) => {
      for (let n = 0; n < EACH; n += 1) await write(writer * EACH + n);
    }),
  );
  await Promise.race([half.promise, writing]);
  const died = performance.now();
  await postgres.failOver();
  await writing;
  expect(performance.now() - died).toBeLessThan(GOES_ON_WITHIN_MS);

  const rows = await server.context.database.query<{ id: string }>('SELECT id FROM calendar_object');
  const kept = new Set(rows.map(({ id }) => id));
  expect([...accepted].filter((id) => !kept.has(id))).toEqual([]);
  expect(rows).toHaveLength(WRITERS * EACH);
  // Whoever looks hears of what comes: the line for listening is back as well.
  await using heard = await watch(server, cookie);
  await heard.until('hello');
  await write(WRITERS * EACH);
  await heard.until('events', 1);
});
