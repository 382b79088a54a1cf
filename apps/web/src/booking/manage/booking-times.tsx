import { offsetAt, offsetText, readAlike } from '../../time/civil/zoned.ts';
import { browserZone, zoneName } from '../../time/zone-name.ts';
import type { ClientBooking } from '../api/answers.ts';
import { useReader } from '../language/reader.ts';

/** When it is: the place's time, and the reader's own where that is another. */
export function BookingTimes({
  booking,
}: {
  readonly booking: Pick<ClientBooking, 'start' | 'end' | 'zone'>;
}) {
  const { words, formats } = useReader();
  const { start, end, zone } = booking;
  const mine = browserZone();
  const offset = offsetText(offsetAt(start, zone));
  return (
    <>
      <h1 className="mt-3 text-[1.6rem] leading-tight font-semibold first-letter:uppercase sm:text-[1.9rem]">
        {formats.moment(start, zone)}
        <span className="whitespace-nowrap"> – {formats.time(end, zone)}</span>
      </h1>
      <p className="mt-1 text-[13px] text-soft">
        {words.time.zone({ place: zoneName(zone), offset })}
        {!readAlike([start], zone, mine) &&
          ` · ${words.time.yours({ time: formats.shortMoment(start, mine) })}`}
      </p>
    </>
  );
}
