/** Somebody's words as one line of at most `most` characters, without anything that no keyboard types. */
export function oneLine(text: string, most: number): string {
  const line = text.replaceAll(UNSEEN, ' ').replaceAll(/\s+/gu, ' ').trim();
  return (line.length > most ? `${line.slice(0, most - 1)}…` : line).toWellFormed();
}

/** Control characters, the separators that some readers end a line at, and marks that turn the direction of text. */
const UNSEEN = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu;
