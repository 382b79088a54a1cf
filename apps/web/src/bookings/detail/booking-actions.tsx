import { CalendarClock, Check, CheckCheck, CircleSlash, type LucideIcon, UserX, X } from 'lucide-react';
import type { BookingDetail } from '../../api/answers.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useNow } from '../../time/use-now.ts';
import { Button, type ButtonLook } from '../../ui/controls/button.tsx';
import { actionsOf, type StudioAction } from '../actions-of.ts';

const LOOKS: Record<StudioAction, { readonly icon: LucideIcon; readonly look: ButtonLook }> = {
  confirm: { icon: Check, look: 'primary' },
  decline: { icon: X, look: 'plain' },
  move: { icon: CalendarClock, look: 'plain' },
  cancel: { icon: CircleSlash, look: 'plain' },
  complete: { icon: CheckCheck, look: 'primary' },
  'no-show': { icon: UserX, look: 'plain' },
};

interface BookingActionsProps {
  readonly booking: BookingDetail;
  readonly pending: StudioAction | null;
  readonly onAction: (action: StudioAction) => void;
}

/** What can be done now, always in reach at the end of the booking. */
export function BookingActions({ booking, pending, onAction }: BookingActionsProps) {
  const { words } = useReader();
  const now = useNow(30_000);
  const actions = actionsOf(booking, now);
  if (actions.length === 0) return null;
  return (
    <div className="sticky bottom-0 -mx-5 -mb-5 flex flex-wrap gap-2 border-t border-line bg-raised px-5 py-3">
      {actions.map((action) => {
        const { icon: Icon, look } = LOOKS[action];
        return (
          <Button
            key={action}
            look={look}
            className="flex-1"
            pending={pending === action}
            disabled={pending !== null}
            onClick={() => onAction(action)}
          >
            {pending !== action && <Icon aria-hidden className="size-4" />}
            {words.bookings.actions[action]}
          </Button>
        );
      })}
    </div>
  );
}
