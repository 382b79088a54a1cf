import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Actor, OPERATOR } from '../../actor.ts';
import type { Outcome } from '../../outcome.ts';
import { addUser } from '../../people/add-user.ts';
import { offerSlots } from '../availability/offer-slots.ts';
import { expectOk, openTestStudio, type TestStudio } from '../testing/studio.ts';
import { seeBookings } from '../view/see-bookings.ts';
import { addArtist } from './add-artist.ts';
import { removeArtist } from './remove-artist.ts';
import { saveService } from './save-service.ts';
import { seeArtist, seeArtists } from './see-artists.ts';
import { setArtist } from './set-artist.ts';
import { setHours } from './set-hours.ts';
import { saveChair, seeChairs } from './studio-chairs.ts';
import { addClosure, removeClosure, seeClosures } from './studio-closures.ts';

let studio: TestStudio;
beforeEach(async () => {
  studio = await openTestStudio();
  return () => studio[Symbol.asyncDispose]();
});

async function person(role: Actor['role']): Promise<Actor> {
  const email = `${randomUUID()}@studio.test`;
  const context = { ...studio.context, passwords: { hash: async () => 'x', verify: async () => false } };
  const who = { email, name: role, role, password: 'long enough password' };
  const { id } = expectOk(await addUser(context, OPERATOR, who));
  return { userId: id, name: role, email, role };
}

function kind(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'done' : outcome.refusal.kind;
}

const set = (actor: Actor, fields: Parameters<typeof setArtist>[3]) =>
  setArtist(studio.context, actor, 'lea', fields);
const see = async () => expectOk(await seeArtist(studio.context, OPERATOR, 'lea'));
const service = (fields: object) =>
  saveService(studio.context, OPERATOR, { artist: 'lea', id: studio.serviceId, ...fields });

describe('who may', () => {
  it('B10: admins set everybody, artists themselves, the front desk nobody; foreign and absent are alike', async () => {
    const [admin, staff, lea, max] = await Promise.all(
      (['ADMIN', 'STAFF', 'ARTIST', 'ARTIST'] as const).map(person),
    );
    if (!admin || !staff || !lea || !max) throw new Error('nobody');
    expectOk(await set(admin, { userId: lea.userId }));
    expect(kind(await set(lea, { bio: 'fine line' }))).toBe('done');
    expect(kind(await set(staff, { bio: 'no' }))).toBe('forbidden');
    expect(kind(await set(max, { bio: 'no' }))).toBe('not-found');
    expect(kind(await set(lea, { userId: null }))).toBe('forbidden');
    expect(await set(max, {})).toEqual(await setArtist(studio.context, max, 'nobody', {}));
    expect(kind(await setHours(studio.context, staff, 'lea', { weekly: {} }))).toBe('forbidden');
    for (const actor of [staff, lea]) {
      expect(kind(await saveChair(studio.context, actor, { name: 'x' }))).toBe('forbidden');
      const dates = { from: '2026-01-01', to: '2026-01-01' };
      expect(kind(await addClosure(studio.context, actor, dates))).toBe('forbidden');
      expect(kind(await removeClosure(studio.context, actor, randomUUID()))).toBe('forbidden');
    }
    expect((await seeArtists(studio.context, staff)).map(({ slug, mayEdit }) => [slug, mayEdit])).toEqual([
      ['lea', false],
    ]);
    expect((await seeArtists(studio.context, lea))[0]?.mayEdit).toBe(true);
    expect(await seeArtists(studio.context, max)).toEqual([]);
  });
});

