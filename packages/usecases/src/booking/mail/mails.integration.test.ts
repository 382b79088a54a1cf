import { bookingsUnreminded } from '@atelier/database/booking/booking-store.sql';
import { aroundStatements } from '@atelier/database/testing/around-statements';
import { type Transaction, transact } from '@atelier/database/transaction';
import ICAL from 'ical.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { OPERATOR } from '../../actor.ts';
import { workDue } from '../../jobs/testing/work-due.ts';
import type { Mailer } from '../../mail/deliver-mail.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import { retryMail } from '../../mail/retry-mail.ts';
import { deliverAll } from '../../mail/testing/deliver-all.ts';
import { answerByLink } from '../client/answer-by-link.ts';
import { cancelByLink } from '../client/cancel-by-link.ts';
import { rescheduleByLink } from '../client/reschedule-by-link.ts';
import { expireRequests } from '../follow/expire-requests.ts';
import { followBookings } from '../follow/follow-bookings.ts';
import { submitBooking } from '../request/submit-booking.ts';
import { setArtist } from '../settings/set-artist.ts';
import { answerBooking } from '../step/answer-booking.ts';
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
const at = (time: string) => world.studio.at(time);
const book = async (time = '10:00', more: object = {}) => {
  const submitted = expectOk(await submitBooking(world.context, world.studio.wish(time, more), null, 'page'));
  if (submitted.kind !== 'booked') throw new Error(submitted.reason);
  return submitted.booking;
};
const confirm = async () => expectOk(await answerByLink(world.context, await world.linkTo(LEA), 'confirm'));
const sync = () => world.studio.world.sync(world.studio.calendarId);
const rewrite = (change: (text: string) => string) => {
  const [[name = '', { body = '' } = {}] = []] = [...world.studio.world.sandbox.objects('ann', 'lea')];
  world.studio.world.sandbox.put('ann', 'lea', name, change(body));
};
const query = (sql: string) => world.studio.world.database.query(sql);
const toNora = async () => (await world.mails()).filter(({ to }) => to === NORA);
const kinds = async () => (await toNora()).map(({ subject }) => subject.split(':')[0]);
const setClock = (time: Date) => {
  world.studio.world.at = time;
};

describe('once', () => {
  it('B4: a submit that arrives twice, and a step taken twice, are told once', async () => {
    const wish = world.studio.wish('10:00');
    await Promise.all([1, 2, 3].map(() => submitBooking(world.context, wish, 'key', 'page')));
    await Promise.all([confirm(), confirm()]);
    expect(await kinds()).toEqual(['Request received', 'Confirmed']);
    expect(await query('SELECT 1 FROM booking_link')).toHaveLength(4);
  });

  it('B4: of one occasion there is one mail with one link, whoever asks for it at the same moment', async () => {
    const mail = (url: string) => ({
      once: 'an occasion',
      recipient: NORA,
      subject: 'Hello',
      body: 'See:\n{manage}\n',
      links: {
        manage: {
          url,
          keep: async ({ query: write }: Transaction) =>
            void (await write("INSERT INTO setting (key, value) VALUES ($1, 'true')", [url])),
        },
      },
    });
    const queued = await Promise.all(
      ['one', 'two', 'three'].map((url) =>
        transact(world.context.database, (transaction) => queueMail(transaction, world.context, mail(url))),
      ),
    );
    expect(queued.filter(Boolean)).toHaveLength(1);
    expect(await query('SELECT 1 FROM setting')).toHaveLength(1);
  });

  it('B3 B4: a step that fails half way leaves no mail and no link behind', async () => {
    await book();
    const before = await query('SELECT once FROM mail');
    const failing = { ...world.context, newId: () => 'no uuid' };
    await expect(answerByLink(failing, await world.linkTo(LEA), 'confirm')).rejects.toThrow();
    expect(await query('SELECT once FROM mail')).toEqual(before);
    expect(await query('SELECT 1 FROM booking_link')).toHaveLength(3);
    await confirm();
    expect(await kinds()).toEqual(['Request received', 'Confirmed']);
  });

  it('B9: two workers that follow the calendar at once tell the client once', async () => {
    await book();
    await sync();
    rewrite((text) => text.replace('SUMMARY:REQUEST: ', 'SUMMARY:'));
    await sync();
    await Promise.all([workDue(followBookings, world.context), workDue(followBookings, world.context)]);
    expect(await kinds()).toEqual(['Request received', 'Confirmed']);
  });
});

