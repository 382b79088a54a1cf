import { type Clock, minuteOfDay, type PartOfDay, type TimeSpec } from '../grammar/meaning.ts';
import type { Reading } from './reading.ts';

const NOON = 720;
const DAY = 1_440;
/** Hours up to this one are in the afternoon where nothing tells. */
const LAST_AFTERNOON = 7;

export interface Minutes {
  /** Since midnight of the first day. */
  readonly start: number;
  /** Behind the start; over 1,440 on the next day. */
  readonly end: number | null;
}

/** Which half of the day is meant where the sentence says it only by its other words. */
export function hintedHalf({ tokens, habits }: Reading, part: PartOfDay | undefined): 'am' | 'pm' | null {
  if (part) return part.half;
  const words = tokens.map(({ plain }) => plain);
  const text = words.join('');
  if (words.some((word) => habits.morning.has(word)) || text.includes('petit-dej')) return 'am';
  return words.some((word) => habits.evening.has(word)) ? 'pm' : null;
}

/** Times of a day, with the half of the day that was meant. @param isSaid whether the half was said, not only hinted at */
export function settle({ start, end }: TimeSpec, half: 'am' | 'pm' | null, isSaid: boolean): Minutes | null {
  if (start === null) return null;
  if (end === null) return { start: alone(start, half, isSaid), end: null };
  const begin = startOf(start, end, half, isSaid);
  return { start: begin, end: endOf(begin, start, end) };
}

function alone(clock: Clock, half: 'am' | 'pm' | null, isSaid: boolean): number {
  const minute = minuteOfDay(clock);
  if (clock.half || clock.hour === 0 || minute >= 780) return minute;
  if (clock.exact && !isSaid) return minute;
  if (half === 'pm')
    return minute < NOON && (clock.exact || clock.hour > 4 || isSaid) ? minute + NOON : minute;
  if (half === 'am') return minute >= NOON && !clock.exact ? minute - NOON : minute;
  return clock.exact || clock.hour > LAST_AFTERNOON ? minute : minute + NOON;
}

function startOf(start: Clock, end: Clock, half: 'am' | 'pm' | null, isSaid: boolean): number {
  if (start.exact || !end.half) return alone(start, half, isSaid);
  // 2-4pm, 11-1pm, 7-9am.
  const both = alone({ ...start, exact: true }, end.half, true);
  const morning = minuteOfDay(start) % NOON;
  return both < minuteOfDay(end) ? both : morning;
}

function endOf(begin: number, start: Clock, end: Clock): number {
  const minute = minuteOfDay(end);
  if (minute > begin) return minute;
  const isMoved = begin > minuteOfDay(start);
  const mayMove = !end.half && end.hour > 0 && minute < NOON && (!end.exact || isMoved);
  if (mayMove && minute + NOON > begin) return minute + NOON;
  return minute + DAY;
}
