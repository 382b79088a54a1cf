import { type EventSource, eventSources } from '@atelier/database/calendar/calendar-list';
import { type AgendaRow, occurrencesIn, type Span } from '@atelier/database/object/agenda-query';
import { seriesBeyond } from '@atelier/database/object/series-beyond';
import { type Actor, viewerOf } from '../actor.ts';
import type { Context } from '../context.ts';
import { eventAccess } from '../event-privacy.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { type AgendaEvent, agendaEvent } from './agenda-event.ts';
import { withTwins } from './twins.ts';

export interface ListEvents extends Span {
  /** Left out: every calendar the actor sees and that is kept in step. */
  readonly calendarIds?: readonly string[] | undefined;
}

const LONGEST_SPAN_DAYS = 800;

/** Occurrences that touch [from, to), by start, out of the calendars the actor may see. */
export async function listEvents(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
  input: ListEvents,
): Promise<Outcome<readonly AgendaEvent[]>> {
  const found = await findEvents({ database }, actor, input);
  return found.ok ? done(await found.value.events()) : found;
}

export interface FoundEvents {
  /**
   * The same for everybody, and at every time, who would be told the same: of each calendar its revision and horizon, and
   * how much of it is shown. Two people of the same key may be given one answer.
   */
  readonly key: string;
  events(): Promise<readonly AgendaEvent[]>;
}

/** What `listEvents` is going to say, by a key that is read before anything else is: an answer is never older than it. */
export async function findEvents(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
  input: ListEvents,
): Promise<Outcome<FoundEvents>> {
  const days = (input.to.getTime() - input.from.getTime()) / 86_400_000;
  if (!(days > 0)) return refusedFor('invalid', 'end-before-start');
  if (days > LONGEST_SPAN_DAYS) return refusedFor('invalid', 'days-many', { most: LONGEST_SPAN_DAYS });
  const sources = await eventSources(database, { viewer: viewerOf(actor), ids: input.calendarIds });
  const { from, to } = input;
  return done({
    key: JSON.stringify([from, to, sources.map((source) => sightOf(actor, source))]),
    events: () => eventsIn(database, actor, sources, input),
  });
}

/** All of a calendar, and of who looks at it, that makes a difference to what is told of it. */
function sightOf(actor: Actor, source: EventSource): readonly unknown[] {
  const { id, revision, horizonFrom, horizonTo } = source;
  const shown = [false, true].map((isPrivate) => eventAccess(actor, source, { private: isPrivate }));
  return [id, revision, horizonFrom, horizonTo, source.level === 'busy', ...shown];
}

async function eventsIn(
  database: Context['database'],
  actor: Actor,
  sources: readonly EventSource[],
  span: Span,
): Promise<readonly AgendaEvent[]> {
  const rows = await rowsIn(database, sources, span);
  const byId = new Map(sources.map((source) => [source.id, source]));
  return withTwins(
    rows.flatMap((row) => {
      const source = byId.get(row.calendarId);
      return source && isTold(row, source) ? [{ uid: row.uid, event: agendaEvent(row, actor, source) }] : [];
    }),
  );
}

/** Where only busy times are shared, what blocks no time is not told at all. */
function isTold({ busy }: AgendaRow, { level }: EventSource): boolean {
  return level !== 'busy' || busy;
}

/** Stored occurrences where the horizon covers the span; series expanded on the fly where it does not. */
async function rowsIn(
  database: Context['database'],
  calendars: readonly EventSource[],
  span: Span,
): Promise<readonly AgendaRow[]> {
  const covered = calendars.filter((calendar) => covers(calendar, span));
  const beyond = calendars.filter((calendar) => !covers(calendar, span));
  const [stored, single, series] = await Promise.all([
    occurrencesIn(database, ids(covered), span),
    beyond.length === 0 ? [] : occurrencesIn(database, ids(beyond), span, { recurring: false }),
    beyond.length === 0 ? [] : expandBeyond(database, beyond, span),
  ]);
  if (beyond.length === 0) return stored;
  return [...stored, ...single, ...series].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

const ids = (calendars: readonly EventSource[]) => calendars.map(({ id }) => id);

function covers({ horizonFrom, horizonTo }: EventSource, { from, to }: Span): boolean {
  return horizonFrom !== null && horizonTo !== null && horizonFrom <= from && to <= horizonTo;
}

async function expandBeyond(
  database: Context['database'],
  calendars: readonly EventSource[],
  span: Span,
): Promise<readonly AgendaRow[]> {
  const found = await seriesBeyond(database, ids(calendars), span);
  return found.map(({ objectId, calendarId, uid, occurrence, event, flags }) => {
    const { start, end, component: _, ...rest } = occurrence;
    const times = { startsAt: new Date(start), endsAt: new Date(end) };
    return { ...rest, ...times, calendarId, objectId, uid, event, recurring: true, flags };
  });
}
