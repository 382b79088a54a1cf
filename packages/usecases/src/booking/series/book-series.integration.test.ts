import { eventFile } from '@atelier/testkit/event-builder';
import ICAL from 'ical.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Actor, OPERATOR } from '../../actor.ts';
import { answerByLink } from '../client/answer-by-link.ts';
import { calendarOf } from '../client/calendar-of.ts';
import { cancelByLink } from '../client/cancel-by-link.ts';
import { seeByLink } from '../client/see-by-link.ts';
import { holdSlot } from '../hold/hold-slot.ts';
import { submitBooking } from '../request/submit-booking.ts';
import { saveService } from '../settings/save-service.ts';
import { setArtist } from '../settings/set-artist.ts';
import { type MailStudio, openMailStudio } from '../testing/mails.ts';
import { expectOk } from '../testing/studio.ts';
import { type BookSeries, bookSeries } from './book-series.ts';

let world: MailStudio;

beforeEach(async () => {
  world = await openMailStudio();
  return () => world[Symbol.asyncDispose]();
});

const NORA = 'nora@example.org';
const DAY_MS = 86_400_000;
const at = (time: string, days = 0) => new Date(world.studio.at(time).getTime() + days * DAY_MS);
let keys = 0;
const series = (more: Partial<BookSeries> = {}, actor: Actor = OPERATOR) => {
  keys += 1;
  return bookSeries(
    world.context,
    actor,
    {
      artist: 'lea',
      serviceId: world.studio.serviceId,
      start: at('10:00'),
      client: { name: 'Nora', email: NORA },
      confirmed: true,
      key: `key-${keys}`,
      ...more,
    },
    'page',
  );
};
const query = <Row extends object>(sql: string) => world.studio.world.database.query<Row>(sql);
const count = async (table: string) => (await query(`SELECT 1 FROM ${table}`)).length;
const mailsTo = async (address: string) => (await world.mails()).filter(({ to }) => to === address);

describe('all or none', () => {
  it('B1 case 43: four sessions are booked together, each an event and a claim of its own', async () => {
    const { bookings } = expectOk(await series({ count: 4, every: { weeks: 1 } }));
    expect(bookings.map(({ startsAt }) => startsAt)).toEqual([
      at('10:00'),
      at('10:00', 7),
      // Clocks go forward on 29 March: the same time of day.
      new Date('2026-03-26T09:00:00Z'),
      new Date('2026-04-02T08:00:00Z'),
    ]);
    expect(new Set(bookings.map(({ seriesId }) => seriesId)).size).toBe(1);
    expect(bookings.every(({ state }) => state === 'CONFIRMED')).toBe(true);
    expect([await count('claim'), await count('booking_step')]).toEqual([4, 4]);
    await world.studio.world.sync(world.studio.calendarId);
    expect(world.studio.remote()).toHaveLength(4);
  });

  it('B1 B2 case 43: one session that is not free books none, and is named', async () => {
    const start = at('10:30', 14).toTemporalInstant().toZonedDateTimeISO('Europe/Zurich');
    const event = { uid: 'd', summary: 'Dentist', start, end: start.add({ minutes: 30 }) };
    world.studio.world.sandbox.put('ann', 'lea', 'd.ics', eventFile(event));
    await submitBooking(world.context, world.studio.wish('11:00'), null, 'page');
    world.studio.world.at = new Date(world.studio.world.at.getTime() + 60_000);
    const before = [
      await count('claim'),
      await count('booking'),
      await count('mail'),
      await count('calendar_object'),
    ];
    const refused = await series({ count: 3, every: { weeks: 1 } });
    expect(refused).toMatchObject({
      ok: false,
      refusal: {
        kind: 'conflict',
        message:
          'Not free: Thu, 12 Mar 2026, 10:00 (too close to another appointment); Thu, 26 Mar 2026, 10:00 (taken). Nothing was booked.',
      },
    });
    expect([await count('claim'), await count('booking'), await count('mail')]).toEqual(before.slice(0, 3));
  });

  it('B1 case 43: of twenty series that want one time at once one is booked, whole', async () => {
    const starts = [at('10:00'), at('10:30', 7), at('09:30'), at('10:00', 14)];
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, n) => series({ start: starts[n % 4] ?? at('10:00'), count: 5 })),
    );
    const booked = all.flatMap((one) => (one.ok ? [one.value] : []));
    expect(booked).toHaveLength(1);
    expect([await count('booking'), await count('claim')]).toEqual([5, 5]);
    expect(await mailsTo(NORA)).toHaveLength(1);
  });

  it('B1 B5: a client’s submit and a series at the same moment never both have the time', async () => {
    const [booked, submitted] = await Promise.all([
      series({ count: 3 }),
      submitBooking(world.context, world.studio.wish('10:00'), null, 'page'),
    ]);
    const had = [booked.ok, submitted.ok && submitted.value.kind === 'booked'];
    expect(had.filter(Boolean)).toHaveLength(1);
    expect(await count('claim')).toBe(booked.ok ? 3 : 1);
  });

  it('B1 case 42: every session has its chair, or none is booked', async () => {
    await query("INSERT INTO chair (id, name) VALUES (gen_random_uuid(), 'Chair 1')");
    const chaired = { artist: 'lea', name: 'Chair work', minutes: 60, needsChair: true };
    const { id: serviceId } = expectOk(await saveService(world.context, OPERATOR, chaired));
    expectOk(await series({ serviceId, count: 3 }));
    expect(await count('claim')).toBe(6);
    expect(await series({ serviceId, start: at('10:00', 7) })).toMatchObject({ ok: false });
  });
});

