import type { Answer } from '@atelier/calendar/invitation/invitation';
import { openBookings } from '@atelier/database/booking/open-entries';
import { addCalendar } from '@atelier/database/testing/add-calendar';
import { addConnection } from '@atelier/database/testing/add-connection';
import { readMessage } from '@atelier/mail/read/read-message';
import { createCalDavGateway } from '@atelier/providers/caldav/caldav-gateway';
import { parseAllowList } from '@atelier/providers/http/allow-list';
import { AT_A_TIME, type EngineServices } from '@atelier/sync/engine-services';
import { type MailRoom, openMailRoom } from '@atelier/sync/mailbox/testing/mail-room';
import { createSyncEngine, type SyncEngine } from '@atelier/sync/run/engine';
import { dovecotInstalled } from '@atelier/testkit/mail/dovecot';
import { type LostAnswerServer, startLostAnswer } from '@atelier/testkit/mail/lost-answer';
import { testDovecot } from '@atelier/testkit/mail/test-dovecot';
import { type Sandbox, startSandbox } from '@atelier/testkit/sandbox/sandbox';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { givenStudio } from '../../studio/testing/given.ts';
import { roomMailboxes } from '../testing/room-mailboxes.ts';
import { settleDraft } from '../write/drafts.ts';
import { sendOutgoing } from '../write/send-outgoing.ts';
import { answerInvitation } from './answer-invitation.ts';
import { seeInvitation } from './see-invitation.ts';
import { type TakeInvitation, takeInvitation } from './take-invitation.ts';

const ann: Actor = { userId: 'ann', name: 'Ann', email: 'ann@studio.test', role: 'ARTIST' };

interface Sent {
  readonly method?: string;
  readonly sequence?: number;
  readonly hour?: number;
  readonly from?: string;
  readonly guests?: readonly string[];
  readonly organizer?: string;
}

const invited = (address: string, answer = 'NEEDS-ACTION') =>
  `ATTENDEE;PARTSTAT=${answer};RSVP=TRUE:mailto:${address}`;

