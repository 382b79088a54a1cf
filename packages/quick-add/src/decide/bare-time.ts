import { partsOf } from '../day/day.ts';
import { fourDigits } from '../grammar/clock.ts';
import type { Clock, TimeSpec } from '../grammar/meaning.ts';
import { isWord, type Token } from '../text/tokens.ts';
import { overlaps, type Piece, pieceOf, type Reading } from './reading.ts';

/** With the time that a number beside the day stands for, where there is one. @param chosen of which none is a time */
export function withBareTime(reading: Reading, chosen: readonly Piece[]): readonly Piece[] {
  const date = pieceOf(chosen, 'date');
  if (!date) return chosen;
  const isFree = (at: number) => !chosen.some((piece) => overlaps(piece, { at, to: at + 1 }));
  const found =
    bareHour(reading, date, chosen) ??
    [date.to, date.at - 1].flatMap((at) => (isFree(at) ? (fullTime(reading, at) ?? []) : []))[0];
  return found && isFree(found.at) ? [...chosen, found] : chosen;
}

const timeAt = (at: number, start: Clock, weight: number): Piece => {
  const value: TimeSpec = { start, end: null, weight };
  return { category: 'time', at, to: at + 1, value, score: weight };
};

/** "Friday 9", "demain 14": a lone number behind a day is an hour, where no noun makes it a count. */
function bareHour(
  { tokens, chart, habits }: Reading,
  { to, value }: Piece<'date'>,
  chosen: readonly Piece[],
): Piece | null {
  const [number, after] = [tokens[to], tokens[to + 1]];
  const hour = chart.find('bare', to)[0];
  if (value.near !== true || number?.number == null || !hour || after?.glued === true) return null;
  const isAlone =
    after === undefined ||
    !isWord(after) ||
    chosen.some(({ at }) => at === to + 1) ||
    after.capital ||
    habits.with.has(after.plain);
  return isAlone ? timeAt(to, hour.value, 33) : null;
}

/** "1400 Tuesday", "mardi 0930": four digits beside a day are a time, where they are no number of something. */
function fullTime({ tokens, habits, today }: Reading, at: number): Piece | null {
  const [before, number, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  const value = number?.number ?? null;
  if (!number || value === null || number.text.length !== 4 || isJoined(number, after)) return null;
  const isCounted = habits.counted.has(after?.plain ?? '') || habits.numbered.has(before?.plain ?? '');
  const isYear = Math.abs(value - partsOf(today).year) <= 1;
  const time = value % 5 === 0 && !isCounted && !isYear ? fourDigits(value)?.start : null;
  return time ? timeAt(at, time, 34) : null;
}

const isJoined = (number: Token, after: Token | undefined): boolean => number.glued || after?.glued === true;
