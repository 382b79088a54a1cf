import { describe, expect, it } from 'vitest';
import { framedHtml } from './framed-html.ts';
import { sanitiseHtml } from './sanitise-html.ts';

const framed = (source: string, pictures: Readonly<Record<string, string>> = {}) =>
  framedHtml({
    html: sanitiseHtml(source).html,
    pictureAt: (contentId) => pictures[contentId] ?? null,
    fold: 'Quote <1>',
  }).replace(/^.*<body>/s, '');

describe('what a frame shows of a message', () => {
  it('M4: a picture that came along is fetched from here, and no other is', () => {
    const html = framed('<img src="cid:a&amp;b"><img src="cid:none"><img src="https://x.test/p.gif">', {
      'a&b': '/files/0?x=1&y=2',
    });
    expect(html.match(/ src="[^"]*"/g)).toEqual([' src="/files/0?x=1&amp;y=2"']);
  });

  it('M4: a text that looks like a picture stays a text', () => {
    expect(
      framed('<p title="&lt;img data-cid=&quot;a&quot;">&lt;img data-cid="a"</p>', { a: '/x' }),
    ).not.toContain('/x');
  });

  it('M5: a quote at the end is folded, with what it quotes in turn', () => {
    const html = framed('<p>Yes</p><blockquote>Shall<blockquote>we</blockquote></blockquote><br>');
    expect(html).toContain(
      '<details><summary>Quote &lt;1&gt;</summary><blockquote>Shall<blockquote>we</blockquote></blockquote></details>',
    );
  });

  it('M5: an answer between the lines, and a message that only quotes, stay open', () => {
    expect(framed('<p>1</p><blockquote>a</blockquote><p>2</p>')).not.toContain('<details>');
    expect(framed('<div><blockquote>a</blockquote></div>')).not.toContain('<details>');
  });
});
