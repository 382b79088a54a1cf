import { REMOTE_IMAGE, unescaped } from './remote-pictures.ts';

export interface FramedHtml {
  /** As `sanitiseHtml` left it. */
  readonly html: string;
  /** Where a picture that came with the message is fetched from, by its Content-ID; null where there is none. */
  readonly pictureAt: (contentId: string) => string | null;
  /** Where a picture from elsewhere is fetched from, by its place among them; null: it is not loaded. */
  readonly remoteAt?: (place: number) => string | null;
  /** What the line says that opens the folded quote, in the reader's language. */
  readonly fold: string;
}

const LOOKS = `:root{color-scheme:light;background:#fff;color:#1b1d1f;font:15px/1.55 system-ui,sans-serif}
body{margin:0;padding:8px 10px;display:flow-root;overflow-wrap:anywhere}img{max-width:100%;height:auto}table{max-width:100%}
pre{white-space:pre-wrap}a{color:#0c5d57}blockquote{margin:0 0 0 4px;padding-left:12px;border-left:2px solid #d5d2cb}
summary{display:inline-block;margin:8px 0;padding:2px 10px;border-radius:9px;background:#efede8;color:#575b5f;font-size:13px;cursor:pointer}
img[data-remote]{display:inline-block;min-width:12px;min-height:12px;background:#efede8}`;

/** A whole page of what a message shows, for a frame that runs nothing; what quotes at its end is folded. */
export function framedHtml({ html, pictureAt, remoteAt = () => null, fold }: FramedHtml): string {
  const body = withRemote(withPictures(withFold(html, fold), pictureAt), remoteAt);
  return `<!doctype html><html><head><meta charset="utf-8"><meta name="referrer" content="no-referrer"><style>${LOOKS}</style></head><body>${body}</body></html>`;
}

/** In attributes `"` and `>` are written as entities, so that the end of each is where it seems to be. */
function withPictures(html: string, pictureAt: FramedHtml['pictureAt']): string {
  return html.replaceAll(/<img ([^>]*)data-cid="([^"]*)"/g, (tag, before: string, cid: string) => {
    const at = pictureAt(unescaped(cid));
    return at === null ? tag : `<img ${before}src="${escaped(at)}"`;
  });
}

/** What folds moves none of them, so their places are those in the message. */
function withRemote(html: string, remoteAt: (place: number) => string | null): string {
  let place = -1;
  return html.replaceAll(REMOTE_IMAGE, (tag, before: string, _address: string, behind: string) => {
    place += 1;
    const at = remoteAt(place);
    return at === null ? tag : `<img ${before}src="${escaped(at)}"${behind}>`;
  });
}

/** Nothing but closing tags, line breaks and spaces; in steps that each take no longer than the text. */
function saysNothing(html: string): boolean {
  return html.replaceAll(/<\/[a-z0-9]+>|<br \/>|&nbsp;/g, '').trim() === '';
}

/** The last quote that stands in no other, where nothing is written below it: an answer between the lines stays open. */
function withFold(html: string, fold: string): string {
  const quote = lastOuterQuote(html);
  if (!quote || !saysNothing(html.slice(quote.end))) return html;
  // A message that is nothing but a quote has nothing to fold it under.
  if (saysNothing(html.slice(0, quote.start).replaceAll(/<[^>]*>/g, ''))) return html;
  const [before, inner, after] = [
    html.slice(0, quote.start),
    html.slice(quote.start, quote.end),
    html.slice(quote.end),
  ];
  return `${before}<details><summary>${escaped(fold)}</summary>${inner}</details>${after}`;
}

function lastOuterQuote(html: string): { readonly start: number; readonly end: number } | null {
  let depth = 0;
  let start = 0;
  let last: { readonly start: number; readonly end: number } | null = null;
  for (const { 0: tag, index } of html.matchAll(/<\/?blockquote\b[^>]*>/g)) {
    if (!tag.startsWith('</')) {
      if (depth === 0) start = index;
      depth += 1;
    } else if (depth > 0) {
      depth -= 1;
      if (depth === 0) last = { start, end: index + tag.length };
    }
  }
  return last;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
