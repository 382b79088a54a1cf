import { expect, test } from 'vitest';
import { draftSpan } from './draft-span.ts';

const draft = {
  allDay: false,
  startDate: '2026-12-01',
  endDate: '2026-12-01',
  startTime: 600,
  endTime: 690,
  zone: 'Europe/Zurich',
};
const shown = (more: Partial<typeof draft>, zone = 'Europe/Zurich') => {
  const { allDay, start, end } = draftSpan({ ...draft, ...more }, zone);
  return [allDay, start.toString().slice(0, 16), end.toString().slice(0, 16)];
};

test('what is typed lies where it would be, also in the hours of another zone', () => {
  expect(shown({})).toEqual([false, '2026-12-01T10:00', '2026-12-01T11:30']);
  expect(shown({}, 'Asia/Tokyo')).toEqual([false, '2026-12-01T18:00', '2026-12-01T19:30']);
});

test('T2 whole days are the same everywhere, the last one included', () => {
  expect(shown({ allDay: true, endDate: '2026-12-02' }, 'Asia/Tokyo')).toEqual([
    true,
    '2026-12-01T00:00',
    '2026-12-03T00:00',
  ]);
});
