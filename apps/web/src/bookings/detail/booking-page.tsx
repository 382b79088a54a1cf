import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useReader } from '../../language/studio-reader.ts';
import { usePageTitle } from '../../shell/use-page-title.ts';
import type { BookingSearch } from '../booking-search.ts';
import { BookingDetail } from './booking-detail.tsx';

interface BookingPageProps {
  readonly bookingId: string;
  readonly search: BookingSearch;
}

/** A booking in the place of the list, where there is no room beside it. */
export function BookingPage({ bookingId, search }: BookingPageProps) {
  const { words } = useReader();
  usePageTitle(words.bookings.one);
  return (
    <div className="flex min-h-full flex-col bg-raised">
      <header className="border-b border-line px-2 py-1.5">
        <Link
          to="/bookings"
          search={search}
          className="inline-flex h-10 items-center gap-2 rounded-lg px-3 font-medium text-soft hover:bg-sunken hover:text-ink"
        >
          <ArrowLeft aria-hidden className="size-4" />
          {words.bookings.title}
        </Link>
      </header>
      <h1 className="sr-only">{words.bookings.one}</h1>
      <BookingDetail key={bookingId} bookingId={bookingId} />
    </div>
  );
}
