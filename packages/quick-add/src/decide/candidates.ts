import type { DateSpec } from '../day/spec.ts';
import type { Length, TimeSpec } from '../grammar/meaning.ts';
import type { Category, Values } from '../grammar/values.ts';
import { isWord } from '../text/tokens.ts';
import type { Piece, Reading } from './reading.ts';

const CATEGORIES = [
  'stay',
  'date',
  'until',
  'repeat',
  'times',
  'ondays',
  'time',
  'part',
  'duration',
  'moment',
  'alarm',
  'allday',
  'free',
  'offset',
] as const satisfies readonly Category[];

const WEIGHTS: Partial<Record<Category, number>> = {
  stay: 120,
  until: 66,
  repeat: 85,
  times: 46,
  ondays: 88,
  part: 30,
  moment: 82,
  alarm: 95,
  allday: 70,
  free: 70,
  offset: 20,
};

/** Of two readings the longer one is meant, other things being equal. */
const LENGTH = 1.5;

/** Everything that any run of words may mean by itself. @param taken tokens that are names, or that stay in the title */
export function candidates(reading: Reading, taken: ReadonlySet<number>): readonly Piece[] {
  const found: Piece[] = [];
  for (let at = 0; at < reading.tokens.length; at += 1) {
    for (const category of CATEGORIES) {
      for (const { to, value } of reading.chart.find(category, at)) {
        const score = (weightOf(category, value) ?? 0) + (to - at) * LENGTH - doubtOf(reading, category, at);
        const piece = { category, at, to, value, score };
        if (isWhole(reading, piece) && !isTaken(taken, piece) && isPlausible(reading, piece))
          found.push(piece);
      }
    }
  }
  return found;
}

function weightOf(category: Category, value: Values[Category]): number | undefined {
  if (category === 'date') return (value as DateSpec).weight;
  if (category === 'time') return (value as TimeSpec).weight;
  if (category === 'duration') return lengthWeight(value as Length);
  return WEIGHTS[category];
}

/** In French a weekday or month in a capital, within a sentence, is a name as often: Augustin Dimanche. */
function doubtOf({ tokens, question }: Reading, category: Category, at: number): number {
  const isName = category === 'date' && question.language === 'fr' && at > 0 && tokens[at]?.capital;
  return isName && tokens[at]?.text !== tokens[at]?.text.toUpperCase() ? 4 : 0;
}

const lengthWeight = ({ stated, lengthy }: Length): number => (stated ? 75 : lengthy ? 40 : 48);

function isTaken(taken: ReadonlySet<number>, { at, to }: Piece): boolean {
  for (let index = at; index < to; index += 1) if (taken.has(index)) return true;
  return false;
}

/** A piece never ends in the middle of `14:30`, `9h`, `2026-114`, nor before the word that says what its number is. */
function isWhole({ tokens, habits, chart }: Reading, { category, at, to }: Piece): boolean {
  const [first, last, before, after] = [tokens[at], tokens[to - 1], tokens[at - 1], tokens[to]];
  if (first?.glued && before && first.text !== '@') {
    if (
      before.plain !== 't' &&
      (isWord(first) || (first.number !== null && (before.number !== null || isWord(before))))
    ) {
      if (!/['’]$/.test(before.text)) return false;
    }
    const joins =
      [':', '.', ',', '/', '-', '#'].includes(before.plain) &&
      tokens[at - 2]?.number !== null &&
      before.glued;
    if (first.number !== null && (joins || before.text === '#') && tokens[at - 2] !== undefined) return false;
  }
  if (!last || !after) return true;
  if (last.number === null)
    return !(after.glued && isWord(after) && isWord(last) && !/['’]$/.test(last.text));
  if (after.glued && (isWord(after) || after.number !== null) && after.plain !== 'ish') return false;
  const continues = after.glued && [':', '.', ',', '/', '-'].includes(after.plain);
  if (continues && tokens[to + 1]?.number !== null && tokens[to + 1]?.glued) return false;
  if (category !== 'date' && chart.find('month', to).length > 0) return false;
  if (['am', 'pm', 'h', 'heures', 'heure', "o'"].includes(after.plain)) return false;
  return category === 'times' || !habits.counted.has(after.plain);
}

/** Numbers of rooms and invoices, and short names of days and months that mean something else more often. */
function isPlausible(reading: Reading, piece: Piece): boolean {
  const { tokens, habits, today } = reading;
  const before = tokens[piece.at - 1]?.plain ?? '';
  if (tokens[piece.at]?.number !== null && habits.numbered.has(before) && !saysItself(reading, piece))
    return false;
  if (piece.category !== 'date') return true;
  const isForDays = (piece.value as DateSpec).counted === true && habits.lasting.has(before);
  if (isForDays || (piece.value as DateSpec).find(today, today) === null) return false;
  return !isLoneShortDay(reading, piece) && !isRangeBehind(reading, piece);
}

/** Room 12 and invoice 3 are no times and no dates; table 9h30, train 6:58 and flight 5 December are. */
function saysItself({ tokens }: Reading, { category, at, to }: Piece): boolean {
  if (category === 'date') return to - at > 1;
  return category === 'time' && [':', 'h', '.', 'am', 'pm'].includes(tokens[at + 1]?.plain ?? '');
}

/** Friday 9 to 11: the number begins the times. */
function isRangeBehind({ tokens, chart }: Reading, { to, at }: Piece): boolean {
  if (to - at < 2 || tokens[to - 1]?.number === null || chart.find('weekday', to - 2).length === 0)
    return false;
  return chart.find('time', to - 1).some(({ value }) => value.start !== null && value.end !== null);
}

/** `mar`, `mer`, `sun` alone are a day beside a number, a time or a part of the day only. */
function isLoneShortDay({ tokens, chart }: Reading, { at, to }: Piece): boolean {
  if (to - at !== 1 || chart.find('shortday', at).length === 0) return false;
  const isBeside = (index: number) =>
    ['time', 'part', 'clock', 'n', 'duration'].some(
      (category) => chart.find(category as Category, index).length > 0,
    );
  const before = tokens[at - 1];
  const follows =
    before !== undefined && (before.number !== null || ['h', 'am', 'pm', ','].includes(before.plain));
  const isEnd = tokens[to] === undefined || !isWord(tokens[to]);
  return !(isBeside(to) || follows || (isEnd && at > 0));
}
