import { asLine } from '../plain-text.ts';

/** Somebody's words as one line of at most `most` characters, without anything that no keyboard types. */
export function oneLine(text: string, most: number): string {
  const line = asLine(text);
  return (line.length > most ? `${line.slice(0, most - 1)}…` : line).toWellFormed();
}
