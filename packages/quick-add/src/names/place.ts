import type { Reading } from '../decide/reading.ts';
import type { PlaceHabit } from '../grammar/habits.ts';
import { isWord } from '../text/tokens.ts';

export interface Place {
  readonly name: string;
  readonly at: number;
  readonly to: number;
}

const LONGEST_PLACE = 8;

/** Where it takes place: behind `@`, `chez`, `at`, `au`, as far as the name goes. @param free tokens that mean nothing else */
export function findPlace(reading: Reading, free: (at: number) => boolean): Place | null {
  for (let at = 0; at < reading.tokens.length; at += 1) {
    if (!free(at)) continue;
    const found = reading.habits.places
      .map((habit) => placeAt(reading, habit, at, free))
      .filter((place) => place !== null)
      .toSorted((a, b) => b.to - a.to || a.name.length - b.name.length)[0];
    if (found) return found;
  }
  return null;
}

function placeAt(
  reading: Reading,
  habit: PlaceHabit,
  at: number,
  free: (at: number) => boolean,
): Place | null {
  const { tokens, sentence } = reading;
  // An article in a capital is the beginning of the name: The Fox.
  const isSaid = (word: string, index: number) =>
    tokens[at + index]?.plain === word && (index === 0 || !tokens[at + index]?.capital);
  if (!habit.words.every(isSaid)) return null;
  const first = at + habit.words.length;
  let to = first;
  while (to - first < LONGEST_PLACE && free(to) && continues(reading, habit, to, first)) to += 1;
  while (to > first && reading.habits.withinPlace.has(tokens[to - 1]?.plain ?? '')) to -= 1;
  const [begin, end] = [tokens[first], tokens[to - 1]];
  return begin && end && to > first ? { name: sentence.slice(begin.from, end.to), at, to } : null;
}

/** A name in capitals, what stands between its words, and a number behind it: Café de la Gare, Studio 2. */
function continues({ tokens, habits }: Reading, habit: PlaceHabit, at: number, first: number): boolean {
  const token = tokens[at];
  if (!token || habits.with.has(token.plain)) return false;
  if (at === first)
    return habit.anything ? isWord(token) || token.number !== null : isPlaceWord(token, habits);
  if (token.number !== null) return !habits.counted.has(tokens[at + 1]?.plain ?? '');
  if (token.text === '-' || token.text === "'") return token.glued && tokens[at + 1]?.glued === true;
  if (!isWord(token)) return false;
  const isBehindArticle = habits.withinPlace.has(tokens[at - 1]?.plain ?? '');
  if (token.glued || (habit.anything && isBehindArticle)) return true;
  if (habits.withinPlace.has(token.plain)) {
    const next = tokens[at + 1];
    return next !== undefined && (isPlaceWord(next, habits) || habits.withinPlace.has(next.plain));
  }
  return isPlaceWord(token, habits);
}

const isPlaceWord = (token: Reading['tokens'][number], habits: Reading['habits']): boolean =>
  isWord(token) && (token.capital || habits.placeNouns.has(token.plain));
