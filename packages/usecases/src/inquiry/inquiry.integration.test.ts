import { randomUUID } from 'node:crypto';
import { eventFile } from '@atelier/testkit/event-builder';
import { onMethod } from '@atelier/testkit/sandbox/faults/fault-match';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Actor, OPERATOR } from '../actor.ts';
import { cancelByLink } from '../booking/client/cancel-by-link.ts';
import { seeByLink } from '../booking/client/see-by-link.ts';
import { addArtist } from '../booking/settings/add-artist.ts';
import { answerBooking } from '../booking/step/answer-booking.ts';
import { expectOk, openTestStudio, type TestStudio } from '../booking/testing/studio.ts';
import { seeBookings } from '../booking/view/see-bookings.ts';
import { workDue } from '../jobs/testing/work-due.ts';
import { pickTime } from './client/pick-time.ts';
import { seeInquiry } from './client/see-inquiry.ts';
import { sendInquiry } from './client/send-inquiry.ts';
import { withdrawInquiry } from './client/withdraw-inquiry.ts';
import { answerInquiry } from './studio/answer-inquiry.ts';
import { closeInquiry, declineInquiry } from './studio/end-inquiry.ts';
import { expireInquiries } from './studio/expire-inquiries.ts';
import { offerTimes } from './studio/offer-times.ts';
import { listStudioInquiries, seeStudioInquiry } from './studio-inquiries.ts';
import { IDEA, type TestInquiries, testInquiries } from './testing/desk.ts';

let studio: TestStudio;
let ideas: TestInquiries;

beforeEach(async () => {
  studio = await openTestStudio();
  ideas = testInquiries(studio);
  return () => studio[Symbol.asyncDispose]();
});

const DAY_MS = 86_400_000;
const see = async (token: string) => expectOk(await seeInquiry(ideas.context, token));
const offeredId = async (token: string, session = 0, n = 0) =>
  (await see(token)).sessions[session]?.offered[n]?.id ?? '';
const pick = (token: string, id: string) => pickTime(ideas.context, { token, offeredId: id });
const bookings = () => seeBookings(studio.context, OPERATOR, {});
const mails = () =>
  studio.context.database.query<{ recipient: string; subject: string; body: string }>(
    'SELECT recipient, subject, body FROM mail ORDER BY subject',
  );
const subjects = async (to: string) =>
  (await mails()).filter(({ recipient }) => recipient === to).map(({ subject }) => subject);
const person = async (id: string, role: Actor['role'], artist?: string): Promise<Actor> => {
  const email = `${id}@studio.example`;
  await studio.context.database.query(
    `INSERT INTO "user" (id, name, email, email_verified, role, created_at, updated_at)
     VALUES ($1, $1, $2, true, $3::"Role", now(), now())`,
    [id, email, role],
  );
  await studio.context.database.query('UPDATE artist SET user_id = $1 WHERE slug = $2', [id, artist]);
  return { userId: id, name: id, email, role };
};
const offered = async (times: readonly string[]) => {
  const sent = await ideas.send();
  await ideas.answer(sent.id, times);
  return sent;
};

