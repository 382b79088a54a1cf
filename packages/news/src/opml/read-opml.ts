import { type Opml, parseOpml } from 'feedsmith';
import { decodeText } from '../read/decode-text.ts';
import { plainText } from '../read/plain-text.ts';
import { addressKey, webAddress } from '../read/web-address.ts';
import { MOST_OPML } from './most-opml.ts';

export interface OpmlFeed {
  readonly url: string;
  readonly title: string;
}

export interface ReadOpml {
  /** Each once, in the order of the file; groups are opened. */
  readonly feeds: readonly OpmlFeed[];
  /** Entries that name no address of the web. */
  readonly unusable: number;
  /** There were more than are taken from one file. */
  readonly cut: boolean;
}

type Outline = NonNullable<NonNullable<Opml.Document<string>['body']>['outlines']>[number];

const MOST_OUTLINES = 500;
const LONGEST_TITLE = 200;
const DEEPEST = 20;

/** The feeds of a list as readers of news exchange it (OPML 1 and 2). @returns null where it is none. */
export function readOpml(bytes: Uint8Array): ReadOpml | null {
  if (bytes.length > MOST_OPML) return null;
  const outlines = outlinesOf(decodeText(bytes, null));
  if (outlines === null) return null;
  const flat = opened(outlines, 0);
  const found = new Map<string, OpmlFeed>();
  let unusable = 0;
  for (const { xmlUrl, text, title } of flat.slice(0, MOST_OUTLINES)) {
    const url = webAddress(xmlUrl, null);
    if (url === null) unusable += 1;
    else if (!found.has(addressKey(url)))
      found.set(addressKey(url), {
        url,
        title: plainText(title ?? text ?? '', LONGEST_TITLE) || new URL(url).hostname,
      });
  }
  return { feeds: [...found.values()], unusable, cut: flat.length > MOST_OUTLINES };
}

function outlinesOf(text: string): readonly Outline[] | null {
  try {
    return parseOpml(text.trimStart()).body?.outlines ?? [];
  } catch {
    return null;
  }
}

/** Those that name a feed, wherever they stand. */
function opened(outlines: readonly Outline[], depth: number): readonly Outline[] {
  if (depth > DEEPEST) return [];
  return outlines.flatMap((outline) => [
    ...(outline.xmlUrl === undefined ? [] : [outline]),
    ...opened(outline.outlines ?? [], depth + 1),
  ]);
}
