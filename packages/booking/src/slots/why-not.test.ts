import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomStudio } from '../testing/random-studio.ts';
import { at, busy, claim, studio } from '../testing/studio.ts';
import { checkSlot } from './check-slot.ts';
import { explainSlots } from './find-slots.ts';
import { whyNot } from './why-not.ts';

const TEN = at('2026-01-05T09:00Z');
const hour = (time: string) => at(`2026-01-05T${time}Z`);

test('B6: it says of every start what the check says, and names what is in the way', () => {
  fc.assert(
    fc.property(randomStudio, ({ query, dates }) => {
      for (const { start } of explainSlots(query, dates).slice(0, 40)) {
        const check = checkSlot(query, start);
        const why = whyNot(query, start);
        expect(why?.reason ?? null).toBe(check.available ? null : check.reason);
        const isTaken = why?.reason === 'BUSY' || why?.reason === 'BUFFER' || why?.reason === 'HELD';
        // Without chairs it is always the artist's own time that is taken.
        if (isTaken && query.chairs === undefined) expect(why.by).not.toBeNull();
      }
    }),
    { numRuns: 400, seed: 20_261_130 },
  );
});

test('I4 an event says its times, and one that only the buffer reaches how much is kept free', () => {
  const external = [busy('2026-01-05T09:30Z', '2026-01-05T10:30Z')];
  expect(whyNot(studio({ external }), TEN)).toEqual({
    reason: 'BUSY',
    by: { start: hour('09:30'), end: hour('10:30'), kind: 'event' },
  });
  const claims = [claim('2026-01-05T08:00Z', '2026-01-05T09:00Z', { bufferAfter: 15 })];
  expect(whyNot(studio({ claims, service: { bufferBefore: 10 } }), TEN)).toEqual({
    reason: 'BUFFER',
    by: { start: hour('08:00'), end: hour('09:00'), kind: 'confirmed' },
    buffer: 25,
  });
});

test('I4 of a firm thing and a hold the firm one is named; a hold alone is', () => {
  const held = claim('2026-01-05T09:00Z', '2026-01-05T10:00Z', { kind: 'held' });
  const firm = claim('2026-01-05T09:45Z', '2026-01-05T10:00Z', { kind: 'requested' });
  expect(whyNot(studio({ claims: [held] }), TEN)).toMatchObject({ reason: 'HELD', by: { kind: 'held' } });
  expect(whyNot(studio({ claims: [held, firm] }), TEN)).toMatchObject({
    reason: 'BUSY',
    by: { kind: 'requested' },
  });
});

test('I4 outside the hours it says when is open, and of a start too late that it would run over', () => {
  const open = [{ start: hour('08:00'), end: hour('16:00') }];
  expect(whyNot(studio(), hour('06:00'))).toEqual({ reason: 'CLOSED', open, runsOver: false });
  expect(whyNot(studio({ service: { minutes: 90 } }), hour('15:00'))).toEqual({
    reason: 'CLOSED',
    open,
    runsOver: true,
  });
  expect(whyNot(studio(), hour('09:20'))).toEqual({
    reason: 'OFFGRID',
    before: hour('09:00'),
    after: hour('10:00'),
  });
});

test('I4 too soon says from when, too far until when, and a full date how many', () => {
  const now = hour('08:30');
  expect(whyNot(studio({ now, rules: { notice: 60 } }), TEN)).toEqual({
    reason: 'NOTICE',
    earliest: hour('09:30'),
    past: false,
  });
  expect(whyNot(studio({ now: hour('09:30') }), TEN)).toMatchObject({ reason: 'NOTICE', past: true });
  expect(whyNot(studio({ now: at('2026-01-01T09:00Z'), rules: { horizon: 2 } }), TEN)).toEqual({
    reason: 'HORIZON',
    last: '2026-01-03',
  });
  const claims = [claim('2026-01-05T12:00Z', '2026-01-05T13:00Z')];
  expect(whyNot(studio({ claims, rules: { dailyLimit: 1 } }), TEN)).toEqual({ reason: 'LIMIT', most: 1 });
  expect(whyNot(studio(), TEN)).toBeNull();
});
