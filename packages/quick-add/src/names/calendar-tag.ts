import type { Reading } from '../decide/reading.ts';
import { isWord, plainText, type Token, tokenize } from '../text/tokens.ts';

export interface CalendarTag {
  readonly id: string;
  readonly at: number;
  readonly to: number;
}

/** `/ana`, `#perso`, `/ann/work`, `/Studio 2`: a calendar by its name, by the beginning of it, or of one of its words. */
export function findCalendarTag({ tokens, question }: Reading): CalendarTag | null {
  for (let at = 0; at < tokens.length; at += 1) {
    const mark = tokens[at];
    if (!mark || !['/', '#'].includes(mark.text) || mark.glued) continue;
    const whole = byWholeName(question.calendars ?? [], tokens, at + 1);
    if (whole) return { ...whole, at };
    for (let to = endOfTag(tokens, at); to > at + 1; to -= 1) {
      const found = byName(question.calendars ?? [], plainOf(tokens.slice(at + 1, to)));
      if (found) return { id: found.id, at, to };
    }
  }
  return null;
}

/** The longest name that stands right behind the mark, with whatever spaces it has. */
function byWholeName(
  calendars: Calendars,
  tokens: readonly Token[],
  from: number,
): Pick<CalendarTag, 'id' | 'to'> | undefined {
  if (!tokens[from]?.glued) return undefined;
  const [longest] = calendars
    .map(({ id, name }) => ({ id, words: tokenize(name).map(({ plain }) => plain) }))
    .filter(({ words }) => words.every((word, n) => tokens[from + n]?.plain === word))
    // The 2 of 2pm belongs to no name.
    .filter(({ words }) => words.length > 0 && !tokens[from + words.length]?.glued)
    .toSorted((a, b) => b.words.length - a.words.length);
  return longest && { id: longest.id, to: from + longest.words.length };
}

/** Behind what is written in one piece with the mark; right behind the mark where that is no word. */
function endOfTag(tokens: readonly Token[], at: number): number {
  const first = tokens[at + 1];
  if (!first?.glued || !isWord(first)) return at + 1;
  const apart = tokens.findIndex((token, index) => index > at && !token.glued);
  return apart < 0 ? tokens.length : apart;
}

const plainOf = (tokens: readonly Token[]): string => tokens.map(({ plain }) => plain).join('');

type Calendars = NonNullable<Reading['question']['calendars']>;

function byName(calendars: Calendars, typed: string): Calendars[number] | undefined {
  const named = calendars.map((calendar) => ({ calendar, plain: plainText(calendar.name) }));
  const found =
    named.find(({ plain }) => plain === typed) ??
    named.find(({ plain }) => plain.startsWith(typed)) ??
    named.find(({ plain }) => plain.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(typed)));
  return found?.calendar;
}
