import { describe, expect, it } from 'vitest';
import { htmlText } from './html-text.ts';
import { MOST_HTML, sanitiseHtml } from './sanitise-html.ts';

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg><script>alert(1)</script><image href="https://t.test/a"/></svg>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="JaVa&#x09;script:alert(1)">x</a>',
  '<iframe src="https://t.test"></iframe>',
  '<form action="https://t.test"><input name=a><button>x</button></form>',
  '<style>@import "https://t.test/a.css"; body { background: url(https://t.test/b) }</style>',
  '<link rel=stylesheet href="https://t.test/c.css">',
  '<meta http-equiv=refresh content="0;url=https://t.test">',
  '<base href="https://t.test/">',
  '<div style="background:url(https://t.test/d)">x</div>',
  '<div style="background-image:image-set(&quot;https://t.test/e&quot; 1x)">x</div>',
  '<div style="b\\61 ckground:u\\72l(https://t.test/f)">x</div>',
  '<div style="position:fixed;top:0;left:0;width:100%;height:100%">x</div>',
  '<div style="--x:url(https://t.test/g);background:var(--x)">x</div>',
  '<table background="https://t.test/h"><tr><td background="https://t.test/i">x</table>',
  '<video poster="https://t.test/j" src="https://t.test/k"></video>',
  '<picture><source srcset="https://t.test/l"><img srcset="https://t.test/m 2x"></picture>',
  '<object data="https://t.test/n"></object><embed src="https://t.test/o">',
  '<input type=image src="https://t.test/p">',
  '<div id="root" class="panel" name="x" onclick="alert(1)">x</div>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
  '<img src="//t.test/q">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
];
/** What a browser would load, run or send by itself. */
const ACTS =
  /<(?:script|style|link|meta|base|iframe|form|input|button|svg|math|video|object|embed|source)|\son\w+=|\ssrc=|\ssrcset=|\sbackground=|\sid=|\sclass=|\sname=|javascript:|url\(|position:/i;

describe('the HTML of others', () => {
  it.each(HOSTILE)('M4: does nothing: %s', (hostile) => {
    const { html } = sanitiseHtml(`<p>before</p>${hostile}<p>after</p>`);
    expect(html.replaceAll(/ title="[^"]*"/g, '')).not.toMatch(ACTS);
  });

  it('M4: pictures are counted and loaded by nobody', () => {
    const { html, remote, embedded } = sanitiseHtml(
      '<img src="https://x.test/a.png" alt="Rose" width=10><img src="cid:logo%40x"><img src="cid:logo@x">',
    );
    expect({ remote, embedded }).toEqual({ remote: 1, embedded: ['logo@x'] });
    expect(html).toContain('<img alt="Rose" width="10" data-remote="https://x.test/a.png" />');
    expect(html).toContain('data-cid="logo@x"');
  });

  it('M4: links open elsewhere and tell nobody where they were found', () => {
    expect(sanitiseHtml('<a href="https://x.test/a" class=b>x</a>').html).toBe(
      '<a href="https://x.test/a" rel="noopener noreferrer nofollow" target="_blank">x</a>',
    );
  });

  it('M5: what people write stays as it looks', () => {
    const html = '<p style="color:#333333;margin:0 0 10px">Salut <b>Léo</b> 🎨</p>';
    expect(sanitiseHtml(html).html).toBe(html);
  });

  it('M4: nested and long HTML is cut, quickly', () => {
    const nested = sanitiseHtml('<div>'.repeat(5_000));
    expect(nested.html.length).toBeLessThan(2_000);
    expect(htmlText(nested.html)).toBe('');
    expect(sanitiseHtml('x'.repeat(MOST_HTML + 1))).toMatchObject({ cut: true });
    expect(sanitiseHtml('<p>x</p>'.repeat(30_000))).toMatchObject({ cut: true });
    expect(sanitiseHtml(`x${'\u0301'.repeat(300_000)}`).html).toHaveLength(17);
  });

  it('M5: is read as text', () => {
    const { html } = sanitiseHtml(
      '<h1>Rose</h1><p>Hello<br>you</p><table><tr><td>a</td><td>b</td></tr></table><img src="https://x.test/a">',
    );
    expect(htmlText(html).split(/\s+/)).toEqual(['Rose', 'Hello', 'you', 'ab']);
  });
});
