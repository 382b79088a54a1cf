import { Link } from '@tanstack/react-router';
import type { StudioBooking } from '../../api/answers.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useStudioZone } from '../../shell/use-studio-zone.ts';
import { useWhen } from '../../time/use-when.ts';
import { useZoneMark } from '../../time/use-zone-mark.ts';
import { classNames } from '../../ui/class-names.ts';
import { BookingBadges } from '../booking-badges.tsx';
import type { BookingSearch } from '../booking-search.ts';

interface BookingRowProps {
  readonly booking: StudioBooking;
  readonly search: BookingSearch;
  /** Opened beside the list. */
  readonly open: boolean;
  /** With its day, where the rows are not grouped by it. */
  readonly withDay: boolean;
}

/** One booking in a line; all of it opens the booking. */
export function BookingRow({ booking, search, open, withDay }: BookingRowProps) {
  const { words } = useReader();
  const when = useWhen();
  const studioZone = useStudioZone();
  const mark = useZoneMark();
  const { id, client, service, artistName, start, end, zone, chair, state } = booking;
  const over = state !== 'REQUESTED' && state !== 'CONFIRMED';
  return (
    <li
      className={classNames(
        'relative flex flex-wrap items-center gap-x-5 gap-y-1 px-5 py-2.5 transition-colors sm:flex-nowrap',
        open ? 'bg-accent-soft' : 'hover:bg-sunken',
      )}
    >
      <p className={classNames('w-full shrink-0 tabular-nums sm:w-32', over && 'text-soft')}>
        {withDay && (
          <span className="mr-2 sm:block sm:text-[13px] sm:text-soft">{when.day(start, zone)}</span>
        )}
        <span className="font-medium">
          {when.times(start, end, zone)}
          {mark(zone, studioZone, start)}
        </span>
      </p>
      <div className="min-w-0 flex-1">
        <Link
          to="/bookings/$bookingId"
          params={{ bookingId: id }}
          search={search}
          className={classNames('rounded font-medium after:absolute after:inset-0', over && 'text-soft')}
        >
          {client.name}
        </Link>
        <p className="truncate text-[13px] text-soft">
          {service} · {artistName}
          {chair && ` · ${words.bookings.atChair({ chair })}`}
        </p>
      </div>
      <p className="flex flex-wrap justify-end gap-1.5">
        <BookingBadges booking={booking} />
      </p>
    </li>
  );
}
