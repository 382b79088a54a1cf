import { toast } from 'sonner';
import type { Temporal } from 'temporal-polyfill';
import { useReader } from '../../language/studio-reader.ts';
import { useEventEdits } from '../edit/event-edits.ts';
import type { Wish } from '../gesture/gesture.ts';
import { placingOf } from '../gesture/placing.ts';
import { type Column, type ColumnEvent, fromColumn } from './columns.ts';
import { requestOf } from './request-event.ts';

interface ArtistWishesInput {
  readonly zone: string;
  readonly date: Temporal.PlainDate;
  readonly columns: readonly Column[];
  readonly find: (id: string) => ColumnEvent | undefined;
  readonly onOpen: (id: string) => void;
  readonly onRequest: (bookingId: string) => void;
  readonly onStep: (direction: 1 | -1) => void;
  readonly onAsk: (at: Temporal.PlainDateTime) => void;
}

/** Has done what a gesture or a key came to: a column says whose calendar is meant. */
export function useArtistWishes(input: ArtistWishesInput): (wish: Wish) => void {
  const { zone, date, columns, find, onOpen, onRequest, onStep, onAsk } = input;
  const { words } = useReader();
  const edits = useEventEdits();
  const calendarOf = (column: number) => columns[column]?.calendarId ?? undefined;
  return (wish) => {
    if (wish.kind === 'step') return onStep(wish.direction);
    if (wish.kind === 'why') return onAsk(wish.at);
    if (wish.kind === 'draft') {
      // A finger has no other button and nothing to hover with: the answer leads on to a new event.
      if (wish.rested && !wish.span.allDay) return onAsk(wish.span.start);
      const { span, column } = fromColumn(wish.span, date);
      return edits.openDraft({ ...placingOf(span, zone), calendarId: calendarOf(column) });
    }
    const found = find(wish.id);
    if (!found) return;
    const { event } = found;
    const request = requestOf(event.id);
    if (wish.kind === 'open') return request === null ? onOpen(event.id) : onRequest(request);
    if (wish.kind === 'refused') {
      const reason = request === null ? edits.lockedBy(event) : words.artistDay.answerFirst;
      return void toast.error(reason ?? words.artistDay.beyondDay);
    }
    const { span, column } = fromColumn(wish.span, date);
    const calendarId = column === found.column ? undefined : calendarOf(column);
    edits.shift(event, { ...placingOf(span, zone, event), calendarId }, { copy: wish.copy });
  };
}
