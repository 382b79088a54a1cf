import { Link } from '@tanstack/react-router';
import { Check, X } from 'lucide-react';
import type { StudioBooking } from '../api/answers.ts';
import { useReader } from '../language/studio-reader.ts';
import { useStudioZone } from '../shell/use-studio-zone.ts';
import { AgeText } from '../time/age-text.tsx';
import { useWhen } from '../time/use-when.ts';
import { useZoneMark } from '../time/use-zone-mark.ts';
import { Button, buttonClass } from '../ui/controls/button.tsx';
import { ProblemNotice } from '../ui/display/problem-notice.tsx';
import { BookingBadges } from './booking-badges.tsx';

interface RequestRowProps {
  readonly booking: StudioBooking;
  /** Why the last answer was refused. */
  readonly problem: unknown;
  readonly onApprove: () => void;
  readonly onDecline: () => void;
}

/** One request: who, what, when, since when, and the two answers. */
export function RequestRow({ booking, problem, onApprove, onDecline }: RequestRowProps) {
  const { words } = useReader();
  const when = useWhen();
  const studioZone = useStudioZone();
  const mark = useZoneMark();
  const { id, client, service, artistName, start, end, zone, createdAt, expiresAt } = booking;
  return (
    <li className="px-5 py-3.5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <div className="min-w-56 flex-1">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <Link
              to="/bookings/$bookingId"
              params={{ bookingId: id }}
              className="rounded text-[15px] font-semibold hover:underline"
            >
              {client.name}
            </Link>
            <BookingBadges booking={booking} state={false} />
          </p>
          <p className="mt-0.5 tabular-nums">
            {when.span(start, end, studioZone)}
            {mark(studioZone, zone, start)}
          </p>
          <p className="mt-0.5 text-[13px] text-soft">
            {service} · {artistName} · <AgeText since={createdAt} />
            {expiresAt && (
              <>
                {' '}
                · {words.waiting.due.request} <AgeText since={expiresAt} />
              </>
            )}
          </p>
        </div>
        <div className="flex w-full gap-2 *:flex-1 sm:w-auto sm:*:flex-none">
          <Button
            size="small"
            aria-label={words.bookings.declineOf({ name: client.name })}
            onClick={onDecline}
          >
            <X aria-hidden className="size-4" />
            {words.bookings.actions.decline}
          </Button>
          <Button
            size="small"
            look="primary"
            aria-label={words.bookings.approveOf({ name: client.name })}
            onClick={onApprove}
          >
            <Check aria-hidden className="size-4" />
            {words.bookings.actions.confirm}
          </Button>
        </div>
      </div>
      {problem !== undefined && <Refused bookingId={id} problem={problem} />}
    </li>
  );
}

function Refused({ bookingId, problem }: { readonly bookingId: string; readonly problem: unknown }) {
  const { words } = useReader();
  return (
    <div className="mt-3 space-y-2">
      <ProblemNotice error={problem} />
      <Link
        to="/bookings/$bookingId"
        params={{ bookingId }}
        search={{ open: 'move' }}
        className={buttonClass('plain', 'small')}
      >
        {words.bookings.otherTime}
      </Link>
    </div>
  );
}
