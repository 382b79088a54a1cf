import { Temporal } from 'temporal-polyfill';
import type { StudioBooking } from '../../api/answers.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { dateIn } from '../../time/zone.ts';
import { Card } from '../../ui/display/card.tsx';
import type { BookingSearch } from '../booking-search.ts';
import { BookingRow } from './booking-row.tsx';

interface BookingGroupsProps {
  readonly bookings: readonly StudioBooking[];
  readonly search: BookingSearch;
  readonly openId: string | undefined;
  readonly today: Temporal.PlainDate;
}

/** Bookings in their order, each day under its heading; the day is that of the artist's clocks. */
export function BookingGroups({ bookings, search, openId, today }: BookingGroupsProps) {
  const days = Map.groupBy(bookings, ({ start, zone }) => dateIn(start, zone).toString());
  return (
    <div className="space-y-5">
      {[...days].map(([date, members]) => (
        <section key={date} aria-label={date}>
          <DayTitle date={date} today={today} count={members.length} />
          <Card className="overflow-hidden">
            <ul className="divide-y divide-line">
              {members.map((booking) => (
                <BookingRow
                  key={booking.id}
                  booking={booking}
                  search={search}
                  open={booking.id === openId}
                  withDay={false}
                />
              ))}
            </ul>
          </Card>
        </section>
      ))}
    </div>
  );
}

interface DayTitleProps {
  readonly date: string;
  readonly today: Temporal.PlainDate;
  readonly count: number;
}

function DayTitle({ date, today, count }: DayTitleProps) {
  const { words } = useReader();
  const { day, date: withYear } = useFormats();
  const plain = Temporal.PlainDate.from(date);
  const away = today.until(plain).days;
  const near = away === 0 ? words.common.today : away === 1 ? words.common.tomorrow : null;
  const text = plain.year === today.year ? day(plain) : withYear(plain);
  return (
    <h2 className="mb-2 flex items-baseline justify-between gap-3 px-1 text-[13px] font-semibold text-soft">
      <span className="inline-block first-letter:uppercase">{near ? `${near} · ${text}` : text}</span>
      <span className="font-normal">{words.bookings.count({ count })}</span>
    </h2>
  );
}
