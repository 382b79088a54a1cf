import { randomUUID } from 'node:crypto';
import type { Database } from '@atelier/database/database';
import { processAll } from '@atelier/database/jobs/testing/process-all';
import { addMail } from '@atelier/database/mail/mail-store';
import { addCalendar } from '@atelier/database/testing/add-calendar';
import { addConnection } from '@atelier/database/testing/add-connection';
import { transact } from '@atelier/database/transaction';
import { beforeEach, describe, expect, it } from 'vitest';
import { OPERATOR } from '../actor.ts';
import { submitBooking } from '../booking/request/submit-booking.ts';
import { type MailStudio, openMailStudio } from '../booking/testing/mails.ts';
import { expectOk } from '../booking/testing/studio.ts';
import { listDeadLetters, retryDeadLetter } from '../health/dead-letters.ts';
import { examine } from '../health/examine.ts';
import { sendInquiry } from '../inquiry/client/send-inquiry.ts';
import { IDEA } from '../inquiry/testing/desk.ts';
import type { Mailer } from '../mail/deliver-mail.ts';
import { silentPush } from '../notify/testing/silent-push.ts';
import { jobHandlers } from './job-handlers.ts';

let world: MailStudio;
let database: Database;
const told: string[] = [];

beforeEach(async () => {
  world = await openMailStudio();
  ({ database } = world.context);
  told.length = 0;
  return () => world[Symbol.asyncDispose]();
});

/** What a worker does, with a mail server or without one. */
const work = (mailer: Mailer | null = null, signal?: AbortSignal) =>
  processAll(database, {
    handlers: jobHandlers({ ...world.context, mailer, push: silentPush(), backups: null }),
    clock: () => world.studio.world.at,
    failed: (error, { job }) => void told.push(`${job}: ${error instanceof Error ? error.message : ''}`),
    ...(signal && { signal }),
  });
const query = <Row extends object>(sql: string, values?: readonly unknown[]) =>
  database.query<Row>(sql, values);
const later = (minutes: number) => {
  world.studio.world.at = new Date(world.studio.world.at.getTime() + minutes * 60_000);
};
const TIMES = ['09:00', '11:00', '13:00'];
const book = async (time: string) => {
  const client = { name: 'Nora', email: `n${time.replace(':', '')}@example.org` };
  const submitted = expectOk(
    await submitBooking(world.context, world.studio.wish(time, { client }), null, 'page'),
  );
  if (submitted.kind !== 'booked') throw new Error(submitted.reason);
  return submitted.booking.id;
};

/** From now on every change of this row fails, whoever makes it. */
async function poison(table: string, id: string): Promise<() => Promise<unknown>> {
  await query(`CREATE OR REPLACE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'poison'; END $$`);
  await query(
    `CREATE TRIGGER poison BEFORE UPDATE ON ${table} FOR EACH ROW WHEN (OLD.id = '${id}') EXECUTE FUNCTION poison()`,
  );
  return () => query(`DROP TRIGGER poison ON ${table}`);
}

async function writeThreeMails(): Promise<void> {
  await transact(database, async (transaction) => {
    for (const n of [1, 2, 3]) {
      const mail = {
        id: randomUUID(),
        once: `${n}`,
        recipient: `n${n}@example.org`,
        subject: `${n}`,
        body: 'Hi',
      };
      await addMail(transaction, mail, new Date(world.studio.world.at.getTime() + n));
    }
  });
}

const states = async (table: string) =>
  (await query<{ state: string }>(`SELECT state FROM ${table} ORDER BY created_at, id`)).map(
    ({ state }) => state,
  );

