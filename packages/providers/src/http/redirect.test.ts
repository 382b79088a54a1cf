import { expect, test } from 'vitest';
import { decideRedirect } from './redirect.ts';

const from = new URL('https://cal.example/.well-known/caldav');

test.each([301, 302, 303, 307, 308])('S14 case 19: %i on the same origin is followed', (status) => {
  const decision = decideRedirect(status, '/dav/', from);
  expect(decision).toEqual({ kind: 'follow', url: new URL('https://cal.example/dav/') });
});

test.each([
  'https://other.example/dav/',
  'https://www.cal.example/',
  'https://cal.example:8443/',
  'http://cal.example/dav/',
  '//other.example/dav/',
])('S14 case 19: a redirect to %s is refused', (location) => {
  expect(decideRedirect(302, location, from)).toEqual({ kind: 'refuse', target: new URL(location, from) });
});

test('S14 http may become https on the same host', () => {
  const plain = new URL('http://cal.example/x');
  expect(decideRedirect(301, 'https://cal.example/x', plain).kind).toBe('follow');
  expect(decideRedirect(301, 'https://other.example/x', plain).kind).toBe('refuse');
});

test.each([
  [200, '/dav/'],
  [304, '/dav/'],
  [302, undefined],
  [302, 'javascript:alert(1)'],
  [302, 'https://['],
])('status %i with Location %j is no redirect', (status, location) => {
  expect(decideRedirect(status, location, from)).toEqual({ kind: 'none' });
});
