import { Link } from '@tanstack/react-router';
import { Check, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { BookingDetail } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useAnswerBooking } from '../../bookings/use-answer-booking.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useWhen } from '../../time/use-when.ts';
import { Button, buttonClass } from '../../ui/controls/button.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import { Dialog, DialogActions } from '../../ui/overlay/dialog.tsx';

interface RequestDialogProps {
  /** Null shows nothing. */
  readonly bookingId: string | null;
  readonly onClose: () => void;
}

/** A request, answered where it stands: Enter opens it, and Enter once more approves. */
export function RequestDialog({ bookingId, onClose }: RequestDialogProps) {
  const { words } = useReader();
  const detail = trpc.bookings.see.useQuery({ id: bookingId ?? '' }, { enabled: bookingId !== null });
  return (
    <Dialog
      open={bookingId !== null}
      onClose={onClose}
      title={detail.data?.client.name ?? words.artistDay.request}
    >
      {detail.error && <ProblemNotice error={detail.error} />}
      {!detail.error && !detail.data && <Skeleton className="h-24" />}
      {detail.data && <Request booking={detail.data} onClose={onClose} />}
    </Dialog>
  );
}

function Request({ booking, onClose }: { readonly booking: BookingDetail; readonly onClose: () => void }) {
  const { words } = useReader();
  const when = useWhen();
  const [problem, setProblem] = useState<unknown>();
  const approve = useRef<HTMLButtonElement>(null);
  useEffect(() => approve.current?.focus(), []);
  const answer = useAnswerBooking((_, error) => setProblem(error));
  const give = (action: 'confirm' | 'decline') =>
    answer.mutate({ id: booking.id, action, version: booking.version }, { onSuccess: onClose });
  return (
    <>
      <p className="tabular-nums first-letter:uppercase">
        {when.span(booking.start, booking.end, booking.zone)}
      </p>
      <p className="mt-1 text-soft">
        {booking.service} · {booking.artistName}
      </p>
      {booking.note && <p className="mt-3 whitespace-pre-line">{booking.note}</p>}
      {problem !== undefined && (
        <div className="mt-3">
          <ProblemNotice error={problem} />
        </div>
      )}
      <DialogActions>
        <Link to="/bookings/$bookingId" params={{ bookingId: booking.id }} className={buttonClass('quiet')}>
          {words.artistDay.openRequest}
        </Link>
        <Button disabled={answer.isPending} onClick={() => give('decline')}>
          <X aria-hidden className="size-4" />
          {words.bookings.actions.decline}
        </Button>
        <Button ref={approve} look="primary" pending={answer.isPending} onClick={() => give('confirm')}>
          <Check aria-hidden className="size-4" />
          {words.bookings.actions.confirm}
        </Button>
      </DialogActions>
    </>
  );
}
