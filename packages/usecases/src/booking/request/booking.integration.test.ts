import { eventFile } from '@atelier/testkit/event-builder';
import { onMethod } from '@atelier/testkit/sandbox/faults/fault-match';
import { beforeEach, describe, expect, it } from 'vitest';
import { OPERATOR } from '../../actor.ts';
import { workDue } from '../../jobs/testing/work-due.ts';
import { explainOffer, offerSlots } from '../availability/offer-slots.ts';
import { expireRequests } from '../follow/expire-requests.ts';
import { followBookings } from '../follow/follow-bookings.ts';
import { extendHeld, holdSlot, releaseHeld } from '../hold/hold-slot.ts';
import { releaseHolds } from '../hold/release-holds.ts';
import { addArtist } from '../settings/add-artist.ts';
import { saveService } from '../settings/save-service.ts';
import { setArtist } from '../settings/set-artist.ts';
import { setHours } from '../settings/set-hours.ts';
import { answerBooking } from '../step/answer-booking.ts';
import { expectOk, openTestStudio, type TestStudio } from '../testing/studio.ts';
import { seeBookings } from '../view/see-bookings.ts';
import type { Submitted } from './submit-booking.ts';

let studio: TestStudio;

beforeEach(async () => {
  studio = await openTestStudio();
  return () => studio[Symbol.asyncDispose]();
});

const DAY = { from: '2026-03-12', to: '2026-03-12' };
const offered = async (more: object = {}) => {
  const asked = { artist: 'lea', serviceId: studio.serviceId, ...DAY, ...more };
  const { days } = expectOk(await offerSlots(studio.context, asked));
  return days.flatMap(({ slots }) => slots.map(({ start }) => local(start)));
};
const local = (at: Date) =>
  at.toTemporalInstant().toZonedDateTimeISO('Europe/Zurich').toPlainTime().toString().slice(0, 5);
const kinds = (all: readonly { ok: boolean; value?: Submitted }[]) =>
  all.map((one) => (one.ok ? one.value?.kind : 'refused')).sort();
const booked = async (time: string) => {
  const submitted = expectOk(await studio.book(time));
  if (submitted.kind !== 'booked') throw new Error(submitted.reason);
  return submitted.booking;
};
const sync = () => studio.world.sync(studio.calendarId);
const states = async () => (await seeBookings(studio.context, OPERATOR, {})).map(({ state }) => state);
const event = (summary: string, from: string, minutes = 60) => {
  const start = studio.at(from).toTemporalInstant().toZonedDateTimeISO('Europe/Zurich');
  return eventFile({ uid: summary, summary, start, end: start.add({ minutes }) });
};
const answer = (id: string, step: Parameters<typeof answerBooking>[3]) =>
  answerBooking(studio.context, OPERATOR, id, step, { via: 'page' });
const rewrite = (change: (text: string) => string) => {
  const [[name = '', { body = '' } = {}] = []] = [...studio.world.sandbox.objects('ann', 'lea')];
  studio.world.sandbox.put('ann', 'lea', name, change(body));
};

