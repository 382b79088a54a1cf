import { eventFile } from '@atelier/testkit/event-builder';
import ICAL from 'ical.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { OPERATOR } from '../../actor.ts';
import { submitBooking } from '../request/submit-booking.ts';
import { setArtist } from '../settings/set-artist.ts';
import { type MailStudio, openMailStudio } from '../testing/mails.ts';
import { expectOk } from '../testing/studio.ts';
import { seeBookings } from '../view/see-bookings.ts';
import { answerByLink } from './answer-by-link.ts';
import { calendarOf } from './calendar-of.ts';
import { cancelByLink } from './cancel-by-link.ts';
import { rescheduleByLink } from './reschedule-by-link.ts';
import { seeByLink } from './see-by-link.ts';

let world: MailStudio;

beforeEach(async () => {
  world = await openMailStudio();
  return () => world[Symbol.asyncDispose]();
});

const NORA = 'nora@example.org';
const LEA = 'lea@studio.test';
const book = async (time = '10:00', more: object = {}) => {
  const submitted = expectOk(await submitBooking(world.context, world.studio.wish(time, more), null, 'page'));
  if (submitted.kind !== 'booked') throw new Error(submitted.reason);
  return submitted.booking;
};
const at = (time: string) => world.studio.at(time);
const confirmed = async (time = '10:00') => {
  const booking = await book(time);
  expectOk(await answerByLink(world.context, await world.linkTo(LEA), 'confirm'));
  return booking;
};
const query = <Row extends object>(sql: string) => world.studio.world.database.query<Row>(sql);
const steps = () => query('SELECT action, party, via FROM booking_step ORDER BY at, id');

/** Every row of every table, as text. */
async function everything(): Promise<Readonly<Record<string, string>>> {
  const tables = await query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1",
  );
  const texts = tables.map(async ({ name }) => {
    const rows = await query<{ row: string }>(`SELECT t::text AS row FROM "${name}" t ORDER BY 1`);
    return [name, rows.map(({ row }) => row).join('\n')] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
}

describe('links', () => {
  it('B10: the client sees their booking by the link of the submit and by that of the mail', async () => {
    const { token } = await book('10:00', { note: 'A heron', zone: 'America/New_York' });
    const seen = expectOk(await seeByLink(world.context, token));
    expect(seen).toMatchObject({
      party: 'client',
      state: 'REQUESTED',
      start: at('10:00'),
      end: at('11:00'),
      zone: 'Europe/Zurich',
      artist: { slug: 'lea', name: 'Léa' },
      service: 'Small',
      note: 'A heron',
      clientZone: 'America/New_York',
      may: { cancel: true, reschedule: true, approve: false, decline: false },
      cutOff: null,
      series: [],
    });
    const mailed = await world.linkTo(NORA);
    expect(mailed).not.toBe(token);
    expect(expectOk(await seeByLink(world.context, mailed))).toEqual(seen);
  });

  it('B10: a token that was never given, one of another table and half of one are answered alike', async () => {
    const { token, id } = await book();
    const answers = [];
    for (const wrong of ['x', '', id, token.slice(1), `${token}.1`, `${token}.`, token.toUpperCase(), '\0'])
      answers.push(
        await seeByLink(world.context, wrong),
        await cancelByLink(world.context, wrong),
        await rescheduleByLink(world.context, wrong, at('14:00')),
        await answerByLink(world.context, wrong, 'confirm'),
        await calendarOf(world.context, wrong),
      );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ ok: false, refusal: { kind: 'not-found' } });
    expect(await steps()).toHaveLength(1);
  });

  it('B10: no table holds a token, neither of the submit nor of any mail', async () => {
    const { token } = await book();
    expectOk(await rescheduleByLink(world.context, token, at('14:00')));
    const tokens = [token];
    for (const { text } of await world.mails())
      tokens.push(...[...text.matchAll(/\/booking\/(\S+)/g)].map(([, found = '']) => found));
    expect(new Set(tokens).size).toBe(5);
    const rows = await everything();
    for (const [table, text] of Object.entries(rows))
      for (const secret of tokens) expect(text, table).not.toContain(secret);
    expect(rows.mail).toContain('{manage}');
  });

  it('B10 case 52: looking changes nothing, by whichever link', async () => {
    const { token } = await book();
    const links = [token, await world.linkTo(NORA), await world.linkTo(LEA)];
    const before = await everything();
    for (const link of links) {
      expectOk(await seeByLink(world.context, link));
      expectOk(await calendarOf(world.context, link));
    }
    expect(await everything()).toEqual(before);
  });

  it('B10: the client’s link does not answer, and the artist’s neither cancels nor moves', async () => {
    const { token } = await book();
    const artist = await world.linkTo(LEA);
    for (const refused of [
      await answerByLink(world.context, token, 'confirm'),
      await cancelByLink(world.context, artist),
      await rescheduleByLink(world.context, artist, at('14:00')),
    ])
      expect(refused).toMatchObject({ ok: false, refusal: { kind: 'forbidden' } });
    expect(await steps()).toHaveLength(1);
  });
});

