import { insertBooking } from '@atelier/database/booking/booking-store';
import { addCalendar } from '@atelier/database/testing/add-calendar';
import { transact } from '@atelier/database/transaction';
import { type MailRoom, openMailRoom } from '@atelier/sync/mailbox/testing/mail-room';
import { dovecotInstalled } from '@atelier/testkit/mail/dovecot';
import { testDovecot } from '@atelier/testkit/mail/test-dovecot';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../actor.ts';
import { aBooking } from '../../booking/testing/sample-booking.ts';
import type { Context } from '../../context.ts';
import { givenStudio } from '../../studio/testing/given.ts';
import { roomMailboxes } from '../testing/room-mailboxes.ts';
import { seeMailClient } from './see-client.ts';

const person = (userId: string, role: Actor['role']): Actor => ({ userId, name: userId, email: '', role });

describe.skipIf(!dovecotInstalled)('the client beside their mail', () => {
  const server = testDovecot();
  let room: MailRoom;
  let context: Context;
  beforeEach(async () => {
    room = await openMailRoom(server());
    const { database, services } = room;
    const clock = () => new Date('2026-03-11T09:00:00Z');
    context = {
      database,
      clock,
      newId: services.newId,
      given: givenStudio(),
      mailboxes: roomMailboxes(room),
    } as Partial<Context> as Context;
    const calendarId = await addCalendar(database, {
      ownerId: 'ann',
      name: 'Work',
      timeZone: 'Europe/Zurich',
    });
    const artist = {
      id: aBooking().artistId,
      name: 'Léa',
      slug: 'lea',
      timeZone: 'Europe/Zurich',
      calendarId,
    };
    await database.prisma.artist.create({ data: { ...artist, createdAt: clock() } });
    const book = (number: number, more: Parameters<typeof aBooking>[0]) =>
      transact(database, (transaction) =>
        insertBooking(
          transaction,
          aBooking({
            id: `00000000-0000-4000-8000-00000000010${number}`,
            startsAt: new Date(`2026-03-1${number}T09:00:00Z`),
            endsAt: new Date(`2026-03-1${number}T10:00:00Z`),
            ...more,
          }),
        ),
      );
    await book(2, {});
    await book(4, { clientEmail: 'Nora@Example.org' });
    await book(5, { clientName: 'Max', clientEmail: 'max@example.org' });
    return () => room[Symbol.asyncDispose]();
  });

  async function arrive(from: string, ...heads: readonly string[]): Promise<string> {
    const subject = `Rose ${Math.random()}`;
    const source = [
      `From: ${from}`,
      'To: ann@studio.test',
      `Subject: ${subject}`,
      'Date: Tue, 10 Mar 2026 09:00:00 +0000',
      ...heads,
      '',
      'hello',
    ].join('\r\n');
    const other = await room.other();
    await other.append('INBOX', new TextEncoder().encode(source), [], new Date('2026-03-10T09:00:00Z'));
    await other.close();
    await room.run();
    return (await room.places('INBOX', subject))[0] ?? '';
  }

  const see = async (id: string, actor = person('ann', 'STAFF')) => {
    const seen = await seeMailClient(context, actor, id);
    return seen.ok ? seen.value : seen.refusal.code;
  };

  it('M10: a client’s bookings stand beside their mail, by their address however it is written, the newest first', async () => {
    const id = await arrive('Nora <NORA@example.org>');
    expect(await see(id)).toMatchObject({
      person: { name: 'Nora', address: 'NORA@example.org' },
      bookings: [{ start: new Date('2026-03-14T09:00:00Z') }, { start: new Date('2026-03-12T09:00:00Z') }],
      otherAddresses: [],
      mails: 1,
      first: true,
    });
  });

  it('M10: a name proves nothing: whoever is called like a client sees none of their bookings shown, and that is said', async () => {
    const id = await arrive('Nora <nora@evil.test>', 'Reply-To: a@else.test');
    expect(await see(id)).toMatchObject({
      bookings: [],
      otherAddresses: ['nora@example.org'],
      elsewhere: { address: 'a@else.test' },
      trust: 'unknown',
    });
  });

  it('M8: whoever does not read the mailbox learns nothing, and an artist sees no bookings of others', async () => {
    const id = await arrive('Nora <nora@example.org>');
    expect(await see(id, person('boss', 'ADMIN'))).toBe('no-message');
    expect(await see(id, person('ann', 'ARTIST'))).toMatchObject({ bookings: [] });
    const other = await arrive('Nora <nora@else.test>');
    expect(await see(other, person('ann', 'ARTIST'))).toMatchObject({ otherAddresses: [] });
  });
});
