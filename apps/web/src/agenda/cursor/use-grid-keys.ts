import { useRef } from 'react';
import type { AgendaEvent } from '../../api/answers.ts';
import { useAnnounce } from '../../ui/display/announcer.tsx';
import { useEventEdits } from '../edit/event-edits.ts';
import { eventTitle } from '../event/event-title.ts';
import type { Held, Wish } from '../gesture/gesture.ts';
import { clickedSpan, movedSpan } from '../gesture/wall-span.ts';
import { useKeys } from '../keys/use-keys.ts';
import { type Speech, spanText } from './grid-words.ts';
import { placeOf, type Sight, type Stop } from './stops.ts';
import { type Carry, useCarry } from './use-carry.ts';
import type { Cursor } from './use-cursor.ts';

interface GridKeysInput {
  readonly cursor: Cursor;
  readonly sight: Sight;
  readonly speech: Speech;
  readonly held: (id: string) => Held | null;
  readonly find: (id: string) => AgendaEvent | undefined;
  readonly textOf: (stop: Stop) => string;
  readonly onWish: (wish: Wish) => void;
}

/** What the keys of the grid do, each said to those who listen. */
export function useGridKeys(input: GridKeysInput): Carry {
  const { cursor, sight, speech, held, find, textOf, onWish } = input;
  const announce = useAnnounce();
  const edits = useEventEdits();
  const copied = useRef<Held | null>(null);
  /** What Esc still takes back: the last thing that the keyboard moved, until it does something else. */
  const settledId = useRef<string | null>(null);
  const here = () => carry.carried?.event ?? (cursor.stop.event === null ? null : held(cursor.stop.event));
  const carry = useCarry({
    onSpan({ event, span }) {
      announce(spanText(span, speech));
      cursor.put({ ...cursor.stop, day: span.start.toPlainDate(), event: event.id });
    },
    onPut({ event, span }) {
      settledId.current = event.id;
      onWish({ kind: 'shift', id: event.id, span, copy: false });
    },
  });
  const go = (key: string) => {
    settledId.current = null;
    announce(textOf(cursor.press(key)));
  };
  const move = (key: string) => {
    const event = here();
    if (!event) return;
    if (event.movable) carry.press(event, key);
    else onWish({ kind: 'refused', id: event.id });
  };
  const restore = () => {
    const dropped = carry.drop();
    if (dropped) {
      const { id, span } = dropped.event;
      cursor.put({ ...cursor.stop, day: span.start.toPlainDate(), event: id });
      announce(speech.words.grid.restored({ when: spanText(dropped.event.span, speech) }));
    } else if (settledId.current !== null && settledId.current === cursor.stop.event) {
      settledId.current = null;
      edits.undo();
    }
  };
  useKeys({
    walk: go,
    weeks: go,
    edges: go,
    enter() {
      const { event } = cursor.stop;
      if (event !== null) onWish({ kind: 'open', id: event });
      else if (sight.layout !== 'events')
        onWish({ kind: 'draft', span: clickedSpan(placeOf(cursor.stop, sight.layout)), rested: false });
    },
    why() {
      const place = placeOf(cursor.stop, sight.layout);
      if (place.kind === 'time') onWish({ kind: 'why', at: place.at });
    },
    carry: move,
    stretch: move,
    restore,
    copy() {
      const event = here();
      const found = event && find(event.id);
      if (!found) return;
      copied.current = event;
      announce(speech.words.grid.copied({ title: eventTitle(found, speech.words) }));
    },
    paste() {
      const event = copied.current;
      if (!event || sight.layout === 'events') return;
      const grabbed = { kind: 'time', at: event.span.start } as const;
      const span = movedSpan(event.span, grabbed, placeOf(cursor.stop, sight.layout), 1);
      onWish({ kind: 'shift', id: event.id, span, copy: true });
    },
    remove() {
      const event = cursor.stop.event === null ? undefined : find(cursor.stop.event);
      if (event) edits.remove(event);
    },
  });
  return carry;
}
