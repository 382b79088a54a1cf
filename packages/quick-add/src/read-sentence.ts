import type { DateSpec } from './day/spec.ts';
import { candidates } from './decide/candidates.ts';
import { choose } from './decide/choose.ts';
import { overlaps, type Piece, pieceOf, type Reading } from './decide/reading.ts';
import { readingOf } from './decide/reading-of.ts';
import { titleOf } from './decide/title.ts';
import { whenOf } from './decide/when.ts';
import type { PartOfDay } from './grammar/meaning.ts';
import type { Category } from './grammar/values.ts';
import { findCalendarTag } from './names/calendar-tag.ts';
import { findPeople } from './names/people.ts';
import { findPlace } from './names/place.ts';
import {
  type Doubt,
  LONGEST_SENTENCE,
  type QuickEvent,
  type QuickQuestion,
  type Span,
  type SpanKind,
} from './sentence.ts';
import { isWord } from './text/tokens.ts';

const KINDS: Partial<Record<Category, SpanKind>> = {
  date: 'date',
  stay: 'date',
  moment: 'time',
  time: 'time',
  part: 'time',
  offset: 'time',
  duration: 'duration',
  repeat: 'repeat',
  until: 'until',
  times: 'until',
  ondays: 'repeat',
  allday: 'allDay',
  alarm: 'alarm',
  free: 'free',
};

interface Run {
  readonly at: number;
  readonly to: number;
  readonly kind: SpanKind;
  /** Whether the words stay in the title as well. */
  readonly stays?: boolean;
}

/** The event that a sentence describes. Every sentence describes one: at worst one of today, with the sentence as title. */
export function readSentence(sentence: string, question: QuickQuestion): QuickEvent {
  const reading = readingOf(sentence, question);
  const kept = keptTokens(reading);
  const people = findPeople(reading);
  const tag = findCalendarTag(reading);
  const calendar = tag && !kept.has(tag.at) ? tag : null;
  const taken = new Set([...kept, ...people.taken, ...(calendar ? [calendar.at, calendar.to - 1] : [])]);
  const found = candidates(reading, taken);
  const chosen = choose(reading, found);
  const runs: Run[] = [
    ...chosen.map((piece) => ({
      ...piece,
      kind: KINDS[piece.category] ?? 'date',
      stays: isApart(reading, piece, chosen),
    })),
    ...(calendar ? [{ ...calendar, kind: 'calendar' as const }] : []),
  ];
  const isFree = (at: number) => !taken.has(at) && !runs.some((run) => overlaps(run, { at, to: at + 1 }));
  const place = findPlace(
    reading,
    (at) => isFree(at) || (people.taken.has(at) && !kept.has(at) && isFreeName(runs, at)),
  );
  if (place) runs.push({ ...place, kind: 'place' });
  const named = people.runs.filter((run) => !isKept(run, kept));
  runs.push(...named.map((run) => ({ ...run, kind: 'people' as const, stays: true })));
  const when = whenOf(reading, chosen);
  const isClaimed = (at: number) =>
    runs.some((run) => run.stays !== true && overlaps(run, { at, to: at + 1 }));
  return {
    title: `${titleOf(reading, isClaimed) || feastOf(reading, chosen)}${sentence.slice(LONGEST_SENTENCE)}`,
    start: when.start,
    end: when.end,
    allDay: when.allDay,
    rrule: when.rrule,
    location: place?.name ?? null,
    calendar: calendar?.id ?? null,
    people: named.length === people.runs.length ? people.names : [],
    alarms: chosen.flatMap(({ category, value }) => (category === 'alarm' ? [value as number] : [])),
    busy: isBusy(reading, chosen, when.allDay),
    spans: runs.map((run) => spanOf(reading, run)).toSorted((a, b) => a.from - b.from),
    doubts: [...when.doubts, ...leftOver(reading, found, runs)],
  };
}

/** Where nothing else is said, a feast is what the day is called. */
function feastOf(reading: Reading, chosen: readonly Piece[]): string {
  const date = pieceOf(chosen, 'date');
  return date?.value.feast === true ? spanOf(reading, { ...date, kind: 'date' }).text : '';
}

/** A birthday or a deadline takes none of the hours of its day; a holiday takes them all. */
function isBusy({ tokens, habits }: Reading, chosen: readonly Piece[], allDay: boolean): boolean {
  if (pieceOf(chosen, 'free')) return false;
  return !allDay || tokens.some(({ plain }) => habits.away.has(plain));
}

/** Tokens of what the person does not mean so. */
function keptTokens({ tokens, question }: Reading): ReadonlySet<number> {
  const isKept = ({ from, to }: { from: number; to: number }) =>
    (question.without ?? []).some((span) => from < span.to && span.from < to);
  return new Set(tokens.flatMap((token, at) => (isKept(token) ? [at] : [])));
}

const isKept = ({ at, to }: { at: number; to: number }, kept: ReadonlySet<number>): boolean =>
  Array.from({ length: to - at }, (_, index) => at + index).some((index) => kept.has(index));

const isFreeName = (runs: readonly Run[], at: number): boolean =>
  !runs.some((run) => overlaps(run, { at, to: at + 1 }));

/** A word that is part of the name as well: evening class, weekly review, bilan annuel. */
function isApart({ tokens, question }: Reading, piece: Piece, chosen: readonly Piece[]): boolean {
  if (piece.to - piece.at > 1) return false;
  const isTaken = (at: number) => chosen.some((other) => overlaps(other, { at, to: at + 1 }));
  if (piece.category === 'part') return !(piece.value as PartOfDay).today && !isTaken(piece.at - 1);
  if (piece.category !== 'repeat') return false;
  // In French what follows its noun belongs to it; in English what goes before one.
  const beside = question.language === 'fr' ? piece.at - 1 : piece.to;
  return tokens[beside] !== undefined && isWord(tokens[beside]) && !isTaken(beside);
}

function spanOf({ tokens, sentence }: Reading, { at, to, kind }: Run): Span {
  const [from, end] = [tokens[at]?.from ?? 0, tokens[to - 1]?.to ?? 0];
  return { kind, from, to: end, text: sentence.slice(from, end) };
}

/** A second date or time that is surely one stays in the title, and is worth a look. */
function leftOver(reading: Reading, found: readonly Piece[], runs: readonly Run[]): readonly Doubt[] {
  const SURELY = 50;
  const left = found
    .filter(({ category }) => category === 'date' || category === 'time')
    .filter((piece) => piece.score >= SURELY && !runs.some((run) => overlaps(run, piece)))
    // A feast that has a date of its own beside it says what is celebrated: Christmas dinner on 18 December.
    .filter(({ category, value }) => category !== 'date' || (value as DateSpec).feast !== true)
    .toSorted((a, b) => b.score - a.score);
  return left.slice(0, 1).map((piece) => ({
    code: 'left-over' as const,
    text: spanOf(reading, { ...piece, kind: 'date' }).text,
  }));
}
