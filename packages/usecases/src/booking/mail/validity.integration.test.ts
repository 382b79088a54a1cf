import { listMails } from '@atelier/database/mail/mail-store';
import { beforeEach, describe, expect, it } from 'vitest';
import { OPERATOR } from '../../actor.ts';
import { workDue } from '../../jobs/testing/work-due.ts';
import { dropHeldMail, sendHeldMail } from '../../mail/held-mail.ts';
import { deliverAll } from '../../mail/testing/deliver-all.ts';
import { answerByLink } from '../client/answer-by-link.ts';
import { cancelByLink } from '../client/cancel-by-link.ts';
import { rescheduleByLink } from '../client/reschedule-by-link.ts';
import { submitBooking } from '../request/submit-booking.ts';
import { type MailStudio, openMailStudio } from '../testing/mails.ts';
import { expectOk } from '../testing/studio.ts';
import { remindClients } from './remind-clients.ts';

let world: MailStudio;

beforeEach(async () => {
  world = await openMailStudio();
  return () => world[Symbol.asyncDispose]();
});

const NORA = 'nora@example.org';
const LEA = 'lea@studio.test';
const origin = { hash: Buffer.from('home'), proof: null };
const submit = (time: string, email = NORA) => {
  const wish = world.studio.wish(time, { client: { name: 'Nora', email } });
  return submitBooking({ ...world.context, origin }, wish, null, 'page');
};
const book = async (time = '10:00', email = NORA) => {
  const submitted = expectOk(await submit(time, email));
  if (submitted.kind !== 'booked') throw new Error(submitted.reason);
};
const later = (hours: number) => {
  world.studio.world.at = new Date(world.studio.world.at.getTime() + hours * 3_600_000);
};
const deliver = async (works = true) => {
  const sent: string[] = [];
  const mailer = {
    send: async ({ to, subject }: { to: string; subject: string }) =>
      void sent.push(`${to} ${subject.split(':')[0]}`),
  };
  await deliverAll({ ...world.context, mailer: works ? mailer : null });
  return sent.sort();
};
/** State and reason of each mail to somebody, oldest first. */
const standing = async (to = NORA) =>
  (await listMails(world.context.database, 200))
    .filter(({ recipient }) => recipient === to)
    .sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime())
    .map(({ state, reason }) => (reason === null ? state : `${state} ${reason}`));

describe('a mail has a validity', () => {
  it('B10: of one booking only the last word is sent, to either side', async () => {
    await book();
    expectOk(await answerByLink(world.context, await world.linkTo(LEA), 'confirm'));
    expectOk(await cancelByLink(world.context, await world.linkTo(NORA)));
    expect(await deliver()).toEqual(
      [`${LEA} Annulé`, `${NORA} Cancelled`].map((one) => expect.stringContaining(one.split(' ')[0] ?? '')),
    );
    expect(await standing()).toEqual(['DROPPED later', 'DROPPED later', 'SENT']);
    expect(await standing(LEA)).toEqual(['DROPPED later', 'SENT']);
  });

  it('B10: an artist is not asked for an answer that was given, nor told a client what is over', async () => {
    await book();
    await world.context.database.query("UPDATE booking SET state = 'CONFIRMED'");
    expect(await deliver(false)).toEqual([]);
    expect(await standing(LEA)).toEqual(['DROPPED answered']);
    expect(await standing()).toEqual(['WAITING']);
    later(24 * 30);
    await deliver(false);
    expect(await standing()).toEqual(['DROPPED over']);
  });

  it('B10: nobody is reminded of what has begun', async () => {
    await book();
    await world.context.database.query(
      "UPDATE booking SET state = 'CONFIRMED'; UPDATE booking_step SET at = at - interval '30 days'",
    );
    const start = world.studio.at('10:00').getTime();
    world.studio.world.at = new Date(start - 20 * 3_600_000);
    await workDue(remindClients, world.context);
    world.studio.world.at = new Date(start + 1);
    await deliver();
    expect((await standing()).at(-1)).toBe('DROPPED over');
  });

  it('B10: what is true but old waits for a word of an admin, and one word is enough for all', async () => {
    await book('10:00');
    await book('15:00', 'kim@example.org');
    later(25);
    expect(await deliver()).toEqual([]);
    expect(await standing()).toEqual(['HELD old']);
    const artist = { ...OPERATOR, role: 'ARTIST' } as const;
    expect(await sendHeldMail(world.context, artist, null)).toMatchObject({ ok: false });
    expect(await dropHeldMail(world.context, artist, null)).toMatchObject({ ok: false });
    const [kim] = (await world.mails()).filter(({ to }) => to === 'kim@example.org');
    expect(await dropHeldMail(world.context, OPERATOR, [kim?.id ?? ''])).toMatchObject({ value: 1 });
    expect(await sendHeldMail(world.context, OPERATOR, null)).toMatchObject({ value: 3 });
    expect((await deliver()).filter((one) => one.startsWith('nora'))).toHaveLength(1);
    expect(await standing('kim@example.org')).toEqual(['DROPPED person']);
  });

  it('B10: what the mail server refuses is tried again for longer than a day without asking anybody', async () => {
    await book();
    const refuse = { send: () => Promise.reject(new Error('greylisted')) };
    await deliverAll({ ...world.context, mailer: refuse });
    later(30);
    expect(await deliver()).toHaveLength(2);
  });
});

