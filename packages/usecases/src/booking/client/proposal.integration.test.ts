import { beforeEach, describe, expect, it } from 'vitest';
import { OPERATOR } from '../../actor.ts';
import { workDue } from '../../jobs/testing/work-due.ts';
import { expireRequests } from '../follow/expire-requests.ts';
import { submitBooking } from '../request/submit-booking.ts';
import { answerBooking } from '../step/answer-booking.ts';
import { type MailStudio, openMailStudio } from '../testing/mails.ts';
import { expectOk } from '../testing/studio.ts';
import { seeBookings } from '../view/see-bookings.ts';
import { acceptByLink } from './accept-by-link.ts';
import { rescheduleByLink } from './reschedule-by-link.ts';
import { seeByLink } from './see-by-link.ts';

const NORA = 'nora@example.org';
const LEA = 'lea@studio.test';

let world: MailStudio;
let token: string;
beforeEach(async () => {
  world = await openMailStudio();
  const { studio, context } = world;
  const submitted = expectOk(await submitBooking(context, studio.wish('10:00'), null, 'page'));
  if (submitted.kind !== 'booked') throw new Error('the time is taken');
  token = submitted.booking.token;
  return () => world[Symbol.asyncDispose]();
});

const at = (time: string) => world.studio.at(time);
const only = async () => {
  const [one] = await seeBookings(world.context, OPERATOR, {});
  if (!one) throw new Error('there is no booking');
  return one;
};
const propose = async (time: string) => {
  const { id } = await only();
  const step = { action: 'reschedule', start: at(time) } as const;
  return expectOk(await answerBooking(world.context, OPERATOR, id, step, { via: 'page' }));
};
const subjects = async (address: string) =>
  (await world.mails()).filter(({ to }) => to === address).map(({ subject }) => subject.split(':')[0]);

describe('another time that the artist proposes', () => {
  it('B13: is the client’s turn, and both sides see whose it is', async () => {
    expect(expectOk(await seeByLink(world.context, token))).toMatchObject({
      turn: 'ARTIST',
      may: { accept: false },
    });
    expect(await propose('14:00')).toMatchObject({ state: 'REQUESTED', turn: 'CLIENT' });
    expect(expectOk(await seeByLink(world.context, token))).toMatchObject({
      turn: 'CLIENT',
      start: at('14:00'),
      may: { accept: true, cancel: true, reschedule: true },
    });
  });

  it('B13 case 61: is confirmed by one yes, tells both, and the calendar has it without the prefix', async () => {
    await propose('14:00');
    const all = await Promise.all([1, 2, 3].map(() => acceptByLink(world.context, token, at('14:00'))));
    for (const one of all) expect(one).toMatchObject({ ok: true, value: { state: 'CONFIRMED' } });
    expect((await subjects(NORA)).toSorted()).toEqual([
      'Another time for your request',
      'Confirmed',
      'Request received',
    ]);
    expect(await subjects(LEA)).toEqual(
      ['Demande\u00a0', 'D’accord\u00a0'].map((one) => expect.stringContaining(one.trim())),
    );
    await world.studio.world.sync(world.studio.calendarId);
    expect(world.studio.remote().join('')).toContain('DTSTART;TZID=Europe/Zurich:20260312T140000');
    expect(world.studio.remote().join('')).not.toContain('REQUEST:');
  });

  it('B13 case 61: a yes to one time is none to another that was proposed meanwhile', async () => {
    await propose('14:00');
    await propose('15:00');
    expect(await acceptByLink(world.context, token, at('14:00'))).toMatchObject({
      ok: false,
      refusal: { code: 'changed-meanwhile' },
    });
    expect(await only()).toMatchObject({ state: 'REQUESTED', start: at('15:00') });
  });

  it('B13: nobody confirms what they asked for themselves; another wish of the client is the artist’s turn', async () => {
    expect(await acceptByLink(world.context, token, at('10:00'))).toMatchObject({
      ok: false,
      refusal: { code: 'step-their-turn' },
    });
    await propose('14:00');
    expectOk(await rescheduleByLink(world.context, token, at('16:00')));
    expect(expectOk(await seeByLink(world.context, token))).toMatchObject({
      turn: 'ARTIST',
      may: { accept: false },
    });
  });

  it('B8: waits while the calendar does not answer, and stays kept', async () => {
    await propose('14:00');
    const { sandbox } = world.studio.world;
    sandbox.faults.add({ effect: { kind: 'status', status: 503 }, occurs: 'always' });
    world.studio.world.at = new Date(world.studio.world.at.getTime() + 60_000);
    expect(await acceptByLink(world.context, token, at('14:00'))).toMatchObject({
      ok: false,
      refusal: { kind: 'unverified', code: 'calendar-silent-accept' },
    });
    sandbox.faults.clear();
    world.studio.world.at = new Date(world.studio.world.at.getTime() + 60_000);
    expect(expectOk(await acceptByLink(world.context, token, at('14:00')))).toMatchObject({
      state: 'CONFIRMED',
    });
  });

  it('B13: the artist may also propose in their calendar; it ends before it is useless, and says who did not answer', async () => {
    await propose('14:00');
    const { expiresAt } = await only();
    if (expiresAt === null) throw new Error('it waits for ever');
    expect(expiresAt.getTime()).toBeLessThan(at('14:00').getTime());
    expect((await world.mails()).findLast(({ to }) => to === NORA)?.text).toContain('Please answer by');
    world.studio.world.at = expiresAt;
    expect(await workDue(expireRequests, world.context)).toBe(1);
    expect(expectOk(await seeByLink(world.context, token))).toMatchObject({
      state: 'EXPIRED',
      turn: 'CLIENT',
    });
    const text = (await world.mails()).findLast(({ to }) => to === NORA)?.text;
    expect(text).toContain('had proposed this time, and there was no answer');
  });
});