describe('what binds the studio', () => {
  it('B6: hours, grid, notice, horizon and limit do not; a hold and what stands there do', async () => {
    expectOk(await setArtist(world.context, OPERATOR, 'lea', { dailyLimit: 1, noticeMinutes: 10_000 }));
    for (const start of [at('10:00'), at('21:07'), at('02:00', 1), at('10:00', 400)])
      expectOk(await series({ start }));
    expectOk(await setArtist(world.context, OPERATOR, 'lea', { dailyLimit: null, noticeMinutes: 0 }));
    const hold = { artist: 'lea', serviceId: world.studio.serviceId, start: at('14:00') };
    expectOk(await holdSlot(world.context, hold));
    expect(await series({ start: at('14:00') })).toMatchObject({
      ok: false,
      refusal: { message: expect.stringContaining('somebody is just booking it') },
    });
  });

  it('B6: impossible wishes are refused in plain words, and nothing throws', async () => {
    for (const wrong of [
      { count: 0 },
      { count: 53 },
      { count: 1.5 },
      { count: 2, every: { days: 0 } },
      { count: 2, every: { weeks: 60 } },
      { start: new Date(Number.NaN) },
      { start: new Date('1990-01-01T10:00:00Z') },
      { start: new Date('2400-01-01T10:00:00Z') },
      { start: new Date(at('10:00').getTime() + 1) },
      { client: { name: 'x\ny', email: NORA } },
      { key: '' },
      { artist: 'any' },
    ] as const)
      expect(await series(wrong)).toMatchObject({ ok: false, refusal: { kind: 'invalid' } });
    expect(await count('booking')).toBe(0);
  });

  it('B10: an artist books for themselves only; somebody else’s artist is as one that never was', async () => {
    const artist: Actor = { ...OPERATOR, userId: 'lea', role: 'ARTIST' };
    expectOk(await series({}, artist));
    const other = await series({ start: at('14:00') }, { ...artist, userId: 'max' });
    const absent = await series({ start: at('14:00'), artist: 'nobody' }, artist);
    expect(other).toEqual(absent);
    expect(other).toMatchObject({ ok: false, refusal: { kind: 'not-found' } });
  });

  it('B5 case 46: one key is one series, in a row and at once', async () => {
    const all = await Promise.all([1, 2, 3].map(() => series({ count: 3, key: 'same' })));
    const ids = all.map((one) =>
      expectOk(one)
        .bookings.map(({ id }) => id)
        .join(),
    );
    expect(new Set(ids).size).toBe(1);
    expect(await count('booking')).toBe(3);
    world.studio.world.at = at('10:00', 3);
    expect(expectOk(await series({ count: 3, key: 'same' })).bookings).toHaveLength(3);
    expect(await series({ count: 2, key: 'same' })).toMatchObject({ ok: false });
  });
});

describe('the client of a series', () => {
  it('B4: gets one mail with all dates, one link and one file', async () => {
    expectOk(await series({ count: 3, note: 'Sleeve' }));
    const mails = await mailsTo(NORA);
    expect(mails.map(({ subject }) => subject)).toEqual([
      'Confirmed: Small, Thu, 12 Mar 2026, 10:00, and 2 more',
    ]);
    const [mail] = mails;
    for (const day of ['12 March', '19 March', '26 March']) expect(mail?.text).toContain(day);
    expect(mail?.text.match(/https:/g)).toHaveLength(1);
    const { text } = expectOk(await calendarOf(world.context, await world.linkTo(NORA)));
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
    expect(new Set(events.map((event) => event.getFirstPropertyValue('uid'))).size).toBe(3);
  });

  it('B4 case 43: opens each session from the one link, and gives up only the one that is opened', async () => {
    expectOk(await series({ count: 3 }));
    const link = await world.linkTo(NORA);
    const { series: sessions } = expectOk(await seeByLink(world.context, link));
    expect(sessions.map(({ start }) => start)).toEqual([at('10:00'), at('10:00', 7), at('10:00', 14)]);
    const second = sessions[1]?.token ?? '';
    expect(expectOk(await seeByLink(world.context, second)).start).toEqual(at('10:00', 7));
    expectOk(await cancelByLink(world.context, second));
    const after = expectOk(await seeByLink(world.context, link));
    expect(after.series.map(({ state }) => state)).toEqual(['CONFIRMED', 'CANCELLED', 'CONFIRMED']);
    for (const wrong of [`${link}.0`, `${link}.4`, `${link}.999`, `${second}.1`])
      expect(await seeByLink(world.context, wrong)).toMatchObject({ ok: false });
  });

  it('B4: as a request each session waits for its own answer, from one link', async () => {
    expectOk(await series({ count: 2, confirmed: false }));
    const link = await world.linkTo('lea@studio.test');
    const { series: sessions } = expectOk(await seeByLink(world.context, link));
    expectOk(await answerByLink(world.context, sessions[1]?.token ?? '', 'confirm'));
    const after = expectOk(await seeByLink(world.context, link));
    expect(after.series.map(({ state }) => state)).toEqual(['REQUESTED', 'CONFIRMED']);
  });
});
