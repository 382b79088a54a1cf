import { describe, expect, it } from 'vitest';
import { readDocument } from '../find/read-document.ts';
import { readFeed } from './read-feed.ts';

const AT = 'https://studio.example/blog/feed.xml';
const rss = (items: string, head = '<title>Blog</title><link>https://studio.example/blog/</link>') =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>${head}${items}</channel></rss>`;
const item = (inner: string) => rss(`<item>${inner}</item>`);
const first = (text: string) => readFeed(text, AT)?.items[0];
const read = (bytes: Uint8Array, contentType: string | null = null) =>
  readDocument({ bytes, contentType, url: AT });
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('reading feeds', () => {
  it('N1: RSS, Atom, RDF and JSON feeds come to the same', () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Blog</title><link href="https://studio.example/blog/"/><entry><id>urn:1</id><title>Rose</title><link href="/rose"/><updated>2026-11-30T09:00:00Z</updated><summary>A small one</summary></entry></feed>`;
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Blog</title><link>https://studio.example/blog/</link></channel><item rdf:about="urn:1"><title>Rose</title><link>https://studio.example/rose</link><description>A small one</description><dc:date>2026-11-30T09:00:00Z</dc:date></item></rdf:RDF>`;
    const json = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Blog',
      home_page_url: 'https://studio.example/blog/',
      items: [
        {
          id: 'urn:1',
          url: '/rose',
          title: 'Rose',
          summary: 'A small one',
          date_published: '2026-11-30T09:00:00Z',
        },
      ],
    });
    const plain = item(
      '<guid isPermaLink="false">urn:1</guid><title>Rose</title><link>/rose</link><description>A small one</description><pubDate>Mon, 30 Nov 2026 09:00:00 GMT</pubDate>',
    );
    for (const text of [plain, atom, rdf, json])
      expect(readFeed(text, AT)).toMatchObject({
        title: 'Blog',
        site: 'https://studio.example/blog/',
        items: [
          {
            title: 'Rose',
            link: 'https://studio.example/rose',
            summary: 'A small one',
            published: new Date('2026-11-30T09:00:00Z'),
          },
        ],
      });
  });

  it.each([
    ['entities that nobody declared', '<title>L&eacute;o &amp; A & B&nbsp;</title>', 'Léo & A & B'],
    [
      'markup written twice',
      '<title>Tom &amp;amp; &amp;lt;b&amp;gt;Jo&amp;lt;/b&amp;gt;</title>',
      'Tom & Jo',
    ],
    ['a script', '<title>New &lt;script&gt;alert(1)&lt;/script&gt;rose</title>', 'New rose'],
    ['markup in CDATA', '<title><![CDATA[<b>Rose</b> <img src=x onerror=alert(1)>]]></title>', 'Rose'],
    ['a sign that is no tag', '<title>3 &lt; 4 &amp; 5</title>', '3 < 4 & 5'],
    ['control and direction marks', '<title>Ro\u202ese\u0008!</title>', 'Rose !'],
    ['nothing but a text', '<description>&lt;p&gt;What is new&lt;/p&gt;</description>', 'What is new'],
  ])('N1: a title is plain text: %s', (_, inner, title) => {
    expect(first(item(inner))?.title).toBe(title);
  });

  it('N1: what is long is cut', () => {
    const long = first(
      item(`<title>${'é'.repeat(5_000)}</title><description>${'x '.repeat(50_000)}</description>`),
    );
    expect([...(long?.title ?? '')]).toHaveLength(200);
    expect(long?.summary.length).toBeLessThanOrEqual(280);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'vbscript:x', '  '])(
    'N1: a link to %s is none',
    (link) => {
      expect(first(item(`<title>x</title><link>${link}</link>`))?.link ?? null).not.toBe(link);
      expect(first(item(`<title>x</title><guid>${link}</guid>`))?.link).toBeNull();
    },
  );

  it('N1: a password in a link is left out', () => {
    expect(first(item('<title>x</title><link>https://ann:secret@x.example/a</link>'))?.link).toBe(
      'https://x.example/a',
    );
  });

  it.each(['0000-00-00', '', 'soon'])('N1: a date that nobody can read is none: %j', (date) => {
    expect(first(item(`<title>x</title><pubDate>${date}</pubDate>`))?.published).toBeNull();
  });

  it('N1: at most 200 items are read, the first of the list', () => {
    const many = Array.from({ length: 5_000 }, (_, n) => `<item><title>n${n}</title></item>`).join('');
    const feed = readFeed(rss(many), AT);
    expect(feed?.items.map(({ title }) => title)).toEqual(Array.from({ length: 200 }, (_, n) => `n${n}`));
  });
});

