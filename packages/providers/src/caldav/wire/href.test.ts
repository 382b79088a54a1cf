import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalHref, collectionHref, isMember, sendableHref } from './href.ts';

describe('S3 case 14: one form for one path', () => {
  test.each([
    ['/c/a%40b.ics', '/c/a%40b.ics'],
    ['/c/a@b.ics', '/c/a%40b.ics'],
    ['https://other.example:8443/c/a@b.ics', '/c/a%40b.ics'],
    ['HTTP://cal.example/c/a.ics', '/c/a.ics'],
    ['//c//a.ics', '/c/a.ics'],
    ['a.ics', '/c/a.ics'],
    ['/c/%c3%bc.ics', '/c/%C3%BC.ics'],
    ['/c/ü.ics', '/c/%C3%BC.ics'],
    ['/c/a+b.ics', '/c/a%2Bb.ics'],
    ['/c/a%2bb.ics', '/c/a%2Bb.ics'],
    ['/c/a b.ics', '/c/a%20b.ics'],
    [' /c/a%20b.ics\n', '/c/a%20b.ics'],
    ['/c/%61%2Eics', '/c/a.ics'],
    ['/c/100%.ics', '/c/100%25.ics'],
    ['/c/%zz.ics', '/c/%25zz.ics'],
    ['/c/%E9.ics', '/c/%E9.ics'],
    ['/c/a%2Fb.ics', '/c/a%2Fb.ics'],
    ['/c/a?b#c.ics', '/c/a%3Fb%23c.ics'],
    ['https://cal.example', '/'],
  ])('%s is %s', (raw, canonical) => {
    expect(canonicalHref(raw, '/c/')).toBe(canonical);
  });

  test('composed and decomposed letters stay two files', () => {
    expect(canonicalHref('/c/\u00e9.ics')).not.toBe(canonicalHref('/c/e\u0301.ics'));
  });

  test('the canonical form of a canonical form is itself', () => {
    const paths = fc.oneof(
      fc.webPath(),
      fc.string({ unit: 'grapheme' }).map((text) => `/${text}`),
    );
    fc.assert(
      fc.property(paths, (path) => {
        const once = canonicalHref(path);
        expect(canonicalHref(once)).toBe(once);
      }),
    );
  });

  test('every name survives however it is escaped', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (name) => {
        const escaped = [...new TextEncoder().encode(name)].map(
          (byte) => `%${byte.toString(16).padStart(2, '0')}`,
        );
        const href = canonicalHref(`/c/${escaped.join('')}`);
        expect(href).toBe(canonicalHref(`/c/${encodeURIComponent(name)}`));
        expect(decodeURIComponent(href)).toBe(`/c/${name}`);
      }),
    );
  });
});

test("the spelling to send is the server's own, as a path", () => {
  expect(sendableHref('https://alias.example/c/a@b.ics', '/c/')).toBe('/c/a@b.ics');
  expect(sendableHref('/c/%c3%bc.ics', '/c/')).toBe('/c/%c3%bc.ics');
  expect(sendableHref('a@b.ics', '/c/')).toBe('/c/a%40b.ics');
});

test('a collection ends in a slash', () => {
  expect(collectionHref('/c/x')).toBe('/c/x/');
  expect(collectionHref('/c/x/')).toBe('/c/x/');
});

test.each([
  ['/c/a.ics', true],
  ['/c/noextension', true],
  ['/c/A.EML', true],
  ['/c/', false],
  ['/c/sub/', false],
  ['/c/sub/a.ics', false],
  ['/c/..', false],
  ['/other/a.ics', false],
  ['/c-2/a.ics', false],
])('S3 case 13 15: %s is a member of /c/: %s', (href, member) => {
  expect(isMember(href, '/c/')).toBe(member);
});