describe('one winner', () => {
  it('B1 case 44: of a hundred who want one slot, one has it and the others hear which are free', async () => {
    const all = await Promise.all(Array.from({ length: 100 }, () => studio.book('10:00')));
    expect(kinds(all)).toEqual(['booked', ...Array.from({ length: 99 }, () => 'taken')]);
    const loser = all.find((one) => one.ok && one.value.kind === 'taken');
    expect(loser).toMatchObject({ ok: true, value: { reason: 'BUSY', nearest: expect.arrayContaining([]) } });
    const nearest = loser?.ok && loser.value.kind === 'taken' ? loser.value.nearest : [];
    expect(nearest.map(({ start }) => local(start))).toEqual(['11:30', '12:00', '12:30']);
  });

  it('B1 case 45: of overlapping starts one is booked', async () => {
    const times = ['10:00', '10:30', '09:30', '10:00', '10:30'];
    const all = await Promise.all(times.map((time) => studio.book(time)));
    expect(kinds(all).filter((kind) => kind === 'booked')).toHaveLength(1);
  });

  it('B1 case 35: buffers add to both sides of a claim', async () => {
    await booked('12:00');
    expect(await offered()).toEqual([
      '09:00',
      '09:30',
      '10:00',
      '10:30',
      '13:30',
      '14:00',
      '14:30',
      '15:00',
      '15:30',
      '16:00',
      '16:30',
      '17:00',
    ]);
  });

  it('B1 case 42: artist and chair are both needed, and the loser claims neither', async () => {
    await studio.world.database.query("INSERT INTO chair (id, name) VALUES (gen_random_uuid(), 'Chair 1')");
    const other = await studio.world.calendar('max');
    await studio.world.sync(other);
    expectOk(
      await addArtist(studio.context, OPERATOR, {
        name: 'Max',
        slug: 'max',
        timeZone: 'Europe/Zurich',
        calendarId: other,
      }),
    );
    expectOk(await setHours(studio.context, OPERATOR, 'max', { weekly: { th: [['09:00', '18:00']] } }));
    const wish = async (artist: string) => {
      const input = { artist, name: 'Chair work', minutes: 60, needsChair: true };
      const { id } = expectOk(await saveService(studio.context, OPERATOR, input));
      return studio.book('10:00', { artist, serviceId: id });
    };
    const all = await Promise.all([wish('lea'), wish('max')]);
    expect(kinds(all)).toEqual(['booked', 'taken']);
    const claims = await studio.world.database.query('SELECT 1 FROM claim');
    expect(claims).toHaveLength(2);
  });

  it('B1 case 41: for any artist another free one is tried before the client hears no', async () => {
    const other = await studio.world.calendar('max');
    await studio.world.sync(other);
    expectOk(
      await addArtist(studio.context, OPERATOR, {
        name: 'Max',
        slug: 'max',
        timeZone: 'Europe/Zurich',
        calendarId: other,
      }),
    );
    expectOk(await setHours(studio.context, OPERATOR, 'max', { weekly: { th: [['09:00', '18:00']] } }));
    expectOk(await setArtist(studio.context, OPERATOR, 'max', { slotInterval: 30 }));
    expectOk(await saveService(studio.context, OPERATOR, { artist: 'max', name: 'Small', minutes: 60 }));
    const all = await Promise.all([1, 2, 3].map(() => studio.book('10:00', { artist: 'any' })));
    expect(kinds(all)).toEqual(['booked', 'booked', 'taken']);
    const artists = (await seeBookings(studio.context, OPERATOR, {})).map(({ artist }) => artist);
    expect(artists.sort()).toEqual(['lea', 'max']);
  });

  it('B5 case 46: one key is one booking, in a row and at once, and no other request', async () => {
    const first = expectOk(await studio.book('10:00', {}, 'key-1'));
    expect(expectOk(await studio.book('10:00', {}, 'key-1'))).toEqual(first);
    const other = await studio.book('11:30', {}, 'key-1');
    expect(other).toMatchObject({ ok: false, refusal: { kind: 'mismatch' } });
    const parallel = await Promise.all(Array.from({ length: 8 }, () => studio.book('15:00', {}, 'key-2')));
    expect(kinds(parallel)).toEqual(Array.from({ length: 8 }, () => 'booked'));
    expect(new Set(parallel.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(await states()).toHaveLength(2);
  });

  it('B6 case 47: a start off the grid, outside the hours, or of another artist’s service is refused', async () => {
    const wrong = { '10:10': 'OFFGRID', '17:30': 'CLOSED', '03:00': 'CLOSED' };
    for (const [time, reason] of Object.entries(wrong)) {
      expect(expectOk(await studio.book(time))).toMatchObject({ kind: 'taken', reason });
    }
    const strange = await studio.book('10:00', { serviceId: crypto.randomUUID() });
    expect(strange).toMatchObject({ ok: false, refusal: { kind: 'not-found' } });
    expect(await states()).toEqual([]);
  });

  it('B6: another time that would suit as well is ahead and within reach, or the request is refused', async () => {
    for (const alternativeStart of [studio.world.at, new Date('2027-03-12T09:00:00Z'), new Date(Number.NaN)])
      expect(await studio.book('10:00', { alternativeStart })).toMatchObject({
        ok: false,
        refusal: { kind: 'invalid' },
      });
    for (const same of ['10:00', '10:30', '09:10'])
      expect(await studio.book('10:00', { alternativeStart: studio.at(same) })).toMatchObject({
        ok: false,
        refusal: { code: 'second-choice-overlaps' },
      });
    expectOk(await studio.book('10:00', { alternativeStart: studio.at('16:10'), zone: 'Mars/Crater' }));
    const [row] = await studio.world.database.query(
      'SELECT alternative_start AS at, client_zone AS zone FROM booking',
    );
    expect(row).toEqual({ at: studio.at('16:10'), zone: null });
  });

  it('B6: texts that would begin a header, or are none, are refused in plain words', async () => {
    for (const client of [
      { name: 'Nora\r\nBcc: all@example.org', email: 'nora@example.org' },
      { name: 'Nora', email: 'nora@example.org\nX: y' },
      { name: '', email: 'nora@example.org' },
      { name: 'N'.repeat(10_000), email: 'nora@example.org' },
      { name: 'Nora', email: 'nora' },
    ]) {
      expect(await studio.book('10:00', { client })).toMatchObject({
        ok: false,
        refusal: { kind: 'invalid' },
      });
    }
  });
});

describe('holds', () => {
  const hold = (time: string, token?: string) =>
    holdSlot(studio.context, { artist: 'lea', serviceId: studio.serviceId, start: studio.at(time), token });
  const held = async (time: string) => {
    const kept = expectOk(await hold(time));
    if (kept.kind !== 'held') throw new Error(kept.reason);
    return kept.token;
  };

  it('B1 case 49: a hold hides its time from others, not from oneself, and moves along', async () => {
    const token = await held('10:00');
    expect(expectOk(await studio.book('10:00'))).toMatchObject({ kind: 'taken', reason: 'HELD' });
    expect(expectOk(await hold('10:30', token))).toMatchObject({ kind: 'held', token });
    expect(expectOk(await studio.book('10:30', { holdToken: token }))).toMatchObject({ kind: 'booked' });
    expect(await studio.world.database.query('SELECT 1 FROM hold')).toEqual([]);
  });

  it('B12 case 48: a hold that has lapsed loses nothing while the time is free', async () => {
    const token = await held('10:00');
    studio.world.at = new Date(studio.world.at.getTime() + 20 * 60_000);
    expect(await extendHeld(studio.context, token)).toMatchObject({ ok: false });
    expect(expectOk(await studio.book('10:00', { holdToken: token }))).toMatchObject({ kind: 'booked' });
  });

  it('B12: a hold can be extended a dozen times, and given back', async () => {
    const token = await held('10:00');
    for (let n = 0; n < 12; n += 1) expectOk(await extendHeld(studio.context, token));
    expect(await extendHeld(studio.context, token)).toMatchObject({ ok: false });
    await releaseHeld(studio.context, token);
    expect(await offered()).toContain('10:00');
  });

  it('B1: a hold that nobody came back to is gone by itself', async () => {
    await held('10:00');
    studio.world.at = new Date(studio.world.at.getTime() + 6 * 60_000);
    await releaseHolds(studio.context);
    expect(await studio.world.database.query('SELECT 1 FROM claim')).toEqual([]);
  });
});

describe('the calendars', () => {
  it('B2 case 27: any event of a blocking calendar blocks', async () => {
    studio.world.sandbox.put('ann', 'lea', 'dentist.ics', event('Dentist', '10:30'));
    await sync();
    const free = await offered();
    expect(free.slice(0, 3)).toEqual(['09:00', '11:30', '12:00']);
  });

  it('B2: an event that arrives between looking and booking is seen at the submit', async () => {
    expect(await offered()).toContain('10:00');
    studio.world.sandbox.put('ann', 'lea', 'dentist.ics', event('Dentist', '10:00'));
    studio.world.at = new Date(studio.world.at.getTime() + 60_000);
    expect(expectOk(await studio.book('10:00'))).toMatchObject({ kind: 'taken', reason: 'BUSY' });
  });

  it('B3 B9 case 31: a request reaches the calendar once, is not counted twice, and is confirmed there too', async () => {
    const { id, state } = await booked('10:00');
    expect(state).toBe('REQUESTED');
    await sync();
    expect(studio.remote()).toHaveLength(1);
    expect(studio.remote()[0]).toContain('SUMMARY:REQUEST: Nora – Small');
    expectOk(await answer(id, { action: 'confirm' }));
    await sync();
    expect(studio.remote()).toHaveLength(1);
    expect(studio.remote()[0]).toContain('SUMMARY:Nora – Small');
    const reasons = expectOk(
      await explainOffer(studio.context, { artist: 'lea', serviceId: studio.serviceId, ...DAY }),
    );
    expect(reasons.filter(({ reason }) => reason === 'BUSY')).toHaveLength(3);
  });

  it('B3 case 58: a calendar that refuses for a while has the booking once in the end', async () => {
    const answers = { effect: { kind: 'reset', at: 'answer' } } as const;
    studio.world.sandbox.faults.add({ match: onMethod('PUT'), ...answers });
    await booked('10:00');
    await sync();
    studio.world.at = new Date(studio.world.at.getTime() + 3_600_000);
    await sync();
    expect(studio.remote()).toHaveLength(1);
  });

  it('B8 case 57: while a calendar cannot be asked it is a request, unverified, whatever the settings say', async () => {
    expectOk(await setArtist(studio.context, OPERATOR, 'lea', { autoConfirm: true }));
    const away = studio.world.sandbox.faults.add({
      effect: { kind: 'status', status: 503 },
      occurs: 'always',
    });
    studio.world.at = new Date(studio.world.at.getTime() + 60_000);
    expect(await booked('10:00')).toMatchObject({ state: 'REQUESTED' });
    expect(await seeBookings(studio.context, OPERATOR, {})).toMatchObject([{ unverified: true }]);
    away();
    studio.world.at = new Date(studio.world.at.getTime() + 3_600_000);
    await studio.world.database.query('UPDATE connection SET retry_at = NULL');
    expect(await booked('14:00')).toMatchObject({ state: 'CONFIRMED' });
  });
});

describe('from the phone', () => {
  it('B9 case 31: a prefix that is taken away confirms', async () => {
    await booked('10:00');
    await sync();
    rewrite((text) => text.replace('SUMMARY:REQUEST: ', 'SUMMARY:'));
    await sync();
    await workDue(followBookings, studio.context);
    expect(await states()).toEqual(['CONFIRMED']);
    expect(await workDue(followBookings, studio.context)).toBe(0);
  });

  it('B9: two workers that see it at once do it once, and neither complains', async () => {
    await booked('10:00');
    await sync();
    rewrite((text) => text.replace('SUMMARY:REQUEST: ', 'SUMMARY:'));
    await sync();
    await Promise.all([workDue(followBookings, studio.context), workDue(followBookings, studio.context)]);
    expect(await seeBookings(studio.context, OPERATOR, {})).toMatchObject([
      { state: 'CONFIRMED', trouble: null },
    ]);
    const steps = await studio.world.database.query('SELECT 1 FROM booking_step');
    expect(steps).toHaveLength(2);
  });

  it('B9 case 32: an event that is moved takes its booking along', async () => {
    await booked('10:00');
    await sync();
    rewrite((text) => text.replaceAll('T100000', 'T140000').replaceAll('T110000', 'T150000'));
    await sync();
    await workDue(followBookings, studio.context);
    const [seen] = await seeBookings(studio.context, OPERATOR, {});
    expect(seen).toMatchObject({ state: 'REQUESTED', start: studio.at('14:00'), end: studio.at('15:00') });
    expect(await offered()).toContain('10:00');
    expect(await offered()).not.toContain('14:00');
  });

  it('B9 case 32: moved onto another booking, it is put before a person and nothing is lost', async () => {
    await booked('14:00');
    await sync();
    await booked('10:00');
    await sync();
    const [name = ''] =
      [...studio.world.sandbox.objects('ann', 'lea')].find(([, { body }]) => body.includes('T100000')) ?? [];
    const { body = '' } = studio.world.sandbox.objects('ann', 'lea').get(name) ?? {};
    studio.world.sandbox.put(
      'ann',
      'lea',
      name,
      body.replaceAll('T100000', 'T140000').replaceAll('T110000', 'T150000'),
    );
    await sync();
    await workDue(followBookings, studio.context);
    const [first] = await seeBookings(studio.context, OPERATOR, {});
    expect(first).toMatchObject({ start: studio.at('10:00'), trouble: { code: 'time-claimed' } });
  });

  it('B9: an event that is deleted declines a request, and cancels what was confirmed', async () => {
    const { id } = await booked('10:00');
    await booked('14:00');
    expectOk(await answer(id, { action: 'confirm' }));
    await sync();
    for (const name of studio.world.sandbox.objects('ann', 'lea').keys())
      studio.world.sandbox.remove('ann', 'lea', name);
    await sync();
    await studio.world.database.query('UPDATE calendar SET held_approved = true');
    await sync();
    await workDue(followBookings, studio.context);
    expect(await states()).toEqual(['CANCELLED', 'DECLINED']);
    expect(await offered()).toContain('10:00');
  });
});

describe('answers', () => {
  it('B2 case 51: a request is not approved over what has come into the calendar since', async () => {
    const { id } = await booked('10:00');
    studio.world.sandbox.put('ann', 'lea', 'dentist.ics', event('Dentist', '10:30'));
    studio.world.at = new Date(studio.world.at.getTime() + 60_000);
    const refused = await answer(id, { action: 'confirm' });
    expect(refused).toMatchObject({
      ok: false,
      refusal: { message: expect.stringMatching(/calendar at that time/) },
    });
    expect(await states()).toEqual(['REQUESTED']);
  });

  it('B4 case 52: of approve and decline at once one wins, and twice the same is once', async () => {
    const { id } = await booked('10:00');
    const both = await Promise.all([answer(id, { action: 'confirm' }), answer(id, { action: 'decline' })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const [state] = await states();
    const again = await answer(id, { action: state === 'CONFIRMED' ? 'confirm' : 'decline' });
    expect(again.ok).toBe(true);
    const steps = await studio.world.database.query(
      'SELECT action, party, via FROM booking_step ORDER BY at, id',
    );
    expect(steps).toHaveLength(2);
  });

  it('B4 case 54: a booking moves onto itself by half an hour, and keeps its time where the new one is taken', async () => {
    const { id } = await booked('10:00');
    await booked('14:00');
    expectOk(await answer(id, { action: 'reschedule', start: studio.at('10:30') }));
    expect(await answer(id, { action: 'reschedule', start: studio.at('13:30') })).toMatchObject({
      ok: false,
    });
    const [seen] = await seeBookings(studio.context, OPERATOR, { ids: [id] });
    expect(seen).toMatchObject({ start: studio.at('10:30') });
  });

  it('B3 B4: a declined request leaves the calendar and gives its time back', async () => {
    const { id } = await booked('10:00');
    await sync();
    expectOk(await answer(id, { action: 'decline' }));
    await sync();
    expect(studio.remote()).toEqual([]);
    expect(await offered()).toContain('10:00');
  });

  it('B4 case 50: a request that nobody answers expires and gives its time back', async () => {
    await booked('10:00');
    studio.world.at = studio.at('11:00');
    expect(await workDue(expireRequests, studio.context)).toBe(1);
    expect(await states()).toEqual(['EXPIRED']);
    await workDue(expireRequests, studio.context);
    expect(await states()).toEqual(['EXPIRED']);
  });
});
