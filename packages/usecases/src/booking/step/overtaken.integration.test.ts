import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { OPERATOR } from '../../actor.ts';
import { workDue } from '../../jobs/testing/work-due.ts';
import { followBookings } from '../follow/follow-bookings.ts';
import { expectOk, openTestStudio, type TestStudio } from '../testing/studio.ts';
import { seeBookings } from '../view/see-bookings.ts';
import { answerBooking, type StudioStep } from './answer-booking.ts';
import { settleBooking } from './settle-booking.ts';

let studio: TestStudio;
beforeEach(async () => {
  studio = await openTestStudio();
  return () => studio[Symbol.asyncDispose]();
});

const sync = () => studio.world.sync(studio.calendarId);
const answer = (id: string, step: StudioStep) =>
  answerBooking(studio.context, OPERATOR, id, step, { via: 'page' });

async function bookedAtTen(): Promise<string> {
  const submitted = expectOk(await studio.book('10:00', {}, randomUUID()));
  if (submitted.kind !== 'booked') throw new Error(submitted.reason);
  await sync();
  return submitted.booking.id;
}

/** What was known just now is asked anew. */
function later(): void {
  studio.world.at = new Date(studio.world.at.getTime() + 10_000);
}

function theEvent(): readonly [name: string, text: string] {
  const [entry] = studio.world.sandbox.objects('ann', 'lea');
  if (!entry) throw new Error('the calendar is empty');
  return [entry[0], entry[1].body];
}

it('B9 case 32: what the artist did on the phone and nobody has followed yet is not undone by an answer here', async () => {
  const id = await bookedAtTen();
  const [name, text] = theEvent();
  const moved = text.replaceAll('T100000', 'T140000').replaceAll('T110000', 'T150000');
  studio.world.sandbox.put('ann', 'lea', name, moved);
  later();
  const early = await answer(id, { action: 'confirm' });
  expect(early).toMatchObject({ ok: false, refusal: { kind: 'conflict' } });
  await workDue(followBookings, studio.context);
  expectOk(await answer(id, { action: 'confirm' }));
  await sync();
  const [seen] = await seeBookings(studio.context, OPERATOR, {});
  expect(seen).toMatchObject({ state: 'CONFIRMED', start: studio.at('14:00'), trouble: null });
  expect(theEvent()[1]).toMatch(/DTSTART;TZID=Europe\/Zurich:20260312T140000/);
});

it('B3 case 32: a booking that stands although its event is gone is written anew, once, when a person decides', async () => {
  const id = await bookedAtTen();
  const [name] = theEvent();
  studio.world.sandbox.remove('ann', 'lea', name);
  await sync();
  await studio.world.database.query(
    'UPDATE booking SET object_id = NULL, trouble = \'{"code": "entry-deleted-there", "given": null}\'',
  );
  later();
  expectOk(await answer(id, { action: 'confirm' }));
  await sync();
  expect(studio.remote()).toEqual([expect.stringContaining('SUMMARY:Nora – Small')]);
  expect(await workDue(followBookings, studio.context)).toBe(0);
  expect(await seeBookings(studio.context, OPERATOR, {})).toMatchObject([
    { state: 'CONFIRMED', trouble: null },
  ]);
});

it('B9 S2: another event that has taken the address of a booking’s event is left alone, and the booking’s is gone', async () => {
  await bookedAtTen();
  const [name, text] = theEvent();
  const other = text.replace(/^UID:.*$/m, 'UID:dentist').replace(/^SUMMARY:.*$/m, 'SUMMARY:Dentist');
  studio.world.sandbox.put('ann', 'lea', name, other);
  await sync();
  await workDue(followBookings, studio.context);
  await sync();
  expect(await seeBookings(studio.context, OPERATOR, {})).toMatchObject([{ state: 'DECLINED' }]);
  expect(theEvent()).toEqual([name, other]);
});

it('B9 case 32: moved onto another booking, a person settles it, and the calendar shows again where it is', async () => {
  const id = await bookedAtTen();
  const [name, text] = theEvent();
  expectOk(await studio.book('14:00'));
  await sync();
  const moved = text.replaceAll('T100000', 'T140000').replaceAll('T110000', 'T150000');
  studio.world.sandbox.put('ann', 'lea', name, moved);
  await sync();
  await workDue(followBookings, studio.context);
  expect(expectOk(await settleBooking(studio.context, OPERATOR, id))).toMatchObject({
    start: studio.at('10:00'),
    trouble: null,
  });
  await sync();
  expect(studio.world.sandbox.objects('ann', 'lea').get(name)?.body).toMatch(/DTSTART[^:]*:20260312T100000/);
  expect(await workDue(followBookings, studio.context)).toBe(0);
});
