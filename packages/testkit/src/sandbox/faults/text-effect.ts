import { escapeXml } from '../wire/dav-name.ts';
import type { Effect } from './effect.ts';
import { spellHref } from './href-form.ts';

const RESPONSE = /<d:response>.*?<\/d:response>/gs;

/** An answer respelt by all text effects among these, in their order; other kinds leave it alone. */
export function applyTextEffects(text: string, effects: readonly Effect[], origin: string): string {
  return effects.reduce((current, effect) => respell(current, effect, origin), text);
}

function respell(text: string, effect: Effect, origin: string): string {
  switch (effect.kind) {
    case 'truncate':
      return text.slice(0, Math.floor(text.length / 2));
    case 'duplicate-responses':
      return text.replace(RESPONSE, (response) => response + response);
    case 'reversed-responses':
      return reverseResponses(text);
    case 'href-form':
      return respellHrefs(text, (href) => spellHref(effect.form, href, origin));
    case 'prefixes':
      return effect.form === 'default' ? davAsDefault(text) : oddPrefixes(text);
    case 'cdata':
      return wrapInCdata(text, effect.multiple ? 200 : Infinity);
    case 'no-reason':
      return text.replace(/(<d:status>HTTP\/1\.1 \d{3}) [^<]*/g, '$1');
    case 'foreign-elements':
      return text.replace(/<(d:response|d:propstat|d:prop)>/g, `<$1>${FOREIGN}`);
    default:
      return text;
  }
}

const FOREIGN =
  '<!-- <d:href>/not-this</d:href> --><x:href xmlns:x="urn:x"><x:status>HTTP/1.1 500</x:status></x:href>';

function reverseResponses(text: string): string {
  const reversed = (text.match(RESPONSE) ?? []).reverse();
  return text.replace(RESPONSE, () => reversed.shift() ?? '');
}

const respellHrefs = (text: string, spell: (href: string) => string): string =>
  text.replace(/(<d:href>)([^<]+)/g, (_, open: string, href: string) => {
    return open + escapeXml(spell(unescapeXml(href)));
  });

const WRAPPED =
  /(<(?:d:displayname|ical:calendar-color|cal:calendar-data|cal:calendar-description)>)([^<]*)(<\/)/g;

const wrapInCdata = (text: string, size: number): string =>
  text.replace(WRAPPED, (_, open: string, inner: string, close: string) => {
    return open + cdata(unescapeXml(inner), size) + close;
  });

/** A section cannot hold its own end, and some servers split long texts (Exchange bridges). */
function cdata(text: string, size: number): string {
  const sections = [];
  for (let at = 0; at < text.length; at += size) sections.push(text.slice(at, at + size));
  return sections.map((part) => `<![CDATA[${part.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`).join('');
}

const davAsDefault = (text: string): string =>
  text.replace(/(<\/?)d:/g, '$1').replace('xmlns:d="DAV:"', 'xmlns="DAV:"');

function oddPrefixes(text: string): string {
  const odd: Readonly<Record<string, string>> = { d: 'ns0', cal: 'd', cs: 'C-1', ical: '_a.b' };
  const rename = (prefix: string) => odd[prefix] ?? prefix;
  return text
    .replace(/(<\/?)(d|cal|cs|ical)(:)/g, (_, open: string, prefix: string) => `${open}${rename(prefix)}:`)
    .replace(/xmlns:(d|cal|cs|ical)=/g, (_, prefix: string) => `xmlns:${rename(prefix)}=`);
}

const characters: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#13;': '\r',
};

const unescapeXml = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#13);/g, (found) => characters[found] ?? found);
