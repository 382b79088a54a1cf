import { createHash, randomUUID } from 'node:crypto';
import { pruneProofs } from '@atelier/database/abuse/spent-proof-store';
import { beforeEach, describe, expect, it } from 'vitest';
import { OPERATOR } from '../actor.ts';
import type { BookSlot } from '../booking/request/booking-request.ts';
import { submitBooking } from '../booking/request/submit-booking.ts';
import { openTestStudio, type TestStudio } from '../booking/testing/studio.ts';
import { seeBookings } from '../booking/view/see-bookings.ts';
import { sendInquiry } from '../inquiry/client/send-inquiry.ts';
import { IDEA } from '../inquiry/testing/desk.ts';
import type { Origin, Proof } from './origin.ts';

let studio: TestStudio;

beforeEach(async () => {
  studio = await openTestStudio();
  return () => studio[Symbol.asyncDispose]();
});

const from = (address: string, proof: Proof | null = null): Origin => ({
  hash: createHash('sha256').update(address).digest(),
  proof,
});
const HOURS = ['09:00', '10:30', '12:00', '13:30', '15:00', '16:30'];
const as = (email: string) => ({ client: { name: 'Nora', email } });
const ask = (time: string, origin: Origin | null, more: Partial<BookSlot> = {}, key: string | null = null) =>
  submitBooking({ ...studio.context, origin }, studio.wish(time, more), key, 'page');
const idea = (origin: Origin | null, email: string, artist = 'lea') =>
  sendInquiry({ ...studio.context, origin }, { ...IDEA, ...as(email), artist }, randomUUID());
const outcomes = (all: readonly { readonly ok: boolean; refusal?: { kind: string } }[]) =>
  all.map((one) => (one.ok ? 'in' : one.refusal?.kind)).sort();
const count = (outcome: string, all: Parameters<typeof outcomes>[0]) =>
  outcomes(all).filter((one) => one === outcome).length;
const bookings = () => seeBookings(studio.context, OPERATOR, {});

describe('requests that wait', () => {
  it('case 50: are three of one mailbox at one artist, however it is written and however many come at once', async () => {
    const written = ['nora@example.org', 'Nora@Example.ORG', 'nora+1@example.org', 'nora+two@example.org'];
    const all = await Promise.all(
      HOURS.map((time, n) => ask(time, from(`203.0.113.${n}`), as(written[n % 4] ?? ''))),
    );
    expect(outcomes(all)).toEqual(['in', 'in', 'in', 'too-many', 'too-many', 'too-many']);
    expect(await bookings()).toHaveLength(3);
  });

  it('case 50: are ten of one address, whatever it types', async () => {
    const origin = from('203.0.113.1');
    const all = await Promise.all([
      ...HOURS.map((time, n) => ask(time, origin, as(`n${n}@example.org`))),
      ...Array.from({ length: 10 }, (_, n) => idea(origin, `i${n}@example.org`)),
    ]);
    expect(count('in', all)).toBe(10);
    expect(count('too-many', all)).toBe(6);
  });

  it('are six of one mailbox in all, ideas among them', async () => {
    const artists = ['lea', 'lea', 'lea', 'any', 'any', 'any', 'lea'];
    const sent = [];
    for (const [n, artist] of artists.entries())
      sent.push(await idea(from(`203.0.113.${n}`), 'nora@example.org', artist));
    expect(sent.map(({ ok }) => ok)).toEqual([true, true, true, true, true, true, false]);
    expect((await ask('10:30', from('203.0.113.99'), as('nora@example.org'))).ok).toBe(false);
  });

  it('B10: are refused with the same words, whichever limit it is and whoever asks', async () => {
    for (const time of HOURS.slice(0, 3)) await ask(time, from('home'), as('nora@example.org'));
    const stranger = await ask('15:00', from('elsewhere'), as('nora@example.org'));
    for (let n = 0; n < 10; n += 1) await idea(from('flood'), `f${n}@example.org`);
    const flooder = await ask('15:00', from('flood'), as('new@example.org'));
    expect(stranger).toMatchObject({ ok: false, refusal: { kind: 'too-many' } });
    expect(stranger).toEqual(flooder);
  });

  it('do not count for the studio itself, nor for others', async () => {
    for (const time of HOURS.slice(0, 4)) expect((await ask(time, null)).ok).toBe(true);
    expect((await ask('15:00', from('other'), as('kim@example.org'))).ok).toBe(true);
  });

  it('B5: are answered once more under their key, when there is room for none', async () => {
    const key = randomUUID();
    const first = await ask('09:00', from('home'), as('nora@example.org'), key);
    for (const time of ['10:30', '12:00']) await ask(time, from('home'), as('nora@example.org'));
    expect((await ask('13:30', from('home'), as('nora@example.org'))).ok).toBe(false);
    expect(await ask('09:00', from('home'), as('nora@example.org'), key)).toEqual(first);
  });
});

describe('a proof of work', () => {
  const proof = (): Proof => ({
    signature: randomUUID(),
    expiresAt: new Date(studio.world.at.getTime() + 60_000),
  });

  it('counts once, also when it is sent many times at once', async () => {
    const mine = proof();
    const all = await Promise.all(
      HOURS.map((time, n) => ask(time, from(`203.0.113.${n}`, mine), as(`n${n}@example.org`))),
    );
    expect(outcomes(all)).toEqual(['in', 'invalid', 'invalid', 'invalid', 'invalid', 'invalid']);
    expect(await idea(from('x', mine), 'x@example.org')).toMatchObject({ ok: false });
    expect(await bookings()).toHaveLength(1);
  });

  it('case 48: is not spent by a time that was taken', async () => {
    const mine = proof();
    await ask('10:30', null);
    const late = await ask('10:30', from('x', mine), as('x@example.org'));
    expect(late).toMatchObject({ ok: true, value: { kind: 'taken' } });
    expect(await ask('15:00', from('x', mine), as('x@example.org'))).toMatchObject({
      ok: true,
      value: { kind: 'booked' },
    });
  });

  it('is forgotten once it would be refused for its age', async () => {
    await ask('09:00', from('x', proof()));
    await pruneProofs(studio.context.database, studio.world.at);
    expect(await studio.context.database.query('SELECT 1 FROM spent_proof')).toHaveLength(1);
    await pruneProofs(studio.context.database, new Date(studio.world.at.getTime() + 60_001));
    expect(await studio.context.database.query('SELECT 1 FROM spent_proof')).toHaveLength(0);
  });
});
