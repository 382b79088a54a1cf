import { partsOf } from '../day/day.ts';
import { fourDigitSpan, fourDigits } from '../grammar/clock.ts';
import type { Clock, TimeSpec } from '../grammar/meaning.ts';
import { isWord } from '../text/tokens.ts';
import { overlaps, type Piece, pieceOf, type Reading } from './reading.ts';

/** With the time that a number beside the day stands for, where there is one. @param chosen of which none is a time */
export function withBareTime(reading: Reading, chosen: readonly Piece[]): readonly Piece[] {
  const date = pieceOf(chosen, 'date');
  if (!date) return chosen;
  const isFree = (at: number) => !chosen.some((piece) => overlaps(piece, { at, to: at + 1 }));
  const found = bareHour(reading, date, chosen) ?? fullTimes(reading, date).find((piece) => isFree(piece.at));
  return found && isFree(found.at) ? [...chosen, found] : chosen;
}

const timeAt = (at: number, start: Clock, weight: number): Piece<'time'> => {
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

/** "1400 Tuesday", "mardi, 0930", "Friday 1400-1530": four digits beside a day, or two times four, are times. */
function fullTimes(reading: Reading, { at, to }: Piece<'date'>): readonly Piece<'time'>[] {
  const { tokens } = reading;
  const isComma = (index: number) => tokens[index]?.plain === ',';
  const behind = isComma(to) ? to + 1 : to;
  const before = isComma(at - 1) ? at - 1 : at;
  return [
    fullSpan(reading, behind),
    fullTime(reading, behind),
    fullSpan(reading, before - 3),
    fullTime(reading, before - 1),
  ].filter((piece) => piece !== null);
}

function fullTime(reading: Reading, at: number): Piece<'time'> | null {
  const { tokens, today } = reading;
  const [number, after] = [tokens[at], tokens[at + 1]];
  const time = fourDigitsAt(reading, at, at + 1);
  const isYear = Math.abs((number?.number ?? 0) - partsOf(today).year) <= 1;
  return time && !isYear && !number?.glued && !after?.glued ? timeAt(at, time, 34) : null;
}

function fullSpan(reading: Reading, at: number): Piece<'time'> | null {
  if (reading.tokens[at + 1]?.plain !== '-') return null;
  const [start, end] = [fourDigitsAt(reading, at, at + 3), fourDigitsAt(reading, at + 2, at + 3)];
  const value = start && end && fourDigitSpan(start, end);
  return value && { category: 'time', at, to: at + 3, value, score: 34 };
}

/** Where they are no number of something. @param to the token behind all that is read */
function fourDigitsAt({ tokens, habits }: Reading, at: number, to: number): Clock | null {
  const [before, number, after] = [tokens[at - 1], tokens[at], tokens[to]];
  if (number?.number == null || number.text.length !== 4 || number.number % 5 !== 0) return null;
  const isCounted = habits.counted.has(after?.plain ?? '') || habits.numbered.has(before?.plain ?? '');
  return isCounted ? null : (fourDigits(number.number)?.start ?? null);
}
