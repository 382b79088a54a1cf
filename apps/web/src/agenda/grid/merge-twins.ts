import type { AgendaEvent } from '../../api/answers.ts';

/** An event, and the other calendars in which the same one is shown. */
export interface Shown {
  readonly event: AgendaEvent;
  readonly alsoIn: readonly string[];
}

/**
 * One event in several calendars is shown once, for the first of them that may be changed. One that is being moved has
 * left the others: they show it where it was, until they hear of it.
 */
export function mergeTwins(
  events: readonly AgendaEvent[],
  mayChange: (event: AgendaEvent) => boolean,
): readonly Shown[] {
  const keyOf = ({ twinOf, id, startsAt, endsAt }: AgendaEvent) =>
    twinOf === undefined ? id : `${twinOf} ${startsAt.getTime()} ${endsAt.getTime()}`;
  return [...Map.groupBy(events, keyOf).values()].flatMap((twins) => {
    const shown = twins.find(mayChange) ?? twins[0];
    if (!shown) return [];
    const others = twins.filter((twin) => twin !== shown).map(({ calendarId }) => calendarId);
    return [{ event: shown, alsoIn: others }];
  });
}
