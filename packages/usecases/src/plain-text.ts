/**
 * What nobody sees and no keyboard types: marks that turn the direction of text, spaces without width, tags. With them
 * a name can be made to look like another one. What joins letters and emoji (U+200C, U+200D) stays.
 */
const UNSEEN =
  /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

/** Whether it is more than one line, or holds what would end one (a header of a mail, a line of a calendar file). */
export function breaksLine(text: string): boolean {
  return /[\p{Cc}\u2028\u2029]/u.test(text);
}

/** A name, or anything else that is one line: without what nobody sees, trimmed. */
export function plainLine(text: string): string {
  return text.replaceAll(UNSEEN, '').trim().toWellFormed();
}

/** The same, with a space where it would break. */
export function asLine(text: string): string {
  return plainLine(text.replaceAll(/[\p{Cc}\u2028\u2029\s]+/gu, ' '));
}

/** Free text: line breaks stay, what no keyboard types goes. */
export function plainText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n]|[\u2028\u2029]/gu, '')
    .replaceAll(UNSEEN, '')
    .trim()
    .toWellFormed();
}
