export interface TextPart {
  readonly text: string;
  readonly quoted: boolean;
}

/** Fewer are shown as they are. */
const FOLDED_FROM = 3;

/** Cuts a text into what was written and what it quotes (RFC 3676, 4.5), in order. Nothing is left out. */
export function foldQuotes(text: string): readonly TextPart[] {
  const parts: { lines: string[]; quoted: boolean }[] = [];
  for (const line of text.split('\n')) {
    const quoted = /^\s?>/.test(line);
    const last = parts.at(-1);
    if (last && last.quoted === quoted) last.lines.push(line);
    else parts.push({ lines: [line], quoted });
  }
  return parts.map(({ lines, quoted }) => ({
    text: lines.join('\n'),
    quoted: quoted && lines.length >= FOLDED_FROM && parts.length > 1,
  }));
}