describe('artists', () => {
  it.each([
    ['a name without words', { name: '  ' }],
    ['a name with a line break', { name: 'Lea\nM' }],
    ['a zone that is none', { timeZone: 'Mars/Crater' }],
    ['an interval of nothing', { slotInterval: 0 }],
    ['a horizon of years', { horizonDays: 366 }],
    ['half a minute', { noticeMinutes: 0.5 }],
    ['a long bio', { bio: 'x'.repeat(2_001) }],
  ])('refuses %s in words and changes nothing', async (_, fields) => {
    const before = await see();
    expect(await set(OPERATOR, fields)).toMatchObject({ ok: false, refusal: { kind: 'invalid' } });
    expect(await see()).toEqual(before);
  });

  it('takes calendars that the actor sees, people that are there, and a slug of its own', async () => {
    expect(kind(await set(OPERATOR, { calendarId: randomUUID() }))).toBe('not-found');
    expect(kind(await set(OPERATOR, { blocking: [randomUUID()] }))).toBe('not-found');
    expect(kind(await set(OPERATOR, { userId: 'nobody' }))).toBe('not-found');
    const twin = { name: 'L', slug: 'lea', timeZone: 'UTC', calendarId: studio.calendarId };
    expect(kind(await addArtist(studio.context, OPERATOR, twin))).toBe('conflict');
    expectOk(await set(OPERATOR, { blocking: [studio.calendarId], calendarId: null }));
    expect(await see()).toMatchObject({
      calendarId: null,
      blocking: [studio.calendarId],
      ready: { calendar: false, services: true, hours: true },
    });
  });

  it('case 12: another zone moves hours to come, and no booking', async () => {
    expectOk(await studio.book('10:00'));
    expectOk(await set(OPERATOR, { timeZone: 'Asia/Tokyo' }));
    const [booking] = await seeBookings(studio.context, OPERATOR, {});
    expect(booking).toMatchObject({ start: studio.at('10:00'), zone: 'Asia/Tokyo' });
  });

  it('goes only while nobody counts on them', async () => {
    expectOk(await studio.book('10:00'));
    expect(kind(await removeArtist(studio.context, OPERATOR, 'lea'))).toBe('conflict');
    const max = { name: 'Max', slug: 'max', timeZone: 'UTC', calendarId: studio.calendarId };
    expectOk(await addArtist(studio.context, OPERATOR, max));
    expectOk(await removeArtist(studio.context, OPERATOR, 'max'));
    expect((await seeArtists(studio.context, OPERATOR)).map(({ slug }) => slug)).toEqual(['lea']);
  });
});

describe('services', () => {
  it('keeps what is left out, and every field that is given', async () => {
    const questions = [
      { id: 'size', label: 'Size in cm', required: true },
      { id: 'place', label: 'Placement', required: false },
    ];
    const fields = {
      description: 'Up to 5 cm.\nColour too.',
      price: 'from 150',
      deposit: '50',
      autoConfirm: true,
      noticeMinutes: 60,
      needsChair: true,
      questions,
      position: 3,
    };
    expectOk(await service(fields));
    expectOk(await service({ name: 'Tiny' }));
    expect((await see()).services).toEqual([
      {
        id: studio.serviceId,
        name: 'Tiny',
        minutes: 60,
        bufferBefore: 0,
        bufferAfter: 15,
        active: true,
        ...fields,
      },
    ]);
    expectOk(await service({ autoConfirm: null, noticeMinutes: null }));
    expect((await see()).services[0]).toMatchObject({ autoConfirm: null, noticeMinutes: null });
  });

  it.each([
    ['no name', { name: '' }],
    ['a name with a line break', { name: 'a\nb' }],
    ['no length', { minutes: 0 }],
    ['more than a week', { minutes: 10_081 }],
    ['a buffer of more than a day', { bufferAfter: 1_441 }],
    ['a long price', { price: 'x'.repeat(201) }],
    ['a long deposit', { deposit: 'x'.repeat(201) }],
    ['a long description', { description: 'x'.repeat(2_001) }],
    ['eleven questions', { questions: Array.from({ length: 11 }, (_, n) => ({ label: `Q${n}` })) }],
    ['a question without words', { questions: [{ label: ' ' }] }],
    [
      'two questions of one id',
      {
        questions: [
          { id: 'a', label: 'A' },
          { id: 'a', label: 'B' },
        ],
      },
    ],
  ])('refuses %s in words', async (_, fields) => {
    const before = await see();
    expect(await service(fields)).toMatchObject({ ok: false, refusal: { kind: 'invalid' } });
    expect(await see()).toEqual(before);
  });

  it('B10: a service of somebody else is absent', async () => {
    const max = { name: 'Max', slug: 'max', timeZone: 'UTC', calendarId: studio.calendarId };
    expectOk(await addArtist(studio.context, OPERATOR, max));
    const stolen = { artist: 'max', id: studio.serviceId, name: 'mine' };
    expect(kind(await saveService(studio.context, OPERATOR, stolen))).toBe('not-found');
  });
});

