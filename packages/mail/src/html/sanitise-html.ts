import sanitizeHtml from 'sanitize-html';
import { cutText, fewMarks, storable } from '../text/storable.ts';
import type { SafeHtml } from './safe-html.ts';

/** Deeper than any mail that a person wrote; browsers flatten at 511. */
const DEEPEST = 100;
/** Of HTML, in characters; the rest is left out, and that is said. */
export const MOST_HTML = 1_000_000;

/** Newsletters have a few thousand. */
const MOST_TAGS = 20_000;

const COLOR = /^(?:#[0-9a-f]{3,8}|[a-z]{3,30}|rgba?\([\d\s.,%]{1,40}\))$/i;
const LENGTHS = /^(?:-?\d{1,4}(?:\.\d{1,3})?(?:px|pt|em|rem|%|ex|cm|mm)?\s*|auto\s*){1,4}$/i;
const SIZE = /^(?:\d{1,4}(?:\.\d{1,3})?(?:px|pt|em|rem|%)|auto)$/i;
const WORD = /^[a-z-]{2,20}$/i;
const BORDER =
  /^(?:(?:\d{1,2}(?:\.\d)?(?:px|pt)?|solid|dashed|dotted|double|none|#[0-9a-f]{3,8}|[a-z]{3,20}|rgba?\([\d\s.,%]{1,40}\))\s*){1,3}$/i;
const FONTS = /^[\p{L}\p{N}\s,'"-]{1,200}$/u;

const SIDES = ['', '-top', '-right', '-bottom', '-left'];
const sides = (name: string, pattern: RegExp) => SIDES.map((side) => [`${name}${side}`, [pattern]] as const);

/** No `url(`, no `position`, no variables: what is not listed is gone. */
const STYLES: Readonly<Record<string, readonly RegExp[]>> = {
  color: [COLOR],
  'background-color': [COLOR],
  background: [COLOR],
  'font-family': [FONTS],
  'font-size': [SIZE, WORD],
  'font-style': [WORD],
  'font-weight': [/^(?:[1-9]00|[a-z]{4,8})$/i],
  'line-height': [/^\d{1,3}(?:\.\d{1,3})?(?:px|pt|em|rem|%)?$|^normal$/i],
  'text-align': [WORD],
  'text-decoration': [WORD],
  'text-transform': [WORD],
  'vertical-align': [WORD],
  'white-space': [WORD],
  display: [/^(?:block|inline|inline-block|none|table|table-cell|table-row)$/i],
  width: [SIZE],
  'max-width': [SIZE],
  'min-width': [SIZE],
  height: [SIZE],
  'border-collapse': [WORD],
  'border-radius': [LENGTHS],
  'border-color': [COLOR],
  'border-width': [LENGTHS],
  'border-style': [WORD],
  ...Object.fromEntries([
    ...sides('margin', LENGTHS),
    ...sides('padding', LENGTHS),
    ...sides('border', BORDER),
  ]),
};

const TABLE = [
  'align',
  'valign',
  'width',
  'height',
  'bgcolor',
  'colspan',
  'rowspan',
  'border',
  'cellpadding',
  'cellspacing',
];
const TAGS =
  'a abbr address b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em figcaption figure font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr';

/**
 * What a message may show (M4), by a library that reads HTML as a stream: it builds no tree, so that nothing nested makes
 * it slow. Run it where it may be stopped. The frame that shows it forbids scripts and loading once more.
 */
export function sanitiseHtml(source: string): SafeHtml {
  const read = fewMarks(storable(source));
  const shown = fewTags(cutText(read, MOST_HTML));
  const embedded = new Set<string>();
  let remote = 0;
  const image = (attributes: sanitizeHtml.Attributes): sanitizeHtml.Attributes => {
    const { src = '', alt = '', width, height, style } = attributes;
    const shown = { alt, ...(width && { width }), ...(height && { height }), ...(style && { style }) };
    const cid = /^cid:(.+)$/i.exec(src.trim())?.[1];
    if (cid !== undefined) {
      embedded.add(decoded(cid));
      return { ...shown, 'data-cid': decoded(cid) };
    }
    if (!/^https?:\/\//i.test(src.trim())) return shown;
    remote += 1;
    return { ...shown, 'data-remote': src.trim() };
  };
  const html = sanitizeHtml(shown, {
    allowedTags: TAGS.split(' '),
    allowedAttributes: {
      '*': ['style', 'dir', 'lang', 'title'],
      a: ['href', 'rel', 'target'],
      img: ['alt', 'width', 'height', 'data-cid', 'data-remote'],
      font: ['color', 'size', 'face'],
      ...Object.fromEntries(['table', 'tr', 'td', 'th', 'col', 'tbody', 'thead'].map((tag) => [tag, TABLE])),
      ol: ['start', 'type'],
      blockquote: ['type'],
    },
    allowedStyles: { '*': Object.fromEntries(Object.entries(STYLES).map(([name, all]) => [name, [...all]])) },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowProtocolRelative: false,
    nestingLimit: DEEPEST,
    transformTags: {
      a: (tagName, { href, title, style }) => ({
        tagName,
        attribs: {
          ...(href && { href }),
          ...(title && { title }),
          ...(style && { style }),
          rel: 'noopener noreferrer nofollow',
          target: '_blank',
        },
      }),
      img: (tagName, attributes) => ({ tagName, attribs: image(attributes) }),
    },
  });
  return { html, embedded: [...embedded], remote, cut: shown.length < read.length };
}

/** Browsers take seconds to lay out more, and stand still meanwhile. */
function fewTags(html: string): string {
  let count = 0;
  for (const { index } of html.matchAll(/<[a-z]/gi)) {
    count += 1;
    if (count > MOST_TAGS) return html.slice(0, index);
  }
  return html;
}

function decoded(cid: string): string {
  try {
    return storable(decodeURIComponent(cid));
  } catch {
    return cid;
  }
}
