import { type SeenCalendar, seenCalendars } from '@atelier/database/calendar/calendar-list';
import { type AgendaRow, occurrencesIn, type Span } from '@atelier/database/object/agenda-query';
import { seriesBeyond } from '@atelier/database/object/series-beyond';
import { type Actor, viewerOf } from '../actor.ts';
import type { Context } from '../context.ts';
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
  const days = (input.to.getTime() - input.from.getTime()) / 86_400_000;
  if (!(days > 0)) return refusedFor('invalid', 'end-before-start');
  if (days > LONGEST_SPAN_DAYS) return refusedFor('invalid', 'days-many', { most: LONGEST_SPAN_DAYS });
  const calendars = (
    await seenCalendars(database, { viewer: viewerOf(actor), ids: input.calendarIds })
  ).filter((calendar) => calendar.enabled);
  const rows = await rowsIn(database, calendars, input);
  const byId = new Map(calendars.map((calendar) => [calendar.id, calendar]));
  return done(
    withTwins(
      rows.flatMap((row) => {
        const calendar = byId.get(row.calendarId);
        return calendar && isTold(row, calendar)
          ? [{ uid: row.uid, event: agendaEvent(row, actor, calendar) }]
          : [];
      }),
    ),
  );
}

/** Where only busy times are shared, what blocks no time is not told at all. */
function isTold({ busy }: AgendaRow, { level }: SeenCalendar): boolean {
  return level !== 'busy' || busy;
}

/** Stored occurrences where the horizon covers the span; series expanded on the fly where it does not. */
async function rowsIn(
  database: Context['database'],
  calendars: readonly SeenCalendar[],
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

const ids = (calendars: readonly SeenCalendar[]) => calendars.map(({ id }) => id);

function covers({ horizonFrom, horizonTo }: SeenCalendar, { from, to }: Span): boolean {
  return horizonFrom !== null && horizonTo !== null && horizonFrom <= from && to <= horizonTo;
}

async function expandBeyond(
  database: Context['database'],
  calendars: readonly SeenCalendar[],
  span: Span,
): Promise<readonly AgendaRow[]> {
  const found = await seriesBeyond(database, ids(calendars), span);
  return found.map(({ objectId, calendarId, uid, occurrence, event, flags }) => {
    const { start, end, component: _, ...rest } = occurrence;
    const times = { startsAt: new Date(start), endsAt: new Date(end) };
    return { ...rest, ...times, calendarId, objectId, uid, event, recurring: true, flags };
  });
}
