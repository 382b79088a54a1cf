import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useReader } from '../language/studio-reader.ts';
import { Page } from '../shell/page.tsx';
import { useMe } from '../shell/use-me.ts';
import { Button } from '../ui/controls/button.tsx';
import { Drawer } from '../ui/overlay/drawer.tsx';
import { useMedia } from '../ui/use-media.ts';
import { NewBookingDialog } from './add/new-booking-dialog.tsx';
import type { BookingSearch } from './booking-search.ts';
import { BookingDetail } from './detail/booking-detail.tsx';
import { BookingPage } from './detail/booking-page.tsx';
import { BookingFilters } from './list/booking-filters.tsx';
import { BookingList } from './list/booking-list.tsx';
import { useBookable } from './use-bookable.ts';
import { useTold } from './use-told.ts';

/** All bookings; one of them opens beside the list, on a phone in its place. */
export function BookingsPage() {
  const { words } = useReader();
  const search = useSearch({ from: '/app/bookings' });
  const { bookingId } = useParams({ strict: false });
  const navigate = useNavigate();
  const phone = useMedia('(max-width: 767px)');
  const { open, ...kept } = search;
  const toList = () => void navigate({ to: '/bookings', search: kept });
  if (phone && bookingId) return <BookingPage bookingId={bookingId} search={kept} />;
  return (
    <Bookings search={kept} openId={bookingId} adding={open === 'new'}>
      <Drawer wide open={bookingId !== undefined} onClose={toList} title={words.bookings.one}>
        {bookingId && <BookingDetail key={bookingId} bookingId={bookingId} />}
      </Drawer>
    </Bookings>
  );
}

interface BookingsProps {
  readonly search: BookingSearch;
  readonly openId: string | undefined;
  readonly adding: boolean;
  readonly children: React.ReactNode;
}

function Bookings({ search, openId, adding, children }: BookingsProps) {
  const { words } = useReader();
  const told = useTold();
  const navigate = useNavigate();
  const { artists = [] } = useBookable();
  const artistOnly = useMe().role === 'ARTIST';
  const go = (next: BookingSearch) => void navigate({ to: '/bookings', search: next, replace: true });
  const button = (
    <Button look="primary" onClick={() => go({ ...search, open: 'new' })}>
      <Plus aria-hidden className="size-4" />
      {words.bookings.add}
    </Button>
  );
  return (
    <Page title={words.bookings.title} lead={`${words.bookings.lead} ${told}`} action={button}>
      <BookingFilters
        search={search}
        onChange={(change) => go({ ...search, ...change })}
        artists={artistOnly ? [] : artists}
      />
      <BookingList search={search} openId={openId} />
      <NewBookingDialog open={adding} onClose={() => go(search)} />
      {children}
    </Page>
  );
}
