import { expect, test } from 'vitest';
import type { Calendar, SyncState } from '../../api/answers.ts';
import { blockingChoices, receivingChoices } from './calendar-choices.ts';

const calendar = (id: string, state: SyncState, readOnly = false) => ({ id, state, readOnly }) as Calendar;
const all = [
  calendar('own', 'local'),
  calendar('synced', 'ok'),
  calendar('shared', 'ok', true),
  calendar('off', 'off'),
  calendar('gone', 'gone'),
];
const ids = (calendars: readonly Calendar[]) => calendars.map(({ id }) => id);

test('bookings go into calendars that can be written and are kept in step', () => {
  expect(ids(receivingChoices(all))).toEqual(['own', 'synced']);
});

test('a calendar that is only read may block; what is chosen already stays in sight', () => {
  expect(ids(blockingChoices(all, []))).toEqual(['own', 'synced', 'shared']);
  expect(ids(blockingChoices(all, ['gone']))).toContain('gone');
});