describe('what is no feed', () => {
  const bomb = `<!DOCTYPE lol [${Array.from({ length: 20 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')}<!ENTITY l0 "lol">]>`;
  it.each([
    ['cut short in an item', '<rss><channel><item><title>x'],
    ['cut short', item('<title>x</title>').slice(0, -30)],
    ['nested without end', `<rss><channel>${'<a>'.repeat(20_000)}`],
    ['empty', ''],
    ['a word', 'hello'],
    ['JSON of something else', '{"ok":true'],
    [
      'a file of the machine',
      '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&e;</title></item></channel></rss>',
    ],
  ])('N1: %s', (_, text) => {
    const found = read(utf8(text));
    expect(JSON.stringify(found)).not.toContain('root:');
    expect(found.kind === 'feed' ? found.feed.items.filter(({ title }) => title !== '&e;') : []).toEqual([]);
  });

  it('N1: entities that multiply stay what they are, at once', () => {
    const began = performance.now();
    readFeed(`${bomb}<rss><channel><item><title>&l20;</title></item></channel></rss>`, AT);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('N1: nothing of it reaches what all objects share', () => {
    readFeed(
      item('<__proto__><polluted>1</polluted></__proto__><constructor>x</constructor><title>x</title>'),
      AT,
    );
    readFeed(
      '{"version":"https://jsonfeed.org/version/1","title":"x","items":[{"__proto__":{"polluted":1}}]}',
      AT,
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('N2: a page tells which feeds it has, comments last', () => {
    const page = `<!doctype html><title>x</title><base href="https://studio.example/">
      <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
      <link rel="alternate" type="application/atom+xml" title="News" href="feed.atom">
      <link rel="alternate" type="text/html" hreflang="fr" href="/fr">
      <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">`;
    expect(read(utf8(page))).toEqual({
      kind: 'page',
      feeds: [
        { url: 'https://studio.example/feed.atom', title: 'News' },
        { url: 'https://studio.example/comments/feed', title: 'Comments' },
      ],
    });
  });
});

describe('charsets that lie', () => {
  const text = (prolog: string) =>
    `<?xml version="1.0"${prolog}?><rss version="2.0"><channel><title>x</title><item><title>Été à Genève</title></item></channel></rss>`;
  const latin = (written: string) => Uint8Array.from(written, (letter) => letter.charCodeAt(0));
  const wide = (written: string, little: boolean) => {
    const bytes = new Uint8Array(written.length * 2);
    const view = new DataView(bytes.buffer);
    for (const [place, letter] of [...written].entries())
      view.setUint16(place * 2, letter.charCodeAt(0), little);
    return bytes;
  };
  it.each([
    ['UTF-8 called ISO-8859-1 by the document', utf8(text(' encoding="ISO-8859-1"')), null],
    ['UTF-8 called windows-1252 by the server', utf8(text('')), 'text/xml; charset=windows-1252'],
    ['Latin called UTF-8 by both', latin(text(' encoding="UTF-8"')), 'application/rss+xml; charset=utf-8'],
    ['Latin without a word', latin(text('')), null],
    ['UTF-8 with its mark', utf8(`\ufeff${text(' encoding="ISO-8859-1"')}`), 'text/xml'],
    ['UTF-16 without its mark', wide(text(' encoding="UTF-16"'), true), null],
    ['UTF-16 the other way', wide(text(''), false), null],
    ['a charset that does not exist', utf8(text(' encoding="klingon"')), 'text/xml; charset=x-none'],
    ['lines above the document', utf8(`\n\n  ${text('')}`), null],
  ])('N1: %s', (_, bytes, contentType) => {
    const found = read(bytes, contentType);
    expect(found.kind === 'feed' && found.feed.items[0]?.title).toBe('Été à Genève');
  });

  it('N1: Russian in KOI8-R is read as its prolog says', () => {
    const bytes = latin(
      '<?xml version="1.0" encoding="koi8-r"?><rss><channel><title>\xee\xcf\xd7\xcf\xd3\xd4\xc9</title></channel></rss>',
    );
    const found = read(bytes);
    expect(found.kind === 'feed' && found.feed.title).toBe('Новости');
  });
});
