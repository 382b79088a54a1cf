import { expect, test } from 'vitest';
import { noticeIn, pathIn } from './notice.ts';

const data = (told: unknown) => ({ json: () => told });

test('a notice is shown as it was sent', () => {
  const notice = { id: '1', title: 'A request waits', body: 'Léa, Tue 10:00', path: '/bookings/1' };
  expect(noticeIn(data(notice))).toEqual(notice);
});

test.each([null, data(null), data('text'), data({ title: 3 }), { json: () => JSON.parse('{') }])(
  'whatever comes, something is shown: %#',
  (told) => expect(noticeIn(told)).toEqual({ id: 'atelier', title: 'Atelier', body: '', path: '/' }),
);

test.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', 3, null])(
  'S14 a tap leads to no page but ours: %s',
  (path) => expect(pathIn(path)).toBe('/'),
);
