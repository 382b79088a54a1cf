import { toast } from 'sonner';
import type { AgendaEvent } from '../../api/answers.ts';
import { useEventEdits } from '../edit/event-edits.ts';
import type { Wish } from '../gesture/gesture.ts';
import { placingOf } from '../gesture/placing.ts';

interface WishesInput {
  readonly zone: string;
  readonly find: (id: string) => AgendaEvent | undefined;
  readonly onOpen: (id: string) => void;
  readonly onStep: (direction: 1 | -1) => void;
}

/** Has done what a gesture or a key came to. */
export function useWishes({ zone, find, onOpen, onStep }: WishesInput): (wish: Wish) => void {
  const edits = useEventEdits();
  return (wish) => {
    switch (wish.kind) {
      case 'draft':
        return edits.openDraft(placingOf(wish.span, zone));
      case 'open':
        return onOpen(wish.id);
      case 'step':
        return onStep(wish.direction);
      case 'shift': {
        const event = find(wish.id);
        if (event) edits.shift(event, placingOf(wish.span, zone, event), { copy: wish.copy });
        return;
      }
      // Days are nobody's alone: only the artists' columns can say.
      case 'why':
        return;
      case 'refused': {
        const event = find(wish.id);
        const reason = event && edits.lockedBy(event);
        if (reason) toast.error(reason);
      }
    }
  };
}
