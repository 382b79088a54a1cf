import { expect, test } from 'vitest';
import type { BookingState } from '../api/answers.ts';
import { actionsOf } from './actions-of.ts';

const now = new Date('2026-11-21T12:00:00Z');
const actions = (state: BookingState, start = '2026-11-22T12:00:00Z') =>
  actionsOf({ state, start: new Date(start) }, now);

test('B4 a request can be approved, declined or moved', () => {
  expect(actions('REQUESTED')).toEqual(['confirm', 'decline', 'move']);
});

test('B4 an appointment can be moved or cancelled, and noted as done only once it has begun', () => {
  expect(actions('CONFIRMED')).toEqual(['move', 'cancel']);
  expect(actions('CONFIRMED', '2026-11-21T12:00:00Z')).toEqual(['complete', 'no-show', 'move', 'cancel']);
});

test.each(['DECLINED', 'EXPIRED', 'WITHDRAWN', 'CANCELLED', 'COMPLETED', 'NO_SHOW'] as const)(
  'B4 what is over stays so: %s',
  (state) => expect(actions(state)).toEqual([]),
);