describe('mail to one address is bounded', () => {
  it('B10: who books and cancels again and again gets the last words only, and comes in six times', async () => {
    let admitted = 0;
    for (let n = 0; n < 14; n += 1) {
      const done = await submit('10:00');
      if (!done.ok) continue;
      admitted += 1;
      expectOk(await cancelByLink(world.context, await world.linkTo(NORA)));
    }
    expect(admitted).toBe(6);
    // Of the five that are due, each request was overtaken by its own cancellation.
    expect((await deliver()).filter((one) => one.startsWith('nora'))).toHaveLength(2);
    expect((await submit('10:00', 'nora+x@example.org')).ok).toBe(false);
    later(1.01);
    expect((await deliver()).filter((one) => one.startsWith('nora')).length).toBeLessThanOrEqual(5);
    expect((await submit('10:00')).ok).toBe(true);
  });

  it('B10: an address that anybody types is the same however it is written, and another one is not', async () => {
    for (const [n, time] of ['09:00', '10:30', '12:00'].entries()) {
      await book(time, `Nora+${n}@Example.org`);
      expectOk(await cancelByLink(world.context, await world.linkTo(`Nora+${n}@Example.org`)));
    }
    const due = await world.context.database.query<{ later: boolean }>(
      "SELECT due_at > created_at + interval '30 minutes' AS later FROM mail WHERE recipient ILIKE 'nora%' ORDER BY created_at",
    );
    expect(due.map((one) => one.later)).toEqual([false, false, false, false, false, true]);
    await book('15:00', 'kim@example.org');
    expect(await deliver()).toContainEqual(expect.stringContaining('kim@example.org'));
  });

  it('B10: what would wait for days is not lost: it waits for a word', async () => {
    const { database, clock } = world.context;
    await database.query(
      `INSERT INTO mail (id, once, recipient, subject, body, due_at, created_at)
       SELECT gen_random_uuid(), 'x' || n, $1, 'x', 'x', $2::timestamptz + interval '50 hours', $2 FROM generate_series(1, 20) AS n`,
      [NORA, clock()],
    );
    await book();
    expect((await standing()).at(-1)).toBe('HELD many');
    expect(await standing(LEA)).toEqual(['WAITING']);
  });

  it('B10: a booking is moved five times a day at most, and stands where it is then', async () => {
    await book('09:00');
    const move = async (time: string) =>
      rescheduleByLink(world.context, await world.linkTo(NORA), world.studio.at(time));
    for (const time of ['10:00', '11:00', '12:00', '13:00', '14:00'])
      expect(expectOk(await move(time)).kind).toBe('moved');
    const sixth = await move('15:00');
    expect(sixth).toMatchObject({ ok: false, refusal: { kind: 'too-many' } });
    expect(sixth).toMatchObject({ refusal: { message: expect.stringContaining('stands where it is') } });
    const [row] = await world.context.database.query<{ at: Date }>('SELECT starts_at AS at FROM booking');
    expect(row?.at).toEqual(world.studio.at('14:00'));
    await world.context.database.query("UPDATE booking_step SET at = at - interval '25 hours'");
    expect((await move('15:00')).ok).toBe(true);
    await world.context.database.query(
      `INSERT INTO booking_step SELECT (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid()))).*
       FROM booking_step s, generate_series(1, 9)
       WHERE s.id = (SELECT id FROM booking_step WHERE action = 'reschedule' LIMIT 1)`,
    );
    await world.context.database.query("UPDATE booking_step SET at = at - interval '25 hours'");
    expect(await move('16:00')).toMatchObject({ ok: false, refusal: { kind: 'too-many' } });
  });
});
