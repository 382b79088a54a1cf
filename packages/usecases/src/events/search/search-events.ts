import { spansOf } from '@atelier/calendar/text/fold-text';
import { seenCalendars } from '@atelier/database/calendar/calendar-list';
import type { AgendaRow } from '@atelier/database/object/agenda-query';
import { searchRows } from '@atelier/database/object/event-search';
import { type Actor, viewerOf } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { eventAccess } from '../../event-privacy.ts';
import { type AgendaEvent, agendaEvent } from '../agenda-event.ts';

export interface SearchEvents {
  /** All of them, in the title, the place, the notes or among the people. */
  readonly words: readonly string[];
  readonly places?: readonly string[] | undefined;
  readonly people?: readonly string[] | undefined;
  /** Left out: every calendar that the actor sees and that is kept in step. */
  readonly calendarIds?: readonly string[] | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  readonly limit: number;
}

/** An event that was found, with the occurrence that is nearest to now. */
export interface FoundEvent extends AgendaEvent {
  /** The piece of the notes in which a word stands; null where none does. */
  readonly notes: string | null;
}

export interface Found {
  /** First those to come, then those that are over, the nearest first. */
  readonly events: readonly FoundEvent[];
  /** Very many events hold these words: those near today are among the answer, the others are not. */
  readonly more: boolean;
}

/** What is private to somebody else is never found by what it says, nor anything by words that nobody typed. */
export async function searchEvents(
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  actor: Actor,
  input: SearchEvents,
): Promise<Found> {
  const { words, places = [], people = [], from = null, to = null, limit } = input;
  if (words.length + places.length + people.length === 0) return { events: [], more: false };
  const seen = await seenCalendars(database, { viewer: viewerOf(actor), ids: input.calendarIds });
  const calendars = seen.filter(({ enabled }) => enabled);
  const shown = (content: { readonly private: boolean }) =>
    calendars.filter((calendar) => eventAccess(actor, calendar, content) === 'shown').map(({ id }) => id);
  const asked = { words, places, people, from, to, limit, now: clock() };
  const sight = { calendarIds: shown({ private: false }), openIds: shown({ private: true }) };
  const { rows, more } = await searchRows(database, { ...asked, ...sight });
  const byId = new Map(calendars.map((calendar) => [calendar.id, calendar]));
  const events = rows.flatMap((row) => {
    const calendar = byId.get(row.calendarId);
    return calendar ? [{ ...agendaEvent(row, actor, calendar), notes: notesAround(row, words) }] : [];
  });
  return { events, more: more || isFull(events, asked.now, limit) };
}

/** As many as were asked for, of those to come or of those that are over: there may be others. */
function isFull(events: readonly FoundEvent[], now: Date, limit: number): boolean {
  const ahead = events.filter(({ endsAt }) => endsAt > now).length;
  return ahead >= limit || events.length - ahead >= limit;
}

const BEFORE = 30;
const AFTER = 90;

function notesAround({ event }: AgendaRow, words: readonly string[]): string | null {
  const notes = event.description?.replaceAll(/\s+/g, ' ').trim() ?? '';
  const [first] = spansOf(notes, words);
  if (!first) return null;
  const start = Math.max(0, first.from - BEFORE);
  const end = Math.min(notes.length, first.to + AFTER);
  return `${start > 0 ? '…' : ''}${notes.slice(start, end).toWellFormed()}${end < notes.length ? '…' : ''}`;
}
