import type { AgendaEvent } from '../../api/answers.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { firstDay, lastDay } from '../../time/day-groups.ts';
import { eventWhen } from '../../time/event-when.ts';
import { wallClock } from '../../time/zone.ts';
import { zoneName } from '../../time/zone-name.ts';

interface EventWhenProps {
  readonly event: AgendaEvent;
  /** In which times are shown. */
  readonly zone: string;
  /** In which the event was made; null when it floats or that is not known. */
  readonly ownZone: string | null;
}

export function EventWhen({ event, zone, ownZone }: EventWhenProps) {
  const { words } = useReader();
  const formats = useFormats();
  const days = firstDay(event, zone).until(lastDay(event, zone)).days + 1;
  const elsewhere =
    !event.allDay && ownZone !== null && ownZone !== 'UTC' && clocksDiffer(event.startsAt, zone, ownZone);
  return (
    <>
      <p className="first-letter:uppercase">{eventWhen(formats, event, zone)}</p>
      <p className="text-soft">
        {event.allDay
          ? `${words.common.allDay}${days > 1 ? `, ${words.event.dayCount({ count: days })}` : ''}`
          : words.event.zone({ zone: zoneName(zone) })}
      </p>
      {elsewhere && (
        <p className="text-soft first-letter:uppercase">
          {words.event.inOwnZone({ when: eventWhen(formats, event, ownZone), zone: zoneName(ownZone) })}
        </p>
      )}
    </>
  );
}

function clocksDiffer(instant: Date, zone: string, other: string): boolean {
  return wallClock(instant, zone).offset !== wallClock(instant, other).offset;
}
