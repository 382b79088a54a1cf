import { expect, test } from 'vitest';
import type { Calendar, SyncState } from '../api/answers.ts';
import { standingOf } from './standing.ts';

const calendar = (state: SyncState, lastCompleteAt: Date | null = new Date(0)) =>
  ({ state, lastCompleteAt }) as Calendar;

test('S15 a calendar counts as in step only after a complete pull', () => {
  const synced = calendar('ok');
  const begun = calendar('syncing', null);
  expect(standingOf([synced, begun])).toMatchObject({ inStep: [synced], first: [begun], troubled: [] });
});

test('a pull that is under way does not make a calendar fall out of step', () => {
  expect(standingOf([calendar('syncing')]).inStep).toHaveLength(1);
});

test.each(['held', 'failing', 'credentials', 'gone'] as const)('%s needs a look', (state) => {
  expect(standingOf([calendar(state), calendar(state, null)]).troubled).toHaveLength(2);
});

test('calendars that nobody follows are not counted', () => {
  expect(standingOf([calendar('off'), calendar('local')]).followed).toEqual([]);
});
