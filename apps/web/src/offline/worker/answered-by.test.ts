import { expect, test } from 'vitest';
import { answeredBy } from './answered-by.ts';

const origin = 'https://studio.test';
const files = new Set(['/', '/theme.js', '/assets/index-a1.js']);
const asked = (path: string, more: { method?: string; mode?: string } = {}) =>
  answeredBy({ method: 'GET', mode: 'cors', url: new URL(path, origin).href, ...more }, origin, files);

test.each(['/', '/agenda?view=week', '/bookings/1', '/join/token', '/sign-in'])(
  'I6 %s is a page of the app',
  (path) => expect(asked(path, { mode: 'navigate' })).toBe('page'),
);

test.each(['/theme.js', '/assets/index-a1.js', '/assets/of-an-older-version.js'])(
  'I6 %s is a file of the app',
  (path) => expect(asked(path)).toBe('file'),
);

test.each([
  '/trpc/agenda.events?batch=1',
  '/api/auth/get-session',
  '/api/v1/bookings',
  '/healthz',
  '/metrics',
])('I6 no answer of %s is kept by the worker', (path) => {
  expect(asked(path)).toBe('network');
  expect(asked(path, { mode: 'navigate' })).toBe('network');
});

test.each(['/book', '/book/lea', '/booking/token', '/idea', '/embed.js', '/feeds/token.ics'])(
  'pages of clients: %s',
  (path) => expect(asked(path, { mode: 'navigate' })).toBe('network'),
);

test('a page whose address only begins alike is one of the app', () => {
  expect(asked('/bookings', { mode: 'navigate' })).toBe('page');
});

test('what changes something, and what is elsewhere, is not touched', () => {
  expect(asked('/agenda', { method: 'POST', mode: 'navigate' })).toBe('network');
  expect(asked('https://other.test/theme.js')).toBe('network');
});