describe('answers', () => {
  it('B4 case 52: approving twice is once, also at the same moment, and tells the client once', async () => {
    await book();
    const link = await world.linkTo(LEA);
    const all = await Promise.all(
      [1, 2, 3].map(() => answerByLink(world.context, link, 'confirm', { message: 'Eat well!' })),
    );
    for (const one of all) expect(one).toMatchObject({ ok: true, value: { state: 'CONFIRMED' } });
    expect(await answerByLink(world.context, link, 'decline')).toMatchObject({ ok: false });
    expect(await steps()).toEqual([
      { action: 'request', party: 'client', via: 'page' },
      { action: 'confirm', party: 'artist', via: 'mail' },
    ]);
    const told = (await world.mails()).filter(({ subject }) => subject.startsWith('Confirmed'));
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('> Eat well!');
  });

  it('B4: a declined request tells the client the artist’s words, and where to choose again', async () => {
    const { token } = await book();
    const link = await world.linkTo(LEA);
    expect(expectOk(await seeByLink(world.context, link)).may).toMatchObject({
      approve: true,
      decline: true,
    });
    expectOk(await answerByLink(world.context, link, 'decline', { message: 'I am away.\nIn May again.' }));
    expect(expectOk(await seeByLink(world.context, token))).toMatchObject({
      state: 'DECLINED',
      message: 'I am away.\nIn May again.',
      may: { cancel: false, reschedule: false, approve: false, decline: false },
    });
    const mail = (await world.mails()).find(({ subject }) => subject.startsWith('Request declined'));
    expect(mail?.text).toContain('> I am away.\n> In May again.');
    expect(mail?.text).toContain('https://studio.example.org/book/lea');
  });

  it('B4 case 53: of the client’s cancelling and the artist’s approving at once, the booking is given up in the end', async () => {
    for (const time of ['09:00', '11:00', '13:00', '15:00']) {
      const { token, id } = await book(time);
      const link = await world.linkTo(LEA);
      const [cancelled] = await Promise.all([
        cancelByLink(world.context, token),
        answerByLink(world.context, link, 'confirm'),
      ]);
      expect(cancelled.ok).toBe(true);
      const [seen] = await seeBookings(world.context, OPERATOR, { ids: [id] });
      expect(['CANCELLED', 'WITHDRAWN']).toContain(seen?.state);
    }
    expect(await query('SELECT 1 FROM claim')).toEqual([]);
  });

  it('B2 case 51: the link approves nothing over what has come into the calendar since', async () => {
    await book();
    const start = at('10:30').toTemporalInstant().toZonedDateTimeISO('Europe/Zurich');
    const event = { uid: 'd', summary: 'Dentist', start, end: start.add({ minutes: 30 }) };
    world.studio.world.sandbox.put('ann', 'lea', 'd.ics', eventFile(event));
    world.studio.world.at = new Date(world.studio.world.at.getTime() + 60_000);
    const refused = await answerByLink(world.context, await world.linkTo(LEA), 'confirm');
    expect(refused).toMatchObject({ ok: false, refusal: { kind: 'conflict' } });
  });
});

