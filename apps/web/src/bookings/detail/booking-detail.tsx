import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { AnswerInput, BookingDetail as Detail } from '../../api/answers.ts';
import { codeOf } from '../../api/api-error.ts';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Notice } from '../../ui/display/notice.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import type { StudioAction } from '../actions-of.ts';
import { BookingBadges } from '../booking-badges.tsx';
import { MessageDialog } from '../message-dialog.tsx';
import { useAnswerBooking } from '../use-answer-booking.ts';
import { useKnowingly } from '../use-knowingly.tsx';
import { useTold } from '../use-told.ts';
import { BookingActions } from './booking-actions.tsx';
import { BookingFacts } from './booking-facts.tsx';
import { BookingHistory } from './booking-history.tsx';
import { BookingNotices } from './booking-notices.tsx';
import { MoveDialog, useMoveBooking } from './move-dialog.tsx';

/** All about one booking, and what can be done with it. Follows its changes while it is open. */
export function BookingDetail({ bookingId }: { readonly bookingId: string }) {
  const { words } = useReader();
  const booking = trpc.bookings.see.useQuery({ id: bookingId });
  if (codeOf(booking.error) === 'NOT_FOUND') return <p className="p-5 text-soft">{words.bookings.gone}</p>;
  if (booking.error && !booking.data) {
    return (
      <div className="p-5">
        <ProblemNotice error={booking.error} />
      </div>
    );
  }
  if (!booking.data) return <Skeleton className="m-5 h-80" />;
  return <Open booking={booking.data} />;
}

function Open({ booking }: { readonly booking: Detail }) {
  const { id, version } = booking;
  const { moving, setMoving } = useMoveDialog(id);
  const [asking, setAsking] = useState<'decline' | 'cancel' | null>(null);
  const [problem, setProblem] = useState<{ readonly error: unknown; readonly version: number } | null>(null);
  const knowingly = useKnowingly<AnswerInput>();
  const answer = useAnswerBooking((asked, error) => {
    // What it was decided on, not what is shown by now: the news may be here before the answer.
    if (!knowingly.ask(error, asked)) setProblem({ error, version: asked.version ?? version });
  });
  const moveThere = useMoveBooking(() => setProblem(null));
  const say = (action: Exclude<StudioAction, 'move'>, message: string | null = null) => {
    setProblem(null);
    setAsking(null);
    answer.mutate({ id, version, action, ...(message !== null && { message }) });
  };
  const onAction = (action: StudioAction) => {
    if (action === 'move') setMoving(true);
    else if (action === 'decline' || action === 'cancel') setAsking(action);
    else say(action);
  };
  return (
    <div className="flex min-h-full flex-1 flex-col gap-5 p-5">
      <h2 className="flex flex-wrap items-center gap-2 text-lg font-semibold">
        {booking.client.name}
        <BookingBadges booking={booking} />
      </h2>
      {problem && <Refused error={problem.error} changed={problem.version !== version} booking={booking} />}
      {moveThere.problem ? <ProblemNotice error={moveThere.problem} /> : null}
      <BookingNotices
        booking={booking}
        moving={moveThere.pending}
        onMoveThere={(start) => moveThere.move({ id, start, version })}
      />
      <BookingFacts booking={booking} />
      <div className="mb-auto border-t border-line pt-4">
        <BookingHistory steps={booking.steps} zone={booking.zone} />
      </div>
      <BookingActions
        booking={booking}
        pending={answer.isPending ? answer.variables.action : null}
        onAction={onAction}
      />
      {knowingly.dialog((asked) => answer.mutate({ ...asked, unverified: true }))}
      {moveThere.dialog}
      <MoveDialog booking={booking} open={moving} onClose={() => setMoving(false)} />
      <AskedFirst booking={booking} asking={asking} onClose={() => setAsking(null)} onConfirm={say} />
    </div>
  );
}

interface AskedFirstProps {
  readonly booking: Detail;
  readonly asking: 'decline' | 'cancel' | null;
  readonly onClose: () => void;
  readonly onConfirm: (action: 'decline' | 'cancel', message: string | null) => void;
}

/** What cannot be taken back is asked first, with room for a word to the client. */
function AskedFirst({ booking, asking, onClose, onConfirm }: AskedFirstProps) {
  const { bookings } = useReader().words;
  const told = useTold();
  const cancels = asking === 'cancel';
  const title = cancels ? bookings.cancelTitle : bookings.declineTitle;
  return (
    <MessageDialog
      open={asking !== null}
      onClose={onClose}
      title={title({ name: booking.client.name })}
      lead={`${cancels ? bookings.cancelLead : bookings.declineLead} ${told}`}
      confirm={cancels ? bookings.cancelSubmit : bookings.actions.decline}
      keep={cancels ? bookings.keepBooking : bookings.keepRequest}
      onConfirm={(message) => asking && onConfirm(asking, message)}
    />
  );
}

interface RefusedProps {
  readonly error: unknown;
  /** What is shown by now is newer than what was decided on. */
  readonly changed: boolean;
  readonly booking: Detail;
}

/** Why the answer was not taken; where somebody else was faster, what they made of it. */
function Refused({ error, changed, booking }: RefusedProps) {
  const { words } = useReader();
  if (!changed) return <ProblemNotice error={error} />;
  return (
    <Notice
      tone="warn"
      title={words.bookings.changedMeanwhile({ state: words.bookings.states[booking.state] })}
      hint={words.bookings.changedHint}
    />
  );
}

/** The dialog stands in the address, so that a link can lead to it. */
function useMoveDialog(bookingId: string) {
  const search = useSearch({ from: '/app/bookings' });
  const navigate = useNavigate();
  const { open, ...kept } = search;
  const setMoving = (moving: boolean) =>
    void navigate({
      to: '/bookings/$bookingId',
      params: { bookingId },
      search: moving ? { ...kept, open: 'move' } : kept,
      replace: true,
    });
  return { moving: open === 'move', setMoving };
}
