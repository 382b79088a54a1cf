import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Booking, type BookingStep, stepBooking } from './booking-state.ts';
import type { BookingState, Turn } from './step-rules.ts';

const START = Date.UTC(2026, 5, 5, 10);
const HOUR = 3_600_000;
const EARLY = { now: START - 100 * HOUR, cutOff: 24 * 60 };
const LATE = { now: START + 2 * HOUR, cutOff: 24 * 60 };

function booking(state: BookingState, turn: Turn = 'ARTIST'): Booking {
  return { state, turn, start: START, end: START + HOUR };
}

function step(
  state: BookingState,
  action: BookingStep['action'],
  by: BookingStep['by'],
  context = EARLY,
): string {
  const wanted =
    action === 'reschedule' ? { action, by, start: START + HOUR, end: START + 2 * HOUR } : { action, by };
  const result = stepBooking(booking(state), wanted, context);
  return result.ok ? `${result.outcome} ${result.booking.state}` : result.refusal;
}

describe('B4 the life of a booking', () => {
  test.each([
    ['REQUESTED', 'confirm', 'artist', 'changed CONFIRMED'],
    ['REQUESTED', 'confirm', 'system', 'changed CONFIRMED'],
    ['REQUESTED', 'decline', 'artist', 'changed DECLINED'],
    ['REQUESTED', 'expire', 'system', 'changed EXPIRED'],
    ['REQUESTED', 'withdraw', 'client', 'changed WITHDRAWN'],
    ['REQUESTED', 'reschedule', 'artist', 'changed REQUESTED'],
    ['REQUESTED', 'reschedule', 'client', 'changed REQUESTED'],
    ['CONFIRMED', 'reschedule', 'client', 'changed CONFIRMED'],
    ['CONFIRMED', 'reschedule', 'artist', 'changed CONFIRMED'],
    ['CONFIRMED', 'cancel', 'client', 'changed CANCELLED'],
    ['CONFIRMED', 'cancel', 'artist', 'changed CANCELLED'],
    // A cancellation means what is possible.
    ['REQUESTED', 'cancel', 'client', 'changed WITHDRAWN'],
    ['REQUESTED', 'cancel', 'artist', 'changed DECLINED'],
    // Nobody does what is another's.
    ['REQUESTED', 'confirm', 'client', 'not-allowed'],
    ['REQUESTED', 'decline', 'client', 'not-allowed'],
    ['REQUESTED', 'withdraw', 'artist', 'not-allowed'],
    ['REQUESTED', 'expire', 'artist', 'not-allowed'],
    ['CONFIRMED', 'cancel', 'system', 'not-allowed'],
    ['CONFIRMED', 'no-show', 'client', 'not-allowed'],
    ['CONFIRMED', 'reschedule', 'system', 'not-allowed'],
    // Not yet, and no longer.
    ['REQUESTED', 'complete', 'artist', 'not-confirmed'],
    ['CONFIRMED', 'decline', 'artist', 'confirmed'],
    ['CONFIRMED', 'withdraw', 'client', 'confirmed'],
    ['CONFIRMED', 'expire', 'system', 'confirmed'],
    ['CONFIRMED', 'complete', 'artist', 'too-early'],
    ['CONFIRMED', 'no-show', 'artist', 'too-early'],
    ['COMPLETED', 'confirm', 'artist', 'over'],
    ['CANCELLED', 'reschedule', 'client', 'over'],
    ['DECLINED', 'cancel', 'client', 'over'],
    ['WITHDRAWN', 'cancel', 'artist', 'over'],
  ] as const)('%s: %s by %s gives %s', (state, action, by, expected) => {
    expect(step(state, action, by)).toBe(expected);
  });

  test('case 52: the same twice is the same answer; the opposite is told what holds', () => {
    expect(step('CONFIRMED', 'confirm', 'artist')).toBe('already CONFIRMED');
    expect(step('DECLINED', 'decline', 'artist')).toBe('already DECLINED');
    expect(step('DECLINED', 'confirm', 'artist')).toBe('over');
    expect(step('CANCELLED', 'cancel', 'client', LATE)).toBe('already CANCELLED');
    expect(step('WITHDRAWN', 'cancel', 'client')).toBe('already WITHDRAWN');
    expect(stepBooking(booking('DECLINED'), { action: 'confirm', by: 'artist' }, EARLY)).toMatchObject({
      refusal: 'over',
      state: 'DECLINED',
    });
  });

  test('case 53: a client who cancels while the artist confirms, in either order', () => {
    const cancel = { action: 'cancel', by: 'client' } as const;
    const confirm = { action: 'confirm', by: 'artist' } as const;
    const both = (first: BookingStep, second: BookingStep) => {
      const one = stepBooking(booking('REQUESTED'), first, EARLY);
      const two = one.ok ? stepBooking(one.booking, second, EARLY) : one;
      return two.ok ? two.booking.state : two.refusal;
    };
    expect(both(confirm, cancel)).toBe('CANCELLED');
    expect(both(cancel, confirm)).toBe('over');
  });

  test('a client cancels and moves until the cut-off, to the millisecond; a request at any time', () => {
    const at = (hours: number, ms = 0) => ({ now: START - hours * HOUR + ms, cutOff: 24 * 60 });
    expect(step('CONFIRMED', 'cancel', 'client', at(24))).toBe('changed CANCELLED');
    expect(step('CONFIRMED', 'cancel', 'client', at(24, 1))).toBe('too-late');
    expect(step('CONFIRMED', 'reschedule', 'client', at(24, 1))).toBe('too-late');
    expect(step('CONFIRMED', 'cancel', 'artist', at(1))).toBe('changed CANCELLED');
    expect(step('REQUESTED', 'cancel', 'client', at(1))).toBe('changed WITHDRAWN');
    expect(step('REQUESTED', 'reschedule', 'client', at(1))).toBe('changed REQUESTED');
  });

  test('what comes of an appointment is noted once it has begun', () => {
    expect(step('CONFIRMED', 'complete', 'system', { ...LATE, now: START })).toBe('changed COMPLETED');
    expect(step('CONFIRMED', 'no-show', 'artist', LATE)).toBe('changed NO_SHOW');
  });

  test('a new time keeps the state; the same time again, however late, is no change; a wrong one is refused', () => {
    const move = (start: number, end: number, context = EARLY) =>
      stepBooking(booking('CONFIRMED'), { action: 'reschedule', by: 'client', start, end }, context);
    expect(move(START + HOUR, START + 3 * HOUR)).toEqual({
      ok: true,
      outcome: 'changed',
      booking: { state: 'CONFIRMED', turn: 'ARTIST', start: START + HOUR, end: START + 3 * HOUR },
    });
    expect(move(START, START + HOUR, LATE)).toMatchObject({ outcome: 'already' });
    expect(move(START, START)).toMatchObject({ refusal: 'bad-time' });
    expect(move(Number.NaN, START)).toMatchObject({ refusal: 'bad-time' });
  });

  test('random walks never leave the table, and nothing comes back from an end', () => {
    const table: { readonly [State in BookingState]: readonly BookingState[] } = {
      REQUESTED: ['REQUESTED', 'CONFIRMED', 'DECLINED', 'EXPIRED', 'WITHDRAWN'],
      CONFIRMED: ['CONFIRMED', 'CANCELLED', 'COMPLETED', 'NO_SHOW'],
      DECLINED: ['DECLINED'],
      EXPIRED: ['EXPIRED'],
      WITHDRAWN: ['WITHDRAWN'],
      CANCELLED: ['CANCELLED'],
      COMPLETED: ['COMPLETED'],
      NO_SHOW: ['NO_SHOW'],
    };
    const parties = fc.constantFrom('client' as const, 'artist' as const, 'system' as const);
    const actions = ['confirm', 'decline', 'expire', 'withdraw', 'cancel', 'complete', 'no-show'] as const;
    const steps: fc.Arbitrary<BookingStep> = fc.oneof(
      { weight: 3, arbitrary: fc.record({ action: fc.constantFrom(...actions), by: parties }) },
      {
        weight: 1,
        arbitrary: fc.record({
          action: fc.constant('reschedule' as const),
          by: parties,
          start: fc.constantFrom(START, START + HOUR),
          end: fc.constantFrom(START + HOUR, START + 2 * HOUR),
        }),
      },
    );
    const visited = new Set<BookingState>();
    const walk = fc.property(fc.array(fc.tuple(steps, fc.boolean()), { maxLength: 12 }), (taken) => {
      let now = booking('REQUESTED');
      for (const [wanted, late] of taken) {
        const context = late ? LATE : EARLY;
        const result = stepBooking(now, wanted, context);
        if (!result.ok) {
          continue;
        }
        expect(table[now.state]).toContain(result.booking.state);
        expect(result.outcome === 'already').toBe(
          result.booking.state === now.state &&
            result.booking.start === now.start &&
            result.booking.end === now.end,
        );
        now = result.booking;
        visited.add(now.state);
        // What has just been done can be asked for again, by the same person, at any time.
        const again = stepBooking(now, wanted, context);
        expect(again).toEqual({ ok: true, outcome: 'already', booking: now });
      }
    });
    fc.assert(walk, { numRuns: 5_000, seed: 4 });
    expect(visited.size).toBe(8);
  });
});

