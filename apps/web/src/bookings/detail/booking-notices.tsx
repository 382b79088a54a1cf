import { sayRefusal } from '@atelier/words/refusals/coded-refusal';
import { toast } from 'sonner';
import type { BookingDetail } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useProblemToast } from '../../calendars/use-sync-now.ts';
import { useReader } from '../../language/studio-reader.ts';
import { AgeText } from '../../time/age-text.tsx';
import { useWhen } from '../../time/use-when.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Notice } from '../../ui/display/notice.tsx';

interface BookingNoticesProps {
  readonly booking: BookingDetail;
  /** Moves the booking to the other time that the client named. */
  readonly onMoveThere: (start: Date) => void;
  readonly moving: boolean;
}

/** What has to be known or done first: trouble, doubt, a time limit, another time. */
export function BookingNotices({ booking, onMoveThere, moving }: BookingNoticesProps) {
  const { words } = useReader();
  const when = useWhen();
  const { trouble, turn, unverified, alternativeStart, state, zone, expiresAt } = booking;
  const length = booking.end.getTime() - booking.start.getTime();
  const open = state === 'REQUESTED' || state === 'CONFIRMED';
  return (
    <>
      {trouble && <Trouble booking={booking} trouble={trouble} />}
      {unverified && open && (
        <Notice
          tone="warn"
          title={words.bookings.unverified[state]}
          hint={words.bookings.unverifiedHint[state]}
        />
      )}
      {state === 'REQUESTED' && turn === 'CLIENT' && <Notice tone="accent" title={words.bookings.proposed} />}
      {alternativeStart && state === 'REQUESTED' && (
        <Notice
          tone="accent"
          title={words.bookings.alternative({
            when: when.span(alternativeStart, new Date(alternativeStart.getTime() + length), zone),
          })}
          action={
            <Button size="small" pending={moving} onClick={() => onMoveThere(alternativeStart)}>
              {words.bookings.moveThere}
            </Button>
          }
        />
      )}
      {expiresAt && state === 'REQUESTED' && (
        <p className="text-[13px] text-soft">
          {words.bookings.expires} <AgeText since={expiresAt} />
        </p>
      )}
    </>
  );
}

interface TroubleProps {
  readonly booking: BookingDetail;
  readonly trouble: NonNullable<BookingDetail['trouble']>;
}

function Trouble({ booking: { id, state }, trouble }: TroubleProps) {
  const { words } = useReader();
  const open = state === 'REQUESTED' || state === 'CONFIRMED' ? state : null;
  const onError = useProblemToast();
  const queries = trpc.useUtils();
  const settle = trpc.bookings.settle.useMutation({
    onError,
    onSuccess: () => void toast.success(words.bookings.settled),
    onSettled: () => Promise.all([queries.bookings.see.invalidate(), queries.bookings.list.invalidate()]),
  });
  return (
    <Notice
      tone="bad"
      title={sayRefusal(words.refusals, trouble)?.message ?? trouble.message}
      hint={
        trouble.code === 'overlap' && open ? words.bookings.overlapHint[open] : words.bookings.troubleHint
      }
      action={
        <Button size="small" pending={settle.isPending} onClick={() => settle.mutate({ id })}>
          {words.bookings.lookedAt}
        </Button>
      }
    />
  );
}
