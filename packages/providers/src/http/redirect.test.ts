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

const apple = new URL('https://caldav.icloud.com/');

test.each([
  ['https://caldav.icloud.com/', 'https://p42-caldav.icloud.com:443/1/calendars/'],
  ['https://p7-caldav.icloud.com/1/', 'https://p107-caldav.icloud.com/1/'],
  ['https://p7-caldav.icloud.com/1/', 'https://caldav.icloud.com/1/'],
  ['https://caldav.icloud.com.cn/', 'https://p3-caldav.icloud.com.cn/'],
])('S14 iCloud sends its accounts from %s to %s', (asked, location) => {
  expect(decideRedirect(301, location, new URL(asked)).kind).toBe('follow');
});

test.each([
  'https://p42-caldav.icloud.com.evil.example/',
  'https://evil-caldav.icloud.com/',
  'https://p1234-caldav.icloud.com/',
  'https://p42-caldav.icloud.com:8443/',
  'http://p42-caldav.icloud.com/',
  'https://p42-contacts.icloud.com/',
  'https://www.icloud.com/',
  'https://p3-caldav.icloud.com.cn/',
  'https://p42-caldav-icloud.com/',
])('S14 and never to %s', (location) => {
  expect(decideRedirect(301, location, apple).kind).toBe('refuse');
});

test('S14 nobody else is sent to iCloud', () => {
  expect(decideRedirect(301, 'https://p42-caldav.icloud.com/', from).kind).toBe('refuse');
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