describe('the client', () => {
  it('B4: withdraws a request and cancels what is confirmed, each once', async () => {
    const { token } = await book();
    expect(expectOk(await cancelByLink(world.context, token)).state).toBe('WITHDRAWN');
    expect(expectOk(await cancelByLink(world.context, token)).state).toBe('WITHDRAWN');
    const other = await confirmed('14:00');
    expect(expectOk(await cancelByLink(world.context, other.token)).state).toBe('CANCELLED');
    const last = (await world.subjects()).filter((line) => /withdrawn|Cancelled|retirée|Annulé/.test(line));
    expect(last).toEqual([
      'lea@studio.test: Annulé : Nora, Small, jeu. 12 mars 2026, 14:00',
      'lea@studio.test: Demande retirée : Nora, Small, jeu. 12 mars 2026, 10:00',
      'nora@example.org: Cancelled: Small, Thu, 12 Mar 2026, 14:00',
      'nora@example.org: Request withdrawn: Small, Thu, 12 Mar 2026, 10:00',
    ]);
  });

  it('B4: behind the cut-off a confirmed booking stands, and the client is told so', async () => {
    const { token } = await confirmed();
    expect(expectOk(await seeByLink(world.context, token)).cutOff).toEqual(
      new Date(at('10:00').getTime() - 86_400_000),
    );
    world.studio.world.at = new Date(at('10:00').getTime() - 86_400_000 + 1);
    expect(expectOk(await seeByLink(world.context, token)).may).toMatchObject({
      cancel: false,
      reschedule: false,
    });
    // Neither hears of other times when no time would do.
    for (const refused of [
      await cancelByLink(world.context, token),
      await rescheduleByLink(world.context, token, at('03:00')),
    ])
      expect(refused).toMatchObject({ ok: false, refusal: { code: 'step-too-late' } });
  });

  it('B4 case 54: moves onto its own time by a quarter of an hour, and the old time is free', async () => {
    expectOk(await setArtist(world.context, OPERATOR, 'lea', { slotInterval: 15 }));
    const { token } = await confirmed();
    const moved = expectOk(await rescheduleByLink(world.context, token, at('10:15')));
    expect(moved).toMatchObject({ kind: 'moved', booking: { state: 'CONFIRMED', start: at('10:15') } });
    expect(await query('SELECT starts_at AS at FROM claim')).toEqual([{ at: at('10:15') }]);
    const again = expectOk(await rescheduleByLink(world.context, token, at('10:15')));
    expect(again).toMatchObject({ kind: 'moved', booking: { version: 3 } });
  });

  it('B1 case 54: a taken time leaves everything as it was and names the three nearest', async () => {
    const { token } = await confirmed();
    await book('14:00');
    const taken = expectOk(await rescheduleByLink(world.context, token, at('14:00')));
    expect(taken).toMatchObject({ kind: 'taken', reason: 'BUSY' });
    const nearest = taken.kind === 'taken' ? taken.nearest : [];
    expect(nearest.map(({ start }) => start)).toEqual([at('12:00'), at('12:30'), at('15:30')]);
    expect(expectOk(await seeByLink(world.context, token))).toMatchObject({ start: at('10:00'), version: 2 });
  });

  it('B6 case 47: a move off the grid, outside the hours, too soon or too far is refused like a new booking', async () => {
    const { token } = await book();
    const reasons = [];
    for (const start of [
      at('10:10'),
      at('17:30'),
      new Date('2026-03-10T09:30:00Z'),
      new Date('2027-03-11T09:00:00Z'),
    ]) {
      const taken = expectOk(await rescheduleByLink(world.context, token, start));
      reasons.push(taken.kind === 'taken' ? taken.reason : taken.kind);
    }
    expect(reasons).toEqual(['OFFGRID', 'CLOSED', 'NOTICE', 'HORIZON']);
    expect(await rescheduleByLink(world.context, token, new Date(Number.NaN))).toMatchObject({ ok: false });
  });

  it('B6 case 55: a service that is not offered any more keeps the booking, and is not moved online', async () => {
    const { token } = await book();
    await query('UPDATE service SET active = false');
    expect(expectOk(await seeByLink(world.context, token)).may).toMatchObject({
      cancel: true,
      reschedule: false,
    });
    expect(await rescheduleByLink(world.context, token, at('14:00'))).toMatchObject({
      ok: false,
      refusal: { kind: 'conflict' },
    });
  });

  it('B8 case 57: while the calendar cannot be asked an appointment is not moved into the unknown: it stands', async () => {
    const { token } = await confirmed();
    world.studio.world.sandbox.faults.add({ effect: { kind: 'status', status: 503 }, occurs: 'always' });
    world.studio.world.at = new Date(world.studio.world.at.getTime() + 60_000);
    expect(await rescheduleByLink(world.context, token, at('14:00'))).toMatchObject({
      ok: false,
      refusal: { kind: 'unverified', code: 'calendar-silent-move' },
    });
    expect(expectOk(await seeByLink(world.context, token))).toMatchObject({
      state: 'CONFIRMED',
      start: at('10:00'),
      unverified: false,
    });
  });

  it('B8 case 57: a request that is moved while the calendar cannot be asked is flagged, and the artist is told so', async () => {
    const { token } = await book();
    world.studio.world.sandbox.faults.add({ effect: { kind: 'status', status: 503 }, occurs: 'always' });
    world.studio.world.at = new Date(world.studio.world.at.getTime() + 60_000);
    const moved = expectOk(await rescheduleByLink(world.context, token, at('14:00')));
    expect(moved).toMatchObject({ kind: 'moved', booking: { unverified: true, state: 'REQUESTED' } });
    const mail = (await world.mails()).findLast(({ to }) => to === LEA);
    expect(mail?.subject).toBe('Demande déplacée : Nora, Small, jeu. 12 mars 2026, 14:00');
    expect(mail?.text).toContain('votre agenda n’était pas joignable');
  });

  it('B1: of two clients who move to one time at once one has it, and the other keeps theirs', async () => {
    const [one, other] = [await confirmed('09:00'), await confirmed('11:00')];
    const moves = await Promise.all(
      [one, other].map(({ token }) => rescheduleByLink(world.context, token, at('15:00'))),
    );
    expect(moves.map((move) => (move.ok ? move.value.kind : 'refused')).sort()).toEqual(['moved', 'taken']);
    expect(await query('SELECT 1 FROM claim')).toHaveLength(2);
  });
});

describe('the file', () => {
  const read = async (token: string) => {
    const { text } = expectOk(await calendarOf(world.context, token));
    const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');
    if (!event) throw new Error('no event');
    return (name: string) => String(event.getFirstPropertyValue(name));
  };

  it('B11: keeps its UID and counts up with every step, in UTC', async () => {
    const { token, id } = await book();
    const first = await read(token);
    expect([first('uid'), first('sequence'), first('status'), first('dtstart')]).toEqual([
      `${id}-client`,
      '0',
      'TENTATIVE',
      '2026-03-12T09:00:00Z',
    ]);
    expectOk(await answerByLink(world.context, await world.linkTo(LEA), 'confirm'));
    expectOk(await rescheduleByLink(world.context, token, at('14:00')));
    const moved = await read(token);
    expect([moved('uid'), moved('sequence'), moved('status'), moved('dtstart')]).toEqual([
      `${id}-client`,
      '2',
      'CONFIRMED',
      '2026-03-12T13:00:00Z',
    ]);
    expectOk(await cancelByLink(world.context, token));
    const over = await read(token);
    expect([over('sequence'), over('status')]).toEqual(['3', 'CANCELLED']);
  });
});
