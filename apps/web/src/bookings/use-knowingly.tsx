import { type ReactNode, useState } from 'react';
import { kindOf } from '../api/api-error.ts';
import { useReader } from '../language/studio-reader.ts';
import { ConfirmDialog } from '../ui/overlay/confirm-dialog.tsx';

interface Knowingly<Asked> {
  /** Asks whether to do it all the same. @returns false when it was refused for another reason */
  readonly ask: (error: unknown, asked: Asked) => boolean;
  /** The question, while there is one; `again` does it all the same. */
  readonly dialog: (again: (asked: Asked) => void) => ReactNode;
}

/**
 * What was refused because a calendar of the artist still does not answer can be done all the same, by somebody who says
 * so (B8).
 */
export function useKnowingly<Asked>(): Knowingly<Asked> {
  const { words } = useReader();
  const [refused, setRefused] = useState<{ readonly asked: Asked } | null>(null);
  const close = () => setRefused(null);
  return {
    ask(error, asked) {
      if (kindOf(error) !== 'unverified') return false;
      setRefused({ asked });
      return true;
    },
    dialog: (again) => (
      <ConfirmDialog
        open={refused !== null}
        onClose={close}
        onConfirm={() => {
          if (refused) again(refused.asked);
          close();
        }}
        pending={false}
        title={words.bookings.silentTitle}
        lead={words.bookings.silentLead}
        confirm={words.bookings.silentConfirm}
        keep={words.bookings.silentKeep}
      />
    ),
  };
}