const event = ({ sequence = 0, hour = 14, guests = [], organizer = 'max@x.test' }: Sent) => [
  'BEGIN:VEVENT',
  'UID:rose@x.test',
  `SEQUENCE:${sequence}`,
  `DTSTAMP:20260301T09${String(sequence).padStart(2, '0')}00Z`,
  `DTSTART:20260312T${hour}0000Z`,
  `DTEND:20260312T${hour + 1}0000Z`,
  'SUMMARY:Rose',
  `ORGANIZER;CN=Max:mailto:${organizer}`,
  ...guests,
  'END:VEVENT',
];
const calendar = (...lines: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');

describe.skipIf(!dovecotInstalled)('invitations', () => {
  const server = testDovecot();
  let room: MailRoom;
  let context: Context;
  let sandbox: Sandbox;
  let smtp: LostAnswerServer;
  let engine: SyncEngine;
  let work: string;
  let now: Date;
  /** What the calendar's server has told organizers. */
  let told: string[];
  let arrives: boolean;

  beforeEach(async () => {
    await using stack = new AsyncDisposableStack();
    room = stack.use(await openMailRoom(server()));
    sandbox = stack.use(await startSandbox());
    smtp = stack.use(await startLostAnswer('nothing'));
    sandbox.addUser('ann', 'secret');
    sandbox.addCalendar('ann', { uri: 'work' });
    const gateway = stack.use(
      createCalDavGateway({
        allow: parseAllowList('127.0.0.1'),
        now: Temporal.Now.instant,
        monotonicMs: () => performance.now(),
        http: {},
      }),
    );
    now = new Date('2026-03-02T09:00:00Z');
    [told, arrives] = [[], true];
    const { database, services } = room;
    engine = createSyncEngine({
      ...services,
      clock: () => now,
      atATime: AT_A_TIME,
      studioZone: async () => 'Europe/Zurich',
      bookings: openBookings(database),
      progressed: () => undefined,
      openAccount: async ({ username, secret, reach }) =>
        gateway.open({ kind: 'password', username, password: secret }, reach),
    } as Partial<EngineServices> as EngineServices);
    const mailboxes = roomMailboxes(room);
    context = {
      database,
      newId: services.newId,
      clock: () => now,
      given: givenStudio(),
      mailboxes,
      engine,
    } as Partial<Context> as Context;
    const account = await database.prisma.mailAccount.findUniqueOrThrow({ where: { id: room.accountId } });
    const line = { host: '127.0.0.1', port: smtp.port, security: 'none', pinned: null };
    await database.prisma.mailAccount.update({
      where: { id: room.accountId },
      data: {
        reach: { ...(account.reach as object), smtp: line },
        address: 'ann@studio.test',
        aliases: ['ann@sandbox.example'],
      },
    });
    const connectionId = await addConnection(database, {
      ownerId: 'ann',
      address: sandbox.url,
      username: 'ann',
      secret: 'secret',
      homes: [sandbox.homeUrl('ann')],
    });
    await database.prisma.connection.update({
      where: { id: connectionId },
      data: { reach: { principal: sandbox.principalUrl('ann'), homes: [sandbox.homeUrl('ann')] } },
    });
    const href = new URL(sandbox.calendarUrl('ann', 'work')).pathname;
    const row = { ownerId: 'ann', connectionId, href, name: 'Work', timeZone: 'Europe/Zurich' };
    work = await addCalendar(database, { ...row, capabilities: { syncCollection: true, ctag: true } });
    const owned = stack.move();
    return () => owned.disposeAsync();
  });

  /** From now on the calendar's server brings answers to organizers. */
  function schedules(): void {
    sandbox.faults.add({
      effect: {
        kind: 'auto-schedule',
        tell: (reply) => {
          told.push(reply);
          return arrives;
        },
      },
      occurs: 'always',
    });
  }

  const sync = () => engine.runNow([work], { full: false });

  /** A message arrives; the place where it lies. */
  async function arrive(sent: Sent): Promise<string> {
    const { method = 'REQUEST', from = 'Max <max@x.test>', guests = [invited('ann@sandbox.example')] } = sent;
    const subject = `Rose ${Math.random()}`;
    const source = [
      `From: ${from}`,
      'To: ann@studio.test',
      `Subject: ${subject}`,
      `Message-ID: <${subject.slice(5)}@x.test>`,
      'Date: Mon, 02 Mar 2026 08:00:00 +0000',
      `Content-Type: text/calendar; method=${method}`,
      '',
      calendar(`METHOD:${method}`, ...event({ ...sent, guests })),
    ].join('\r\n');
    const other = await room.other();
    await other.append('INBOX', new TextEncoder().encode(source), [], now);
    await other.close();
    await room.run();
    const [id] = await room.places('INBOX', subject);
    return id ?? '';
  }

  const see = async (id: string) => {
    const seen = await seeInvitation(context, ann, id);
    if (!seen.ok) throw new Error(seen.refusal.message);
    return seen.value;
  };
  const answer = (id: string, said: Answer, more: object = {}) =>
    answerInvitation(context, ann, {
      id,
      answer: said,
      calendarId: null,
      comment: '',
      language: 'en',
      ...more,
    });
  const take = (id: string, act: TakeInvitation['act'], despite = false) =>
    takeInvitation(context, ann, { id, act, calendarId: null, despite });

  /** The worker does what waits. */
  async function leave(): Promise<void> {
    for (const id of (await sendOutgoing.due(context)) ?? [])
      await sendOutgoing.work(context, id, { last: false });
    await sync();
  }
  const texts = () =>
    [...sandbox.objects('ann', 'work').values()].map(({ body }) => body.replaceAll('\r\n ', ''));
  const replies = async () =>
    Promise.all(
      smtp.taken.map(async (mail) => {
        const { to, subject, calendar: text } = await readMessage(new TextEncoder().encode(mail));
        return { to: to[0]?.address, subject, method: /^METHOD:(\w+)/m.exec(text ?? '')?.[1] };
      }),
    );

  it('M10: a stranger’s mail changes nothing until somebody says so', async () => {
    const id = await arrive({});
    await leave();
    expect(await see(id)).toMatchObject({
      standing: 'asked',
      act: 'answer',
      eventId: null,
      calendarId: work,
    });
    expect(texts()).toEqual([]);
    expect(smtp.taken).toEqual([]);
  });

  it('M10: where the server tells nobody, one mail does, and the calendar’s copy stays silent', async () => {
    await sync();
    const id = await arrive({});
    expect(await answer(id, 'accepted')).toMatchObject({ ok: true, value: { way: 'mail', already: false } });
    await leave();
    expect(await replies()).toEqual([{ to: 'max@x.test', subject: 'Accepted: Rose', method: 'REPLY' }]);
    expect(texts()).toEqual([expect.stringMatching(/ATTENDEE;PARTSTAT=ACCEPTED/)]);
    expect(texts()[0]).toMatch(/ORGANIZER;CN=Max;SCHEDULE-AGENT=CLIENT/);
    expect(await see(id)).toMatchObject({
      standing: 'answered',
      answer: 'accepted',
      answered: { mail: 'SENT' },
    });
  });

  it('M10: where the server tells the organizer, no mail does', async () => {
    schedules();
    await sync();
    const id = await arrive({});
    expect(await answer(id, 'accepted')).toMatchObject({ ok: true, value: { way: 'server' } });
    await leave();
    await sync();
    expect(told).toEqual(['rose@x.test ACCEPTED']);
    expect(smtp.taken).toEqual([]);
    expect(await see(id)).toMatchObject({ standing: 'answered', undelivered: false });
  });

  it('M10: what a server could not tell is told by mail, once somebody says so', async () => {
    schedules();
    arrives = false;
    await sync();
    const id = await arrive({});
    await answer(id, 'accepted');
    await leave();
    await sync();
    expect(await see(id)).toMatchObject({ undelivered: true, answered: { mail: null } });
    expect(await answer(id, 'accepted')).toMatchObject({ ok: true, value: { way: 'mail', already: false } });
    await leave();
    expect(await replies()).toHaveLength(1);
    expect(told).toHaveLength(1);
  });

  it('M10: an event that the server has put there itself is answered in its place, though nobody here knew', async () => {
    schedules();
    await sync();
    const id = await arrive({});
    sandbox.put(
      'ann',
      'work',
      'sabredav-1.ics',
      calendar(...event({ guests: [invited('ann@sandbox.example')] })),
    );
    expect(await answer(id, 'tentative')).toMatchObject({ ok: true, value: { way: 'server' } });
    await leave();
    expect([...sandbox.objects('ann', 'work').keys()]).toEqual(['sabredav-1.ics']);
    expect(told).toEqual(['rose@x.test TENTATIVE']);
    expect(smtp.taken).toEqual([]);
  });

  it.each([false, true])(
    'M10: however often and from how many pages, one answer leaves (server: %s)',
    async (served) => {
      if (served) schedules();
      await sync();
      const id = await arrive({});
      const all = await Promise.all([1, 2, 3].map(() => answer(id, 'accepted')));
      expect(all.filter((one) => one.ok && !one.value.already)).toHaveLength(1);
      await leave();
      await answer(id, 'accepted');
      await leave();
      expect([told.length, smtp.taken.length]).toEqual(served ? [1, 0] : [0, 1]);
      expect(texts()).toHaveLength(1);
    },
  );

  it('M10: whoever changes their mind says so, each time once', async () => {
    await sync();
    const id = await arrive({});
    for (const said of ['accepted', 'declined', 'declined', 'accepted'] as const) {
      await answer(id, said);
      await leave();
      now = new Date(now.getTime() + 60_000);
    }
    expect((await replies()).map(({ subject }) => subject)).toEqual([
      'Accepted: Rose',
      'Declined: Rose',
      'Accepted: Rose',
    ]);
    expect(texts()).toHaveLength(1);
  });

  it('M10: what is declined at once takes no place in a calendar, and is known again', async () => {
    await sync();
    const id = await arrive({});
    await answer(id, 'declined');
    await leave();
    expect(await replies()).toMatchObject([{ subject: 'Declined: Rose' }]);
    expect(texts()).toEqual([]);
    expect(await see(id)).toMatchObject({ standing: 'answered', answer: 'declined', eventId: null });
  });

  it('M10: an update asks again, shows what differs and is one event; the message before is outdated', async () => {
    await sync();
    const first = await arrive({});
    await answer(first, 'accepted');
    await leave();
    const update = await arrive({ sequence: 1, hour: 16 });
    expect(await see(update)).toMatchObject({ standing: 'changed', changes: ['when'], answer: 'accepted' });
    expect(texts()[0]).toMatch(/DTSTART:20260312T14/);
    await answer(update, 'accepted');
    await leave();
    expect(texts()).toEqual([expect.stringMatching(/DTSTART:20260312T16/)]);
    expect(await see(first)).toMatchObject({ standing: 'outdated', act: null });
    expect(await answer(first, 'declined')).toMatchObject({
      ok: false,
      refusal: { code: 'invitation-outdated' },
    });
    expect(await replies()).toHaveLength(2);
  });

  it('M10: what is called off stays until somebody says so, then stands there called off', async () => {
    await sync();
    await answer(await arrive({}), 'accepted');
    await leave();
    const off = await arrive({ method: 'CANCEL', sequence: 1 });
    expect(await see(off)).toMatchObject({ standing: 'off', act: 'call-off' });
    expect(texts()[0]).not.toMatch(/CANCELLED/);
    expect(await take(off, 'call-off')).toMatchObject({ ok: true });
    await leave();
    expect(texts()).toEqual([expect.stringMatching(/STATUS:CANCELLED/)]);
    expect(await see(off)).toMatchObject({ standing: 'called-off', act: null });
    expect(await replies()).toHaveLength(1);
  });

  it('M10: nobody but the organizer changes or calls off an event, unless the person knows better', async () => {
    await sync();
    await answer(await arrive({}), 'accepted');
    await leave();
    const off = await arrive({ method: 'CANCEL', sequence: 1, from: 'evil@x.test' });
    expect(await see(off)).toMatchObject({ standing: 'off', forged: true });
    expect(await take(off, 'call-off')).toMatchObject({ ok: false, refusal: { code: 'invitation-forged' } });
    const other = await arrive({
      method: 'REQUEST',
      sequence: 2,
      from: 'evil@x.test',
      organizer: 'evil@x.test',
    });
    expect(await answer(other, 'declined')).toMatchObject({
      ok: false,
      refusal: { code: 'invitation-foreign' },
    });
    expect(texts()[0]).not.toMatch(/CANCELLED/);
    expect(await take(off, 'call-off', true)).toMatchObject({ ok: true });
  });

  it('M10: whoever is not invited keeps a copy that names nobody, and answers nobody', async () => {
    schedules();
    await sync();
    const id = await arrive({ guests: [invited('leo@x.test')] });
    expect(await answer(id, 'accepted')).toMatchObject({
      ok: false,
      refusal: { code: 'invitation-not-invited' },
    });
    expect(await take(id, 'add')).toMatchObject({ ok: true });
    await leave();
    expect(texts()).toEqual([expect.not.stringMatching(/ATTENDEE|ORGANIZER/)]);
    expect([told, smtp.taken]).toEqual([[], []]);
    expect(await see(id)).toMatchObject({ standing: 'kept', act: null });
  });

  it('M10: a guest’s answer to an event of one’s own is noted when somebody says so', async () => {
    const own = { organizer: 'ann@studio.test', guests: [invited('leo@x.test')] };
    sandbox.put('ann', 'work', 'own.ics', calendar(...event(own)));
    await sync();
    const reply = {
      ...own,
      method: 'REPLY',
      from: 'leo@x.test',
      guests: [invited('leo@x.test', 'ACCEPTED')],
    };
    const id = await arrive(reply);
    expect(await see(id)).toMatchObject({
      standing: 'guest-answer',
      guest: { answer: 'accepted' },
      forged: false,
    });
    expect(await take(id, 'note-answer')).toMatchObject({ ok: true });
    await leave();
    expect(texts()).toEqual([expect.stringMatching(/PARTSTAT=ACCEPTED/)]);
    expect(await see(id)).toMatchObject({ standing: 'guest-answer-known' });
  });

  it('M10: an answer that no server takes is no draft: thrown away, it was never given', async () => {
    await sync();
    const id = await arrive({});
    await answer(id, 'declined');
    const [mail] = await context.database.prisma.outgoingMail.findMany();
    await context.database.prisma.outgoingMail.updateMany({ data: { state: 'REFUSED' } });
    const settle = (how: 'write-on' | 'discard') => settleDraft(context, ann, { id: mail?.id ?? '', how });
    expect(await settle('write-on')).toMatchObject({ ok: false });
    expect(await settle('discard')).toMatchObject({ ok: true });
    expect(await see(id)).toMatchObject({ standing: 'asked', answer: null });
    expect(await answer(id, 'declined')).toMatchObject({ ok: true, value: { already: false } });
  });
});
