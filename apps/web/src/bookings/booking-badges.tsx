import { CloudOff, MessageCircleReply, Repeat, TriangleAlert } from 'lucide-react';
import type { StudioBooking } from '../api/answers.ts';
import { useReader } from '../language/studio-reader.ts';
import { Badge } from '../ui/display/badge.tsx';
import { BOOKING_LOOK } from './booking-look.ts';

/** What is to be known of a booking at a glance. */
export function BookingBadges({
  booking,
  state = true,
}: {
  readonly booking: Pick<StudioBooking, 'state' | 'turn' | 'unverified' | 'trouble' | 'seriesId'>;
  /** Left out where every booking in sight has the same. */
  readonly state?: boolean;
}) {
  const { words } = useReader();
  const { icon, tone } = BOOKING_LOOK[booking.state];
  const isOpen = booking.state === 'REQUESTED' || booking.state === 'CONFIRMED';
  return (
    <>
      {state && (
        <Badge icon={icon} tone={tone}>
          {words.bookings.states[booking.state]}
        </Badge>
      )}
      {booking.trouble && (
        <Badge icon={TriangleAlert} tone="bad">
          {words.bookings.troubleShort}
        </Badge>
      )}
      {booking.state === 'REQUESTED' && booking.turn === 'CLIENT' && (
        <Badge icon={MessageCircleReply} tone="accent">
          {words.bookings.turnClient}
        </Badge>
      )}
      {booking.unverified && isOpen && (
        <Badge icon={CloudOff} tone="warn">
          {words.bookings.unverifiedShort}
        </Badge>
      )}
      {booking.seriesId && <Badge icon={Repeat}>{words.bookings.series}</Badge>}
    </>
  );
}
