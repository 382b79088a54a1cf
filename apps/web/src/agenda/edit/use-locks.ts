import { sayRefusal } from '@atelier/words/refusals/coded-refusal';
import { useMemo } from 'react';
import type { AgendaEvent, Calendar } from '../../api/answers.ts';
import { useCalendars } from '../../calendars/use-calendars.ts';
import { useReader } from '../../language/studio-reader.ts';

export interface Locks {
  /** Calendars that this person may write into, in the order of the list. */
  readonly open: readonly Calendar[];
  readonly byId: ReadonlyMap<string, Calendar>;
  readonly lockedBy: (event: Pick<AgendaEvent, 'calendarId' | 'title'>) => string | null;
}

/** What the server would refuse, said before it is asked, in the words that it would use. */
export function useLocks(): Locks {
  const { words } = useReader();
  const { calendars, byId } = useCalendars();
  return useMemo(() => {
    const closed = (calendar: Calendar): string | null => {
      const refusal = refusalOf(calendar);
      return refusal && (sayRefusal(words.refusals, refusal)?.message ?? words.edit.locked);
    };
    return {
      open: calendars?.filter((calendar) => calendar.enabled && closed(calendar) === null) ?? [],
      byId,
      lockedBy: ({ calendarId, title }) => {
        if (title === null) return words.refusals['event-private']().message;
        const calendar = byId.get(calendarId);
        return calendar ? closed(calendar) : words.edit.locked;
      },
    };
  }, [calendars, byId, words]);
}

function refusalOf({ name, level, readOnly, state }: Calendar) {
  if (level !== 'write') return { code: 'calendar-not-yours', given: null } as const;
  if (readOnly) return { code: 'calendar-read-only', given: { name } } as const;
  return state === 'gone' ? ({ code: 'calendar-gone', given: { name } } as const) : null;
}