describe('delivery', () => {
  const mailbox = (fails: () => boolean = () => false) => {
    const sent: Parameters<Mailer['send']>[0][] = [];
    const mailer: Mailer = {
      send: async (mail) => {
        sent.push(mail);
        if (fails()) throw new Error('the line broke');
      },
    };
    return { sent, deliver: () => deliverAll({ ...world.context, mailer }) };
  };

  it('B4: two workers send each mail once; the text has its links, and the file goes along', async () => {
    await book();
    const { sent, deliver } = mailbox();
    await Promise.all([deliver(), deliver()]);
    await deliver();
    expect(sent.map(({ to }) => to).sort()).toEqual([LEA, NORA]);
    const mail = sent.find(({ to }) => to === NORA);
    expect(mail?.text).toContain(`https://studio.example.org/booking/${await world.linkTo(NORA)}`);
    expect(mail?.text).not.toContain('{');
    expect(mail?.calendar).toContain('BEGIN:VEVENT');
    expect(sent.find(({ to }) => to === LEA)?.calendar).toBeNull();
  });

  it('B14: an invitation leads to the booking, is the studio’s, and is answered to the artist', async () => {
    await book();
    const { sent, deliver } = mailbox();
    await deliver();
    const mail = sent.find(({ to }) => to === NORA);
    const calendar = new ICAL.Component(ICAL.parse(mail?.calendar ?? ''));
    const event = calendar.getFirstSubcomponent('vevent');
    const link = `https://studio.example.org/booking/${await world.linkTo(NORA)}`;
    expect(String(calendar.getFirstPropertyValue('method'))).toBe('REQUEST');
    expect(String(event?.getFirstPropertyValue('url'))).toBe(link);
    expect(String(event?.getFirstPropertyValue('organizer'))).toBe('mailto:hello@studio.example.org');
    expect(mail).toMatchObject({
      from: { name: 'Studio Nord', address: 'hello@studio.example.org' },
      replyTo: LEA,
    });
    expect(sent.find(({ to }) => to === LEA)?.replyTo).toBeNull();
    const [stored] = (await query('SELECT calendar FROM mail WHERE calendar IS NOT NULL')) as readonly {
      calendar: string;
    }[];
    expect(stored?.calendar.replaceAll('\r\n ', '')).not.toContain(await world.linkTo(NORA));
  });

  it('B14: an end takes it out again: the same UID, a higher SEQUENCE, CANCEL', async () => {
    const { sent, deliver } = mailbox();
    await book();
    await deliver();
    expectOk(await cancelByLink(world.context, await world.linkTo(NORA)));
    await deliver();
    const [first, last] = sent
      .filter(({ to }) => to === NORA)
      .map(({ calendar }) => new ICAL.Component(ICAL.parse(calendar ?? '')));
    const of = (one: ICAL.Component | undefined, name: string) =>
      String(one?.getFirstSubcomponent('vevent')?.getFirstPropertyValue(name));
    expect(String(last?.getFirstPropertyValue('method'))).toBe('CANCEL');
    expect(of(last, 'uid')).toBe(of(first, 'uid'));
    expect(Number(of(last, 'sequence'))).toBeGreaterThan(Number(of(first, 'sequence')));
  });

  it('B4: a mail that may have arrived before the line broke is sent again under the same id', async () => {
    await book();
    let broken = true;
    const { sent, deliver } = mailbox(() => broken);
    await deliver();
    expect(sent).toHaveLength(2);
    broken = false;
    setClock(new Date(world.studio.world.at.getTime() + 600_000));
    await deliver();
    expect(sent).toHaveLength(4);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(2);
  });

  it('B4: a mail that was given up is sent again when an admin says so, and only then', async () => {
    await book();
    await query("UPDATE mail SET state = 'FAILED', attempts = 10 WHERE recipient LIKE 'nora%'");
    const [mail] = await toNora();
    const artist = { ...OPERATOR, role: 'ARTIST' } as const;
    expect(await retryMail(world.context, artist, mail?.id ?? '')).toMatchObject({ ok: false });
    expectOk(await retryMail(world.context, OPERATOR, mail?.id ?? ''));
    expect(await retryMail(world.context, OPERATOR, mail?.id ?? '')).toMatchObject({ ok: false });
    const { sent, deliver } = mailbox();
    await deliver();
    expect(sent.map(({ to }) => to).sort()).toEqual([LEA, NORA]);
  });

  it('B10: links that cannot be opened are never sent as they lie there', async () => {
    await book();
    const { sent } = mailbox();
    const lost = {
      ...world.context.secrets,
      open: () => {
        throw new Error('sealed with a secret that is gone');
      },
    };
    const mailer: Mailer = { send: async (mail) => void sent.push(mail) };
    await deliverAll({ ...world.context, secrets: lost, mailer });
    expect(sent).toEqual([]);
    expect((await world.mails()).map(({ failure }) => failure)).toEqual([
      'sealed with a secret that is gone',
      'sealed with a secret that is gone',
    ]);
  });
});

