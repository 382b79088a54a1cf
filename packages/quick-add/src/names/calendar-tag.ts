import type { Reading } from '../decide/reading.ts';
import { isWord, plainText } from '../text/tokens.ts';

export interface CalendarTag {
  readonly id: string;
  readonly at: number;
  readonly to: number;
}

/** `/ana` or `#perso`: a calendar by the beginning of its name, or of one of its words. */
export function findCalendarTag({ tokens, question }: Reading): CalendarTag | null {
  for (let at = 0; at < tokens.length; at += 1) {
    const [mark, word] = [tokens[at], tokens[at + 1]];
    if (!mark || !word || !['/', '#'].includes(mark.text) || mark.glued || !word.glued || !isWord(word))
      continue;
    const found = byName(question.calendars ?? [], word.plain);
    if (found) return { id: found.id, at, to: at + 2 };
  }
  return null;
}

type Calendars = NonNullable<Reading['question']['calendars']>;

function byName(calendars: Calendars, typed: string): Calendars[number] | undefined {
  const named = calendars.map((calendar) => ({ calendar, plain: plainText(calendar.name) }));
  const found =
    named.find(({ plain }) => plain === typed) ??
    named.find(({ plain }) => plain.startsWith(typed)) ??
    named.find(({ plain }) => plain.split(/\s+/).some((word) => word.startsWith(typed)));
  return found?.calendar;
}
