import { expect, test } from 'vitest';
import type { OpeningHours } from '../../api/answers.ts';
import { closureProblem, type HoursDraft, hasOverlap, hoursDraft, sentHours } from './hours-draft.ts';

const hours = {
  weekly: { mo: [['09:00', '12:00']], tu: [], we: [], th: [], fr: [['20:00', '02:00']], sa: [], su: [] },
  overrides: [
    { date: '2026-12-24', ranges: [['09:00', '14:00']] },
    { date: '2026-12-25', ranges: [] },
  ],
  closures: [{ from: '2026-08-01', to: '2026-08-14', reason: 'Convention in Berlin' }],
} as unknown as OpeningHours;
const draft: HoursDraft = hoursDraft(hours);

test('what was stored comes out of the editor unchanged', () => {
  expect(sentHours(draft)).toEqual(hours);
});

test('case 40: a date without ranges is closed, and stays in the list', () => {
  expect(sentHours(draft)?.overrides.at(1)).toEqual({ date: '2026-12-25', ranges: [] });
});

test('nothing is sent while a date or a time is missing', () => {
  const ranges = [{ from: '09:00', to: '' }];
  expect(sentHours({ ...draft, overrides: [{ date: '2026-12-24', ranges }] })).toBeNull();
  expect(sentHours({ ...draft, overrides: [{ date: '', ranges: [] }] })).toBeNull();
  expect(sentHours({ ...draft, closures: [{ from: '2026-08-01', to: '', reason: '' }] })).toBeNull();
});

test('a closure ends on its first day or later', () => {
  const closure = (from: string, to: string) => closureProblem({ from, to, reason: '' });
  expect(closure('2026-08-01', '2026-08-01')).toBeNull();
  expect(closure('2026-08-02', '2026-08-01')).toBe('order');
  expect([closure('', '2026-08-01'), closure('2026-08-01', '')]).toEqual(['from', 'to']);
});

test('an overlap is noticed in the week and on single dates', () => {
  const ranges = [
    { from: '9', to: '12' },
    { from: '11', to: '14' },
  ];
  expect(hasOverlap(draft)).toBe(false);
  expect(hasOverlap({ ...draft, week: { ...draft.week, we: ranges } })).toBe(true);
  expect(hasOverlap({ ...draft, overrides: [{ date: '2026-12-24', ranges }] })).toBe(true);
});
