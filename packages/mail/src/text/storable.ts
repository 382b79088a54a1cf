/**
 * A text as a database takes it: no NUL, and no half of a character. Programs write both, and one of them in one message
 * must not keep a whole mailbox from being read.
 */
export function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

/** Marks above and below one letter without end are no language, and browsers stand still over them. */
export function fewMarks(text: string): string {
  return text.replaceAll(/(\p{M}{16})\p{M}+/gu, '$1');
}

/** Its beginning; no character is cut in two. @param most UTF-16 units. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}