describe('an idea, from the first word to the last session', () => {
  it('comes to appointments that the artist offered and the client chose', async () => {
    const { id, token } = await ideas.send();
    expect(await see(token)).toMatchObject({ state: 'OPEN', artist: { slug: 'lea' }, sessions: [] });
    await ideas.answer(id, ['07:00', '20:15']);
    const before = await see(token);
    expect(before).toMatchObject({ state: 'OFFERED', quote: '900', deposit: '100', message: 'I like it.' });
    expect(before.sessions.map(({ minutes, offered: { length } }) => [minutes, length])).toEqual([
      [120, 2],
      [90, 0],
      [90, 0],
    ]);
    // Long before the studio opens, and off every grid: the artist has offered it.
    const picked = expectOk(await pick(token, before.sessions[0]?.offered[1]?.id ?? ''));
    expect(picked.kind).toBe('booked');
    expect(picked.inquiry.sessions[0]?.booking).toMatchObject({
      state: 'CONFIRMED',
      start: studio.at('20:15'),
      end: studio.at('22:15'),
      manageUrl: `https://studio.example/booking/${token}.1`,
    });
    const version = (await ideas.seen(id)).version;
    const second = { id, version, session: 2, minutes: 90, times: [studio.at('08:00')] };
    expectOk(await offerTimes(ideas.context, OPERATOR, second));
    expect(expectOk(await pick(token, await offeredId(token, 1))).kind).toBe('booked');
    expect((await bookings()).map(({ service, start }) => [service, start])).toEqual([
      ['Tattoo session 2 of 3', studio.at('08:00')],
      ['Tattoo session 1 of 3', studio.at('20:15')],
    ]);
    await studio.world.sync(studio.calendarId);
    expect(studio.remote().filter((text) => text.includes('Nora – Tattoo session'))).toHaveLength(2);
    expect(studio.remote().join().replaceAll(/\r\n /g, '')).toContain('A swallow over the shoulder');
    expect(studio.remote().join()).not.toContain('REQUEST');
    const closed = await closeInquiry(ideas.context, OPERATOR, await ideas.seen(id));
    expect(expectOk(closed).state).toBe('CLOSED');
  });

  it('B10: opens the booking of a session by the link of the idea, to be seen and cancelled by its client', async () => {
    const { token } = await offered(['10:00']);
    expect((await seeByLink(ideas.context, `${token}.1`)).ok).toBe(false);
    await pick(token, await offeredId(token));
    const seen = expectOk(await seeByLink(ideas.context, `${token}.1`));
    expect(seen).toMatchObject({
      party: 'client',
      serviceId: null,
      may: { cancel: true, reschedule: false },
    });
    expect(seen).toMatchObject({ price: '900', note: expect.stringContaining('A swallow') });
    for (const wrong of [`${token}.2`, `${token}.0`, token])
      expect((await seeByLink(ideas.context, wrong)).ok).toBe(false);
    expectOk(await cancelByLink(ideas.context, `${token}.1`));
    expect((await see(token)).sessions[0]?.booking?.state).toBe('CANCELLED');
  });

  it('tells both sides in mails, each with a link of its own', async () => {
    await person('lea', 'ARTIST', 'lea');
    const { id, token } = await ideas.send({ language: 'fr' });
    await ideas.answer(id, ['10:00']);
    expect(await subjects('nora@example.org')).toEqual([
      'Léa : réponse à votre idée',
      'Votre idée est bien arrivée',
    ]);
    expect(await subjects('lea@studio.example')).toEqual(['Idea: Nora']);
    const links = await studio.context.database.query('SELECT 1 FROM inquiry_link');
    expect(links).toHaveLength(3);
    const quote = (await mails()).find(({ subject }) => subject.startsWith('Léa'));
    const received = (await mails()).find(({ subject }) => subject.startsWith('Votre'));
    expect(received?.body).not.toContain('swallow');
    expect(JSON.stringify(await mails())).not.toContain(token);
    expect(quote?.body).toContain('Séance 1 (2 h) :\n  jeudi 12 mars 2026, 10:00–12:00');
    expect(quote?.body).toContain('> I like it.');
  });

  it('B5: the same key is one idea, with the same answer; another idea under it is refused', async () => {
    const key = randomUUID();
    const all = await Promise.all([ideas.send({}, key), ideas.send({}, key), ideas.send({}, key)]);
    expect(new Set(all.map(({ id, token }) => `${id} ${token}`)).size).toBe(1);
    const other = await sendInquiry(ideas.context, { ...IDEA, idea: 'An anchor' }, key);
    expect(other).toMatchObject({ ok: false, refusal: { kind: 'mismatch' } });
    expect(await listStudioInquiries(ideas.context, OPERATOR)).toHaveLength(1);
  });

  it('refuses an idea of nothing, and texts beyond their bounds', async () => {
    const sent = (more: object) => sendInquiry(ideas.context, { ...IDEA, ...more }, randomUUID());
    for (const wrong of [
      { idea: ' \n ' },
      { idea: 'x'.repeat(4_001) },
      { size: 'x'.repeat(201) },
      { zone: 'Mars' },
    ])
      expect(await sent(wrong)).toMatchObject({ ok: false, refusal: { kind: 'invalid' } });
    expect(await sent({ artist: 'nobody' })).toMatchObject({ ok: false, refusal: { kind: 'not-found' } });
  });
});

