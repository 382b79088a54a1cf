import { useMemo } from 'react';
import type { AgendaEvent } from '../../api/answers.ts';
import { seenOn } from '../cursor/seen-on.ts';
import { useEventEdits } from '../edit/event-edits.ts';
import type { Held } from '../gesture/gesture.ts';
import { spanOf } from '../gesture/placing.ts';

/** The events in sight, as gestures and keys ask for them. */
export function useBoard(events: readonly AgendaEvent[], zone: string) {
  const { lockedBy } = useEventEdits();
  return useMemo(() => {
    const byId = new Map(events.map((event) => [event.id, event]));
    const held = (id: string): Held | null => {
      const event = byId.get(id);
      return event ? { id, span: spanOf(event, zone), movable: lockedBy(event) === null } : null;
    };
    return { find: (id: string) => byId.get(id), held, on: seenOn(events, zone) };
  }, [events, zone, lockedBy]);
}
