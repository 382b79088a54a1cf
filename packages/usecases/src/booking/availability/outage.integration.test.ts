import type { Effect } from '@atelier/testkit/sandbox/faults/effect';
import { onBody } from '@atelier/testkit/sandbox/faults/fault-match';
import { beforeEach, describe, expect, it } from 'vitest';
import { OPERATOR } from '../../actor.ts';
import { workDue } from '../../jobs/testing/work-due.ts';
import { reverifyBookings } from '../follow/reverify-bookings.ts';
import { saveService } from '../settings/save-service.ts';
import { setArtist } from '../settings/set-artist.ts';
import { answerBooking } from '../step/answer-booking.ts';
import { expectOk, openTestStudio, type TestStudio } from '../testing/studio.ts';
import { seeBooking } from '../view/see-booking.ts';
import { seeBookings } from '../view/see-bookings.ts';
import { offerSlots } from './offer-slots.ts';

const THURSDAY = { from: '2026-03-12', to: '2026-03-12' };

let studio: TestStudio;
beforeEach(async () => {
  studio = await openTestStudio();
  return () => studio[Symbol.asyncDispose]();
});

async function offered(): Promise<{ readonly starts: readonly string[]; readonly verified: boolean }> {
  const asked = { artist: 'lea', serviceId: studio.serviceId, ...THURSDAY };
  const { days, verified } = expectOk(await offerSlots(studio.context, asked));
  const starts = days.flatMap(({ slots }) => slots.map(({ start }) => start.toISOString().slice(11, 16)));
  return { starts, verified };
}

/** From 10 to 11 in Zurich. */
const MEETING = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Phone//EN',
  'BEGIN:VEVENT',
  'UID:meeting',
  'DTSTAMP:20260301T000000Z',
  'DTSTART:20260312T090000Z',
  'DTEND:20260312T100000Z',
  'SUMMARY:Meeting',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

describe('a calendar that cannot be asked', () => {
  it.for<[what: string, effect: Effect]>([
    ['401', { kind: 'status', status: 401 }],
    ['403', { kind: 'status', status: 403 }],
    ['404', { kind: 'status', status: 404 }],
    ['429', { kind: 'status', status: 429 }],
    ['500', { kind: 'status', status: 500 }],
    ['a page of HTML with 200', { kind: 'html' }],
    ['XML that breaks off', { kind: 'truncate' }],
    ['no answer at all', { kind: 'stall', at: 'request' }],
    ['a connection that is cut', { kind: 'reset', at: 'before' }],
  ])(
    'B8 case 57: %s is never an empty calendar: what was known blocks on, and a booking is a request',
    async ([_what, effect]) => {
      studio.world.sandbox.put('ann', 'lea', 'meeting.ics', MEETING);
      await studio.world.sync(studio.calendarId);
      expectOk(await setArtist(studio.context, OPERATOR, 'lea', { autoConfirm: true }));
      studio.world.sandbox.faults.add({ effect, occurs: 'always' });
      studio.world.at = new Date(studio.world.at.getTime() + 60_000);
      const booked = expectOk(await studio.book('14:00'));
      expect(booked).toMatchObject({ kind: 'booked', booking: { state: 'REQUESTED' } });
      const [row] = await studio.world.database.query<{ unverified: boolean }>(
        'SELECT unverified FROM booking',
      );
      expect(row).toEqual({ unverified: true });
      expect((await offered()).starts).not.toContain('09:00');
      expect(expectOk(await studio.book('10:00'))).toMatchObject({ kind: 'taken' });
      studio.world.at = new Date(studio.world.at.getTime() + 3_600_000);
      expect((await offered()).verified).toBe(false);
    },
  );
});

it('B2 B8 case 59: while everything is compared anew after a token was refused, what is known never stops blocking', async () => {
  studio.world.sandbox.put('ann', 'lea', 'meeting.ics', MEETING);
  await studio.world.sync(studio.calendarId);
  const seen: (readonly string[])[] = [];
  const look = async () => seen.push((await offered()).starts);
  const { faults } = studio.world.sandbox;
  faults.add({ effect: { kind: 'token-refused', status: 403, precondition: true }, occurs: 'always' });
  for (const when of ['before', 'after'] as const)
    for (const body of ['propfind', 'calendar-multiget'] as const)
      faults.add({ match: onBody(body), effect: { kind: 'meanwhile', when, act: look }, occurs: 'always' });
  studio.world.sandbox.put(
    'ann',
    'lea',
    'other.ics',
    MEETING.replaceAll('meeting', 'other').replaceAll('T09', 'T14').replaceAll('T10', 'T15'),
  );
  const [report] = await studio.world.sync(studio.calendarId, true);
  expect(report?.error).toBeUndefined();
  await look();
  expect(seen.length).toBeGreaterThan(2);
  for (const starts of seen) expect(starts).not.toContain('09:00');
  expect(seen.at(-1)).not.toContain('14:00');
});