describe('choosing a time', () => {
  it('B1: of twenty who choose the same time, one has it and the others hear that it is taken', async () => {
    const sent = await Promise.all(Array.from({ length: 20 }, () => ideas.send()));
    for (const { id } of sent) await ideas.answer(id, ['10:00']);
    const wishes = await Promise.all(sent.map(async ({ token }) => [token, await offeredId(token)] as const));
    const all = await Promise.all(wishes.map(([token, id]) => pick(token, id)));
    const kinds = all.map((one) => expectOk(one).kind).sort();
    expect(kinds).toEqual(['booked', ...Array.from({ length: 19 }, () => 'taken')]);
    expect(await bookings()).toHaveLength(1);
    const lost = all.map(expectOk).find(({ kind }) => kind === 'taken');
    expect(lost?.inquiry.sessions[0]?.offered[0]).toMatchObject({ free: false });
  });

  it('B5: the same choice twice is one appointment, and a session has no second one', async () => {
    const { token } = await offered(['10:00', '14:00']);
    const [one, other] = [await offeredId(token, 0, 0), await offeredId(token, 0, 1)];
    const all = await Promise.all([pick(token, one), pick(token, one), pick(token, one)]);
    expect(all.map((each) => expectOk(each).kind)).toEqual(['booked', 'booked', 'booked']);
    expect(expectOk(await pick(token, other)).kind).toBe('taken');
    expect(await bookings()).toHaveLength(1);
  });

  it('B2: an event that came into the calendar meanwhile takes the time', async () => {
    const { token } = await offered(['10:00']);
    const start = studio.at('11:30').toTemporalInstant().toZonedDateTimeISO('Europe/Zurich');
    studio.world.at = new Date(studio.world.at.getTime() + 60_000);
    const file = eventFile({ uid: 'dentist', summary: 'Dentist', start, end: start.add({ hours: 1 }) });
    studio.world.sandbox.put('ann', 'lea', 'dentist.ics', file);
    const picked = expectOk(await pick(token, await offeredId(token)));
    expect(picked.kind).toBe('taken');
    expect(JSON.stringify(picked)).not.toContain('Dentist');
    expect(await bookings()).toEqual([]);
  });

  it('B8: while the calendar cannot be asked, a choice is a request and marked as unverified', async () => {
    const { token } = await offered(['10:00']);
    studio.world.at = new Date(studio.world.at.getTime() + 60_000);
    studio.world.sandbox.faults.add({
      match: onMethod('REPORT'),
      effect: { kind: 'status', status: 503 },
    });
    studio.world.sandbox.faults.add({
      match: onMethod('PROPFIND'),
      effect: { kind: 'status', status: 503 },
    });
    expect(expectOk(await pick(token, await offeredId(token))).kind).toBe('booked');
    expect(await bookings()).toMatchObject([{ state: 'REQUESTED', unverified: true }]);
  });

  it('may be done again when the appointment was cancelled', async () => {
    const { id, token } = await offered(['10:00', '14:00']);
    await pick(token, await offeredId(token));
    const [booking] = await bookings();
    const cancel = { action: 'cancel' } as const;
    expectOk(await answerBooking(studio.context, OPERATOR, booking?.id ?? '', cancel, { via: 'page' }));
    expect((await see(token)).sessions[0]).toMatchObject({
      booking: { state: 'CANCELLED' },
      offered: [{ free: true }, { free: true }],
    });
    expect(expectOk(await pick(token, await offeredId(token, 0, 1))).kind).toBe('booked');
    const times = { session: 1, minutes: 60, times: [studio.at('16:00')] };
    const again = await offerTimes(ideas.context, OPERATOR, { ...(await ideas.seen(id)), ...times });
    expect(again).toMatchObject({ ok: false, refusal: { kind: 'conflict' } });
  });

  it('B10: a link opens its own idea only, and a wrong one tells nothing', async () => {
    const [mine, other] = [await offered(['10:00']), await offered(['14:00'])];
    const foreign = await offeredId(other.token);
    expect(expectOk(await pick(mine.token, foreign)).kind).toBe('taken');
    const wrong = await Promise.all([
      seeInquiry(ideas.context, 'nothing'),
      pick('nothing', foreign),
      withdrawInquiry(ideas.context, other.id),
    ]);
    for (const one of wrong) expect(one).toMatchObject({ ok: false, refusal: { kind: 'not-found' } });
    expect(new Set(wrong.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(await bookings()).toEqual([]);
  });

  it('keeps a time that is proposed again, and gives one of another length another name', async () => {
    const { id, token } = await offered(['10:00']);
    const before = await offeredId(token);
    const times = [studio.at('10:00'), studio.at('15:00')];
    const offer = async (minutes: number) =>
      offerTimes(ideas.context, OPERATOR, { ...(await ideas.seen(id)), session: 1, minutes, times });
    expectOk(await offer(120));
    expect(await offeredId(token)).toBe(before);
    expectOk(await offer(240));
    expect(await offeredId(token)).not.toBe(before);
    expect(expectOk(await pick(token, before)).kind).toBe('taken');
  });
});

describe('the studio', () => {
  it('lets an artist see and take what nobody has taken, and nothing of others', async () => {
    const lea = await person('lea', 'ARTIST', 'lea');
    const kim = { ...(await person('kim', 'ARTIST')), name: 'Kim' };
    const artist = { name: 'Kim', slug: 'kim', timeZone: 'Europe/Zurich', calendarId: studio.calendarId };
    expectOk(await addArtist(studio.context, OPERATOR, artist));
    await studio.context.database.query("UPDATE artist SET user_id = 'kim' WHERE slug = 'kim'");
    const any = await ideas.send({ artist: 'any' });
    const hers = await ideas.send({ artist: 'lea' });
    const ids = async (actor: Actor) =>
      (await listStudioInquiries(ideas.context, actor)).map(({ id }) => id).sort();
    expect(await ids(kim)).toEqual([any.id]);
    expect(await ids(lea)).toEqual([any.id, hers.id].sort());
    expect(await seeStudioInquiry(ideas.context, kim, hers.id)).toMatchObject({ ok: false });
    const answer = {
      version: 1,
      quote: '',
      deposit: '',
      message: '',
      sessions: [{ minutes: 60, times: [] }],
    };
    const foreign = await answerInquiry(ideas.context, kim, { id: hers.id, ...answer });
    expect(foreign).toMatchObject({ ok: false, refusal: { kind: 'not-found' } });
    const forLea = await answerInquiry(ideas.context, kim, { id: any.id, ...answer, artist: 'lea' });
    expect(forLea).toMatchObject({ ok: false, refusal: { kind: 'forbidden' } });
    const declined = await declineInquiry(ideas.context, kim, { id: any.id, version: 1 });
    expect(declined).toMatchObject({ ok: false, refusal: { kind: 'forbidden' } });
    const nameless = await answerInquiry(ideas.context, OPERATOR, { id: any.id, ...answer });
    expect(nameless).toMatchObject({ ok: false, refusal: { kind: 'invalid' } });
    const taken = expectOk(await answerInquiry(ideas.context, kim, { id: any.id, ...answer }));
    expect(taken).toMatchObject({ state: 'OFFERED', artist: { slug: 'kim' } });
    expect(await ids(lea)).toEqual([hers.id]);
  });

  it('overwrites nothing that was not seen: of two answers at once one wins', async () => {
    const { id } = await ideas.send();
    const answer = {
      id,
      version: 1,
      quote: '1',
      deposit: '',
      message: '',
      sessions: [{ minutes: 60, times: [] }],
    };
    const all = await Promise.all([
      answerInquiry(ideas.context, OPERATOR, answer),
      declineInquiry(ideas.context, OPERATOR, { id, version: 1, message: 'No' }),
    ]);
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    expect(all.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: 'conflict' } });
  });

  it('announces every change to open pages', async () => {
    const ticks = async () =>
      (await studio.context.database.query("SELECT 1 FROM change WHERE topic = 'bookings'")).length;
    const before = await ticks();
    const { id, token } = await ideas.send();
    const sent = await ticks();
    expect(sent).toBe(before + 1);
    await ideas.answer(id, ['10:00']);
    expect(await ticks()).toBe(sent + 1);
    expectOk(await withdrawInquiry(ideas.context, token));
    expect(await ticks()).toBe(sent + 2);
  });

  it('refuses times that are past, and sessions of no length', async () => {
    const { id } = await ideas.send();
    const answer = { id, version: 1, quote: '', deposit: '', message: '' };
    const past = [new Date(studio.world.at.getTime() - 60_000)];
    for (const session of [
      { minutes: 0, times: [] },
      { minutes: 60, times: past },
      { minutes: 60.5, times: [] },
    ])
      expect(await answerInquiry(ideas.context, OPERATOR, { ...answer, sessions: [session] })).toMatchObject({
        ok: false,
        refusal: { kind: 'invalid' },
      });
  });
});

