import { parseDuration } from '../../../time/duration.ts';
import { parseTime } from '../../../time/typed-time.ts';

/** When something ends, as it was typed: at a time of day, or so many minutes behind its start. */
export type TypedEnd = { readonly time: number } | { readonly length: number };

const DAY = 1_440;
const MOST = 31 * DAY;
/** `1h30`, `2h`: a time of day in French, and a length everywhere. */
const EITHER = /^\d{1,2}\s*h(?:eures?)?\s*(?:\d{1,2})?$/i;

/**
 * `16:00`, `16h`, `1600`, `4pm`; `45m`, `1h30`, `1,5 h`, `+2h`. What could be both is the time where that lies behind
 * the start of the same day, else the length: somebody who begins at 14:00 and types `1h30` means half past three. Null
 * when it is neither. @param start minutes since midnight
 */
export function parseEnd(text: string, start: number): TypedEnd | null {
  const typed = text.trim();
  if (typed.startsWith('+')) return lengthIn(typed.slice(1));
  const time = parseTime(typed);
  if (time === null) return lengthIn(typed);
  if (time <= start && EITHER.test(typed)) return lengthIn(typed) ?? { time };
  return { time };
}

function lengthIn(text: string): TypedEnd | null {
  const length = parseDuration(text);
  return length !== null && length > 0 && length <= MOST ? { length } : null;
}
