export interface TextPiece {
  readonly text: string;
  /** Where it leads when it is a link; only http, https and mailto ever do. */
  readonly href: string | null;
}

const LINK = /(?:https?:\/\/|mailto:)[^\s<>"'`]+/gi;
/** Belongs to the sentence around a link, not to the link. */
const TRAILING = /[.,;:!?)\]}»”’]+$/;

/** Cuts plain text into text and links. Nothing is ever read as HTML. */
export function textPieces(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    const link = match[0].replace(TRAILING, '');
    const href = safeLink(link);
    if (!href) continue;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), href: null });
    pieces.push({ text: link, href });
    end = match.index + link.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), href: null });
  return pieces;
}

/** The address if a click on it can do no harm, else null: an event may come from anybody. */
export function safeLink(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, href } = new URL(text);
  return protocol === 'http:' || protocol === 'https:' || protocol === 'mailto:' ? href : null;
}