describe('what nobody comes back to', () => {
  it('lapses after fourteen days without an answer, and can still be answered', async () => {
    const { id, token } = await ideas.send();
    studio.world.at = new Date(studio.world.at.getTime() + 14 * DAY_MS - 1);
    expect(await workDue(expireInquiries, ideas.context)).toBe(0);
    studio.world.at = new Date(studio.world.at.getTime() + 1);
    await Promise.all([workDue(expireInquiries, ideas.context), workDue(expireInquiries, ideas.context)]);
    expect(await see(token)).toMatchObject({ state: 'EXPIRED', expiresAt: null });
    expect(await subjects('nora@example.org')).toEqual([
      'No answer in time to your idea',
      'Your idea has arrived',
    ]);
    const sessions = [{ minutes: 60, times: [] }];
    expect((await ideas.answer(id, [], { sessions })).state).toBe('OFFERED');
  });

  it('lapses when the last of the offered times has begun, and the appointments stand', async () => {
    const { id, token } = await offered(['10:00']);
    await pick(token, await offeredId(token));
    expect((await see(token)).expiresAt).toBeNull();
    const times = { session: 2, minutes: 60, times: [studio.at('15:00')] };
    expectOk(await offerTimes(ideas.context, OPERATOR, { ...(await ideas.seen(id)), ...times }));
    const late = await offeredId(token, 1);
    studio.world.at = studio.at('15:00');
    expect(await pick(token, late)).toMatchObject({ ok: false, refusal: { kind: 'conflict' } });
    await workDue(expireInquiries, ideas.context);
    expect((await see(token)).state).toBe('CLOSED');
    expect((await bookings()).map(({ state }) => state)).toEqual(['CONFIRMED']);
  });

  it('is given up by the client, twice alike, but not with an appointment', async () => {
    const open = await ideas.send();
    expect(expectOk(await withdrawInquiry(ideas.context, open.token)).state).toBe('WITHDRAWN');
    expect(expectOk(await withdrawInquiry(ideas.context, open.token)).state).toBe('WITHDRAWN');
    const { token } = await offered(['10:00']);
    await pick(token, await offeredId(token));
    expect(await withdrawInquiry(ideas.context, token)).toMatchObject({
      ok: false,
      refusal: { kind: 'conflict' },
    });
  });
});