describe('one bad item stops nothing else:', () => {
  it('S10: requests lapse beside one that cannot, which is tried again, less and less often, until it can', async () => {
    const [bad = ''] = [await book('09:00'), await book('11:00'), await book('13:00')];
    const heal = await poison('booking', bad);
    later(60 * 24 * 30);
    await work();
    expect(await states('booking')).toEqual(['REQUESTED', 'EXPIRED', 'EXPIRED']);
    expect(told).toEqual(['expire-request: poison']);
    await work();
    expect(told).toHaveLength(1);
    later(1);
    await work();
    expect(told).toHaveLength(2);
    await heal();
    later(2);
    await work();
    expect(await states('booking')).toEqual(['EXPIRED', 'EXPIRED', 'EXPIRED']);
  });

  it('S10: ideas', async () => {
    for (const n of [1, 2, 3]) {
      const idea = { ...IDEA, client: { name: 'Nora', email: `n${n}@example.org` }, artist: 'lea' };
      expectOk(await sendInquiry({ ...world.context, origin: null }, idea, randomUUID()));
    }
    const [bad] = await query<{ id: string }>('SELECT id FROM inquiry ORDER BY expires_at LIMIT 1');
    await poison('inquiry', bad?.id ?? '');
    later(60 * 24 * 60);
    await work();
    expect((await states('inquiry')).sort()).toEqual(['EXPIRED', 'EXPIRED', 'OPEN']);
    expect(told).toEqual(['expire-inquiry: poison']);
  });

  it('S10: bookings that artists have changed in their calendars', async () => {
    const ids = [];
    for (const time of TIMES) ids.push(await book(time));
    await world.studio.world.sync(world.studio.calendarId);
    await poison('booking', ids[0] ?? '');
    for (const [name, { body = '' } = {}] of world.studio.world.sandbox.objects('ann', 'lea'))
      world.studio.world.sandbox.put('ann', 'lea', name, body.replace('SUMMARY:REQUEST: ', 'SUMMARY:'));
    await world.studio.world.sync(world.studio.calendarId);
    await work();
    expect(await states('booking')).toEqual(['REQUESTED', 'CONFIRMED', 'CONFIRMED']);
    expect(told).toEqual(['follow-booking: poison']);
  });

  it('S10: reminders', async () => {
    const ids = [];
    for (const time of TIMES) ids.push(await book(time));
    await query(
      "UPDATE booking SET state = 'CONFIRMED'; UPDATE booking_step SET at = at - interval '30 days'",
    );
    await query(
      `CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'poison'; END $$`,
    );
    await query(
      `CREATE TRIGGER poison BEFORE INSERT ON mail FOR EACH ROW WHEN (NEW.once LIKE 'booking:${ids[0]}:reminder:%') EXECUTE FUNCTION poison()`,
    );
    world.studio.world.at = new Date(world.studio.at('09:00').getTime() - 20 * 3_600_000);
    await work();
    const reminded = await query("SELECT 1 FROM mail WHERE once LIKE '%:reminder:%'");
    expect([reminded.length, told]).toEqual([2, ['remind-client: poison']]);
  });

  it('S10: words to admins about connections', async () => {
    const { prisma } = database;
    await prisma.user.updateMany({ data: { role: 'ADMIN' } });
    const one = await prisma.connection.findFirstOrThrow();
    const other = await addConnection(database, { ownerId: one.ownerId, name: 'Other', username: 'other' });
    const calendar = { name: 'Other', timeZone: 'Europe/Zurich', href: '/other/' };
    await addCalendar(database, { ...calendar, ownerId: one.ownerId, connectionId: other });
    await query("UPDATE connection SET broken_since = $1::timestamptz - interval '1 hour'", [
      world.studio.world.at,
    ]);
    await poison('connection', one.id);
    await work();
    const [row] = await query<{ alerted: boolean }>(
      'SELECT alerted_at IS NOT NULL AS alerted FROM connection WHERE id = $1',
      [other],
    );
    expect(row?.alerted).toBe(true);
    // What looks after its arrangements has stumbled over the same row.
    expect(told).toContain('alert-admins: poison');
  });

  it('S10: mail', async () => {
    await writeThreeMails();
    const [bad] = await query<{ id: string }>('SELECT id FROM mail ORDER BY created_at LIMIT 1');
    await poison('mail', bad?.id ?? '');
    const sent: string[] = [];
    const mailer = { send: async ({ subject }: { subject: string }) => void sent.push(subject) };
    later(1);
    await work(mailer);
    expect([sent.sort(), told]).toEqual([['2', '3'], ['deliver-mail: poison']]);
  });
});

describe('what is given up', () => {
  it('S10: never starves the rest, however much of it there is', async () => {
    const good = await book('09:00');
    // A hundred more urgent ones, each of which is refused for good: their artist is gone from under them.
    await query(
      `INSERT INTO inquiry (id, state, client_name, client_email, idea, expires_at, created_at, updated_at)
       SELECT gen_random_uuid(), 'OPEN', 'X', 'x' || n || '@example.org', 'idea', $1::timestamptz + n * interval '1 s', $1, $1
       FROM generate_series(1, 130) AS n`,
      [world.studio.world.at],
    );
    await query(
      `CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'poison'; END $$`,
    );
    await query(
      `CREATE TRIGGER poison BEFORE UPDATE ON inquiry FOR EACH ROW WHEN (OLD.client_email <> 'x130@example.org') EXECUTE FUNCTION poison()`,
    );
    later(60);
    await work();
    expect(await query("SELECT 1 FROM inquiry WHERE state = 'EXPIRED'")).toHaveLength(1);
    expect(good).not.toBe('');
  });

  it('I9: is shown to admins and by doctor once it has failed often, and tried again when they say so', async () => {
    const bad = await book('09:00');
    const heal = await poison('booking', bad);
    later(60 * 24 * 30);
    for (let n = 0; n < 8; n += 1) {
      await work();
      later(60);
    }
    const [letter] = expectOk(await listDeadLetters(world.context, OPERATOR));
    expect(letter).toMatchObject({
      job: 'expire-request',
      item: bad,
      about: 'Nora',
      attempts: 8,
      failure: 'poison',
    });
    const findings = await examine(world.context);
    expect(findings.find(({ check }) => check === 'jobs')).toMatchObject({ status: 'warning' });
    const artist = { ...OPERATOR, role: 'ARTIST' } as const;
    expect(await listDeadLetters(world.context, artist)).toMatchObject({ ok: false });
    expect(await retryDeadLetter(world.context, artist, letter?.id ?? '')).toMatchObject({ ok: false });
    await heal();
    await work();
    expect(await states('booking')).toEqual(['REQUESTED']);
    expectOk(await retryDeadLetter(world.context, OPERATOR, letter?.id ?? ''));
    await work();
    expect(await states('booking')).toEqual(['EXPIRED']);
    expect(expectOk(await listDeadLetters(world.context, OPERATOR))).toEqual([]);
  });
});
