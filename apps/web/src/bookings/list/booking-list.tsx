import { CalendarCheck, SearchX } from 'lucide-react';
import { useState } from 'react';
import type { StudioBooking } from '../../api/answers.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useStudioZone } from '../../shell/use-studio-zone.ts';
import { useNow } from '../../time/use-now.ts';
import { dateIn } from '../../time/zone.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Card } from '../../ui/display/card.tsx';
import { EmptyState } from '../../ui/display/empty-state.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import type { BookingSearch } from '../booking-search.ts';
import { WaitingList } from '../waiting-list.tsx';
import { BookingGroups } from './booking-groups.tsx';
import { BookingRow } from './booking-row.tsx';
import { chooseBookings } from './choose-bookings.ts';
import { useBookings } from './use-bookings.ts';

const MINUTE_MS = 60_000;
const BACK_DAYS = 90;

interface BookingListProps {
  readonly search: BookingSearch;
  readonly openId: string | undefined;
}

export function BookingList({ search, openId }: BookingListProps) {
  const { words } = useReader();
  const zone = useStudioZone();
  const now = useNow(MINUTE_MS);
  const today = dateIn(now, zone);
  const [days, setDays] = useState(BACK_DAYS);
  const { tab = 'waiting', artist, q = '' } = search;
  const { bookings, error } = useBookings(tab, today.toString(), zone, days);
  if (error && !bookings) return <ProblemNotice error={error} />;
  if (!bookings) return <ListSkeleton />;
  const ofArtist = artist ? bookings.filter((booking) => booking.artist === artist) : bookings;
  const chosen = chooseBookings(ofArtist, tab, q, now);
  const back = tab === 'past' || tab === 'all';
  return (
    <div className="space-y-5">
      {error && <ProblemNotice error={error} />}
      {chosen.length === 0 && (
        <Card>
          {q || artist ? (
            <EmptyState icon={SearchX} title={words.bookings.noneFound} hint={words.bookings.noneFoundHint} />
          ) : (
            <EmptyState
              icon={CalendarCheck}
              title={words.bookings.none[tab]}
              hint={words.bookings.noneHint}
            />
          )}
        </Card>
      )}
      {tab === 'waiting' ? (
        <WaitingRows bookings={chosen} search={search} openId={openId} />
      ) : (
        <BookingGroups bookings={chosen} search={search} openId={openId} today={today} />
      )}
      {back && (
        <p className="text-center">
          <Button look="quiet" size="small" onClick={() => setDays(days + BACK_DAYS)}>
            {words.bookings.older({ count: days })}
          </Button>
        </p>
      )}
    </div>
  );
}

interface WaitingRowsProps {
  readonly bookings: readonly StudioBooking[];
  readonly search: BookingSearch;
  readonly openId: string | undefined;
}

/** Requests with their answers; apart from them, the appointments that a person has to look at. */
function WaitingRows({ bookings, search, openId }: WaitingRowsProps) {
  const { words } = useReader();
  const requests = bookings.filter(({ state }) => state === 'REQUESTED');
  const troubled = bookings.filter(({ state }) => state !== 'REQUESTED');
  return (
    <>
      {troubled.length > 0 && (
        <section aria-labelledby="troubled-title">
          <h2 id="troubled-title" className="mb-2 px-1 text-[13px] font-semibold text-soft">
            {words.bookings.toLookAt}
          </h2>
          <Card className="overflow-hidden">
            <ul className="divide-y divide-line">
              {troubled.map((booking) => (
                <BookingRow
                  key={booking.id}
                  booking={booking}
                  search={search}
                  open={booking.id === openId}
                  withDay
                />
              ))}
            </ul>
          </Card>
        </section>
      )}
      {requests.length > 0 && (
        <Card className="overflow-hidden">
          <WaitingList
            line={requests.map((booking) => ({ kind: 'request', since: booking.createdAt, booking }))}
          />
        </Card>
      )}
    </>
  );
}

function ListSkeleton() {
  const { words } = useReader();
  return (
    <div className="space-y-3">
      <p role="status" className="sr-only">
        {words.common.loading}
      </p>
      {[0, 1, 2].map((row) => (
        <Skeleton key={row} className="h-20 rounded-2xl" />
      ))}
    </div>
  );
}