describe('an answer while the calendar does not answer', () => {
  const silence = () =>
    studio.world.sandbox.faults.add({ effect: { kind: 'status', status: 503 }, occurs: 'always' });
  const later = (minutes: number) => {
    studio.world.at = new Date(studio.world.at.getTime() + minutes * 60_000);
  };
  const only = async () => {
    const [one] = await seeBookings(studio.context, OPERATOR, {});
    if (!one) throw new Error('there is no booking');
    return one;
  };
  const answer = (unverified?: boolean) =>
    only().then(({ id }) =>
      answerBooking(studio.context, OPERATOR, id, { action: 'confirm' }, { via: 'page', unverified }),
    );
  /** A request that came in while nobody could be asked. */
  async function unverifiedRequest() {
    silence();
    later(1);
    expectOk(await studio.book('10:00'));
    expect(await only()).toMatchObject({ state: 'REQUESTED', unverified: true });
  }
  async function answersAgain() {
    studio.world.sandbox.faults.clear();
    later(1);
    await studio.world.sync(studio.calendarId);
  }

  it('B8 case 62: promises nothing by itself; a person who knows may, and that is written down', async () => {
    await unverifiedRequest();
    expect(await answer()).toMatchObject({
      ok: false,
      refusal: { kind: 'unverified', code: 'calendar-silent' },
    });
    expect(await only()).toMatchObject({ state: 'REQUESTED', version: 1 });
    expect(expectOk(await answer(true))).toMatchObject({ state: 'CONFIRMED', unverified: true });
    const { steps } = expectOk(await seeBooking(studio.context, OPERATOR, (await only()).id));
    expect(steps.find(({ action }) => action === 'confirm')).toMatchObject({ unverified: true });
  });

  it('B8: asks nobody for their word once the calendar answers', async () => {
    await unverifiedRequest();
    await answersAgain();
    expect(expectOk(await answer())).toMatchObject({ state: 'CONFIRMED', unverified: false });
  });

  it('B8: moves no appointment there either, neither the studio unknowing nor the client at all', async () => {
    expectOk(await studio.book('10:00'));
    expectOk(await answer());
    silence();
    later(1);
    const { id } = await only();
    const move = (unverified: boolean) =>
      answerBooking(
        studio.context,
        OPERATOR,
        id,
        { action: 'reschedule', start: studio.at('14:00') },
        { via: 'page', unverified },
      );
    expect(await move(false)).toMatchObject({ ok: false, refusal: { kind: 'unverified' } });
    expect((await only()).start).toEqual(studio.at('10:00'));
    expect(expectOk(await move(true))).toMatchObject({ state: 'CONFIRMED', unverified: true });
  });

  it('B8 case 63: what was unverified is looked at again when the calendar answers, and cleared', async () => {
    await unverifiedRequest();
    expectOk(await answer(true));
    expect(await workDue(reverifyBookings, studio.context)).toBe(0);
    await answersAgain();
    expect(await workDue(reverifyBookings, studio.context)).toBe(1);
    expect(await only()).toMatchObject({ state: 'CONFIRMED', unverified: false, trouble: null });
    expect(await workDue(reverifyBookings, studio.context)).toBe(0);
  });

  it('B8 case 63: where something stands there, a person is told what, and the booking stands until they decide', async () => {
    studio.world.sandbox.put('ann', 'lea', 'meeting.ics', MEETING);
    await unverifiedRequest();
    await answersAgain();
    expect(await workDue(reverifyBookings, studio.context)).toBe(1);
    expect(await only()).toMatchObject({
      state: 'REQUESTED',
      unverified: false,
      trouble: { code: 'overlap', given: { from: '2026-03-12T09:00:00.000Z', zone: 'Europe/Zurich' } },
    });
    expect(await answer(true)).toMatchObject({ ok: false, refusal: { code: 'calendar-busy' } });
  });

  it('B8: a calendar that answers for one of two artists settles nothing of the other', async () => {
    await unverifiedRequest();
    later(60);
    expect(await workDue(reverifyBookings, studio.context)).toBe(0);
    expect(await only()).toMatchObject({ unverified: true });
  });
});

describe('what changes while the form is filled in', () => {
  it('B6 case 55: an artist who takes no bookings any more gets none', async () => {
    expectOk(await setArtist(studio.context, OPERATOR, 'lea', { active: false }));
    expect(await studio.book('10:00')).toMatchObject({ ok: false, refusal: { kind: 'not-found' } });
  });

  it('B6 case 55: the price is that of the moment of the booking, and stays with it', async () => {
    const service = { artist: 'lea', id: studio.serviceId };
    expectOk(await saveService(studio.context, OPERATOR, { ...service, price: 'CHF 180' }));
    expectOk(await studio.book('10:00'));
    expectOk(await saveService(studio.context, OPERATOR, { ...service, price: 'CHF 220' }));
    expect(await studio.world.database.query('SELECT price FROM booking')).toEqual([{ price: 'CHF 180' }]);
  });
});
