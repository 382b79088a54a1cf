import type { AgendaEvent } from './agenda-event.ts';

interface Found {
  readonly uid: string;
  readonly event: AgendaEvent;
}

/**
 * Marks what is one event in several calendars: the same UID at the same time (RFC 5545, 3.8.4.7). What somebody may not
 * read is nobody's twin, for that would tell what it is.
 */
export function withTwins(found: readonly Found[]): readonly AgendaEvent[] {
  const groups = Map.groupBy(found, keyOf);
  return found.map((one) => {
    const group = groups.get(keyOf(one)) ?? [];
    const calendars = new Set(group.map(({ event }) => event.calendarId));
    const first = group[0]?.event;
    const alone = one.uid === '' || one.event.title === null || calendars.size < 2;
    return alone || !first ? one.event : { ...one.event, twinOf: first.id };
  });
}

function keyOf({ uid, event: { title, startsAt, endsAt } }: Found): string {
  return [title === null, startsAt.getTime(), endsAt.getTime(), uid].join(' ');
}
