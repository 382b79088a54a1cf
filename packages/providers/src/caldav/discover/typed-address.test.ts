import { expect, test } from 'vitest';
import { ProviderFailure } from '../../port/failure.ts';
import { discoveryCandidates } from './discovery-candidates.ts';
import { infomaniakHint, infomaniakHome, typedInfomaniak } from './infomaniak.ts';
import { isUnprotected, typedAddress } from './typed-address.ts';

test.each([
  ['cloud.example', 'https://cloud.example/'],
  ['  https://cloud.example/nextcloud  ', 'https://cloud.example/nextcloud/'],
  ['<https://cloud.example/>,', 'https://cloud.example/'],
  ['http://127.0.0.1:5232', 'http://127.0.0.1:5232/'],
  ['caldavs://cloud.example/dav', 'https://cloud.example/dav/'],
  ['webcal://cloud.example/dav/', 'https://cloud.example/dav/'],
  ['https://ann:secret@cloud.example/dav/?x=1#y', 'https://cloud.example/dav/'],
  ['//cloud.example', 'https://cloud.example/'],
  ['cloud.example:8443', 'https://cloud.example:8443/'],
])('%s is %s', (typed, url) => {
  expect(typedAddress(typed).href).toBe(url);
});

test.each([
  '',
  '   ',
  'https://',
  'ftp://cloud.example',
  'file:///etc/passwd',
  'not an address',
  'https://[',
])('%j is a bad address', (typed) => {
  expect(() => typedAddress(typed)).toThrow(expect.objectContaining({ kind: 'bad-address' }));
});

test.each([
  ['http://cloud.example/', true],
  ['https://cloud.example/', false],
  ['http://127.0.0.1:5232/', false],
  ['http://localhost/', false],
  ['http://[::1]/', false],
  ['http://192.168.1.4/', true],
])('S14 a password would cross the network in the clear to %s: %s', (url, unprotected) => {
  expect(isUnprotected(new URL(url))).toBe(unprotected);
});

const paths = (typed: string, kind: 'caldav' | 'nextcloud'): readonly string[] =>
  discoveryCandidates(new URL(typed), kind).map(({ pathname }) => pathname);

test('S1 case 20: the typed address comes first, then the well-known one, then the place of Nextcloud', () => {
  expect(paths('https://cloud.example/x/', 'caldav')).toEqual([
    '/x/',
    '/.well-known/caldav',
    '/x/remote.php/dav/',
  ]);
});

test.each([
  ['https://cloud.example/', '/remote.php/dav/'],
  ['https://cloud.example/nextcloud/', '/nextcloud/remote.php/dav/'],
  ['https://cloud.example/nextcloud/index.php/apps/calendar/', '/nextcloud/remote.php/dav/'],
  ['https://cloud.example/apps/calendar/', '/remote.php/dav/'],
  ['https://cloud.example/remote.php/dav/', '/remote.php/dav/'],
  ['https://cloud.example/sub/remote.php/dav/calendars/ann/studio/', '/sub/remote.php/dav/'],
])('Nextcloud at %s is asked at %s first', (typed, first) => {
  expect(paths(typed, 'nextcloud')[0]).toBe(first);
});

test.each([
  ['', 'https://sync.infomaniak.com/'],
  ['https://ksuite.infomaniak.com/calendar', 'https://sync.infomaniak.com/'],
  ['infomaniak.com', 'https://sync.infomaniak.com/'],
  ['https://notinfomaniak.com/', 'https://notinfomaniak.com/'],
  ['http://127.0.0.1:99/', 'http://127.0.0.1:99/'],
])('Infomaniak: %j leads to %s', (typed, url) => {
  expect(typedInfomaniak(typed)).toBe(url);
});

test('Infomaniak keeps calendars under the short id', () => {
  const home = infomaniakHome(new URL('https://sync.infomaniak.com/'), 'AB12345@sync.infomaniak.com');
  expect(home.href).toBe('https://sync.infomaniak.com/calendars/AB12345/');
});

test('Infomaniak: 401, and 404 on the principal, mean the short id or the password', () => {
  const notFound = new ProviderFailure('not-found', 'm', 'h', { status: 404 });
  expect(infomaniakHint(notFound, 'place').hint).toContain('short id');
  expect(infomaniakHint(notFound, 'reach')).toBe(notFound);
  expect(infomaniakHint(new ProviderFailure('credentials', 'm', 'h'), 'reach').hint).toContain(
    'application password',
  );
});