describe('B13 whose turn it is', () => {
  const result = (turn: Turn, wanted: BookingStep, state: BookingState = 'REQUESTED') =>
    stepBooking(booking(state, turn), wanted, EARLY);
  const move = (by: 'artist' | 'client') =>
    ({ action: 'reschedule', by, start: START + HOUR, end: START + 2 * HOUR }) as const;
  const accept = { action: 'accept', by: 'client' } as const;

  test('what one side proposes, the other answers', () => {
    expect(result('ARTIST', move('artist'))).toMatchObject({
      booking: { state: 'REQUESTED', turn: 'CLIENT' },
    });
    expect(result('CLIENT', move('artist'))).toMatchObject({ booking: { turn: 'CLIENT' } });
    expect(result('CLIENT', move('client'))).toMatchObject({
      booking: { state: 'REQUESTED', turn: 'ARTIST' },
    });
  });

  test('a client says yes to what was proposed, and has the appointment; twice is once', () => {
    expect(result('CLIENT', accept)).toMatchObject({ outcome: 'changed', booking: { state: 'CONFIRMED' } });
    expect(result('CLIENT', accept, 'CONFIRMED')).toMatchObject({ outcome: 'already' });
  });

  test('a client does not confirm what they asked for themselves, nor does the artist accept', () => {
    expect(result('ARTIST', accept)).toMatchObject({ ok: false, refusal: 'their-turn' });
    expect(result('CLIENT', { action: 'accept', by: 'artist' })).toMatchObject({ refusal: 'not-allowed' });
  });

  test('whoever’s turn it is: the artist may confirm, both may end it, and the clock ends it', () => {
    for (const turn of ['ARTIST', 'CLIENT'] as const) {
      expect(result(turn, { action: 'confirm', by: 'artist' })).toMatchObject({
        booking: { state: 'CONFIRMED' },
      });
      expect(result(turn, { action: 'decline', by: 'artist' })).toMatchObject({
        booking: { state: 'DECLINED' },
      });
      expect(result(turn, { action: 'withdraw', by: 'client' })).toMatchObject({
        booking: { state: 'WITHDRAWN' },
      });
      expect(result(turn, { action: 'expire', by: 'system' })).toMatchObject({ booking: { turn } });
    }
  });

  test('moving what is confirmed is no proposal: it keeps standing', () => {
    expect(result('ARTIST', move('artist'), 'CONFIRMED')).toMatchObject({
      booking: { state: 'CONFIRMED', turn: 'ARTIST' },
    });
  });
});
