/** Octets in a line without its line end (RFC 5545, 3.1). */
const MAX_OCTETS = 75;

/** A content line folded, with the line end at its end too. Never splits a character's octets. */
export function foldLine(text: string, lineEnd: string): string {
  let folded = '';
  let octets = 0;
  for (const character of text) {
    const size = octetsOf(character.codePointAt(0) ?? 0);
    if (octets + size > MAX_OCTETS) {
      folded += `${lineEnd} `;
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded + lineEnd;
}

/** In UTF-8. */
function octetsOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