describe('hours', () => {
  it('come back as they were given, and may be given again', async () => {
    const hours = {
      weekly: {
        mo: [['09:00', '12:30'] as const],
        sa: [['20:00', '02:00'] as const],
        su: [['10:00', '24:00'] as const],
      },
      overrides: [{ date: '2026-12-24', ranges: [] }],
      closures: [{ from: '2026-08-01', to: '2026-08-14', reason: 'Convention' }],
    };
    expectOk(await setHours(studio.context, OPERATOR, 'lea', hours));
    const { hours: read } = await see();
    expect(read).toMatchObject(hours);
    expect(read.weekly.tu).toEqual([]);
    expectOk(await setHours(studio.context, OPERATOR, 'lea', read));
    expect((await see()).hours).toEqual(read);
  });

  it('names the field that is wrong and changes nothing', async () => {
    const before = await see();
    const wrong = { weekly: { mo: [['9', '25:00']] } };
    const refused = await setHours(studio.context, OPERATOR, 'lea', wrong);
    expect(refused).toMatchObject({ ok: false, refusal: { message: expect.stringMatching(/weekly\.mo/) } });
    expect(await see()).toEqual(before);
  });
});

it('B7 case 13: a closure of the studio takes its dates from everybody, and gives them back', async () => {
  const day = { artist: 'lea', serviceId: studio.serviceId, from: '2026-03-12', to: '2026-03-12' };
  const count = async () => expectOk(await offerSlots(studio.context, day)).days.length;
  expect(await count()).toBe(1);
  const dates = { from: '2026-03-12', to: '2026-03-12', reason: 'Holiday' };
  const { id } = expectOk(await addClosure(studio.context, OPERATOR, dates));
  expect(await count()).toBe(0);
  expect(await seeClosures(studio.context)).toEqual([{ id, ...dates }]);
  expectOk(await removeClosure(studio.context, OPERATOR, id));
  expect(await count()).toBe(1);
  expect(kind(await removeClosure(studio.context, OPERATOR, 'nonsense'))).toBe('not-found');
  const backwards = { from: '2026-03-12', to: '2026-03-11' };
  expect(kind(await addClosure(studio.context, OPERATOR, backwards))).toBe('invalid');
});

it('B1 case 42: a service that needs a chair is offered while one is in use', async () => {
  expectOk(await service({ needsChair: true }));
  const day = { artist: 'lea', serviceId: studio.serviceId, from: '2026-03-12', to: '2026-03-12' };
  const count = async () => expectOk(await offerSlots(studio.context, day)).days.length;
  expect(await count()).toBe(0);
  const chair = expectOk(await saveChair(studio.context, OPERATOR, { name: 'Window' }));
  expect(await count()).toBe(1);
  expectOk(await studio.book('10:00'));
  expect((await seeBookings(studio.context, OPERATOR, {}))[0]?.chair).toBe('Window');
  expectOk(await saveChair(studio.context, OPERATOR, { id: chair.id, active: false }));
  expect(await seeChairs(studio.context)).toEqual([{ ...chair, active: false }]);
  expect(await count()).toBe(0);
});
