import { describe, expect, it } from 'vitest';
import { typedAddress } from '../find/typed-address.ts';
import { addressKey } from './web-address.ts';

describe('addresses', () => {
  it.each([
    ['https://www.x.example/a/?utm_source=n&id=1&fbclid=z#comments', 'http://x.example/a?id=1'],
    ['https://x.example/', 'http://www.x.example'],
    ['https://x.example/a?b=2&a=1', 'https://x.example/a?a=1&b=2'],
  ])('N1: %s and %s are one page', (one, other) => {
    expect(addressKey(one)).toBe(addressKey(other));
  });

  it.each([
    ['https://x.example/a?id=1', 'https://x.example/a?id=2'],
    ['https://x.example/log#v1', 'https://x.example/log#v2'],
    ['https://x.example:8443/a', 'https://x.example/a'],
  ])('N1: %s and %s are two', (one, other) => {
    expect(addressKey(one)).not.toBe(addressKey(other));
  });

  it.each([
    ['studio.example', 'https://studio.example/'],
    ['feed://studio.example/rss', 'https://studio.example/rss'],
    ['feed:https://studio.example/rss', 'https://studio.example/rss'],
    [' <https://studio.example/rss>, ', 'https://studio.example/rss'],
    ['studio.example:8080/feed', 'https://studio.example:8080/feed'],
    ['http://127.0.0.1:99/x', 'http://127.0.0.1:99/x'],
    ['http://[::1]:99/x', 'http://[::1]:99/x'],
  ])('N2: %s is taken as %s', (typed, url) => {
    expect(typedAddress(typed)).toMatchObject({ url });
  });

  it('N2: what was typed without a scheme may be tried by http as well', () => {
    expect(typedAddress('x.example/a')).toEqual({ url: 'https://x.example/a', orElse: 'http://x.example/a' });
    expect(typedAddress('https://x.example/a')).toEqual({ url: 'https://x.example/a' });
  });

  it.each([
    ['', 'not-an-address'],
    ['our blog', 'not-an-address'],
    ['javascript:alert(1)', 'not-an-address'],
    ['ftp://x.example/feed', 'not-an-address'],
    ['https://ann:secret@x.example/feed', 'with-a-password'],
    ['https://www.instagram.com/studio', 'without-feeds'],
  ])('N2: %j is refused: %s', (typed, bad) => {
    expect(typedAddress(typed)).toEqual({ bad });
  });
});
