import { Link } from '@tanstack/react-router';
import type { StudioInquiry } from '../../api/answers.ts';
import { BOOKING_LOOK } from '../../bookings/booking-look.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { durationText } from '../../time/duration.ts';
import { useWhen } from '../../time/use-when.ts';
import { classNames } from '../../ui/class-names.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Badge } from '../../ui/display/badge.tsx';
import { isSettled } from '../list/turn-of.ts';

type Session = StudioInquiry['sessions'][number];

interface SessionCardProps {
  readonly session: Session;
  readonly zone: string;
  /** Null where nothing can be offered any more. */
  readonly onOffer: (() => void) | null;
}

/** One session: its appointment, or the times that the client can choose from. */
export function SessionCard({ session, zone, onOffer }: SessionCardProps) {
  const { words } = useReader();
  const { locale } = useFormats();
  const { number, minutes, offered, booking } = session;
  const settled = isSettled(session);
  return (
    <li className="rounded-xl border border-line p-4">
      <p className="font-medium">
        {words.inquiries.session({ number })}
        <span className="font-normal text-soft"> · {durationText(minutes, locale)}</span>
      </p>
      {booking && <Appointment booking={booking} zone={zone} />}
      {!settled && offered.length > 0 && <OfferedTimes offered={offered} zone={zone} />}
      {!settled && offered.length === 0 && (
        <p className="mt-2 text-[13px] text-soft">{words.inquiries.noTimesYet}</p>
      )}
      {!settled && onOffer && (
        <Button size="small" className="mt-3" onClick={onOffer}>
          {offered.length > 0 ? words.inquiries.offerOther : words.inquiries.offer}
        </Button>
      )}
    </li>
  );
}

function Appointment({
  booking,
  zone,
}: {
  readonly booking: NonNullable<Session['booking']>;
  readonly zone: string;
}) {
  const { words } = useReader();
  const when = useWhen();
  const { icon, tone } = BOOKING_LOOK[booking.state];
  const bookingId = booking.manageUrl.split('/').at(-1) ?? '';
  return (
    <p className="mt-2 flex flex-wrap items-center gap-2">
      <Link
        to="/bookings/$bookingId"
        params={{ bookingId }}
        className="rounded font-medium text-accent tabular-nums hover:underline"
      >
        {when.span(booking.start, booking.end, zone)}
      </Link>
      <Badge icon={icon} tone={tone}>
        {words.bookings.states[booking.state]}
      </Badge>
    </p>
  );
}

function OfferedTimes({ offered, zone }: { readonly offered: Session['offered']; readonly zone: string }) {
  const { words } = useReader();
  const when = useWhen();
  return (
    <ul className="mt-2.5 flex flex-wrap gap-2">
      {offered.map(({ id, start, end, free }) => (
        <li
          key={id}
          className={classNames(
            'rounded-lg px-3 py-1 text-[13px] tabular-nums',
            free ? 'bg-accent-soft font-medium text-accent' : 'bg-sunken text-soft',
          )}
        >
          {free ? when.span(start, end, zone) : <s>{when.span(start, end, zone)}</s>}
          {!free && ` · ${words.inquiries.notFree}`}
        </li>
      ))}
    </ul>
  );
}
