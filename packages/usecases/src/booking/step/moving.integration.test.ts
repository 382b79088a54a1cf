import { beforeEach, expect, it } from 'vitest';
import { OPERATOR } from '../../actor.ts';
import { checkTime } from '../availability/check-time.ts';
import { offerSlots } from '../availability/offer-slots.ts';
import { type Excepted, ownClaims } from '../availability/own-claims.ts';
import { saveService } from '../settings/save-service.ts';
import { expectOk, openTestStudio, type TestStudio } from '../testing/studio.ts';
import { seeBookings } from '../view/see-bookings.ts';

let studio: TestStudio;
let token: string;
let bookingId: string;
beforeEach(async () => {
  studio = await openTestStudio();
  const booked = expectOk(await studio.book('10:30'));
  if (booked.kind !== 'booked') throw new Error('the time is taken');
  token = booked.booking.token;
  bookingId = booked.booking.id;
  return () => studio[Symbol.asyncDispose]();
});

async function offered(excepted: Excepted, actor = OPERATOR): Promise<readonly string[]> {
  const own = await ownClaims(studio.context.database, excepted, actor);
  const asked = { artist: 'lea', serviceId: studio.serviceId, from: '2026-03-12', to: '2026-03-12', own };
  const { days } = expectOk(await offerSlots(studio.context, asked));
  return days.flatMap(({ slots }) => slots.map(({ start }) => start.toISOString().slice(11, 16)));
}
const AROUND = ['09:00', '09:30', '10:00', '10:30'];

it('case 54: times that overlap the booking which is moved are offered for it, and for nobody else', async () => {
  expect(await offered({})).not.toContain('10:00');
  expect(await offered({ booking: token })).toEqual(expect.arrayContaining(AROUND));
  expect(await offered({ bookingId })).toEqual(expect.arrayContaining(AROUND));
  expect(await offered({ booking: 'no-such-link' })).toEqual(await offered({}));
});

it('case 54: a booking that somebody does not see is not set aside for them', async () => {
  const stranger = { userId: 'kim', name: 'Kim', email: 'kim@studio.test', role: 'ARTIST' } as const;
  expect(await offered({ bookingId }, stranger)).toEqual(await offered({}));
});

it('case 54: the list and the check agree on every start, with the length and the buffers that were agreed', async () => {
  const service = { artist: 'lea', id: studio.serviceId };
  expectOk(await saveService(studio.context, OPERATOR, { ...service, minutes: 180, bufferAfter: 0 }));
  expectOk(await studio.book('14:00'));
  for (const excepted of [{ booking: token }, { bookingId }, {}]) {
    const list = await offered(excepted);
    const free: string[] = [];
    for (
      let time = studio.at('08:00');
      time < studio.at('18:30');
      time = new Date(time.getTime() + 1_800_000)
    ) {
      const asked = { artist: 'lea', serviceId: studio.serviceId, start: time, ...excepted };
      if (expectOk(await checkTime(studio.context, asked, OPERATOR)).available)
        free.push(time.toISOString().slice(11, 16));
    }
    expect(list).toEqual(free);
  }
  expect((await seeBookings(studio.context, OPERATOR, { ids: [bookingId] }))[0]?.end).toEqual(
    studio.at('11:30'),
  );
  expect(await offered({ booking: token })).toContain('11:30');
});
