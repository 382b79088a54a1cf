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

test('I8 bookings go into calendars that can be written, are kept in step and are nobody’s private one', () => {
  const secret = { ...calendar('secret', 'local'), private: true };
  expect(ids(receivingChoices([...all, secret]))).toEqual(['own', 'synced']);
  expect(ids(blockingChoices([secret], []))).toEqual(['secret']);
});

test('a calendar that is only read may block; what is chosen already stays in sight', () => {
  expect(ids(blockingChoices(all, []))).toEqual(['own', 'synced', 'shared']);
  expect(ids(blockingChoices(all, ['gone']))).toContain('gone');
});
