// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const UNSEEN = /[\0-\x09\x0B-\x1F\x7F-\x9F]/g;

/**
 * What people are shown of a text value: plain text as it was written, whatever markup it looks like, without
 * control characters other than line breaks, at most `limit` characters long.
 */
export function plainText(value: string, limit: number): string {
  const text = value
    .slice(0, limit * 2)
    .replace(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .replace(UNSEEN, '');
  // Cutting may halve a surrogate pair, and so may the sender; a database refuses such halves.
  return (text.length > limit ? `${text.slice(0, limit - 1)}…` : text).toWellFormed();
}
