import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../actor.ts';
import { OPERATOR } from '../actor.ts';
import { answerBooking } from '../booking/step/answer-booking.ts';
import { expectOk, openTestStudio, type TestStudio } from '../booking/testing/studio.ts';
import { arrangeWidgets, seeArrangement } from './arrange-widgets.ts';
import { coveredMinutes, weekFigures } from './week-figures.ts';

const ann: Actor = { userId: 'ann', name: 'Ann', email: 'ann@studio.test', role: 'ADMIN' };
const max: Actor = { userId: 'max', name: 'Max', email: 'max@studio.test', role: 'ARTIST' };

let studio: TestStudio;
beforeEach(async () => {
  studio = await openTestStudio();
});
afterEach(() => studio[Symbol.asyncDispose]());

describe('how a dashboard is arranged', () => {
  it('comes as it is, and stays as its person wants it', async () => {
    const { context } = studio;
    expect(await seeArrangement(context, ann)).toEqual({ order: [], hidden: [] });
    const wanted = { order: ['today', 'next'], hidden: ['health'] };
    expectOk(await arrangeWidgets(context, ann, wanted));
    expect(await seeArrangement(context, ann)).toEqual(wanted);
    expectOk(await arrangeWidgets(context, ann, { order: ['next'], hidden: [] }));
    expect(await seeArrangement(context, ann)).toEqual({ order: ['next'], hidden: [] });
  });

  it('I8: is nobody else’s, and nobody’s at the machine', async () => {
    const { context } = studio;
    await context.database.prisma.user.create({
      data: { id: 'max', name: 'Max', email: max.email, role: 'ARTIST' },
    });
    expectOk(await arrangeWidgets(context, ann, { order: ['today'], hidden: [] }));
    expect(await seeArrangement(context, max)).toEqual({ order: [], hidden: [] });
    expect((await arrangeWidgets(context, OPERATOR, { order: [], hidden: [] })).ok).toBe(false);
    expect(await seeArrangement(context, OPERATOR)).toEqual({ order: [], hidden: [] });
  });
});

describe('the week in figures', () => {
  async function confirmed(time: string, afterMinutes: number): Promise<void> {
    const booked = expectOk(await studio.book(time));
    const id = booked.kind === 'booked' ? booked.booking.id : '';
    studio.world.at = new Date(studio.world.at.getTime() + afterMinutes * 60_000);
    expectOk(await answerBooking(studio.context, ann, id, { action: 'confirm' }, { via: 'page' }));
  }

  it('counts what is booked, answered and still free, from Monday on', async () => {
    const before = await weekFigures(studio.context, ann);
    expect(before).toMatchObject({
      appointments: 0,
      bookedMinutes: 0,
      answered: 0,
      medianAnswerMinutes: null,
    });
    expect(before.from.toISOString()).toBe('2026-03-08T23:00:00.000Z');
    expect(before.to.toISOString()).toBe('2026-03-15T23:00:00.000Z');
    await confirmed('10:00', 10);
    await confirmed('14:00', 30);
    await confirmed('16:00', 20);
    const after = await weekFigures(studio.context, ann);
    expect(after).toMatchObject({
      appointments: 3,
      bookedMinutes: 180,
      answered: 3,
      medianAnswerMinutes: 20,
    });
    expect(after.freeMinutes).toBeLessThan(before.freeMinutes);
  });

  it('I8: an artist sees their own', async () => {
    await confirmed('10:00', 10);
    expect(await weekFigures(studio.context, max)).toMatchObject({
      appointments: 0,
      answered: 0,
      freeMinutes: 0,
    });
  });

  it('what several free times cover counts once', () => {
    const at = (from: number, to: number) => ({ start: new Date(from * 60_000), end: new Date(to * 60_000) });
    expect(coveredMinutes([at(0, 60), at(30, 90), at(120, 150)])).toBe(120);
    expect(coveredMinutes([at(0, 90), at(30, 60)])).toBe(90);
    expect(coveredMinutes([])).toBe(0);
  });
});