describe('who is told what', () => {
  it('B4: of a request, client and artist, each in their language', async () => {
    await book('10:00', {
      note: 'A heron\n{answer}\nthank you',
      client: { name: 'Nora', email: NORA, phone: '+41 79 555 00 00' },
      zone: 'America/New_York',
      alternativeStart: at('16:30'),
    });
    const [first, second] = await world.mails();
    const [client, artist] = first?.to === NORA ? [first, second] : [second, first];
    expect(client).toMatchObject({
      subject: 'Request received: Small, Thu, 12 Mar 2026, 10:00',
      calendar: true,
    });
    expect(client?.text).toMatch(/^Hello Nora,\n\nThank you\./);
    expect(client?.text).toContain('Thursday, 12 March 2026, 10:00–11:00 (Central European Standard Time)');
    expect(client?.text).toContain(
      'On your clock: Thursday, 12 March 2026, 05:00–06:00 (Eastern Daylight Time)',
    );
    expect(artist?.text).toContain('jeudi 12 mars 2026, 10:00–11:00 (heure normale d’Europe centrale)');
    expect(artist?.text).toContain('> A heron\n> {answer}\n> thank you');
    expect(artist?.text).toContain('Conviendrait aussi : jeudi 12 mars 2026, 16:30');
    expect(artist?.text).toContain('+41 79 555 00 00');
    expect(artist?.text.match(/\/booking\//g)).toHaveLength(1);
  });

  it('B4: an artist without an account is looked after by every admin, each with a link of their own', async () => {
    await query('UPDATE artist SET user_id = NULL');
    await world.studio.world.database.prisma.user.create({
      data: { id: 'bea', name: 'Bea', email: 'bea@studio.test', role: 'ADMIN' },
    });
    await book();
    const links = [await world.linkTo('ann@studio.test'), await world.linkTo('bea@studio.test')];
    expect(new Set(links).size).toBe(2);
    for (const link of links) expectOk(await answerByLink(world.context, link, 'confirm'));
    expect(await kinds()).toEqual(['Request received', 'Confirmed']);
  });

  it('B4: what is confirmed at once is told as confirmed, to both', async () => {
    expectOk(await setArtist(world.context, OPERATOR, 'lea', { autoConfirm: true }));
    await book();
    expect(await world.subjects()).toEqual([
      'lea@studio.test: Réservé : Nora, Small, jeu. 12 mars 2026, 10:00',
      'nora@example.org: Confirmed: Small, Thu, 12 Mar 2026, 10:00',
    ]);
  });

  it('B8: a request that was taken while the calendar could not be asked says so to the artist, not to the client', async () => {
    world.studio.world.sandbox.faults.add({ effect: { kind: 'status', status: 503 }, occurs: 'always' });
    setClock(new Date(world.studio.world.at.getTime() + 60_000));
    await book();
    const mails = await world.mails();
    expect(mails.find(({ to }) => to === LEA)?.text).toContain('n’était pas joignable');
    expect(mails.find(({ to }) => to === NORA)?.text).not.toMatch(/calendar could not/);
  });

  it('B9 case 32: moved and confirmed in the artist’s calendar, the client hears both, with the old time', async () => {
    await book();
    await sync();
    rewrite((text) =>
      text
        .replace('SUMMARY:REQUEST: ', 'SUMMARY:')
        .replaceAll('T100000', 'T140000')
        .replaceAll('T110000', 'T150000'),
    );
    await sync();
    await workDue(followBookings, world.context);
    expect(await kinds()).toEqual(['Request received', 'Another time for your request', 'Confirmed']);
    const moved = (await toNora())[1];
    expect(moved?.text).toContain('14:00–15:00');
    expect(moved?.text).toContain('Before: Thursday, 12 March 2026, 10:00–11:00');
    expect((await world.subjects()).filter((line) => line.startsWith(LEA))).toHaveLength(1);
  });

  it('B9: an event that is deleted declines, and the client is told', async () => {
    await book();
    await sync();
    for (const name of world.studio.world.sandbox.objects('ann', 'lea').keys())
      world.studio.world.sandbox.remove('ann', 'lea', name);
    await sync();
    await query('UPDATE calendar SET held_approved = true');
    await sync();
    await workDue(followBookings, world.context);
    expect(await kinds()).toEqual(['Request received', 'Request declined']);
  });

  it('B9: what cannot be followed is told to the artist once, and the client hears nothing', async () => {
    await book();
    await sync();
    rewrite((text) => text.replace('SEQUENCE:0', 'SEQUENCE:1\r\nRRULE:FREQ=DAILY;COUNT=3'));
    await sync();
    await workDue(followBookings, world.context);
    await workDue(followBookings, world.context);
    const trouble = (await world.mails()).filter(({ subject }) => subject.startsWith('À vérifier'));
    expect(trouble).toHaveLength(1);
    expect(trouble[0]?.text).toMatch(/https:\/\/studio\.example\.org\/bookings\/[0-9a-f-]{36}/);
    expect(await kinds()).toEqual(['Request received']);
  });

  it('B4: the studio’s move and cancellation reach the client, the client’s reach the artist', async () => {
    const { id, token } = await book();
    await confirm();
    const by = { via: 'page' } as const;
    expectOk(
      await answerBooking(world.context, OPERATOR, id, { action: 'reschedule', start: at('14:00') }, by),
    );
    expectOk(await rescheduleByLink(world.context, token, at('15:00')));
    expectOk(await answerBooking(world.context, OPERATOR, id, { action: 'cancel' }, by));
    expect(await kinds()).toEqual(['Request received', 'Confirmed', 'New time', 'New time', 'Cancelled']);
    const lines = (await world.subjects()).filter((line) => line.startsWith(LEA));
    expect(lines).toEqual([
      'lea@studio.test: Demande : Nora, Small, jeu. 12 mars 2026, 10:00',
      'lea@studio.test: Déplacé : Nora, Small, jeu. 12 mars 2026, 15:00',
    ]);
  });

  it('B4 case 50: a request that lapses is told to the client, once', async () => {
    await book();
    setClock(at('11:00'));
    await workDue(expireRequests, world.context);
    await workDue(expireRequests, world.context);
    expect(await kinds()).toEqual(['Request received', 'No answer in time']);
  });
});

describe('reminders', () => {
  const DAY_MS = 86_400_000;

  it('B4: a confirmed appointment is remembered a day ahead, once, by whichever worker', async () => {
    await book();
    await confirm();
    setClock(new Date(at('10:00').getTime() - DAY_MS - 60_000));
    await workDue(remindClients, world.context);
    expect(await kinds()).toEqual(['Request received', 'Confirmed']);
    setClock(new Date(at('10:00').getTime() - DAY_MS + 1_000));
    const links = (await query('SELECT 1 FROM booking_link')).length;
    await Promise.all([workDue(remindClients, world.context), workDue(remindClients, world.context)]);
    await workDue(remindClients, world.context);
    expect(await kinds()).toEqual(['Request received', 'Confirmed', 'See you soon']);
    expect(await query('SELECT 1 FROM booking_link')).toHaveLength(links + 1);
  });

  it('B4: neither a request nor what is cancelled is remembered', async () => {
    await book('10:00');
    const { token } = await book('14:00');
    await confirm();
    expectOk(await cancelByLink(world.context, token));
    setClock(at('09:00'));
    expect(await workDue(remindClients, world.context)).toBe(0);
    expect(await kinds()).not.toContain('See you soon');
  });

  it('B4: what is cancelled between looking and reminding is not remembered', async () => {
    const { token } = await book();
    await confirm();
    expectOk(await setArtist(world.context, OPERATOR, 'lea', { cutOffMinutes: 0 }));
    setClock(at('09:00'));
    const { database } = world.context;
    const looking = aroundStatements(database, async (statement, run) => {
      const rows = await run();
      if (statement === bookingsUnreminded) expectOk(await cancelByLink(world.context, token));
      return rows;
    });
    expect(await workDue(remindClients, { ...world.context, database: looking })).toBe(1);
    expect(await kinds()).not.toContain('See you soon');
  });

  it('B4: who has just heard of the time hears no more of it; a new time is remembered again', async () => {
    const { id } = await book();
    await confirm();
    setClock(new Date(at('10:00').getTime() - DAY_MS + 1_000));
    await workDue(remindClients, world.context);
    const by = { via: 'page' } as const;
    setClock(new Date(at('12:00').getTime() - DAY_MS));
    const soon = { action: 'reschedule', start: at('11:30') } as const;
    expectOk(await answerBooking(world.context, OPERATOR, id, soon, by));
    setClock(at('09:00'));
    await workDue(remindClients, world.context);
    const later = { action: 'reschedule', start: new Date(at('11:30').getTime() + 7 * DAY_MS) } as const;
    expectOk(await answerBooking(world.context, OPERATOR, id, later, by));
    setClock(new Date(later.start.getTime() - DAY_MS + 1_000));
    await workDue(remindClients, world.context);
    expect((await kinds()).filter((kind) => kind === 'See you soon')).toHaveLength(2);
  });
});

describe('what comes from outside', () => {
  const EVIL = 'Small\r\nBcc: all@example.org\nATTENDEE:mailto:all@example.org\u2028END:VEVENT\r';

  it('B10: no field begins a header, a line of the file, or a link', async () => {
    await query(
      `UPDATE service SET name = ${literal(EVIL)}, price = ${literal(EVIL)}, deposit = ${literal('{manage}')}`,
    );
    await query(`UPDATE artist SET name = ${literal(`{manage}\n${EVIL}`)}`);
    for (const [time, language] of [
      ['10:00', 'en'],
      ['14:00', 'fr'],
    ] as const)
      await book(time, { language, note: `{manage}\n${EVIL}` });
    await confirm();
    const rows = (await query('SELECT subject, body, recipient, calendar FROM mail')) as readonly {
      subject: string;
      body: string;
      recipient: string;
      calendar: string | null;
    }[];
    expect(rows).toHaveLength(5);
    for (const { subject, recipient, body, calendar } of rows) {
      expect(subject + recipient).not.toMatch(/[\r\n\u2028]/);
      expect(body.match(/^\{\w+\}$/gm)?.length ?? 0).toBeLessThanOrEqual(1);
      if (calendar === null) continue;
      expect(calendar.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
      expect(calendar.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      const [event, ...others] = new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vevent');
      expect(others).toEqual([]);
      expect(event?.getAllProperties().map(({ name }) => name)).toEqual([
        'uid',
        'dtstamp',
        'last-modified',
        'sequence',
        'dtstart',
        'dtend',
        'status',
        'summary',
        'description',
        'url',
        'organizer',
        'attendee',
        'transp',
      ]);
    }
  });

  it('B10: a stranger’s address is not used to send them somebody’s words', async () => {
    await book('10:00', { client: { name: 'WIN at http://evil.test now', email: NORA }, note: 'Buy!' });
    const [mail] = await toNora();
    expect(mail?.text).toMatch(/^Hello,\n/);
    expect(mail?.text).not.toMatch(/evil|Buy/);
  });

  function literal(text: string): string {
    return `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll('\n', '\\n').replaceAll('\r', '\\r')}'`;
  }
});
