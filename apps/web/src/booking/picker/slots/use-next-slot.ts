import { useCallback, useState } from 'react';
import type { Slot } from '../../api/answers.ts';
import { useApi } from '../../api/client-context.ts';
import type { SlotQuestion } from './use-slot-board.ts';

export type NextSlot =
  | { readonly kind: 'idle' }
  | { readonly kind: 'looking' }
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly error: unknown };

export interface NextSlotSearch {
  readonly state: NextSlot;
  readonly look: (after: Date) => void;
}

/** Looks for the next free time, as far ahead as can be booked. */
export function useNextSlot(
  { artist, serviceId, zone, moving }: SlotQuestion,
  onFound: (slot: Slot) => void,
): NextSlotSearch {
  const { client } = useApi();
  const [state, setState] = useState<NextSlot>({ kind: 'idle' });
  const look = useCallback(
    (after: Date) => {
      setState({ kind: 'looking' });
      client.booking.next
        .query({ artist, serviceId, after, zone, ...(moving ? { booking: moving } : {}) })
        .then(
          (slot) => {
            setState({ kind: slot ? 'idle' : 'none' });
            if (slot) onFound(slot);
          },
          (error: unknown) => setState({ kind: 'failed', error }),
        );
    },
    [client, artist, serviceId, zone, moving, onFound],
  );
  return { state, look };
}
