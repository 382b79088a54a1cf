import { describe, expect, it } from 'vitest';
import { readOpml } from './read-opml.ts';
import { writeOpml } from './write-opml.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const opml = (body: string, head = '') =>
  `<?xml version="1.0"?>${head}<opml version="2.0"><body>${body}</body></opml>`;
const outline = (url: string, text = 'x') => `<outline type="rss" text="${text}" xmlUrl="${url}"/>`;

describe('lists of feeds', () => {
  it('N2: what is written is read again', () => {
    const feeds = [
      { title: 'Léo & "Co" <b>', url: 'https://x.example/feed?a=1&b=2', site: 'https://x.example/' },
      { title: 'Y', url: 'https://y.example/rss', site: null },
    ];
    const read = readOpml(utf8(writeOpml('Studio', feeds)));
    expect(read).toEqual({
      feeds: [
        { title: 'Léo & "Co"', url: feeds[0]?.url },
        { title: 'Y', url: feeds[1]?.url },
      ],
      unusable: 0,
      cut: false,
    });
  });

  it('N2: groups are opened, doubles taken once, and what is no web address is counted', () => {
    const inner = `${outline('https://a.example/f', 'A')}<outline text="Suppliers">${outline('http://www.a.example/f/')}${outline('javascript:alert(1)')}</outline>`;
    expect(readOpml(utf8(opml(inner)))).toEqual({
      feeds: [{ url: 'https://a.example/f', title: 'A' }],
      unusable: 1,
      cut: false,
    });
  });

  it('N1: of a long one the first 500 are taken, and that is said', () => {
    const many = Array.from({ length: 900 }, (_, n) => outline(`https://x.example/${n}`)).join('');
    const read = readOpml(utf8(opml(many)));
    expect([read?.feeds.length, read?.cut]).toEqual([500, true]);
  });

  it.each([
    ['larger than a megabyte', opml(outline('https://x.example/', 'x'.repeat(1_100_000)))],
    ['no list at all', '<html><body>hello</body></html>'],
    ['cut short', opml(outline('https://x.example/')).slice(0, -15)],
    ['nested without end', `<opml><body>${'<outline text="x">'.repeat(20_000)}`],
  ])('N1: one that is %s is refused', (_, text) => {
    expect(readOpml(utf8(text))).toBeNull();
  });

  it('N1: entities neither multiply nor fetch anything', () => {
    const head =
      '<!DOCTYPE o [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>';
    const read = readOpml(utf8(opml(outline('https://x.example/', '&b;&f;'), head)));
    expect(JSON.stringify(read)).not.toMatch(/aaaaaaaaaa|root:/);
  });
});
