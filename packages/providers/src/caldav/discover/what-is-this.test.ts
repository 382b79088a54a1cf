import { expect, test } from 'vitest';
import type { DavClient } from '../wire/dav-client.ts';
import { readMultistatus } from '../wire/read-multistatus.ts';
import { discoveryCandidates } from './discovery-candidates.ts';
import { typedAddress } from './typed-address.ts';
import { whatIsThis } from './what-is-this.ts';

const ROOT = new URL('https://cal.example/dav/');

function answering(props: string): DavClient {
  const text = `<d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:response><d:href>/dav/</d:href><d:propstat><d:prop>${props}</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response></d:multistatus>`;
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(text);
  }
  return {
    ask: async () => ({ ok: true, url: ROOT, items: readMultistatus(bytes(), undefined) }),
    write: () => Promise.reject(new Error('nothing is written')),
    get: () => Promise.reject(new Error('nothing is fetched')),
    features: () => Promise.reject(new Error('nothing is asked')),
    now: Temporal.Now.instant,
    meter: { requests: 0, bytesIn: 0 },
  };
}

const principal = (href: string): string =>
  `<d:current-user-principal><d:href>${href}</d:href></d:current-user-principal>`;
const homes = (...hrefs: string[]): string =>
  `<c:calendar-home-set>${hrefs.map((href) => `<d:href>${href}</d:href>`).join('')}</c:calendar-home-set>`;

test.each([
  'https://cal.example//evil.example/p/',
  '//cal.example//evil.example/p/',
  '/dav/..//evil.example/p/',
  'https://cal.example:8443//evil.example/p/',
])('S14 the password goes to no host that hides in a path: %s', async (href) => {
  const it = await whatIsThis(answering(principal(href) + homes(href)), ROOT);
  expect(it.principal?.host).toBe('cal.example');
  expect(it.homes.map(({ host }) => host)).toEqual(['cal.example']);
});

test('S14 nor in a typed address', () => {
  const typed = typedAddress('https://cal.example//evil.example/dav');
  const hosts = discoveryCandidates(typed, 'nextcloud').map(({ host }) => host);
  expect(new Set([typed.host, ...hosts])).toEqual(new Set(['cal.example']));
});

test('S9 an address that is none is told as an answer that makes no sense', async () => {
  await expect(whatIsThis(answering(principal('http://[')), ROOT)).rejects.toMatchObject({
    kind: 'malformed',
  });
});

test('S13 of thousands of homes, as many are kept as can be asked at every run', async () => {
  const many = Array.from({ length: 2_000 }, (_, index) => `/home/${index}/`);
  expect((await whatIsThis(answering(homes(...many)), ROOT)).homes).toHaveLength(10);
});
